//! Who says what entries are about.

use super::{Section, Source};
use crate::render::share::percent;

/// So many entries are named.
const NAMED: usize = 12;

pub(super) fn section(source: &Source<'_>) -> Section {
    let words = source.words;
    let origins = &source.stats.origins;
    let mut section = source.section("태그", "Tags");
    let tags = origins.tags();
    section.table = source.table(&[("근거", "origin"), ("태그#", "tags#"), ("비율#", "share#")]);
    for (korean, english, count) in [
        ("태그와 본문", "tagged and named", origins.both),
        ("본문에서 찾음", "named in the text", origins.matched),
        ("직접 단 태그", "tagged by the reader", origins.authored),
        ("모두", "in all", tags),
        ("그 가운데 지나가며", "of these in passing", origins.passing),
    ] {
        section.table.rows.push(vec![
            words.pick(korean, english).to_owned(),
            count.to_string(),
            percent(count as f64 / tags.max(1) as f64),
        ]);
    }
    section.notes.push(words.mentions(origins.mentions));
    let (untagged, all) = (&origins.untagged, source.stats.entries.len());
    let share = percent(untagged.len() as f64 / all.max(1) as f64);
    let heading = words.pick("개념이 없는 기록", "entries without a concept");
    let count = untagged.len();
    section.notes.push(match count {
        0 => format!("{heading}: 0"),
        _ => {
            let named = source.entries(untagged, NAMED);
            format!("{heading}: {count} ({share}): {named}")
        }
    });
    section
}
