//! What is wrong with notes, as it is found.

use super::limits::PROBLEM_LIMIT;
use crate::diagnostic::{Code, Diagnostic};
use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Problems in the order in which they were found. Of one kind in one file, no more are
/// kept than are listed and one, so that a file that is wrong everywhere needs little
/// memory.
#[derive(Debug, Default)]
pub(super) struct Problems {
    all: Vec<Diagnostic>,
    /// How many there are of a kind in a file.
    counts: HashMap<u64, usize>,
    /// The files that those which were not kept are also about.
    about: BTreeSet<String>,
}

impl Problems {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn push(&mut self, problem: Diagnostic) {
        let count = self.counts.entry(kind(problem.file(), problem.code));
        let count = count.or_default();
        *count += 1;
        if *count <= PROBLEM_LIMIT + 1 {
            self.all.push(problem);
            return;
        }
        for (place, _) in &problem.related {
            if !self.about.contains(&place.file.name) {
                self.about.insert(place.file.name.clone());
            }
        }
    }

    /// Whether another problem of a kind in a file would be kept: if not, it need not be
    /// worked out, unless it is also about another file.
    pub(super) fn has_room(&self, file: &str, code: Code) -> bool {
        let count = self.counts.get(&kind(file, code));
        count.is_none_or(|count| *count <= PROBLEM_LIMIT)
    }

    /// Those that were kept, and the files that others are also about.
    pub(super) fn into_parts(self) -> (Vec<Diagnostic>, BTreeSet<String>) {
        (self.all, self.about)
    }

    /// Those that were kept, those of a file in their order in it.
    pub(super) fn in_order(mut self) -> Self {
        let start = |problem: &Diagnostic| problem.place.as_ref().map(|place| place.span.start);
        self.all.sort_by_key(start);
        self
    }

    /// Takes in what another file gave.
    pub(super) fn take(&mut self, others: Self) {
        self.about.extend(others.about);
        self.extend(others.all);
    }
}

fn kind(file: &str, code: Code) -> u64 {
    xxh3_64_with_seed(file.as_bytes(), code as u64)
}

impl Extend<Diagnostic> for Problems {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, problems: I) {
        for problem in problems {
            self.push(problem);
        }
    }
}

impl Deref for Problems {
    type Target = [Diagnostic];

    fn deref(&self) -> &[Diagnostic] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_kind_in_a_file_no_more_are_kept_than_are_listed() {
        let mut problems = Problems::new();
        for number in 0..20_000 {
            let message = number.to_string();
            problems.push(Diagnostic::of_file(Code::BadValue, "a.ron", message));
        }
        problems.push(Diagnostic::of_file(Code::Syntax, "a.ron", "other"));
        problems.push(Diagnostic::of_file(Code::BadValue, "b.ron", "elsewhere"));
        let (kept, _) = problems.into_parts();
        let messages: Vec<&str> = kept.iter().map(|it| it.message.as_str()).collect();
        assert_eq!(messages.len(), PROBLEM_LIMIT + 3);
        assert!(messages.starts_with(&["0", "1"]) && messages[PROBLEM_LIMIT] == "1000");
        assert!(messages.ends_with(&["other", "elsewhere"]));
    }
}
