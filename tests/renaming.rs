//! An edited vocabulary: what is taken over is what tagging from nothing gives.

use bookgraph::model::{
    Alias, Book, BookId, Concept, ConceptId, Entry, EntryId, Language, Library, LocalText,
    Vocabulary,
};
use bookgraph::search::FoldedStream;
use bookgraph::tag::{Renaming, Tagging};
use proptest::prelude::*;

/// Names that stand in each other's way: spellings, pieces, and neighbours.
const NAMES: [&str; 18] = [
    "플라이휠",
    "플라이 휠",
    "Flywheel",
    "fly-wheels",
    "AWS",
    "AWS 리전",
    "리전",
    "결과 창출",
    "결과",
    "창출",
    "Input metrics",
    "input-metric",
    "인풋 지표",
    "지표",
    "고객, 경험",
    "R&D",
    "ABI (application binary interface)",
    "책",
];

/// What texts are made of, beside names.
const PIECES: [&str; 12] = [
    "은 ", "를 ", "에서 ", " ", ". ", ", ", "\n", "의 ", "s ", "aws ", "적인 ", "ABI ",
];

fn name() -> impl Strategy<Value = String> {
    (0..NAMES.len()).prop_map(|at| NAMES[at].to_owned())
}

fn alias() -> impl Strategy<Value = Alias> {
    let words = || prop::collection::vec(name(), 0..2);
    let switches = prop::collection::vec(prop::bool::weighted(0.2), 5);
    (name(), switches, words(), words()).prop_map(|(text, on, unless, exclude)| Alias {
        text,
        language: Language::KOREAN,
        case: on[0],
        weak: on[1],
        strict: on[2],
        inner_particles: on[3],
        keep_inner: on[4],
        unless,
        exclude,
    })
}

fn concept() -> impl Strategy<Value = Concept> {
    let aliases = prop::collection::vec(alias(), 0..4);
    let exclude = prop::collection::vec(name(), 0..2);
    ("[a-g]", name(), aliases, exclude).prop_map(|(id, label, aliases, exclude)| Concept {
        id,
        label: LocalText::new(Language::KOREAN, label),
        aliases,
        exclude,
        ..Concept::default()
    })
}

/// What is done to a vocabulary at a place: a concept comes, goes, moves, or has other
/// names.
fn edit(concepts: &mut Vec<Concept>, what: u8, at: usize, other: Concept) {
    let at = at.checked_rem(concepts.len()).unwrap_or(0);
    match what {
        0 => concepts.insert(at, other),
        _ if concepts.is_empty() => {}
        1 => drop(concepts.remove(at)),
        2 => concepts[at].aliases = other.aliases,
        3 => concepts[at].exclude = other.exclude,
        4 => concepts[at].label = other.label,
        5 => concepts[at].aliases.reverse(),
        6 => concepts[at].aliases.extend(other.aliases),
        _ => {
            let moved = concepts.remove(at);
            concepts.push(moved);
        }
    }
}

fn vocabulary(concepts: &[Concept]) -> Vocabulary {
    let mut distinct: Vec<Concept> = Vec::new();
    for concept in concepts {
        if !distinct.iter().any(|other| other.id == concept.id) {
            distinct.push(concept.clone());
        }
    }
    Vocabulary::new(distinct)
}

/// A library with these texts; the first entry has tags, the second refuses them.
fn library(texts: &[String], vocabulary: Vocabulary, given: &[&str]) -> Library {
    let concepts: Vec<ConceptId> = given.iter().filter_map(|id| vocabulary.find(id)).collect();
    let some = |here: bool| if here { concepts.clone() } else { Vec::new() };
    let entries = texts.iter().enumerate().map(|(at, text)| Entry {
        id: format!("{at:03}"),
        book: BookId(0),
        title: text.chars().take(9).collect(),
        text: text.clone(),
        tags: some(at == 0),
        refused: some(at == 1),
        ..Entry::default()
    });
    let book = Book {
        id: "b".to_owned(),
        title: LocalText::new(Language::KOREAN, "플라이휠"),
        ..Book::default()
    };
    Library::new(vec![book], entries.collect(), vocabulary)
}

