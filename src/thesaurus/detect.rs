//! Which format a vocabulary is in.

use super::{THESAURI, Thesaurus};

/// The lines that hold something, numbered from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.trim_start_matches('\u{FEFF}').lines();
    let numbered = lines.enumerate().map(|(index, line)| (index + 1, line));
    numbered.filter(|(_, line)| !line.trim().is_empty())
}

/// The format that a file looks like, by its name's ending and its first line.
pub fn detect(name: &str, text: &str) -> Option<&'static dyn Thesaurus> {
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    let first = lines(text).next().map_or("", |(_, line)| line).trim_start();
    let by_name = match (ending.as_str(), first) {
        ("ttl" | "nt" | "n3", _) => "skos",
        ("jsonld", _) => "skos-json",
        (_, line) if line.starts_with(['{', '[']) && text.contains("skos") => "skos-json",
        (_, line) if line.starts_with(['*', '＊']) => "kh-coder",
        (_, line) if line.starts_with('<') && line.contains(">\t") => "annif",
        (_, line) if line.to_lowercase().starts_with("label\treplace by") => "vosviewer",
        (_, line) if line.starts_with("@prefix") || line.starts_with("PREFIX") => "skos",
        _ => return None,
    };
    THESAURI.into_iter().find(|it| it.name() == by_name)
}
