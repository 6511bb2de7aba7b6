//! Paragraphs, headings, lists and quotations.

use super::Writer;
use crate::notes::markdown::properties::Said;
use crate::notes::markdown::prose::Heading;
use crate::notes::markdown::tags::is_tags_only;

/// Items of lists are indented by no more levels than this.
const DEEPEST: usize = 12;

impl Writer<'_> {
    /// Starts a block that stands apart, or goes on behind the mark of an item.
    pub(super) fn start_block(&mut self) {
        match std::mem::take(&mut self.fresh_item) {
            true => {}
            false => self.gap(2),
        }
        self.block = self.prose.text.len();
    }

    /// Starts a new line, or a new paragraph, with the mark of a quote.
    pub(super) fn gap(&mut self, breaks: usize) {
        let text = &mut self.prose.text;
        // The mark of a quotation in which nothing was written yet.
        if text.ends_with("\n> ") || text == "> " {
            text.truncate(text.len() - 2);
        }
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            text.extend(std::iter::repeat_n('\n', breaks));
        }
        if self.quotes.contains(&true) {
            text.push_str("> ");
        }
    }

    pub(super) fn item(&mut self) {
        let first = std::mem::take(&mut self.fresh_list);
        self.gap(1 + usize::from(first));
        let depth = self.lists.len().saturating_sub(1).min(DEEPEST);
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
            _ => "- ".to_owned(),
        };
        self.prose.text.extend(std::iter::repeat_n("  ", depth));
        self.prose.text.push_str(&mark);
        self.block = self.prose.text.len();
        self.fresh_item = true;
    }

    /// A line goes on in the next one; in a quotation it becomes one line, so that no
    /// mark stands among its words.
    pub(super) fn line_break(&mut self) {
        if self.callout.is_some() {
            // The first line of a callout is its title.
            self.end_block();
            self.gap(2);
            self.block = self.prose.text.len();
            return;
        }
        if self.quotes.contains(&true) {
            return self.write(" ");
        }
        let text = &mut self.prose.text;
        if self.skipped == 0 {
            // A comment may leave a line empty, which would end a paragraph.
            text.truncate(text.trim_end_matches(' ').len());
            if !text.ends_with('\n') {
                text.push('\n');
            }
        }
    }

    /// Takes a name of the block and lines of tags off its end.
    pub(super) fn end_block(&mut self) {
        let block = self.block.min(self.prose.text.len());
        self.end_callout(block);
        let text = &mut self.prose.text;
        text.truncate(block.max(text.trim_end().len()));
        if let Some((name, length)) = block_name(&text[block..]) {
            text.truncate(block + length);
            self.prose.blocks.push((name, block + length));
        }
        loop {
            let line = text[block..].rfind('\n').map_or(block, |end| block + end);
            if !is_tags_only(&text[line..]) {
                break;
            }
            text.truncate(line);
        }
        self.draw_links_in();
        self.block = self.prose.text.len();
    }

    /// Lets no link end behind the text.
    fn draw_links_in(&mut self) {
        let end = self.prose.text.len();
        let links = self.prose.links.iter_mut().rev();
        for link in links.take_while(|link| link.in_text.end > end) {
            link.in_text.end = link.in_text.end.min(end);
            link.in_text.start = link.in_text.start.min(end);
        }
    }

    /// Takes the mark of a callout off the paragraph that starts with it.
    fn end_callout(&mut self, block: usize) {
        let Some(length) = self.callout.take() else {
            return;
        };
        let text = &mut self.prose.text;
        let mark = text
            .get(block..block + length)
            .is_some_and(|mark| mark.starts_with("[!"));
        if !mark {
            return;
        }
        let rest = &text[block + length..];
        let length = length + rest.len() - rest.trim_start().len();
        text.replace_range(block..block + length, "");
        let links = self.prose.links.iter_mut().rev();
        for link in links.take_while(|link| link.in_text.start >= block) {
            let moved = |at: usize| at.saturating_sub(length).max(block);
            link.in_text = moved(link.in_text.start)..moved(link.in_text.end);
        }
    }

    pub(super) fn end_heading(&mut self) {
        let Some((level, range)) = self.heading.take() else {
            return;
        };
        let block = self.block.min(self.prose.text.len());
        // The next block would take wide spaces off its end, and the end be another.
        let end = self.prose.text.trim_end().len();
        self.prose.text.truncate(block.max(end));
        self.draw_links_in();
        let title = self.prose.text[block..].trim().to_owned();
        let in_file = self.in_file(range);
        let first = block == 0 && self.prose.headings.is_empty();
        if level == 1 && first && !title.is_empty() {
            self.prose.text.clear();
            self.prose
                .links
                .iter_mut()
                .for_each(|link| link.in_text = 0..0);
            self.prose.title = Some(Said {
                text: title,
                span: in_file,
            });
            return;
        }
        self.prose.headings.push(Heading {
            level,
            title,
            in_text: block..self.prose.text.len(),
            in_file,
        });
    }
}

/// `… ^name` at the end of a block, and how long the block is without it.
fn block_name(block: &str) -> Option<(String, usize)> {
    let at = block.rfind('^')?;
    let name = &block[at + 1..];
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let before = &block[..at];
    let apart = before.is_empty() || before.ends_with(char::is_whitespace);
    (is_name && apart).then(|| (format!("^{name}"), before.trim_end().len()))
}