/// Tags the library after an edit by what is known from before it; gives how many entries
/// were tagged anew, too.
fn renewed(before: &Library, after: &Library) -> (Tagging, usize) {
    let tagging = Tagging::of(before);
    let renaming = Renaming::between(before.vocabulary(), after.vocabulary());
    let affected = FoldedStream::of(before).holding(renaming.changed());
    let known = |id: EntryId| {
        let stays = !affected.contains(&id);
        stays.then(|| renaming.take_over(tagging.tags(id), tagging.behind(id)))?
    };
    (Tagging::renewed(after, &known), affected.len())
}

fn assert_same(renewed: &Tagging, after: &Library) {
    let anew = Tagging::of(after);
    for id in after.entry_ids() {
        let told =
            |tagging: &Tagging| format!("{:#?}\n{:#?}", tagging.tags(id), tagging.behind(id));
        assert_eq!(told(renewed), told(&anew), "{}", after.entry(id).text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn an_edited_vocabulary_tags_as_one_that_was_always_so(
        concepts in prop::collection::vec(concept(), 1..6),
        edits in prop::collection::vec((0..8_u8, 0..6_usize, concept()), 1..4),
        words in prop::collection::vec(prop::collection::vec((0..NAMES.len(), 0..PIECES.len()), 0..12), 1..8),
    ) {
        let mut edited = concepts.clone();
        for (what, at, other) in edits {
            edit(&mut edited, what, at, other);
        }
        let text = |words: &Vec<(usize, usize)>| {
            let words = words.iter().map(|&(name, piece)| [NAMES[name], PIECES[piece]].concat());
            words.collect::<String>()
        };
        let texts: Vec<String> = words.iter().map(text).collect();
        let [before, after] = [vocabulary(&concepts), vocabulary(&edited)];
        // A concept that is gone is no entry's tag: the reader finds another one, or none.
        let ids = ["a", "b", "c"];
        let stay = |id: &&&str| before.find(id).is_some() == after.find(id).is_some();
        let given: Vec<&str> = ids.iter().filter(stay).copied().collect();
        let before = library(&texts, before, &given);
        let after = library(&texts, after, &given);
        let (renewed, _) = renewed(&before, &after);
        assert_same(&renewed, &after);
    }
}

#[test]
fn only_entries_with_an_edited_name_are_tagged_anew() {
    let concept = |id: &str, names: &[&str]| Concept {
        id: id.to_owned(),
        label: LocalText::new(Language::KOREAN, names[0]),
        aliases: names[1..]
            .iter()
            .map(|&text| Alias {
                text: text.to_owned(),
                ..Alias::default()
            })
            .collect(),
        ..Concept::default()
    };
    let before = [
        concept("a", &["고객"]),
        concept("b", &["플라이휠", "flywheel"]),
        concept("c", &["지표"]),
    ];
    let texts = [
        "고객은",
        "플라이휠이 돈다",
        "지표 AWS",
        "The flywheels",
        "x",
    ];
    let texts = texts.map(str::to_owned);
    for (what, anew, after) in [
        ("nothing", 0, before.to_vec()),
        (
            "an alias more, and concepts moved that share no text",
            1,
            vec![
                before[1].clone(),
                concept("c", &["지표", "AWS"]),
                before[0].clone(),
            ],
        ),
        (
            "an alias less",
            1,
            vec![
                before[0].clone(),
                concept("b", &["플라이휠"]),
                before[2].clone(),
            ],
        ),
        (
            "a concept less",
            2,
            vec![before[0].clone(), before[2].clone()],
        ),
    ] {
        let library = |concepts: &[Concept]| library(&texts, vocabulary(concepts), &[]);
        let (before, after) = (library(&before), library(&after));
        let (renewed, count) = renewed(&before, &after);
        assert_same(&renewed, &after);
        // A name that moved to the other side of others is another one.
        let moved = usize::from(what.contains("moved"));
        assert_eq!(count, anew + moved, "{what}");
    }
}
