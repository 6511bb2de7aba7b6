//! Where short texts of an XML file stand.

use std::collections::HashMap;

/// The texts between the tags of a file, and the addresses in its tags, each with where it
/// stands first.
pub(super) struct Written<'a> {
    places: HashMap<&'a str, usize>,
}

impl<'a> Written<'a> {
    /// Finds them in one pass.
    pub(super) fn of(text: &'a str) -> Self {
        let mut places = HashMap::new();
        let mut put = |start: usize, end: usize| {
            let piece = &text[start..end];
            let bare = piece.trim_start();
            let start = end - bare.len();
            if !bare.is_empty() {
                places.entry(bare.trim_end()).or_insert(start);
            }
        };
        let mut open: Option<usize> = None;
        for at in memchr::memchr2_iter(b'<', b'>', text.as_bytes()) {
            if text.as_bytes()[at] == b'>' {
                open = Some(at + 1);
                if text[..at].ends_with("]]") {
                    let start = text[..at].rfind("<![CDATA[").map(|it| it + 9);
                    start.into_iter().for_each(|start| put(start, at - 2));
                }
            } else if let Some(start) = open.take() {
                put(start, at);
            }
        }
        for (at, mark) in text.match_indices("href=") {
            let inside = &text[at + mark.len()..];
            let quote = inside.chars().next().filter(|c| ['"', '\''].contains(c));
            let end = quote.and_then(|quote| inside[1..].find(quote));
            let start = at + mark.len() + 1;
            end.into_iter().for_each(|end| put(start, start + end));
        }
        Self { places }
    }

    /// Where a text stands first, in bytes.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        self.places.get(text).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Written;

    #[test]
    fn texts_between_tags_and_addresses_in_them() {
        let text = "<a><id> 1 </id><link href='http://가'/><t><![CDATA[책]]></t><id>1</id></a>";
        let written = Written::of(text);
        for (what, at) in [("1", 8), ("http://가", 27), ("책", 52)] {
            assert_eq!(written.find(what), Some(at), "{what}");
            assert!(text[at..].starts_with(what), "{what}");
        }
        assert_eq!(written.find("2"), None);
    }
}
