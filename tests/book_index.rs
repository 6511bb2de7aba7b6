//! The back-of-the-book index.

use crate::support::{Opened, TestLibrary, diary};
use bookgraph::graph::BookGraph;
use bookgraph::index::{By, Heading, Index, IndexOptions, Locator, MainHeading, Place};
use bookgraph::model::{EntryId, Language, PageRange};
use bookgraph::place::Placement;
use bookgraph::tag::Tagging;
use bookgraph::text::collation::{Collation, Initial};
use proptest::prelude::*;

/// A book of ten days about a few concepts, some narrower than others.
fn wheel() -> TestLibrary {
    let concepts = r#"Vocabulary(concepts: [
        Concept(id: "wheel", label: (ko: "바퀴", en: "Wheel"), aliases: (ko: ["수레바퀴"], en: ["Rad"]), related: ["axle"]),
        Concept(id: "spoke", label: (ko: "바큇살", en: "Spoke"), broader: ["wheel"]),
        Concept(id: "axle", label: (ko: "굴대", en: "Axle"), aliases: (ko: ["바퀴 축"])),
        Concept(id: "unused", label: (ko: "마차", en: "Coach")),
        Concept(id: "rad-unit", label: (ko: "래드", en: "Rad")),
    ])"#;
    let mut library = TestLibrary::new()
        .file(
            "b/book.ron",
            r#"Book(id: "b", language: "ko", title: "바퀴의 책")"#,
        )
        .file("concepts.ron", concepts);
    for (day, pages, text) in [
        (1, "1-4", "바퀴는 둥글다. 바퀴에는 바큇살이 있다."),
        (2, "5-8", "바퀴가 구른다. 바퀴와 바퀴."),
        (3, "20-22", "바큇살을 센다."),
        (4, "30", "바퀴와 굴대를 잇는다. 굴대는 단단하다."),
        (5, "40-44", "바퀴, 굴대, 바큇살을 다시 본다."),
        (6, "50", "바퀴를 그린다."),
        (7, "60", "바퀴를 판다."),
        (8, "70", "바퀴를 산다."),
        (9, "80", "바퀴를 간다."),
    ] {
        let entry =
            format!(r#"Entry(id: "day-{day}", day: {day}, pages: "{pages}", text: "{text}")"#);
        library = library.file(&format!("b/day-{day}.ron"), &entry);
    }
    let late = r#"Entry(id: "late", date: "2024-03-01", text: "래드라는 단위를 본다.")"#;
    library.file("b/late.ron", late)
}

/// Reads a library, in which `Rad` may name two concepts.
fn opened(library: &TestLibrary) -> Opened {
    let library = library.read().library;
    let tagging = Tagging::of(&library);
    let graph = BookGraph::build(&library, &tagging, Placement::of(&library));
    Opened {
        library,
        tagging,
        graph,
    }
}

fn index(opened: &Opened, by: By, language: Language) -> Index {
    let entries: Vec<EntryId> = opened.library.entry_ids().collect();
    let options = IndexOptions {
        language,
        by,
        min_entries: 1,
    };
    Index::of(&opened.library, &opened.tagging, &entries, &options)
}

fn main_of<'i>(index: &'i Index, term: &str) -> &'i MainHeading {
    let main = index.headings().find_map(|heading| match heading {
        Heading::Main(main) if main.term == term => Some(main),
        _ => None,
    });
    main.unwrap_or_else(|| panic!("no heading {term}"))
}

fn pages(locators: &[Locator]) -> Vec<(u32, u32)> {
    let pages = locators.iter().filter_map(|locator| match locator.place {
        Place::Pages(PageRange { first, last }) => Some((first, last)),
        _ => None,
    });
    pages.collect()
}

