//! Concepts by what they hold together, their rank, or their count.

use super::{Section, Source, StandingOrder};
use crate::analyse::Standing;

/// So many concepts are shown.
const CONCEPTS: usize = 12;
/// So many members of a group are named.
const MEMBERS: usize = 4;

pub(super) fn section(source: &Source<'_>) -> Section {
    let words = source.words;
    let standings = &source.stats.standings;
    let mut section = source.section("개념", "Concepts");
    let order = match source.options.order {
        StandingOrder::Bridge => (
            "묶음을 잇는 정도가 큰 순서",
            "by how much they bridge groups",
        ),
        StandingOrder::Rank => ("중심도(PageRank) 순서", "by PageRank"),
        StandingOrder::Mentions => ("많이 언급된 순서", "by mentions"),
        StandingOrder::Entries => ("기록이 많은 순서", "by entries"),
    };
    section.heading = format!("{} ({})", section.heading, words.pick(order.0, order.1));
    section.table = source.table(&[
        ("개념", "concept"),
        ("이음#", "bridge#"),
        ("중심#", "rank#"),
        ("언급#", "mentions#"),
        ("기록#", "entries#"),
        ("이웃#", "links#"),
        ("묶음#", "group#"),
        ("처음", "first"),
        ("마지막", "last"),
    ]);
    let mut concepts: Vec<&Standing> = standings.concepts.iter().collect();
    source.options.order.sort(&mut concepts);
    let shown = source.limit(CONCEPTS).min(concepts.len());
    let rows = concepts[..shown].iter();
    section.table.rows = rows.map(|standing| row(source, standing)).collect();
    section.notes.extend(source.more(concepts.len(), shown));
    for (number, members) in standings.groups.iter().enumerate() {
        let group = match words.is_korean() {
            true => format!("묶음 {}", number + 1),
            false => format!("group {}", number + 1),
        };
        section
            .notes
            .push(format!("{group}: {}", source.labels(members, MEMBERS)));
    }
    if !standings.hubs.is_empty() {
        let said = words.pick(
            "거의 어디에나 나와 묶음이 없음",
            "nearly everywhere, and so in no group",
        );
        let hubs = source.labels(&standings.hubs, usize::MAX);
        section.notes.push(format!("{said}: {hubs}"));
    }
    section
}

fn row(source: &Source<'_>, standing: &Standing) -> Vec<String> {
    let first = standing.entries.first().map(|&it| source.entry(it));
    let last = standing.entries[1..].last().map(|&it| source.entry(it));
    let group = standing.group.map(|group| (group + 1).to_string());
    vec![
        source.label(standing.concept).to_owned(),
        format!("{:.2}", standing.bridge),
        format!("{:.2}", standing.rank),
        standing.mentions.to_string(),
        standing.entries.len().to_string(),
        standing.neighbours.to_string(),
        group.unwrap_or_default(),
        first.unwrap_or_default(),
        last.unwrap_or_default(),
    ]
}
