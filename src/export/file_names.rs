//! Names of files and pages, made from titles.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// The longest name, in bytes: with an ending, a number and a folder's name before it
/// (Logseq) every file system takes it, in NFD too.
const LONGEST: usize = 100;

/// What Windows gives a meaning of its own.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Gives out names that no two files share, whatever a file system thinks of case and
/// composition, and that all of them take.
#[derive(Debug, Default)]
pub(super) struct FileNames {
    taken: HashSet<String>,
}

impl FileNames {
    /// A name like the one wanted, without an ending; numbered when it is taken.
    pub(super) fn give(&mut self, wanted: &str) -> String {
        let stem = safe(wanted);
        let mut name = stem.clone();
        let mut number = 2;
        while !self.taken.insert(key(&name)) {
            name = format!("{stem} {number}");
            number += 1;
        }
        name
    }
}

/// What two names have in common that a file system may take for one.
fn key(name: &str) -> String {
    name.to_uppercase().to_lowercase().nfkc().collect()
}

/// The text without what a file system, or a link in Markdown, reads as something
/// else.
fn safe(text: &str) -> String {
    let mut name = String::new();
    for c in text.nfc() {
        let c = match c {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
            '#' | '^' | '[' | ']' | '%' | '{' | '}' | '`' => ' ',
            '\u{200B}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' => continue,
            '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}' => continue,
            c if c.is_control() || c.is_whitespace() => ' ',
            c => c,
        };
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        if c != ' ' || !name.ends_with(' ') {
            name.push(c);
        }
    }
    // A dot at the start hides a file; one at the end Windows drops.
    let name = name.trim_matches([' ', '.']);
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|port| port.chars().count() == 1 && !port.starts_with('0'));
    match name.is_empty() {
        true => "untitled".to_owned(),
        false if is_port || DEVICES.contains(&stem.as_str()) => format!("_{name}"),
        false => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_never_shared() {
        let mut names = FileNames::default();
        for (wanted, given) in [
            ("PR/FAQ", "PR-FAQ"),
            ("pr/faq", "pr-faq 2"),
            ("한글", "한글"),
            ("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}", "한글 2"),
            ("한글 2", "한글 2 2"),
            ("con.txt", "_con.txt"),
            ("COM1", "_COM1"),
            ("... ", "untitled"),
            ("a\n\tb\u{1}c", "a b c"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("[[x]]#y^z", "x y z"),
            ("=cmd|' /C calc'!A0", "=cmd-' -C calc'!A0"),
        ] {
            assert_eq!(names.give(wanted), given, "{wanted:?}");
        }
        assert!(names.give(&"가".repeat(200)).len() <= LONGEST);
    }
}