#[test]
fn locators_are_merged_and_broken_down_when_they_are_many() {
    let opened = opened(&wheel());
    let index = index(&opened, By::Pages, Language::KOREAN);
    let wheel = main_of(&index, "바퀴");
    // Days 1 and 2 follow each other; pages in a row are one range when they are
    // treated alike.
    let covered: Vec<u32> = pages(&wheel.locators)
        .iter()
        .flat_map(|&(a, b)| a..=b)
        .collect();
    let expected: Vec<u32> = (1..=8)
        .chain([30])
        .chain(40..=44)
        .chain([50, 60, 70, 80])
        .collect();
    assert_eq!(covered, expected);
    assert!(wheel.locators.len() > 6);
    let id = |id: &str| opened.library.vocabulary().find(id).unwrap();
    let spoke = &wheel.subheadings[0];
    assert_eq!((spoke.concept, spoke.narrower), (id("spoke"), true));
    assert_eq!(pages(&spoke.locators).first(), Some(&(1, 4)));
    // What the heading is named with comes next, with the entries about both.
    let axle = &wheel.subheadings[1];
    assert_eq!((axle.concept, axle.narrower), (id("axle"), false));
    assert_eq!(pages(&axle.locators), [(30, 30), (40, 44)]);
    // A subheading is no cross-reference besides.
    assert!(wheel.see_also.is_empty(), "{:?}", wheel.see_also);
    assert_eq!(main_of(&index, "바큇살").see_also, [id("wheel")]);
    // An entry without pages has its day.
    let unit = main_of(&index, "래드");
    let date = jiff::civil::date(2024, 3, 1);
    assert_eq!(unit.locators[0].place, Place::Date(date));
}

#[test]
fn other_names_refer_to_the_preferred_one() {
    let opened = opened(&wheel());
    let korean = index(&opened, By::Pages, Language::KOREAN);
    let see = |index: &Index| -> Vec<(String, Vec<String>)> {
        let label = |&id: &_| opened.library.vocabulary().get(id).id.clone();
        let see = index.headings().filter_map(|heading| match heading {
            Heading::See { term, to } => Some((term.clone(), to.iter().map(label).collect())),
            Heading::Main(_) => None,
        });
        see.collect()
    };
    let expect = |pairs: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        let owned = |(term, to): &(&str, &[&str])| {
            let to = to.iter().map(|&it| it.to_owned()).collect();
            ((*term).to_owned(), to)
        };
        pairs.iter().map(owned).collect()
    };
    // `바퀴 축` stands beside 바퀴, which is not what it means; nothing refers to
    // 마차, which no entry is about; Rad is two concepts.
    assert_eq!(
        see(&korean),
        expect(&[
            ("바퀴 축", &["axle"]),
            ("수레바퀴", &["wheel"]),
            ("Axle", &["axle"]),
            ("Rad", &["rad-unit", "wheel"]),
            ("Spoke", &["spoke"]),
            ("Wheel", &["wheel"]),
        ])
    );
    // In English, Rad is a label: whoever looks there may mean the other one.
    let english = index(&opened, By::Entries, Language::ENGLISH);
    let wheel = opened.library.vocabulary().find("wheel").unwrap();
    assert_eq!(main_of(&english, "Rad").see_also, [wheel]);
    let places: Vec<Place> = main_of(&english, "Axle")
        .locators
        .iter()
        .map(|locator| locator.place)
        .collect();
    let day = |id: &str| Place::Entry(opened.library.find_entries(id)[0]);
    assert_eq!(places, [day("day-4"), day("day-5")]);
}

#[test]
fn groups_are_in_the_order_of_the_alphabet() {
    let opened = diary();
    for language in [Language::KOREAN, Language::ENGLISH] {
        let index = index(&opened, By::Pages, language);
        let initials: Vec<Initial> = index.groups.iter().map(|group| group.initial).collect();
        assert!(initials.is_sorted(), "{initials:?}");
        assert_eq!(initials.first(), Some(&Initial::Hangul('ㄱ')));
        let collation = Collation::default();
        let headings: Vec<&Heading> = index.headings().collect();
        let in_order = headings.is_sorted_by(|a, b| collation.compare(a.term(), b.term()).is_le());
        assert!(in_order);
    }
}

#[test]
fn names_in_every_format() {
    let library = wheel();
    let text = library.run(&["index"]).stdout;
    assert!(
        text.contains("\nㅂ\n바퀴  ") && text.contains("굴대와 함께  30, 40–44"),
        "{text}"
    );
    let english = library.run(&["index", "--lang", "en", "-f", "md"]).stdout;
    assert!(
        english.contains("## ㄱ\n\n- 굴대. *See* Axle\n"),
        "{english}"
    );
    assert!(english.contains("  - and Axle, "), "{english}");
    let csv = library.run(&["index", "-f", "csv"]).stdout;
    assert!(csv.starts_with("initial,term,concept,kind,subheading,book,locator,main,entries,to\n"));
    assert!(
        csv.contains(",래드,rad-unit,locator,,b,2024-03-01,yes,late,\n"),
        "{csv}"
    );
    assert_eq!(library.run(&["index", "--min-entries", "99"]).status, 1);
    let page = library.run(&["index", "-f", "html"]).stdout;
    assert!(page.contains("default-src &#39;none&#39;") && !page.contains("<script"));
    assert!(
        page.contains("<dfn>바퀴</dfn>, <span title=\"1일차 (p1–4)\"><b>1–4</b></span>, "),
        "{page}"
    );
    let links: Vec<&str> = page.split("href=\"#").skip(1).collect();
    assert!(links.len() > 10);
    for link in links {
        let address = link.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{address}\"")), "{address}");
    }
}

