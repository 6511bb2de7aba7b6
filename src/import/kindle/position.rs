//! Where a Kindle's note stands: pages, locations, and what is neither.

use super::words::{names_location, names_page};
use crate::model::PageRange;

/// Where a note stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Position {
    /// The pages, as numbers.
    pub(super) pages: Option<PageRange>,
    /// A page that is no number: `page ix`.
    pub(super) roman: Option<String>,
    /// The locations, first and last.
    pub(super) location: Option<(u32, u32)>,
    /// Names that stand beside them: of chapters, in a notebook.
    pub(super) names: Vec<String>,
}

impl Position {
    /// Reads pieces such as `on page ix `, ` location 247-248 `, `您在第 25 页`.
    pub(super) fn read<'a>(pieces: impl Iterator<Item = &'a str>) -> Self {
        let mut position = Self::default();
        for piece in pieces {
            let range = first_range(piece);
            if names_location(piece) {
                position.location = position.location.or(range);
            } else if names_page(piece) {
                match range {
                    Some((first, last)) => {
                        position.pages = position.pages.or(PageRange::new(first, last));
                    }
                    None => position.roman = roman(piece),
                }
            } else if !piece.trim().is_empty() {
                position.names.push(piece.trim().to_owned());
            }
        }
        position
    }

    /// The place as an entry keeps it beside its pages: `loc. 247–248`.
    pub(super) fn shown(&self) -> Option<String> {
        let location = self.location.map(|(first, last)| match first == last {
            true => format!("loc. {first}"),
            false => format!("loc. {first}–{last}"),
        });
        match (&self.roman, location) {
            (Some(page), Some(location)) => Some(format!("{page}, {location}")),
            (page, location) => location.or_else(|| page.clone()),
        }
    }

    /// The place as part of a key.
    pub(super) fn key(&self) -> String {
        match (self.location, self.pages, &self.roman) {
            (Some((first, _)), _, _) => format!("loc {first}"),
            (None, Some(pages), _) => format!("page {}", pages.first),
            (None, None, Some(page)) => page.clone(),
            (None, None, None) => "?".to_owned(),
        }
    }

    /// Whether two stand at places that have something in common: by locations where
    /// both have them, or else by pages.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        match (self.location, other.location) {
            (Some(one), Some(two)) => one.0 <= two.1 && two.0 <= one.1,
            _ => match (self.pages, other.pages) {
                (Some(one), Some(two)) => one.first <= two.last && two.first <= one.last,
                _ => self.roman.is_some() && self.roman == other.roman,
            },
        }
    }

    /// How many locations it takes, for the closest of several.
    pub(super) fn length(&self) -> u32 {
        self.location.map_or(u32::MAX, |(first, last)| last - first)
    }
}

/// The first number or range of a piece; the end may be abbreviated: `597-98`.
fn first_range(piece: &str) -> Option<(u32, u32)> {
    let start = piece.find(|c: char| c.is_ascii_digit())?;
    let (first, rest) = number(&piece[start..])?;
    let joined = rest.trim_start().strip_prefix(['-', '–', '~', '—']);
    let Some((last, _)) = joined.and_then(|rest| number(rest.trim_start().trim_start_matches('#')))
    else {
        return Some((first, first));
    };
    let base = 10_u32.saturating_pow(last.checked_ilog10().unwrap_or(0) + 1);
    match last < first {
        true => {
            let whole = first - first % base + last;
            Some((first, whole.max(first)))
        }
        false => Some((first, last)),
    }
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// A page with a roman number.
fn roman(piece: &str) -> Option<String> {
    let words = piece.split(|c: char| !c.is_alphanumeric());
    let mut last = words.filter(|word| !word.is_empty());
    let found = last.find(|word| {
        word.chars()
            .all(|c| "ivxlcdm".contains(c.to_ascii_lowercase()))
    })?;
    Some(format!("p. {}", found.to_lowercase()))
}
