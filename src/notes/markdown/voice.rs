//! Who speaks in a piece of a note: lines that start with `>` are the book's.

use super::pieces::Piece;
use crate::notes::format::VoiceSource;

/// The mark of a quoted line.
const MARK: &str = "> ";

/// Who speaks. Where all is quoted the marks are taken out, as they tell nothing then.
pub(super) fn voice(piece: &mut Piece) -> VoiceSource {
    let mut lines = piece.text.lines().filter(|line| !line.is_empty());
    if !lines.clone().any(|line| line.starts_with(MARK)) {
        return VoiceSource::Own;
    }
    if !lines.all(|line| line.starts_with(MARK)) {
        return VoiceSource::Both;
    }
    let mut starts = vec![0];
    starts.extend(piece.text.match_indices('\n').map(|(at, _)| at + 1));
    starts.retain(|&at| piece.text[at..].starts_with(MARK));
    // How many marks stand before a place, each of which it moves by.
    let moved = |at: usize| {
        let before = starts.partition_point(|&start| start + MARK.len() <= at);
        at - before * MARK.len()
    };
    for link in &mut piece.links {
        link.in_text = moved(link.in_text.start)..moved(link.in_text.end);
    }
    let lines = piece.text.split('\n');
    let lines = lines.map(|line| line.strip_prefix(MARK).unwrap_or(line));
    piece.text = lines.collect::<Vec<_>>().join("\n");
    VoiceSource::Quotation
}
