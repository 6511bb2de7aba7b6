//! The answer to `gaps`.

use super::table;
use crate::analyse::Unconnected;
use crate::model::{ChapterId, ConceptId, EntryId, Extent};
use crate::render::{AnswerSource, GapsShown};

const HEADINGS: [&str; 8] = [
    "kind", "what", "and", "expected", "observed", "chapters", "pages", "entries",
];

/// A row for every gap.
pub fn gaps(source: &AnswerSource<'_>, found: &Unconnected, shown: GapsShown) -> String {
    let cells = Cells { source };
    let many = |wanted: bool| if wanted { shown.limit } else { 0 };
    let mut rows: Vec<[String; 8]> = Vec::new();
    rows.extend(found.groups.iter().take(many(shown.groups)).map(|gap| {
        let mut row = cells.row("groups", cells.concepts(&gap.groups[0]), &gap.entries);
        row[2] = cells.concepts(&gap.groups[1]);
        row[3] = format!("{:.2}", gap.expected);
        row[4] = format!("{:.2}", gap.observed);
        row[5] = cells.chapters(gap.chapters.iter().flatten());
        row
    }));
    rows.extend(found.pairs.iter().take(many(shown.pairs)).map(|pair| {
        let [a, b] = pair.concepts.map(|concept| cells.concepts(&[concept]));
        let mut row = cells.row("pairs", a, &pair.entries);
        row[2] = b;
        row[3] = format!("{:.2}", pair.expected);
        row[4] = "0".to_owned();
        row[5] = cells.chapters(pair.chapters.iter().flatten());
        row
    }));
    rows.extend(found.chapters.iter().take(many(shown.chapters)).map(|gap| {
        let mut pointing: Vec<EntryId> = gap.pointing.iter().map(|it| it.entry).collect();
        pointing.dedup();
        let mut row = cells.row("chapters", cells.chapters([&gap.chapter]), &pointing);
        let Extent { starts, ends } = gap.extent;
        row[6] = format!("{starts} … {ends}");
        row
    }));
    rows.extend(found.pages.iter().take(many(shown.pages)).map(|gap| {
        let beside: Vec<EntryId> = gap.before.into_iter().chain(gap.after).collect();
        let book = source.library.book(gap.book).id.clone();
        let mut row = cells.row("pages", book, &beside);
        row[5] = cells.chapters(&gap.chapters);
        row[6] = gap.pages.to_string();
        row
    }));
    rows.extend(found.once.iter().take(many(shown.once)).map(|named| {
        let mut row = cells.row("once", cells.concepts(&[named.concept]), &[named.entry]);
        row[2] = cells.concepts(&named.with);
        row
    }));
    if shown.never_listed {
        let never = found.never.iter();
        rows.extend(never.map(|&concept| cells.row("never", cells.concepts(&[concept]), &[])));
    }
    table(&HEADINGS, rows.into_iter().map(|row| row.map(Into::into)))
}

struct Cells<'s, 'a> {
    source: &'s AnswerSource<'a>,
}

impl Cells<'_, '_> {
    fn row(&self, kind: &str, what: String, entries: &[EntryId]) -> [String; 8] {
        let mut row: [String; 8] = Default::default();
        row[0] = kind.to_owned();
        row[1] = what;
        let entries = entries.iter().map(|&entry| self.source.entry_id(entry));
        row[7] = entries.collect::<Vec<_>>().join("; ");
        row
    }

    /// `streaming; netflix`.
    fn concepts(&self, concepts: &[ConceptId]) -> String {
        let id = |&concept: &ConceptId| self.source.library.vocabulary().get(concept).id.as_str();
        concepts.iter().map(id).collect::<Vec<_>>().join("; ")
    }

    /// `working-backwards/9; working-backwards/10`.
    fn chapters<'c>(&self, chapters: impl IntoIterator<Item = &'c ChapterId>) -> String {
        let library = self.source.library;
        let id = |chapter: &ChapterId| {
            let book = &library.book(chapter.book).id;
            format!("{book}/{}", library.chapter(*chapter).id)
        };
        chapters.into_iter().map(id).collect::<Vec<_>>().join("; ")
    }
}
