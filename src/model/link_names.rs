//! What links may call entries by.

use super::{Entry, EntryId, EntryReference, Link};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// The entries by their names: a path, a file's name or an id, a title, another name.
/// Where two entries have one name, the surer kind of name wins, then the shorter path,
/// then the earlier entry.
#[derive(Debug, Default)]
pub struct LinkNames {
    by_key: HashMap<String, Named>,
}

#[derive(Clone, Copy, Debug)]
struct Named {
    rank: (Sureness, usize, usize),
    entry: EntryId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    Path,
    FileName,
    Title,
    OtherName,
}

impl LinkNames {
    /// Gathers the names of entries in their order.
    pub fn of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut names = Self::default();
        for (index, entry) in entries.enumerate() {
            names.take(EntryId::from(index), entry);
        }
        names
    }

    fn take(&mut self, id: EntryId, entry: &Entry) {
        let path = without_ending(&entry.file);
        let depth = path.matches('/').count();
        let mut add = |name: &str, heading: &str, sureness| {
            let key = key(name, heading);
            let rank = (sureness, depth, entry.line);
            let known = self.by_key.get(&key);
            if !key.is_empty() && known.is_none_or(|known| rank < known.rank) {
                self.by_key.insert(key, Named { rank, entry: id });
            }
        };
        let stem = path.rsplit('/').next().unwrap_or(path);
        let inside = path.split_once('/').map_or(path, |(_, inside)| inside);
        for path in [path, inside] {
            add(path, "", Sureness::Path);
            add(path, &entry.title, Sureness::Path);
        }
        for name in [stem, &entry.id] {
            add(name, "", Sureness::FileName);
            add(name, &entry.title, Sureness::FileName);
        }
        add(&entry.title, "", Sureness::Title);
        for name in &entry.names {
            add(name, "", Sureness::OtherName);
            if name.starts_with('^') {
                add(path, name, Sureness::Path);
                add(stem, name, Sureness::FileName);
            }
        }
    }

    /// The entry that a link in another one points to.
    pub fn find(&self, from: &Entry, link: &Link) -> Option<EntryId> {
        let target = match link.target.as_str() {
            "" => without_ending(&from.file),
            target => without_ending(target.trim_start_matches("./")),
        };
        let heading = link.heading.as_deref().unwrap_or_default();
        let beside = from.file.rsplit_once('/');
        let beside = beside.map_or_else(|| target.to_owned(), |(it, _)| join(it, target));
        let places = [
            (target, heading),
            (&beside, heading),
            (target, ""),
            (&beside, ""),
        ];
        let found = places
            .iter()
            .find_map(|(name, heading)| self.by_key.get(&key(name, heading)));
        found.map(|named| named.entry)
    }

    /// All links of entries to others, by where they stand.
    pub(super) fn references(&self, entries: &[Entry]) -> Vec<EntryReference> {
        let mut references = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            let from = EntryId::from(index);
            for link in &entry.links {
                let to = self.find(entry, link).filter(|to| *to != from);
                references.extend(to.map(|to| EntryReference {
                    from,
                    to,
                    start: link.start,
                }));
            }
        }
        references.sort_unstable_by_key(|it| (it.from, it.start, it.to));
        references.dedup();
        references
    }
}

/// A path from a folder, `..` worked out.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in path.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn without_ending(path: &str) -> &str {
    let endings = [".md", ".markdown", ".ron"];
    let found = endings.iter().find_map(|ending| path.strip_suffix(ending));
    found.unwrap_or(path)
}

/// What is one name whatever its case, composition, and spaces.
fn key(name: &str, heading: &str) -> String {
    let mut key = String::with_capacity(name.len() + heading.len() + 1);
    for (part, text) in [name, heading].into_iter().enumerate() {
        if part > 0 && !text.is_empty() {
            key.push('#');
        }
        for c in text.trim().nfc().flat_map(char::to_lowercase) {
            match c {
                ' ' | '_' | '-' => {
                    if !key.ends_with([' ', '/']) {
                        key.push(' ');
                    }
                }
                '/' => {
                    key.truncate(key.trim_end().len());
                    key.push('/');
                }
                c => key.push(c),
            }
        }
    }
    key
}
