//! A note in one piece, or one for each of its headings.

use super::properties::Said;
use super::prose::{FoundLink, Heading, Prose};
use crate::model::Split;
use std::ops::Range;

/// A piece of a note that is an entry.
#[derive(Debug)]
pub(super) struct Piece {
    /// The heading that it stands under; `None` for the note as a whole, or what stands
    /// before its first heading.
    pub(super) heading: Option<Heading>,
    /// The heading above that one, unless it is the note's title.
    pub(super) above: Option<String>,
    pub(super) text: String,
    pub(super) links: Vec<FoundLink>,
    pub(super) tags: Vec<Said>,
    pub(super) blocks: Vec<String>,
    /// Where it stands in the file, its heading included.
    pub(super) in_file: Range<usize>,
}

impl Piece {
    /// Where properties in lines of their own are its own: under its heading.
    pub(super) fn range(&self) -> Range<usize> {
        match &self.heading {
            Some(_) => self.in_file.clone(),
            None => self.in_file.start..self.in_file.start,
        }
    }

    /// Where it starts in the file.
    pub(super) fn start(&self) -> usize {
        self.heading
            .as_ref()
            .map_or(0, |heading| heading.in_file.start)
    }
}

/// The level of the headings whose pieces are entries.
pub(super) fn level(split: Split, headings: &[Heading]) -> Option<u8> {
    match split {
        Split::Whole => None,
        Split::Heading(level) => headings.iter().any(|it| it.level == level).then_some(level),
        Split::Headings => (1..=6).find(|level| {
            let of_level = headings.iter().filter(|heading| heading.level == *level);
            of_level.count() > 1
        }),
    }
}

/// The pieces of a note, those without a word left out, and where the first stands in the
/// file that is one too many. `start` is where its text starts in the file.
pub(super) fn pieces(
    prose: Prose,
    split: Split,
    start: usize,
    limit: usize,
) -> (Vec<Piece>, Option<Range<usize>>) {
    let Some(level) = level(split, &prose.headings) else {
        let whole = Piece {
            heading: None,
            above: None,
            text: prose.text,
            links: prose.links,
            tags: prose.tags,
            blocks: prose.blocks.into_iter().map(|(name, _)| name).collect(),
            in_file: start..usize::MAX,
        };
        return (vec![whole], None);
    };
    let mut prose = prose;
    prose.links.sort_by_key(|link| link.in_file.start);
    prose.tags.sort_by_key(|tag| tag.span.start);
    prose.blocks.sort_by_key(|(_, at)| *at);
    let higher = |heading: &&Heading| heading.level <= level;
    let headings: Vec<&Heading> = prose.headings.iter().filter(higher).collect();
    let mut above: Option<&Heading> = None;
    let mut starts: Vec<(Option<&Heading>, Option<&Heading>)> = vec![(None, None)];
    for &heading in &headings {
        match heading.level == level {
            true => starts.push((Some(heading), above)),
            // What stands under a higher heading before the next entry is an entry too.
            false => {
                above = Some(heading);
                starts.push((Some(heading), None));
            }
        }
    }
    let too_many = starts.get(limit + 1).and_then(|(heading, _)| *heading);
    let too_many = too_many.map(|heading| heading.in_file.clone());
    starts.truncate(limit + 1);
    let length = prose.text.len();
    let cut = |(index, (heading, above)): (usize, (Option<&Heading>, Option<&Heading>))| {
        let next = headings.get(index);
        let from = heading.map_or(0, |heading| heading.in_text.end).min(length);
        let to = next
            .map_or(length, |next| next.in_text.start)
            .clamp(from, length);
        let in_file = heading.map_or(start, |heading| heading.in_file.start);
        Cut {
            prose: &prose,
            in_text: from..to,
            in_file: in_file..next.map_or(usize::MAX, |next| next.in_file.start),
        }
        .piece(heading, above.filter(|above| above.level > 1))
    };
    let pieces = starts.into_iter().enumerate().map(cut);
    let is_entry = |piece: &Piece| match &piece.heading {
        None => !piece.text.is_empty(),
        Some(heading) => heading.level == level || !piece.text.is_empty(),
    };
    let mut pieces: Vec<Piece> = pieces.collect();
    // Tags before all headings are those of the note.
    if !is_entry(&pieces[0]) {
        let of_note = std::mem::take(&mut pieces[0].tags);
        for piece in &mut pieces {
            piece.tags.extend(of_note.iter().cloned());
        }
    }
    pieces.retain(is_entry);
    (pieces, too_many)
}

/// A range of a note, in its text and in its file.
struct Cut<'a> {
    prose: &'a Prose,
    in_text: Range<usize>,
    in_file: Range<usize>,
}

impl Cut<'_> {
    fn piece(&self, heading: Option<&Heading>, above: Option<&Heading>) -> Piece {
        let whole = &self.prose.text[self.in_text.clone()];
        let skipped = self.in_text.start + whole.len() - whole.trim_start().len();
        let text = whole.trim();
        let place = |at: usize| at.saturating_sub(skipped).min(text.len());
        let prose = self.prose;
        let links = within(&prose.links, &self.in_file, |link| link.in_file.start);
        let tags = within(&prose.tags, &self.in_file, |tag| tag.span.start);
        let behind = self.in_text.start + 1..self.in_text.end + 1;
        let blocks = within(&prose.blocks, &behind, |(_, at)| *at);
        Piece {
            heading: heading.cloned(),
            above: above.map(|above| above.title.clone()),
            text: text.to_owned(),
            links: links
                .iter()
                .map(|link| FoundLink {
                    in_text: place(link.in_text.start)..place(link.in_text.end),
                    ..link.clone()
                })
                .collect(),
            tags: tags.to_vec(),
            blocks: blocks.iter().map(|(name, _)| name.clone()).collect(),
            in_file: self.in_file.clone(),
        }
    }
}

/// Those of a sorted list that are in a range.
fn within<'a, T>(list: &'a [T], range: &Range<usize>, at: impl Fn(&T) -> usize) -> &'a [T] {
    let start = list.partition_point(|it| at(it) < range.start);
    let end = list.partition_point(|it| at(it) < range.end);
    &list[start..end.max(start)]
}
