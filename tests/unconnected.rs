//! What the notes leave out or leave unconnected.

use crate::support::{Opened, TestLibrary, diary};
use bookgraph::analyse::Unconnected;
use bookgraph::model::{BookId, ChapterId, ConceptId, EntryId};

/// Three chapters of ten pages; the first has four entries, of which two are about
/// rye bread and two about a river, the second one with a single mention of a
/// boat, and the third none, though an entry points to it.
fn library() -> Opened {
    let entry = |id: u32, chapter: &str, pages: (u32, u32), text: &str| {
        format!("Entry(id: \"{id}\", chapters: [{chapter:?}], pages: {pages:?}, text: {text:?})")
    };
    TestLibrary::new()
        .file(
            "b/book.ron",
            r#"Book(id: "b", title: "A book", edition: (pages: 40), outline: [
                Chapter(id: "1", number: 1, title: "One", starts: Page(1), ends: Page(10)),
                Chapter(id: "2", number: 2, title: "Two", starts: Page(11), ends: Page(20)),
                Chapter(id: "3", number: 3, title: "Three", starts: Page(21), ends: Page(30)),
            ])"#,
        )
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [
                Concept(id: "bread", label: (ko: "호밀빵", en: "Rye bread"), related: ["river"]),
                Concept(id: "river", label: (ko: "강물", en: "River")),
                Concept(id: "water", label: (ko: "물줄기", en: "Water course")),
                Concept(id: "brook", label: (ko: "시냇물", en: "Brook"), broader: ["water"]),
                Concept(id: "boat", label: (ko: "나룻배", en: "Boat")),
                Concept(id: "star", label: (ko: "별빛", en: "Starlight")),
            ])"#,
        )
        .file(
            "b/1.ron",
            &entry(
                1,
                "1",
                (1, 2),
                "호밀빵을 구웠다. 물줄기는 멀다. 호밀빵은 검다.",
            ),
        )
        .file(
            "b/2.ron",
            &entry(
                2,
                "1",
                (3, 4),
                "강물은 깊다. 강물은 차다. 시냇물은 얕다. 시냇물이다.",
            ),
        )
        .file(
            "b/3.ron",
            &entry(
                3,
                "1",
                (7, 8),
                "호밀빵이 익었다. 호밀빵이다. 물줄기도 보인다.",
            ),
        )
        .file(
            "b/4.ron",
            &entry(
                4,
                "1",
                (9, 10),
                "강물이 흐른다. 강물이다. 시냇물도 시냇물이다.",
            ),
        )
        .file(
            "b/5.ron",
            &entry(
                5,
                "2",
                (11, 20),
                "3장에서 살펴보겠지만 나룻배는 강물 위에 떠 있다.",
            ),
        )
        .open()
}

fn gaps(opened: &Opened) -> Unconnected {
    let entries: Vec<EntryId> = opened.library.entry_ids().collect();
    Unconnected::of(
        &opened.library,
        &opened.tagging,
        opened.graph.placement(),
        &entries,
        None,
    )
}

fn id(opened: &Opened, concept: ConceptId) -> &str {
    &opened.library.vocabulary().get(concept).id
}

#[test]
fn concepts_of_one_chapter_that_no_entry_has_together() {
    let opened = library();
    let found = gaps(&opened);
    let pairs: Vec<[&str; 2]> = found
        .pairs
        .iter()
        .map(|pair| pair.concepts.map(|concept| id(&opened, concept)))
        .collect();
    // The brook is a water course: no pair, though no entry has both.
    assert_eq!(
        pairs,
        [["bread", "river"], ["bread", "brook"], ["river", "water"]]
    );
    let pair = &found.pairs[0];
    // 2 · 2 / 4 entries; C(2, 2) / C(4, 2).
    assert!((pair.expected - 1.0).abs() < 1e-9 && (pair.chance - 1.0 / 6.0).abs() < 1e-9);
    assert!(pair.related && !found.pairs[1].related);
    assert_eq!(pair.entries.map(EntryId::index), [0, 1]);
    let chapters: Vec<u32> = pair
        .chapters
        .iter()
        .flatten()
        .map(|chapter| chapter.index)
        .collect();
    assert_eq!(chapters, [0]);
}

#[test]
fn chapters_and_pages_without_an_entry() {
    let opened = library();
    let mut found = gaps(&opened);
    let [chapter] = &found.chapters[..] else {
        panic!("one chapter: {:?}", found.chapters)
    };
    assert_eq!(chapter.chapter.index, 2);
    let [pointing] = &chapter.pointing[..] else {
        panic!("one entry points to it")
    };
    assert_eq!(pointing.entry.index(), 4);
    type Told = (String, Option<usize>, Option<usize>, Vec<u32>);
    let pages: Vec<Told> = found
        .pages
        .iter()
        .map(|gap| {
            let chapters = gap.chapters.iter().map(|chapter| chapter.index);
            (
                gap.pages.to_string(),
                gap.before.map(EntryId::index),
                gap.after.map(EntryId::index),
                chapters.collect(),
            )
        })
        .collect();
    assert_eq!(
        pages,
        [
            ("5–6".to_owned(), Some(1), Some(2), vec![0]),
            ("21–40".to_owned(), Some(4), None, vec![2]),
        ]
    );
    found.within(&[ChapterId {
        book: BookId(0),
        index: 0,
    }]);
    assert_eq!((found.chapters.len(), found.pages.len()), (0, 1));
}

#[test]
fn concepts_named_once_or_never() {
    let opened = library();
    let found = gaps(&opened);
    let [once] = &found.once[..] else {
        panic!("one concept is named once: {:?}", found.once)
    };
    assert_eq!(
        (id(&opened, once.concept), once.entry.index(), once.sentence),
        ("boat", 4, Some(0))
    );
    assert_eq!(id(&opened, once.with[0]), "river");
    // The nearest other entry about the river.
    assert_eq!(once.may_belong.map(EntryId::index), Some(3));
    assert_eq!(
        found
            .never
            .iter()
            .map(|&it| id(&opened, it))
            .collect::<Vec<_>>(),
        ["star"]
    );
}

/// What is reported of the diary is so.
#[test]
fn every_gap_of_the_diary_is_one() {
    let opened = diary();
    let found = gaps(&opened);
    assert!(!found.groups.is_empty() && !found.pairs.is_empty());
    for gap in &found.groups {
        assert!(gap.observed <= gap.expected / 2.0 && gap.expected >= 3.0);
        assert!(!gap.chapters.is_empty() && !gap.entries.is_empty());
        let mut own = gap.groups.iter().flatten();
        assert!(!own.any(|concept| gap.bridges.contains(concept)));
    }
    for pair in &found.pairs {
        let [a, b] = pair.concepts;
        let both = |entry| {
            opened.tagging.tag(entry, a).is_some() && opened.tagging.tag(entry, b).is_some()
        };
        assert!(!opened.library.entry_ids().any(both));
        assert!((0.0..=1.0).contains(&pair.chance) && pair.expected >= 1.0);
        for (concept, entry) in pair.concepts.into_iter().zip(pair.entries) {
            assert!(opened.tagging.tag(entry, concept).is_some());
        }
    }
    // The pages go from 353 to 440 of 460.
    let pages: Vec<String> = found
        .pages
        .iter()
        .map(|gap| gap.pages.to_string())
        .collect();
    assert_eq!(pages, ["1–352", "441–460"]);
    let named = opened.library.vocabulary().ids();
    let named = named
        .filter(|&concept| opened.tagging.about(concept).len() > 0)
        .count();
    assert_eq!(found.never.len() + named, opened.library.vocabulary().len());
}
