//! Names of files that are trouble.

use super::walk::NotePath;
use crate::diagnostic::{Code, Diagnostic};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// What messages call a path, with `/` between its parts; bytes that are no text stand
/// as `\xFF`.
pub(super) fn shown(path: &Path) -> String {
    let parts: Vec<String> = path
        .iter()
        .map(|part| part_shown(part.as_encoded_bytes()))
        .collect();
    parts.join("/")
}

fn part_shown(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            shown.push_str(&format!("\\x{byte:02X}"));
        }
    }
    shown
}

/// Takes copies out that a cloud service made of a file that is there too, as both
/// would have the same entries; says which.
pub(super) fn without_conflict_copies(paths: &mut Vec<NotePath>) -> Vec<Diagnostic> {
    let suspicious = |path: &NotePath| original_of(&path.shown).is_some();
    if !paths.iter().any(suspicious) {
        return Vec::new();
    }
    let names: BTreeSet<String> = paths.iter().map(|path| path.shown.clone()).collect();
    let mut problems = Vec::new();
    paths.retain(|path| {
        let original = original_of(&path.shown).filter(|original| names.contains(original));
        problems.extend(original.as_ref().map(|original| {
            let message =
                format!("this is a copy of {original}, made by a conflict; it was not read");
            Diagnostic::of_file(Code::ConflictCopy, path.shown.clone(), message)
                .hint("take over what only the copy has, then remove it; or rename it to keep both")
        }));
        original.is_none()
    });
    problems
}

/// What a name would be without the words that Dropbox, Syncthing, iCloud, OneDrive and
/// others put into the names of copies: `a.sync-conflict-20231017-101500-ABCDEFG.ron`,
/// `a (Kim's conflicted copy 2023-10-17).ron`, `a (1).ron`, `a.conflict-1.ron`.
fn original_of(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let in_brackets = stem.strip_suffix(')').and_then(|it| it.rsplit_once(" ("));
    if let Some((original, words)) = in_brackets {
        let number = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
        let conflict = ["conflict", "충돌"].iter().any(|word| words.contains(word));
        return (number || conflict).then(|| format!("{original}.{ending}"));
    }
    let marks = [".sync-conflict-", ".conflict-"];
    let (original, _) = marks.iter().find_map(|mark| stem.split_once(mark))?;
    Some(format!("{original}.{ending}"))
}

/// Says which files have names that other computers take for one and the same, or that
/// are no text.
pub(super) fn problems(paths: &[NotePath]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut problems = Vec::new();
    for path in paths {
        if path.absolute.to_str().is_none() {
            problems.push(
                Diagnostic::of_file(
                    Code::NameNotUnicode,
                    &path.shown,
                    "the name of this file is not UTF-8; it was read all the same",
                )
                .hint("rename it; commands that change notes cannot write it"),
            );
        }
        let key: String = path.shown.nfc().flat_map(char::to_lowercase).collect();
        if let Some(other) = first.get(key.as_str()) {
            problems.push(
                Diagnostic::of_file(
                    Code::FileTwins,
                    &path.shown,
                    format!(
                        "macOS and Windows take this for {}",
                        told_apart(other, &path.shown)
                    ),
                )
                .hint("rename one of them, before a copy overwrites the other"),
            );
        } else {
            first.insert(key, &path.shown);
        }
    }
    problems
}

/// The other name; how it is composed, when it looks the same.
fn told_apart(other: &str, name: &str) -> String {
    let composed = |name: &str| name.nfc().eq(name.chars());
    if other.nfc().eq(name.nfc()) {
        let form = if composed(other) {
            "composed (NFC)"
        } else {
            "decomposed (NFD)"
        };
        return format!("{other}, which is written the same and {form}");
    }
    other.to_owned()
}
