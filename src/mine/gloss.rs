//! Names that a parenthesis says in other letters: 인풋 지표(input metric),
//! corporate social responsibility (CSR).

use super::lexis::Lexis;
use super::passage::Passage;
use super::sighting::Sighting;
use crate::text::fold::is_syllable;
use std::ops::Range;

/// A parenthesis longer than this, in bytes, explains instead of naming.
const LONGEST: usize = 60;

/// An abbreviation has at most so many letters.
const LONGEST_ABBREVIATION: usize = 8;

/// Whether a sighting stands before a parenthesis in other letters, or in one.
pub(super) fn is_glossed(passage: &Passage<'_>, lexis: &Lexis, sighting: &Sighting) -> bool {
    let tokens = sighting.tokens();
    let span = passage.span(lexis, tokens.start, tokens.len());
    let text = passage.text;
    if let Some(outside) = around(text, &span) {
        return text[span].is_ascii() && text[outside].ends_with(is_syllable);
    }
    let Some(inside) = behind(text, &span) else {
        return false;
    };
    let inside = &text[inside];
    let is_latin = inside.starts_with(|c: char| c.is_ascii_alphabetic())
        && !inside.contains([',', '.', ':', ';']);
    (is_latin && !text[span].is_ascii()) || abbreviates(inside, passage, lexis, tokens)
}

/// The inside of the parenthesis right behind a span.
pub(super) fn behind(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let rest = &text[span.end..];
    let open = ["(", " ("].iter().find(|open| rest.starts_with(**open))?;
    let start = span.end + open.len();
    let most = text.len().min(start + LONGEST + 1);
    let length = text.as_bytes()[start..most]
        .iter()
        .position(|byte| matches!(byte, b')' | b'('))?;
    let end = start + length;
    (length > 0 && text[end..].starts_with(')')).then_some(start..end)
}

/// What stands before the parenthesis that a span fills, up to it.
pub(super) fn around(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let before = text[..span.start].strip_suffix('(')?;
    text[span.end..]
        .starts_with(')')
        .then(|| 0..before.trim_end_matches(' ').len())
}

/// Whether these words are what the letters in parentheses stand for. The idea
/// is that of A. Schwartz and M. Hearst, "A simple algorithm for identifying
/// abbreviation definitions in biomedical text", PSB 2003; here every word
/// must give its first letter.
fn abbreviates(inside: &str, passage: &Passage<'_>, lexis: &Lexis, tokens: Range<usize>) -> bool {
    let letters = inside.strip_suffix('s').unwrap_or(inside);
    if tokens.len() < 2
        || letters.len() > LONGEST_ABBREVIATION
        || !letters.chars().all(|c| c.is_ascii_uppercase())
    {
        return false;
    }
    let words = &passage.tokens[tokens];
    let initials = |all: bool| -> String {
        words
            .iter()
            .filter(|token| all || lexis.word(token.word).closes())
            .filter_map(|token| passage.text[token.start as usize..].chars().next())
            .map(|c| c.to_ascii_uppercase())
            .collect()
    };
    letters == initials(true) || letters == initials(false)
}
