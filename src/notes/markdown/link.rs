//! What links point to.

use percent_encoding::percent_decode_str;

/// A link's target, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The note; empty for the one that the link stands in.
    pub(super) note: String,
    pub(super) heading: Option<String>,
}

impl Target {
    /// What is between the brackets of `[[…]]`, before a `|`; `None` for a file that is
    /// no note.
    pub(super) fn of_wiki(target: &str) -> Option<Self> {
        let target = target.split('|').next().unwrap_or_default().trim();
        let target = target.strip_suffix('\\').unwrap_or(target);
        let (note, heading) = match target.split_once('#') {
            Some((note, heading)) => (note.trim(), Some(heading.trim())),
            None => (target, None),
        };
        if is_attachment(note) || (note.is_empty() && heading.is_none()) {
            return None;
        }
        // A block is known by its own name; of several headings the last is the place.
        if let Some(block) = heading.and_then(|heading| heading.strip_prefix('^')) {
            return Some(Self {
                note: note.to_owned(),
                heading: Some(format!("^{block}")),
            });
        }
        let heading = heading.and_then(|heading| heading.rsplit('#').next());
        Some(Self {
            note: note.to_owned(),
            heading: heading.filter(|it| !it.is_empty()).map(str::to_owned),
        })
    }

    /// The destination of `[…](…)`; `None` for what is no note of this library.
    pub(super) fn of_destination(destination: &str) -> Option<Self> {
        let elsewhere = destination.contains("://")
            || destination.starts_with("//")
            || ["mailto:", "tel:", "data:", "zotero:", "obsidian:"]
                .iter()
                .any(|scheme| destination.starts_with(scheme));
        if elsewhere || destination.is_empty() {
            return None;
        }
        Self::of_wiki(&percent_decode_str(destination).decode_utf8_lossy())
    }
}

/// A name without the brackets of a link: `[[PR-FAQ|the paper]]` is PR-FAQ. The mark of
/// a tag is left out as well.
pub(in crate::notes) fn bare(text: &str) -> &str {
    let inside = text
        .strip_prefix("[[")
        .or_else(|| text.strip_prefix("#[["))
        .and_then(|text| text.strip_suffix("]]"));
    match inside {
        Some(inside) => inside.split(['|', '#']).next().unwrap_or(inside).trim(),
        None => text.trim_start_matches('#').trim(),
    }
}

/// Whether a name ends as a picture, a PDF and the like do.
fn is_attachment(note: &str) -> bool {
    const ENDINGS: [&str; 22] = [
        "png",
        "jpg",
        "jpeg",
        "gif",
        "svg",
        "webp",
        "bmp",
        "pdf",
        "mp3",
        "m4a",
        "wav",
        "ogg",
        "mp4",
        "mov",
        "webm",
        "canvas",
        "excalidraw",
        "csv",
        "zip",
        "html",
        "base",
        "epub",
    ];
    let ending = note
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{Target, bare};

    #[test]
    fn targets() {
        let target = |note: &str, heading: Option<&str>| {
            Some(Target {
                note: note.to_owned(),
                heading: heading.map(str::to_owned),
            })
        };
        assert_eq!(Target::of_wiki("노트"), target("노트", None));
        assert_eq!(
            Target::of_wiki("a/b#큰 제목#작은 제목"),
            target("a/b", Some("작은 제목"))
        );
        assert_eq!(Target::of_wiki("노트#^ab12"), target("노트", Some("^ab12")));
        assert_eq!(Target::of_wiki("#여기"), target("", Some("여기")));
        assert_eq!(Target::of_wiki("그림.PNG"), None);
        let destination = Target::of_destination("../%EC%A7%80%ED%91%9C%201.md#x");
        assert_eq!(destination, target("../지표 1.md", Some("x")));
        assert_eq!(Target::of_destination("https://a.b/c.md"), None);
        assert_eq!(bare("[[PR-FAQ|the paper]]"), "PR-FAQ");
        assert_eq!(bare("#지표"), "지표");
    }
}