fn a_library(days: &[(Option<u32>, Vec<usize>)]) -> TestLibrary {
    const NAMES: [&str; 5] = ["바퀴", "굴대", "바큇살", "마차", "수레"];
    let concepts: Vec<String> = NAMES
        .iter()
        .enumerate()
        .map(|(at, name)| {
            format!(r#"Concept(id: "c{at}", label: (ko: "{name}", en: "Thing {at}"))"#)
        })
        .collect();
    let entries = days.iter().enumerate().map(|(day, (page, named))| {
        let words: Vec<&str> = named.iter().map(|&at| NAMES[at]).collect();
        let pages = page.map_or_else(String::new, |page| {
            format!("pages: \"{page}-{}\",", page + 2)
        });
        let text = words.join(". ");
        format!(
            r#"Entry(id: "e{day}", day: {}, {pages} text: "{text}")"#,
            day + 1
        )
    });
    let entries: Vec<String> = entries.collect();
    TestLibrary::new()
        .file(
            "b/book.ron",
            r#"Book(id: "b", language: "ko", title: "책")"#,
        )
        .file(
            "concepts.ron",
            &format!("Vocabulary(concepts: [{}])", concepts.join(", ")),
        )
        .file(
            "b/entries.ron",
            &format!("Entries(entries: [{}])", entries.join(", ")),
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every locator is of entries about its term, on its pages, and together
    /// they are all; every concept that the notes name is a main heading once.
    #[test]
    fn an_index_is_sound_and_complete(
        days in prop::collection::vec(
            (prop::option::of(1_u32..60), prop::collection::vec(0_usize..5, 0..6)),
            1..14,
        ),
    ) {
        let opened = a_library(&days).open();
        for by in [By::Pages, By::Entries] {
            let index = index(&opened, by, Language::KOREAN);
            let mut mains = Vec::new();
            for heading in index.headings() {
                let Heading::Main(main) = heading else { continue };
                mains.push(main.concept);
                let mut located = Vec::new();
                for locator in &main.locators {
                    prop_assert!(!locator.entries.is_empty());
                    for &entry in &locator.entries {
                        prop_assert!(opened.tagging.tag(entry, main.concept).is_some());
                        if let Place::Pages(place) = locator.place {
                            let pages = opened.library.entry(entry).pages.unwrap();
                            prop_assert!(pages.first <= place.last && place.first <= pages.last);
                        }
                        located.push(entry);
                    }
                }
                located.sort_unstable();
                located.dedup();
                let about: Vec<EntryId> =
                    opened.tagging.about(main.concept).map(|tag| tag.entry).collect();
                prop_assert_eq!(located, about);
                for sub in &main.subheadings {
                    for entry in sub.locators.iter().flat_map(|it| &it.entries) {
                        prop_assert!(opened.tagging.tag(*entry, sub.concept).is_some());
                    }
                }
                for other in &main.see_also {
                    prop_assert!(opened.tagging.about(*other).len() > 0, "a blind reference");
                }
            }
            mains.sort_unstable();
            let named: Vec<_> = opened.library.vocabulary().ids()
                .filter(|&concept| opened.tagging.about(concept).len() > 0)
                .collect();
            prop_assert_eq!(mains, named);
        }
    }
}

/// The title of a book is printed whole, however long.
#[test]
fn titles_of_books_are_whole() {
    let title = "The Long and Winding History of Lighthouses, Keepers and Fog";
    let library = TestLibrary::with_concepts(&[("light", "불빛", "Light")])
        .entry("a", "The light.")
        .file("c/book.ron", &format!("Book(id: \"c\", title: {title:?})"))
        .file("c/a.ron", r#"Entry(id: "a", text: "The light.")"#);
    for format in ["text", "md", "html"] {
        let index = library.run(&["index", "--lang", "en", "-f", format]).stdout;
        assert!(index.contains(title) && !index.contains("…"), "{index}");
    }
}
