//! How much is read at most. Each limit has an error of its own.

use crate::diagnostic::{Code, Diagnostic};

/// The largest file that is read, in bytes.
pub(super) const FILE_LIMIT: u64 = 64 * 1024 * 1024;

/// So many entries, concepts or queries of one file are read.
pub(super) const ITEM_LIMIT: usize = 500_000;

/// So many problems of one file are listed.
pub(super) const PROBLEM_LIMIT: usize = 1000;

/// The longest label, alias or id that is used, in characters.
pub(super) const NAME_LIMIT: usize = 500;

/// The longest property of a Markdown note that is read, in bytes.
pub(super) const PROPERTY_LIMIT: usize = 256 * 1024;

/// So many `[` of one paragraph of a Markdown note may start links.
pub(super) const BRACKET_LIMIT: usize = 50_000;

/// So many entries one Markdown note is cut into, if its properties have no more than
/// [`NAMES_OF_PIECE`] names: each entry has all of them.
const PIECE_LIMIT: usize = 15_000;
const NAMES_OF_PIECE: usize = 25;

/// So many entries a Markdown note is cut into, each with so many names.
pub(super) fn piece_limit(names: usize) -> usize {
    (PIECE_LIMIT * NAMES_OF_PIECE / names.max(NAMES_OF_PIECE)).max(1)
}

/// Problems by file, of each file no more than the limit, and then a word of the others.
pub(super) fn listed(problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut listed: Vec<Diagnostic> = Vec::with_capacity(problems.len());
    let mut of_file = 0;
    for problem in problems {
        let file = problem.file();
        let same = listed.last().is_some_and(|last| last.file() == file);
        of_file = if same { of_file + 1 } else { 0 };
        if of_file < PROBLEM_LIMIT {
            listed.push(problem);
        } else if of_file == PROBLEM_LIMIT {
            let message = format!("there are more than {PROBLEM_LIMIT} problems in this file");
            listed.push(
                Diagnostic::of_file(Code::TooMany, file, message)
                    .hint("put those above right first, and ask again for the others"),
            );
        }
    }
    listed
}
