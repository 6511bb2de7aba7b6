//! Links, tags, and the words between them.

use super::{OpenLink, Writer};
use crate::notes::markdown::link::Target;
use crate::notes::markdown::properties::Said;
use crate::notes::markdown::prose::FoundLink;
use crate::notes::markdown::scan::FILLER;
use crate::notes::markdown::tags::tags;
use pulldown_cmark::LinkType;
use std::ops::Range;

impl Writer<'_> {
    pub(super) fn link(&mut self, link_type: LinkType, destination: &str, range: Range<usize>) {
        let defined = self.defined.take().map(|range| self.in_file(range));
        let in_file = self.in_file(range);
        let mut link = OpenLink {
            target: None,
            in_text: self.prose.text.len(),
            in_file,
            defined,
            mute: false,
        };
        let LinkType::WikiLink { has_pothole } = link_type else {
            link.target = Target::of_destination(destination);
            self.links.push(link);
            return;
        };
        link.target = Target::of_wiki(destination);
        if self.is_tag(&link) {
            self.prose.text.pop();
            link.in_text -= 1;
            link.target = None;
            self.prose.tags.push(Said {
                text: destination.to_owned(),
                span: link.in_file.clone(),
            });
        } else {
            // What a link shows without words of its own is its target, of which the
            // folder says little; a picture shows nothing.
            link.mute = !has_pothole || link.target.is_none();
            let words = link.target.as_ref().filter(|_| !has_pothole).map(shown);
            self.write(&words.unwrap_or_default());
        }
        self.skipped += usize::from(link.mute);
        self.links.push(link);
    }

    /// Whether a link is one of `#[[two words]]`.
    fn is_tag(&self, link: &OpenLink) -> bool {
        let before = link.in_file.start.checked_sub(self.start + 1);
        let mark = before.is_some_and(|at| self.original.as_bytes().get(at) == Some(&b'#'));
        mark && self.prose.text.ends_with('#')
    }

    pub(super) fn end_link(&mut self) {
        let Some(link) = self.links.pop() else {
            return;
        };
        self.skipped -= usize::from(link.mute);
        let end = self.prose.text.len();
        self.prose.links.extend(link.target.map(|target| FoundLink {
            target,
            in_text: link.in_text.min(end)..end,
            in_file: link.in_file,
            defined: link.defined,
        }));
    }

    pub(super) fn in_file(&self, range: Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    pub(super) fn words(&mut self, words: &str, at: usize) {
        if self.pending.is_empty() {
            self.pending_at = at;
        }
        self.pending.push_str(words);
    }

    pub(super) fn write(&mut self, words: &str) {
        if self.skipped == 0 && !words.is_empty() {
            self.prose.text.push_str(words);
        }
    }

    /// Writes the words that are pending, without the marks that are left in them.
    pub(super) fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        if self.skipped == 0 {
            let fresh = self.prose.text.is_empty() || self.prose.text.ends_with(['\n', ' ', '(']);
            for tag in tags(&pending).filter(|tag| tag.start > 0 || fresh) {
                let from = self.start + self.pending_at;
                self.prose.tags.push(Said {
                    text: pending[tag.start + 1..tag.end].to_owned(),
                    span: from + tag.start..from + tag.end,
                });
            }
            self.write_words(&pending);
        }
        self.pending = pending;
        self.pending.clear();
    }

    fn write_words(&mut self, words: &str) {
        let mut rest = words;
        while let Some(at) = rest.find(['=', '*', '~', '(', '{', '}', FILLER]) {
            self.prose.text.push_str(&rest[..at]);
            rest = &rest[at..];
            rest = match () {
                () if rest.starts_with(FILLER) => self.after_filler(rest),
                () if is_mark(rest, &self.prose.text) => &rest[2..],
                () if rest.starts_with("((") => self.block_link(rest),
                () if rest.starts_with("{{embed ") => &rest["{{embed ".len()..],
                () if rest.starts_with("}}") && words.trim() == "}}" => &rest[2..],
                () => {
                    self.prose.text.push_str(&rest[..1]);
                    &rest[1..]
                }
            };
        }
        self.prose.text.push_str(rest);
    }

    /// Goes on behind a comment; of the spaces around it one is enough.
    fn after_filler<'t>(&mut self, rest: &'t str) -> &'t str {
        let after = rest.trim_start_matches(FILLER);
        match self.prose.text.ends_with([' ', '\n']) {
            true => after.trim_start_matches(' '),
            false => after,
        }
    }

    /// `((id of a block))`, as Logseq has it.
    fn block_link<'t>(&mut self, rest: &'t str) -> &'t str {
        const LENGTH: usize = 36;
        let id = rest.get(2..2 + LENGTH);
        let closed = rest
            .get(2 + LENGTH..)
            .is_some_and(|rest| rest.starts_with("))"));
        let is_id = |id: &&str| id.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
        let Some(id) = id.filter(is_id).filter(|_| closed) else {
            self.prose.text.push('(');
            return &rest[1..];
        };
        let at = self.prose.text.len();
        let in_file = self.start + self.pending_at;
        self.prose.links.push(FoundLink {
            target: Target {
                note: format!("^{id}"),
                heading: None,
            },
            in_text: at..at,
            in_file: in_file..in_file + 1,
            defined: None,
        });
        &rest[id.len() + 4..]
    }
}

/// The words of a link without any of its own.
fn shown(target: &Target) -> String {
    let note = target.note.rsplit('/').next().unwrap_or_default();
    match target
        .heading
        .as_deref()
        .filter(|heading| !heading.starts_with('^'))
    {
        Some(heading) if note.is_empty() => heading.to_owned(),
        Some(heading) => format!("{note} > {heading}"),
        None => note.to_owned(),
    }
}

/// Whether two characters are a mark of emphasis that CommonMark left: `==`, `~~`, or
/// `**` beside a bracket or a quotation mark that a particle follows.
fn is_mark(rest: &str, before: &str) -> bool {
    let Some(after) = ["==", "**", "~~"]
        .iter()
        .find_map(|mark| rest.strip_prefix(mark))
    else {
        return false;
    };
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let (previous, next) = (before.chars().next_back(), after.chars().next());
    let again = next == rest.chars().next();
    !(again || blank(previous) && blank(next))
}
