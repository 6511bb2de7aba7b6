//! The figures as rows of a table, for spreadsheets: every row of a part, with
//! ids in place of names.

use super::Part;
use crate::analyse::{Standing, Stats};
use crate::map::Words;
use crate::model::{EntryId, Library, PageRange};
use crate::render::csv::table;
use std::borrow::Cow;

/// A part as CSV; `None` for one that has no rows.
pub fn csv(
    library: &Library,
    stats: &Stats,
    part: Part,
    concepts: &[&Standing],
    words: Words,
) -> Option<String> {
    let rows = Rows {
        library,
        stats,
        words,
    };
    let (heads, rows): (&[&str], Vec<Vec<String>>) = match part {
        Part::Coverage => (&COVERAGE, rows.coverage()),
        Part::Days => (&DAYS, rows.days()),
        Part::Concepts => (&CONCEPTS, rows.concepts(concepts)),
        Part::Growth => (&GROWTH, rows.growth()),
        Part::Pairs => (&PAIRS, rows.pairs()),
        Part::Tags | Part::Graph => return None,
    };
    let cells = rows.into_iter().map(|row| row.into_iter().map(Cow::Owned));
    Some(table(heads, cells))
}

const COVERAGE: [&str; 11] = [
    "book",
    "chapter",
    "title",
    "entries",
    "noted_least",
    "noted_most",
    "pages_least",
    "pages_most",
    "share_least",
    "share_most",
    "missing",
];
const DAYS: [&str; 8] = [
    "date",
    "entries",
    "pages",
    "page_count",
    "new_pages",
    "characters",
    "new_concepts",
    "concepts",
];
const CONCEPTS: [&str; 11] = [
    "id",
    "label",
    "bridge",
    "pagerank",
    "mentions",
    "entries",
    "links",
    "group",
    "participation",
    "first_entry",
    "last_entry",
];
const GROWTH: [&str; 5] = ["entry", "date", "new_concepts", "concepts", "new"];
const PAIRS: [&str; 6] = ["a", "b", "count", "expected", "weight", "entries"];

struct Rows<'a> {
    library: &'a Library,
    stats: &'a Stats,
    words: Words,
}

impl Rows<'_> {
    fn coverage(&self) -> Vec<Vec<String>> {
        let chapters = self.stats.coverage.iter().flat_map(|book| &book.chapters);
        let row = |chapter: &crate::analyse::ChapterCoverage| {
            let outline = self.library.chapter(chapter.chapter);
            let title = outline.title.best(self.words.language());
            let [share_least, share_most] = chapter.share.map_or([None; 2], |it| it.map(Some));
            vec![
                self.library.book(chapter.chapter.book).id.clone(),
                outline.id.clone(),
                title.unwrap_or_default().to_owned(),
                chapter.entries.len().to_string(),
                chapter.noted[0].to_string(),
                chapter.noted[1].to_string(),
                known(chapter.length[0]),
                known(chapter.length[1]),
                share_least.map(|it| format!("{it:.3}")).unwrap_or_default(),
                share_most.map(|it| format!("{it:.3}")).unwrap_or_default(),
                ranges(&chapter.missing),
            ]
        };
        chapters.map(row).collect()
    }

    fn days(&self) -> Vec<Vec<String>> {
        let several = self.stats.coverage.len() > 1;
        let days = self.stats.pace.days.iter().map(|day| {
            let pages = day.pages.iter().map(|of_book| {
                let pages = ranges(of_book.pages.ranges());
                match several {
                    true => format!("{} {pages}", self.library.book(of_book.book).id),
                    false => pages,
                }
            });
            vec![
                day.date.to_string(),
                self.entries(&day.entries),
                pages.collect::<Vec<_>>().join("; "),
                day.page_count().to_string(),
                day.new_page_count().to_string(),
                day.characters.to_string(),
                day.new_concepts.to_string(),
                day.concepts.to_string(),
            ]
        });
        days.collect()
    }

    fn concepts(&self, concepts: &[&Standing]) -> Vec<Vec<String>> {
        let row = |standing: &&Standing| {
            let concept = self.library.vocabulary().get(standing.concept);
            let group = standing.group.map(|group| (group + 1).to_string());
            vec![
                concept.id.clone(),
                concept.label_in(self.words.language()).to_owned(),
                format!("{:.3}", standing.bridge),
                format!("{:.3}", standing.rank),
                standing.mentions.to_string(),
                standing.entries.len().to_string(),
                standing.neighbours.to_string(),
                group.unwrap_or_default(),
                format!("{:.3}", standing.participation),
                self.entries(&standing.entries[..1]),
                self.entries(&standing.entries[standing.entries.len() - 1..]),
            ]
        };
        concepts.iter().map(row).collect()
    }

    fn growth(&self) -> Vec<Vec<String>> {
        let mut all = 0;
        let rows = self.stats.growth.new.iter().map(|(entry, new)| {
            all += new.len();
            let ids = new
                .iter()
                .map(|&it| self.library.vocabulary().get(it).id.as_str());
            let date = self.library.brief(*entry).date;
            vec![
                self.entries(&[*entry]),
                date.map(|date| date.to_string()).unwrap_or_default(),
                new.len().to_string(),
                all.to_string(),
                ids.collect::<Vec<_>>().join("; "),
            ]
        });
        rows.collect()
    }

    fn pairs(&self) -> Vec<Vec<String>> {
        let rows = self.stats.standings.pairs.iter().map(|pair| {
            let mut entries: Vec<EntryId> = pair.evidence.iter().map(|it| it.entry).collect();
            entries.dedup();
            vec![
                self.library.vocabulary().get(pair.a).id.clone(),
                self.library.vocabulary().get(pair.b).id.clone(),
                format!("{:.3}", pair.count),
                format!("{:.3}", pair.expected),
                format!("{:.3}", pair.weight),
                self.entries(&entries),
            ]
        });
        rows.collect()
    }

    /// The ids of entries, with their books' where there are several.
    fn entries(&self, entries: &[EntryId]) -> String {
        let id = |&entry: &EntryId| crate::render::phrases::entry_id(self.library, entry);
        entries.iter().map(id).collect::<Vec<_>>().join("; ")
    }
}

fn known(page: Option<u32>) -> String {
    page.map(|page| page.to_string()).unwrap_or_default()
}

/// `353-361; 371`.
fn ranges(ranges: &[PageRange]) -> String {
    let range = |range: &PageRange| match range.first == range.last {
        true => range.first.to_string(),
        false => format!("{}-{}", range.first, range.last),
    };
    ranges.iter().map(range).collect::<Vec<_>>().join("; ")
}
