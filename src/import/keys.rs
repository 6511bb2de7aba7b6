//! Keys for notes whose source has no ids.

use std::collections::HashMap;
use xxhash_rust::xxh3::xxh3_64;

/// Which keys of a file are taken, and by what text.
#[derive(Debug, Default)]
pub(super) struct Keys {
    taken: HashMap<String, String>,
}

impl Keys {
    /// The key for a text at a place; a second text at the same place gets a mark
    /// of its own, which does not depend on what else there is. `None` when the
    /// same text stands there already.
    pub(super) fn take(&mut self, key: String, text: &str) -> Option<String> {
        let key = or_mark(key, text);
        for key in [key.clone(), format!("{key} ~{}", mark(text))] {
            match self.taken.get(&key) {
                Some(known) if known == text => return None,
                Some(_) => {}
                None => {
                    self.taken.insert(key.clone(), text.to_owned());
                    return Some(key);
                }
            }
        }
        None
    }
}

/// A key, or the mark of the text where the source gives none.
pub(super) fn or_mark(key: String, text: &str) -> String {
    match key.trim().is_empty() {
        true => mark(text),
        false => key,
    }
}

/// A short mark of a text.
pub(super) fn mark(text: &str) -> String {
    format!("{:08x}", xxh3_64(text.as_bytes()) >> 32)
}
