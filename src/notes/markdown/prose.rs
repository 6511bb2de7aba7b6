//! Markdown as the words a reader sees.
//!
//! Marks of emphasis, the targets of links, comments and code are no words; a name in
//! bold with its particle behind it (`**인풋 지표**를`) is one. Lines of a list keep their
//! marks, and lines quoted from the book their `>`.

use super::link::Target;
use super::properties::Said;
use super::writer::Writer;
use crate::notes::limits::BRACKET_LIMIT;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::ops::Range;

/// The words of a Markdown text, and what stands among them.
#[derive(Debug, Default)]
pub(super) struct Prose {
    pub(super) text: String,
    /// The first heading, when it is of level 1 and nothing stands before it; it is
    /// not in the text.
    pub(super) title: Option<Said>,
    pub(super) headings: Vec<Heading>,
    pub(super) links: Vec<FoundLink>,
    /// `#tags`, without their marks.
    pub(super) tags: Vec<Said>,
    /// `^names` of blocks, and where in the text they end.
    pub(super) blocks: Vec<(String, usize)>,
}

impl Prose {
    /// How many tags stand before all headings: they may be those of each entry.
    pub(super) fn shared_tags(&self) -> usize {
        let first = self
            .headings
            .first()
            .map_or(usize::MAX, |it| it.in_file.start);
        let before = self.tags.iter().filter(|tag| tag.span.start < first);
        before.count()
    }
}

/// A heading.
#[derive(Clone, Debug)]
pub(super) struct Heading {
    pub(super) level: u8,
    pub(super) title: String,
    /// Where it stands in the text.
    pub(super) in_text: Range<usize>,
    /// Where it stands in the file.
    pub(super) in_file: Range<usize>,
}

/// A link.
#[derive(Clone, Debug)]
pub(super) struct FoundLink {
    pub(super) target: Target,
    /// Where its words stand in the text.
    pub(super) in_text: Range<usize>,
    /// Where it stands in the file.
    pub(super) in_file: Range<usize>,
    /// Where in the file its target is written, when it is not written there:
    /// `[words][1]`.
    pub(super) defined: Option<Range<usize>>,
}

/// Reads a text that starts at a byte of its file. `original` is the same before marks
/// of callouts and the like were taken out.
pub(super) fn prose(text: &str, original: &str, start: usize) -> Prose {
    if is_plain(text) || crowded(text).is_some() {
        return Prose {
            text: unix_lines(text.trim()),
            ..Prose::default()
        };
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS;
    let mut writer = Writer::new(original, start, text.len());
    let mut events = Parser::new_ext(text, options).into_offset_iter();
    while let Some((event, range)) = events.next() {
        let definition = label(&event).and_then(|label| events.reference_definitions().get(label));
        writer.defined = definition.map(|it| it.span.clone());
        writer.take(event, range);
    }
    writer.finish()
}

/// The name of the target of a link that does not write it out: `[words][name]`.
fn label<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) => {
            let named = [LinkType::Reference, LinkType::Collapsed, LinkType::Shortcut];
            named.contains(link_type).then_some(&**id)
        }
        _ => None,
    }
}

/// The first paragraph with so many `[` that the parser would need much memory for what may
/// be links; the text is then read as it stands.
pub(super) fn crowded(text: &str) -> Option<usize> {
    if text.len() <= BRACKET_LIMIT {
        return None;
    }
    let (mut at, mut start, mut count) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        let opens = line.trim_start().chars().next();
        if opens.is_none_or(|c| "#-*+>|".contains(c)) {
            (start, count) = (at, 0);
        }
        count += memchr::memchr_iter(b'[', line.as_bytes()).count();
        if count > BRACKET_LIMIT {
            return Some(start);
        }
        at += line.len();
    }
    None
}

/// Characters that may be marks wherever they stand.
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let bytes = b"*_[<>`\\#=|&^\x01";
    let mut at = 0;
    while at < bytes.len() {
        marks[bytes[at] as usize] = true;
        at += 1;
    }
    marks
};

/// Whether nothing in a text can be a mark, but for those of lists: it is its own words.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut fresh = true;
    for (at, &byte) in bytes.iter().enumerate() {
        // A line that starts so may be a rule, a list, or make a heading of the one above.
        let rule = fresh && byte == b'-' && bytes.get(at + 1) != Some(&b' ');
        // Of a line that was a property nothing but spaces is left.
        let emptied = fresh && byte == b'\n' && at > 0 && bytes[at - 1] == b' ';
        if emptied || MARKS[byte as usize] || rule || (fresh && matches!(byte, b'+' | b'\t')) {
            return false;
        }
        fresh = byte == b'\n' || (fresh && byte == b' ');
    }
    let twice = ["~~", "((", "{{"];
    twice
        .iter()
        .all(|mark| memchr::memmem::find(bytes, mark.as_bytes()).is_none())
}

fn unix_lines(text: &str) -> String {
    match text.contains('\r') {
        true => text.replace("\r\n", "\n"),
        false => text.to_owned(),
    }
}
