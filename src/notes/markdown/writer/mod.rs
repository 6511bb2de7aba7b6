//! Markdown, event by event, written down as words.

mod blocks;
mod inline;

use super::html;
use super::link::Target;
use super::prose::Prose;
use super::scan::callout;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use std::ops::Range;

/// A list that is open: the number of its next item, if it has numbers.
type OpenList = Option<u64>;

/// A link whose words are being read.
struct OpenLink {
    target: Option<Target>,
    in_text: usize,
    in_file: Range<usize>,
    /// Where its target is written, when it is written elsewhere.
    defined: Option<Range<usize>>,
    /// Its words are not written: something else was.
    mute: bool,
}

/// Writes the words of a text.
pub(super) struct Writer<'a> {
    original: &'a str,
    start: usize,
    prose: Prose,
    /// Words that were not written yet, and where they start in the text given.
    pending: String,
    pending_at: usize,
    lists: Vec<OpenList>,
    /// For each quote that is open, whether the book speaks in it.
    quotes: Vec<bool>,
    /// The length of the mark that the next paragraph starts with.
    callout: Option<usize>,
    /// A list starts, and its first item after an empty line.
    fresh_list: bool,
    /// The next paragraph starts right behind the mark of its item.
    fresh_item: bool,
    /// Where the block that is open starts.
    block: usize,
    heading: Option<(u8, Range<usize>)>,
    links: Vec<OpenLink>,
    /// Words inside of these are not written.
    skipped: usize,
    html: String,
    cells: usize,
    /// Where the target of the link that comes next is written, when it is not written in
    /// the link: `[1]: a.md`.
    pub(super) defined: Option<Range<usize>>,
}
impl<'a> Writer<'a> {
    pub(super) fn new(original: &'a str, start: usize, length: usize) -> Self {
        Self {
            original,
            start,
            prose: Prose {
                text: String::with_capacity(length),
                ..Prose::default()
            },
            pending: String::new(),
            pending_at: 0,
            lists: Vec::new(),
            quotes: Vec::new(),
            callout: None,
            fresh_list: false,
            fresh_item: false,
            block: 0,
            heading: None,
            links: Vec::new(),
            skipped: 0,
            html: String::new(),
            cells: 0,
            defined: None,
        }
    }

    pub(super) fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Text(words) => return self.words(&words, range.start),
            Event::Code(words) => {
                self.flush();
                self.write(&words);
                return;
            }
            _ => self.flush(),
        }
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(tag) => self.close(tag),
            Event::SoftBreak => self.line_break(),
            Event::HardBreak => self.write("\n"),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(tag) => self.write(&html::words(&tag)),
            Event::TaskListMarker(done) => self.write(if done { "[x] " } else { "[ ] " }),
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => self.start_block(),
            Tag::Heading { level, .. } => {
                self.start_block();
                self.heading = Some((level as u8, range));
            }
            Tag::BlockQuote(_) => {
                let callout = callout(&self.original[range]);
                let quoted = ["quote", "cite", "인용"];
                let of_book = |(kind, _): (&str, _)| quoted.contains(&kind.to_lowercase().as_str());
                self.quotes.push(callout.is_none_or(of_book));
                self.callout = callout.map(|(_, length)| length);
                self.fresh_item = false;
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.skipped += 1,
            Tag::CodeBlock(CodeBlockKind::Indented) => self.start_block(),
            Tag::List(first) => {
                self.fresh_list = self.lists.is_empty();
                self.lists.push(first);
            }
            Tag::Item => self.item(),
            Tag::Table(_) => self.gap(2),
            Tag::TableHead | Tag::TableRow => {
                self.gap(1);
                self.write("- ");
                self.cells = 0;
            }
            Tag::TableCell => {
                if self.cells > 0 {
                    self.write(" | ");
                }
                self.cells += 1;
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            }
            | Tag::Image {
                link_type,
                dest_url,
                ..
            } => self.link(link_type, &dest_url, range),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_block(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::HtmlBlock => {
                let html = std::mem::take(&mut self.html);
                self.write(html::words(&html).trim());
                self.end_block();
            }
            TagEnd::BlockQuote(_) => {
                self.quotes.pop();
            }
            TagEnd::CodeBlock => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.end_block();
                self.fresh_item = false;
            }
            TagEnd::Link | TagEnd::Image => self.end_link(),
            _ => {}
        }
    }

    pub(super) fn finish(mut self) -> Prose {
        self.flush();
        let text = &mut self.prose.text;
        text.truncate(text.trim_end().len());
        self.prose
    }
}
