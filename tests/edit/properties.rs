//! What holds of every layout of a vocabulary.

use crate::support::TestLibrary;
use bookgraph::model::{Alias, Language, LocalText};
use bookgraph::notes::edit::{ConceptRef, Edit, EntryRef, NewConcept, Verdict, patch};
use proptest::prelude::*;

/// A vocabulary in many layouts.
fn vocabulary() -> impl Strategy<Value = String> {
    let gap = || {
        prop_oneof![
            Just(""),
            Just(" "),
            Just("\n    "),
            Just("\r\n\t"),
            Just(" // 말\n        "),
            Just("/* ] \" */"),
        ]
    };
    let name = |n: usize| {
        prop_oneof![
            Just(format!("\"이름{n}\"")),
            Just(format!("r#\"별명 \"{n}\"\"#")),
            Just(format!("\"name\\n \\\"{n}\\\\\"")),
            Just(format!("(text: \"약어{n}\", weak: true)")),
        ]
    };
    let list = move |from: usize| {
        (gap(), gap(), any::<bool>(), 0..3_usize)
            .prop_flat_map(move |(a, b, comma, count)| {
                let names: Vec<_> = (from..from + count).map(name).collect();
                (names, Just((a, b, comma)))
            })
            .prop_map(|(names, (a, b, comma))| {
                let last = if comma && !names.is_empty() { "," } else { "" };
                format!("[{a}{}{last}{b}]", names.join(&format!(",{b}")))
            })
    };
    let aliases = prop_oneof![
        Just(String::new()),
        list(0).prop_map(|list| format!("aliases: {list},")),
        (list(0), list(5)).prop_map(|(ko, en)| format!("aliases: (ko: {ko}, en: {en}),")),
        list(0).prop_map(|list| format!("aliases: (en: {list}),")),
        Just("aliases: (),".to_owned()),
    ];
    (gap(), gap(), gap(), aliases, any::<bool>()).prop_map(|(a, b, c, aliases, last)| {
        let comma = if last { "," } else { "" };
        format!(
            "Vocabulary({a}concepts: [{b}Concept({c}id: \"x\",{b}label: (ko: \"엑스\"),{a}{aliases}{c}kind: \"k\"{comma}{a}){comma}{c}],{b})"
        )
    })
}

/// Slips of the hand, and what Korean keyboards make of brackets and commas.
fn damaged(text: &str, slips: &[(usize, usize)]) -> String {
    const INSTEAD: [&str; 14] = [
        "", "，", "（", "）", "［", "］", "：", "“", "”", "\u{3000}", "\"", "//", "/*", "{",
    ];
    let mut chars: Vec<String> = text.chars().map(String::from).collect();
    for (at, kind) in slips {
        let at = at % chars.len();
        chars[at] = INSTEAD[kind % INSTEAD.len()].to_owned();
    }
    chars.concat()
}

/// A concept's id, and the language, text and weakness of its aliases.
type Names = (String, Vec<(String, String, bool)>);

/// What a vocabulary says of its concepts' names.
fn names(text: &str) -> Vec<Names> {
    let library = TestLibrary::new().file("concepts.ron", text);
    let reading = library.read();
    assert!(
        reading.diagnostics.is_empty(),
        "{:?}\n{text}",
        reading.diagnostics
    );
    let concepts = reading.library.vocabulary().concepts().iter();
    concepts
        .map(|concept| {
            let aliases = concept.aliases.iter();
            let aliases =
                aliases.map(|alias| (alias.language.to_string(), alias.text.clone(), alias.weak));
            (concept.id.clone(), aliases.collect())
        })
        .collect()
}

