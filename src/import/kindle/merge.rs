//! Clippings that belong together: a highlight that was made longer, the note on it.

use super::position::Position;
use crate::import::moment::Moment;
use crate::source::Place;

/// A highlight or a note.
#[derive(Clone, Debug)]
pub(super) struct Clipping {
    pub(super) is_note: bool,
    pub(super) position: Position,
    pub(super) moment: Option<Moment>,
    pub(super) text: String,
    pub(super) place: Place,
}

/// A highlight with what was written on it, or a note by itself.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The first clipping of it: the file only grows, so this one stays.
    pub(super) first: Clipping,
    pub(super) position: Position,
    pub(super) passage: String,
    pub(super) remark: String,
    /// The other clippings that are part of it, and what they are.
    pub(super) parts: Vec<(Place, &'static str)>,
}

/// Puts the clippings of a book together, in the order of the file.
pub(super) fn marks(clippings: Vec<Clipping>) -> Vec<Mark> {
    let (notes, highlights): (Vec<_>, Vec<_>) =
        clippings.into_iter().partition(|clipping| clipping.is_note);
    let mut marks: Vec<Mark> = Vec::new();
    for highlight in highlights {
        let same = marks.iter_mut().find_map(|mark| {
            let overlaps = mark.position.overlaps(&highlight.position);
            let text = overlaps.then(|| union(&mark.passage, &highlight.text))??;
            Some((mark, text))
        });
        match same {
            Some((mark, text)) => mark.extend(highlight, text),
            None => marks.push(Mark::of(highlight)),
        }
    }
    for note in notes {
        // The closest highlight that ends where the note stands, or has it inside.
        let on = marks
            .iter_mut()
            .filter(|mark| !mark.first.is_note && mark.position.overlaps(&note.position));
        let ends = |mark: &Mark| {
            let end = |position: &Position| position.location.map(|(_, last)| last);
            end(&mark.position) != end(&note.position)
        };
        match on.min_by_key(|mark| (ends(mark), mark.position.length())) {
            Some(mark) => mark.remark(note),
            None => match marks
                .iter_mut()
                .find(|mark| mark.first.is_note && mark.position == note.position)
            {
                Some(mark) => mark.remark(note),
                None => marks.push(Mark::of(note)),
            },
        }
    }
    marks.sort_by_key(|mark| mark.first.place.span.start);
    marks
}

impl Mark {
    fn of(first: Clipping) -> Self {
        let (passage, remark) = match first.is_note {
            true => (String::new(), first.text.clone()),
            false => (first.text.clone(), String::new()),
        };
        Self {
            position: first.position.clone(),
            passage,
            remark,
            parts: Vec::new(),
            first,
        }
    }

    fn extend(&mut self, highlight: Clipping, text: String) {
        self.passage = text;
        if let (Some(one), Some(two)) = (self.position.location, highlight.position.location) {
            self.position.location = Some((one.0.min(two.0), one.1.max(two.1)));
        }
        let what = "it is part of a highlight that was made again";
        self.parts.push((highlight.place, what));
    }

    /// A note; one that was made longer takes the place of the shorter.
    fn remark(&mut self, note: Clipping) {
        if note.text.contains(&self.remark) {
            self.remark = note.text;
        } else if !self.remark.contains(&note.text) {
            self.remark = format!("{}\n\n{}", self.remark, note.text);
        }
        self.parts.push((note.place, "it is a note on a highlight"));
    }
}

/// Two passages that have the same words, as one: the longer, or both where the end of
/// one is the beginning of the other. `None` when they are different passages.
fn union(one: &str, two: &str) -> Option<String> {
    if one.contains(two) {
        return Some(one.to_owned());
    }
    if two.contains(one) {
        return Some(two.to_owned());
    }
    let shorter = one.len().min(two.len());
    let joined = |front: &str, back: &str| {
        let shared = (shorter.div_ceil(2)..shorter)
            .rev()
            .find(|&length| back.is_char_boundary(length) && front.ends_with(&back[..length]))?;
        Some(format!("{front}{}", &back[shared..]))
    };
    joined(one, two).or_else(|| joined(two, one))
}

#[cfg(test)]
mod tests {
    use super::union;

    #[test]
    fn passages_are_joined_when_they_share_words() {
        for (one, two, expected) in [
            ("the sea was", "the sea was calm", Some("the sea was calm")),
            ("the sea was calm", "sea was", Some("the sea was calm")),
            (
                "등대의 불빛은 밤새",
                "불빛은 밤새 꺼지지 않았다",
                Some("등대의 불빛은 밤새 꺼지지 않았다"),
            ),
            ("the sea", "a lamp", None),
            ("in the end", "end of all", None),
        ] {
            assert_eq!(union(one, two).as_deref(), expected, "{one} + {two}");
        }
    }
}
