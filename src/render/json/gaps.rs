//! `bookgraph.gaps/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, bound, hundredths, pages};
use crate::analyse::{ApartPair, ChapterGap, GroupGap, NamedOnce, PageGap, Unconnected, naming};
use crate::model::{ChapterId, ConceptId, EntryId};
use crate::render::{AnswerSource, GapsShown, phrases};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct GapsShape {
    schema: &'static str,
    groups: SectionShape<GroupGapShape>,
    pairs: SectionShape<PairShape>,
    chapters: SectionShape<ChapterGapShape>,
    pages: SectionShape<PageGapShape>,
    once: SectionShape<OnceShape>,
    never: SectionShape<ConceptShape>,
}

impl JsonAnswer for GapsShape {
    const SCHEMA: &'static str = "bookgraph.gaps/1";
}

/// How many there are, and the first of them.
#[derive(Serialize, JsonSchema)]
struct SectionShape<T> {
    count: usize,
    items: Vec<T>,
}

#[derive(Serialize, JsonSchema)]
struct GroupGapShape {
    groups: Vec<Vec<ConceptShape>>,
    observed: f64,
    expected: f64,
    chapters: Vec<Option<String>>,
    between: Vec<ConceptShape>,
    entries: Vec<EntryShape>,
}

#[derive(Serialize, JsonSchema)]
struct PairShape {
    concepts: Vec<ConceptShape>,
    expected: f64,
    chance: f64,
    related: bool,
    chapters: Vec<Option<String>>,
    entries: Vec<NamingShape>,
}

#[derive(Serialize, JsonSchema)]
struct NamingShape {
    entry: EntryShape,
    sentence: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct ChapterGapShape {
    id: String,
    book: String,
    starts: [Option<u32>; 2],
    ends: [Option<u32>; 2],
    pointing: Vec<NamingShape>,
}

#[derive(Serialize, JsonSchema)]
struct PageGapShape {
    book: String,
    pages: [u32; 2],
    chapters: Vec<String>,
    before: Option<EntryShape>,
    after: Option<EntryShape>,
}

#[derive(Serialize, JsonSchema)]
struct OnceShape {
    concept: ConceptShape,
    named_in: NamingShape,
    named_with: Vec<ConceptShape>,
    may_belong: Option<EntryShape>,
}

/// What the notes leave out or leave unconnected.
pub fn gaps(source: &AnswerSource<'_>, found: &Unconnected, shown: GapsShown) -> String {
    let shapes = Shapes { source, shown };
    print(&GapsShape {
        schema: GapsShape::SCHEMA,
        groups: shapes.section(shown.groups, &found.groups, Shapes::group),
        pairs: shapes.section(shown.pairs, &found.pairs, Shapes::pair),
        chapters: shapes.section(shown.chapters, &found.chapters, Shapes::chapter),
        pages: shapes.section(shown.pages, &found.pages, Shapes::pages),
        once: shapes.section(shown.once, &found.once, Shapes::once),
        never: SectionShape {
            count: found.never.len(),
            items: match shown.never_listed {
                true => shapes.concepts(&found.never),
                false => Vec::new(),
            },
        },
    })
}

struct Shapes<'s, 'a> {
    source: &'s AnswerSource<'a>,
    shown: GapsShown,
}

impl Shapes<'_, '_> {
    fn section<T, S>(&self, wanted: bool, items: &[T], one: fn(&Self, &T) -> S) -> SectionShape<S> {
        let shown = if wanted { self.shown.limit } else { 0 };
        let items_shown = items.iter().take(shown);
        SectionShape {
            count: items.len(),
            items: items_shown.map(|item| one(self, item)).collect(),
        }
    }

    fn group(&self, gap: &GroupGap) -> GroupGapShape {
        let groups = gap.groups.iter();
        GroupGapShape {
            groups: groups.map(|group| self.concepts(group)).collect(),
            observed: hundredths(gap.observed),
            expected: hundredths(gap.expected),
            chapters: self.chapters(&gap.chapters),
            between: self.concepts(&gap.bridges),
            entries: gap.entries.iter().map(|&entry| self.entry(entry)).collect(),
        }
    }

    fn pair(&self, pair: &ApartPair) -> PairShape {
        let named = pair.concepts.into_iter().zip(pair.entries);
        PairShape {
            concepts: self.concepts(&pair.concepts),
            expected: hundredths(pair.expected),
            chance: hundredths(pair.chance),
            related: pair.related,
            chapters: self.chapters(&pair.chapters),
            entries: named
                .map(|(concept, entry)| {
                    let sentences = naming(self.source.tagging, entry, concept);
                    self.naming(entry, sentences.first().copied())
                })
                .collect(),
        }
    }

    fn chapter(&self, gap: &ChapterGap) -> ChapterGapShape {
        let library = self.source.library;
        let pointing = gap.pointing.iter().map(|reference| {
            let ranges: Vec<_> = self.source.tagging.sentences(reference.entry).collect();
            let at = crate::text::sentence::sentence_at(&ranges, reference.span.start);
            self.naming(reference.entry, at.map(|at| at as u32))
        });
        ChapterGapShape {
            id: library.chapter(gap.chapter).id.clone(),
            book: library.book(gap.chapter.book).id.clone(),
            starts: bound(gap.extent.starts),
            ends: bound(gap.extent.ends),
            pointing: pointing.collect(),
        }
    }

    fn pages(&self, gap: &PageGap) -> PageGapShape {
        let library = self.source.library;
        PageGapShape {
            book: library.book(gap.book).id.clone(),
            pages: pages(gap.pages),
            chapters: gap
                .chapters
                .iter()
                .map(|&chapter| phrases::chapter_id(library, chapter))
                .collect(),
            before: gap.before.map(|entry| self.entry(entry)),
            after: gap.after.map(|entry| self.entry(entry)),
        }
    }

    fn once(&self, named: &NamedOnce) -> OnceShape {
        OnceShape {
            concept: ConceptShape::new(self.source.library, self.source.words, named.concept),
            named_in: self.naming(named.entry, named.sentence),
            named_with: self.concepts(&named.with),
            may_belong: named.may_belong.map(|entry| self.entry(entry)),
        }
    }

    fn naming(&self, entry: EntryId, sentence: Option<u32>) -> NamingShape {
        let sentence = sentence.and_then(|sentence| self.source.sentence(entry, sentence));
        NamingShape {
            entry: self.entry(entry),
            sentence: sentence.map(str::to_owned),
        }
    }

    fn entry(&self, entry: EntryId) -> EntryShape {
        EntryShape::new(self.source.library, self.source.placement, entry)
    }

    fn concepts(&self, concepts: &[ConceptId]) -> Vec<ConceptShape> {
        let shape = |&id: &ConceptId| ConceptShape::new(self.source.library, self.source.words, id);
        concepts.iter().map(shape).collect()
    }

    fn chapters(&self, chapters: &[Option<ChapterId>]) -> Vec<Option<String>> {
        let id = |chapter: ChapterId| phrases::chapter_id(self.source.library, chapter);
        chapters.iter().map(|chapter| chapter.map(id)).collect()
    }
}