/// Whether all of `before` stands in `after`, in order.
fn is_kept(before: &str, after: &str) -> bool {
    let mut bytes = after.bytes();
    before.bytes().all(|byte| bytes.any(|other| other == byte))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// A new alias is all that is new, and nothing is lost.
    #[test]
    fn an_alias_is_added_and_nothing_else(
        before in vocabulary(),
        name in prop_oneof![
            Just("새 이름".to_owned()),
            Just("quote \" and \\ slash".to_owned()),
            Just("두\n줄\t이름\u{1b}".to_owned()),
            "[가-힣a-z\"\\\\#(){}\\[\\],:/*]{2,12}",
        ],
    ) {
        let korean = name.chars().any(|c| ('가'..='힣').contains(&c));
        let language = if korean { Language::KOREAN } else { Language::ENGLISH };
        let edit = Edit::AddAlias { concept: "x".to_owned(), language, name: name.clone() };
        let patched = patch("concepts.ron", &before, &edit).expect("a patch");
        // A name that folds to nothing or to one that is there is not added.
        let Some(after) = patched else { return Ok(()) };
        prop_assert!(is_kept(&before, &after), "{}\n{}", before, after);
        let is_usable = bookgraph::text::fold::is_matchable(&name);
        if is_usable {
            let (old, mut new) = (names(&before), names(&after));
            let aliases = &mut new[0].1;
            let at = aliases.iter().position(|(_, text, _)| *text == name).expect("the name");
            prop_assert_eq!(aliases.remove(at).0, language.code());
            prop_assert_eq!(old, new);
        }
        // Nothing is left to do.
        prop_assert_eq!(patch("concepts.ron", &after, &edit).expect("no patch"), None);
    }

    /// A damaged file is patched without a loss, or refused.
    #[test]
    fn a_damaged_file_loses_nothing(
        text in vocabulary(),
        slips in prop::collection::vec((0..200_usize, 0..14_usize), 1..4),
    ) {
        let before = damaged(&text, &slips);
        for edit in [
            Edit::AddAlias {
                concept: "x".to_owned(),
                language: Language::KOREAN,
                name: "새 이름".to_owned(),
            },
            Edit::Dismiss("낱말".to_owned()),
        ] {
            if let Ok(Some(after)) = patch("concepts.ron", &before, &edit) {
                prop_assert!(is_kept(&before, &after), "{}\n{}", before, after);
            }
        }
    }

    /// An entry that is damaged is judged without a loss, or not at all.
    #[test]
    fn a_damaged_entry_is_judged_or_refused(
        slips in prop::collection::vec((0..200_usize, 0..14_usize), 0..4),
        confirm in any::<bool>(),
    ) {
        let text = "Entry(\n    id: \"a\", // 첫\n    tags: [\"y\", /* 둘 */ \"x\"],\n    refused: [\"z\",],\n    text: r\"글, x, [\",\n)";
        let before = damaged(text, &slips);
        let library = TestLibrary::with_concepts(&[("x", "엑스", "Ex"), ("y", "와이", "Wy")]);
        let reading = library.read();
        let vocabulary = reading.library.vocabulary();
        let edit = Edit::Judge {
            entry: EntryRef { id: "a".to_owned(), line: 1 },
            concept: ConceptRef::of(vocabulary, vocabulary.find("x").expect("a concept")),
            verdict: if confirm { Verdict::Confirm } else { Verdict::Refuse },
        };
        if let Ok(Some(after)) = patch("a.ron", &before, &edit) {
            // The words of the note and the reader's remarks stay.
            for kept in ["글", "첫", "둘"].into_iter().filter(|kept| before.contains(kept)) {
                prop_assert!(after.contains(kept), "{}\n{}", before, after);
            }
            prop_assert_eq!(patch("a.ron", &after, &edit).expect("no patch"), None);
        }
    }

    /// A new concept stands last, and nothing is lost.
    #[test]
    fn a_concept_is_added_and_nothing_else(before in vocabulary()) {
        let edit = Edit::AddConcept(NewConcept {
            id: "new".to_owned(),
            label: LocalText::new(Language::KOREAN, "새 \"개념\""),
            aliases: vec![Alias {
                text: "brand new".to_owned(),
                language: Language::ENGLISH,
                case: true,
                ..Alias::default()
            }],
            definition: LocalText::new(Language::ENGLISH, "line\nbreak"),
            note: Some("@ remark".to_owned()),
            ..NewConcept::default()
        });
        let after = patch("concepts.ron", &before, &edit).expect("a patch").expect("a change");
        prop_assert!(is_kept(&before, &after), "{}\n{}", before, after);
        let (old, mut new) = (names(&before), names(&after));
        prop_assert_eq!(&new.pop().expect("a concept").0, "new");
        prop_assert_eq!(old, new);
    }
}
