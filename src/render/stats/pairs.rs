//! Concepts most often named together.

use super::{Section, Source};

/// So many pairs are shown.
const PAIRS: usize = 10;
/// So many entries are named for each.
const NAMED: usize = 3;

pub(super) fn section(source: &Source<'_>) -> Section {
    let pairs = &source.stats.standings.pairs;
    let mut section = source.section("함께 나온 개념", "Named together");
    section.table = source.table(&[
        ("개념", "concepts"),
        ("함께#", "together#"),
        ("우연이면#", "by chance#"),
        ("기록", "entries"),
    ]);
    let shown = source.limit(PAIRS).min(pairs.len());
    for pair in &pairs[..shown] {
        let mut entries: Vec<_> = pair.evidence.iter().map(|piece| piece.entry).collect();
        entries.dedup();
        section.table.rows.push(vec![
            format!("{} – {}", source.label(pair.a), source.label(pair.b)),
            format!("{:.2}", pair.count),
            format!("{:.2}", pair.expected),
            source.entries(&entries, NAMED),
        ]);
    }
    section.notes.extend(source.more(pairs.len(), shown));
    section
}
