//! Full text: `suite/search/*.txt` are tables of questions and of entries in
//! which what is found is marked.

use crate::support::{TestLibrary, project};
use bookgraph::model::{
    Book, BookId, Concept, ConceptId, Entry, EntryId, Language, Library, LocalText, Vocabulary,
};
use bookgraph::place::Placement;
use bookgraph::query::{Ranker, Relevance};
use bookgraph::search::{Phrase, Question, QuestionError, TextIndex, search};
use bookgraph::tag::{Field, Tagging};
use proptest::prelude::*;
use std::fmt::Write;
use unicode_normalization::UnicodeNormalization;

/// A library of entries: titles and texts.
pub(crate) fn library(entries: &[(String, String)]) -> Library {
    let entry = |(number, (title, text)): (usize, &(String, String))| Entry {
        id: format!("e{number}"),
        book: BookId::from(0),
        title: title.clone(),
        text: text.clone(),
        ..Entry::default()
    };
    let entries = entries.iter().enumerate().map(entry).collect();
    Library::new(vec![Book::default()], entries, Vocabulary::default())
}

/// Entries in the order found, with what was found in marks.
fn found(library: &Library, question: &Question) -> Vec<String> {
    let index = TextIndex::of(library);
    let all: Vec<EntryId> = library.entry_ids().collect();
    let answers = search(&index, question, &all);
    let marked = answers.iter().map(|found| {
        let entry = library.entry(found.entry);
        let hits = found.hits(&index);
        let mark = |field, text: &str| {
            let mut marked = String::new();
            let mut at = 0;
            for hit in hits.iter().filter(|hit| hit.field == field) {
                let (before, inside) = (&text[at..hit.span.start], &text[hit.span.clone()]);
                write!(marked, "{before}⟦{inside}⟧").unwrap();
                at = hit.span.end;
            }
            marked + &text[at..]
        };
        let title = mark(Field::Title, &entry.title);
        let text = mark(Field::Text, &entry.text);
        match title.is_empty() {
            true => text,
            false => format!("{title} ¶ {text}"),
        }
    });
    marked.collect()
}

/// `\n` and `\u{…}` as what they stand for.
fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').expect("a closing }");
        let code = u32::from_str_radix(code, 16).expect("a hexadecimal code");
        text.push_str(before);
        text.push(char::from_u32(code).expect("a character"));
        rest = after;
    }
    (text + rest).replace("\\n", "\n")
}

#[test]
fn what_is_found_and_in_which_order() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (path, bytes) in crate::support::files(&project().join("tests/suite/search")) {
        let table = String::from_utf8(bytes).unwrap();
        for case in cases(&table) {
            let question = Question::parse(&unescaped(&case[0][2..])).unwrap();
            let lines: Vec<String> = case[1..].iter().map(|line| unescaped(line)).collect();
            let entries: Vec<(String, String)> = lines
                .iter()
                .map(|line| line.replace(['⟦', '⟧'], ""))
                .map(|line| match line.split_once(" ¶ ") {
                    Some((title, text)) => (title.to_owned(), text.to_owned()),
                    None => (String::new(), line),
                })
                .collect();
            let marked = lines.into_iter().filter(|line| line.contains('⟦'));
            let expected: Vec<String> = marked.collect();
            let found = found(&library(&entries), &question);
            count += 1;
            if found != expected {
                wrong.push(format!("{}: {}: {found:#?}", path.display(), case[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 30, "only {count} cases");
}

/// The lines of a table, a question and its entries at a time.
fn cases(table: &str) -> Vec<Vec<&str>> {
    let mut cases: Vec<Vec<&str>> = Vec::new();
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    for line in lines.filter(|line| !line.is_empty()) {
        match line.starts_with("? ") {
            true => cases.push(vec![line]),
            false => cases.last_mut().expect("a question first").push(line),
        }
    }
    cases
}

#[test]
fn any_of_the_words_will_do_when_asked_so() {
    let texts = ["플라이휠과 구독", "구독만", "아무것도"];
    let entries = texts.map(|text| (String::new(), text.to_owned()));
    let library = library(&entries);
    let question = Question::parse("구독 플라이휠").unwrap();
    assert_eq!(found(&library, &question), ["⟦플라이휠⟧과 ⟦구독⟧"]);
    let any = found(&library, &question.any());
    assert_eq!(any, ["⟦플라이휠⟧과 ⟦구독⟧", "⟦구독⟧만"]);
}

/// Only names that some entry says are suggested.
#[test]
fn suggestions_find_something() {
    let opened = TestLibrary::with_concepts(&[
        ("lighthouse", "등대", "Lighthouse"),
        ("lighthoused", "등대지기", "Lighthoused"),
    ])
    .entry("a", "The lighthouse of 등대 stands.");
    for (typed, hint) in [
        ("lighthuose", "hint: did you mean Lighthouse?\n"),
        ("등데지기", "hint: fewer words"),
        ("듣대", "hint: did you mean 등대?\n"),
        (
            "of|stands",
            "hint: 1 have one of the words: --any of stands\n",
        ),
    ] {
        let printed = opened.run(&["search", typed]);
        assert!(printed.stderr.contains(hint), "{typed}: {}", printed.stderr);
    }
}

#[test]
fn what_asks_for_nothing_is_refused_with_its_place() {
    use QuestionError::{Empty, NoLetter, OnlyUnwanted, OpenQuote};
    for (text, expected) in [
        ("", Empty),
        ("  \n", Empty),
        ("!?", NoLetter("!?".to_owned())),
        ("지표 …", NoLetter("…".to_owned())),
        ("\"\"", NoLetter(String::new())),
        ("*", NoLetter("*".to_owned())),
        (
            "-지표 -aws",
            OnlyUnwanted(vec!["지표".to_owned(), "aws".to_owned()]),
        ),
        ("고객 \"인풋 지표", OpenQuote("인풋 지표".to_owned())),
    ] {
        assert_eq!(Question::parse(text).unwrap_err(), expected, "{text}");
    }
}

#[test]
fn a_phrase_alone_says_where_it_stands_in_an_entry() {
    let entries =
        ["다른 글", "인풋지표, 인풋 지표를"].map(|text| ("지표".to_owned(), text.to_owned()));
    let library = library(&entries);
    let index = TextIndex::of(&library);
    let phrase = Phrase::new("인풋 지표").unwrap();
    let text = &library.entry(EntryId::from(1)).text;
    let hits = phrase.in_entry(&index, EntryId::from(1));
    let spans: Vec<&str> = hits.iter().map(|hit| &text[hit.span.clone()]).collect();
    assert_eq!(spans, ["인풋지표", "인풋 지표"]);
    assert_eq!(phrase.everywhere(&index), hits);
    assert!(phrase.in_entry(&index, EntryId::from(0)).is_empty());
}

/// What the reader tagged comes first, then what names the concept, and what only
/// has words of its name or of a narrower one last.
#[test]
fn entries_are_ranked_by_relevance_to_a_concept() {
    for (label, beneath, texts) in [
        (
            LocalText::new(Language::KOREAN, "인풋 지표"),
            LocalText::new(Language::KOREAN, "재고 회전 지표"),
            [
                "인풋이 컸다.",
                "인풋 지표를 보았다.",
                "인풋 지표란 바꿀 수 있는 수다.",
                "다른 이야기.",
                "재고가 쌓였다.",
                "재고 회전 지표가 나아졌다.",
            ],
        ),
        (
            LocalText::new(Language::ENGLISH, "input metric"),
            LocalText::new(Language::ENGLISH, "stock turn metric"),
            [
                "The input was large.",
                "We saw an input metric.",
                "Input metrics are what we turn.",
                "Something else.",
                "The stock grew.",
                "The stock turn metric rose.",
            ],
        ),
    ] {
        let entries = texts.iter().enumerate().map(|(number, text)| Entry {
            id: format!("e{number}"),
            text: (*text).to_owned(),
            tags: if number == 3 {
                vec![ConceptId::from(0)]
            } else {
                Vec::new()
            },
            ..Entry::default()
        });
        let concept = Concept {
            id: "input-metric".to_owned(),
            label,
            ..Concept::default()
        };
        let narrower = Concept {
            id: "stock-turn".to_owned(),
            label: beneath,
            broader: vec![ConceptId::from(0)],
            ..Concept::default()
        };
        let vocabulary = Vocabulary::new(vec![concept, narrower]);
        let library = Library::new(vec![Book::default()], entries.collect(), vocabulary);
        let (tagging, placement) = (Tagging::of(&library), Placement::of(&library));
        let index = TextIndex::of(&library);
        let ranker = Ranker::new(&library, &tagging, &placement, &index);
        let order = |ranked: &[(EntryId, Relevance)]| -> Vec<usize> {
            ranked.iter().map(|(entry, _)| entry.index()).collect()
        };
        let asked = [ConceptId::from(0)];
        let ranked = ranker.rank(&asked, &[]);
        assert_eq!(order(&ranked), [3, 1, 2, 0, 5]);
        let wide = ranker.rank(&asked, &[ConceptId::from(1)]);
        assert_eq!(order(&wide), [3, 1, 2, 5, 0, 4]);
        assert!(wide[3].1.mentions == 1 && wide[3].1.beneath > 0.0);
        assert!(wide[5].1.words == 0.0 && wide[5].1.beneath > 0.0);
        let of = |at: usize| &ranked[at].1;
        assert!(of(0).authored && of(0).mentions == 0);
        assert!(of(1).first_in_book && of(1).as_named && !of(1).first_to_explain);
        assert!(of(2).first_to_explain && !of(2).first_in_book);
        assert!(of(3).mentions == 0 && of(3).words > 0.0);
        let sum: f64 = of(2).terms().iter().map(|(_, weight)| weight).sum();
        assert!(of(2).score() == sum && sum > 0.0);
    }
}

proptest! {
    /// Words taken from an entry find it, however either is written.
    #[test]
    fn a_phrase_of_an_entry_finds_it(
        words in prop::collection::vec("[가-힣]{2,5}|[a-zA-Z]{2,8}|[0-9]{1,4}", 1..12),
        from in any::<prop::sample::Index>(),
        length in 1..4_usize,
    ) {
        let from = from.index(words.len());
        let to = (from + length).min(words.len());
        let phrase = words[from..to].join(" ");
        let text = words.join(" ");
        let decomposed: String = text.nfd().collect();
        let spaced = text.replace(' ', " \u{200B}\n\u{A0}");
        let hyphenated = text.replace(' ', "-");
        for written in [text.clone(), decomposed, wide(&text), spaced, hyphenated] {
            let library = library(&[(String::new(), written.clone())]);
            let index = TextIndex::of(&library);
            for asked in [phrase.clone(), phrase.nfd().collect(), wide(&phrase)] {
                let quoted = Question::parse(&format!("\"{asked}\"")).unwrap();
                for question in [quoted, Question::parse(&asked).unwrap()] {
                    let found = search(&index, &question, &[EntryId::from(0)]);
                    prop_assert_eq!(found.len(), 1, "{} in {:?}", asked, written);
                    prop_assert!(found[0].score > 0.0);
                }
            }
        }
    }

    /// Whatever is asked of whatever text: hits stand on the boundaries of
    /// characters, from left to right, and none overlaps another; a phrase is
    /// found in an entry where it is found in all.
    #[test]
    fn hits_stand_on_characters_and_apart(
        texts in prop::collection::vec(note(), 1..5),
        asked in "(\"[가-힣a-z ]{1,4}\"|[가-힣]{1,2}\\*?|[a-z]{1,2}\\*?| |[ᄀ-ᅵㄱ-ㅣ㎏ﬁ&]){1,4}",
    ) {
        let entries: Vec<(String, String)> =
            texts.iter().map(|text| (text.chars().rev().collect(), text.clone())).collect();
        let library = library(&entries);
        let index = TextIndex::of(&library);
        let all: Vec<EntryId> = library.entry_ids().collect();
        let Ok(question) = Question::parse(&asked) else { return Ok(()); };
        for found in search(&index, &question.any(), &all) {
            let entry = library.entry(found.entry);
            let mut end = (Field::Title, 0);
            let hits = found.hits(&index);
            for hit in &hits {
                let text = if hit.field == Field::Title { &entry.title } else { &entry.text };
                prop_assert!(!text[hit.span.clone()].is_empty());
                prop_assert!((hit.field, hit.span.start) >= end, "{:?}", hits);
                end = (hit.field, hit.span.end);
            }
        }
        if let Some(phrase) = Phrase::new(&asked) {
            let each = all.iter().flat_map(|&entry| phrase.in_entry(&index, entry));
            prop_assert_eq!(each.collect::<Vec<_>>(), phrase.everywhere(&index));
        }
    }
}

/// Full-width letters for ASCII ones.
fn wide(text: &str) -> String {
    let wide = |c: char| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(wide).collect()
}

/// Texts rich in what matters: Hangul, marks, odd spaces, characters that fold
/// to several.
fn note() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[가-힣]{1,3}",
        "[a-zA-Z&]{1,4}",
        Just("\u{1111}\u{1173}\u{11AF}".to_owned()),
        Just("㎏ﬁ㈜".to_owned()),
        "[ \n.,()“”\u{3000}\u{200B}\u{AD}-]{1,2}",
        any::<String>().prop_map(|text| text.chars().take(4).collect()),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// Places that come from one character of the original overlap, and a phrase with a
/// comma in it stands in one field.
#[test]
fn places_are_whole_characters_of_one_field() {
    let of = |title: &str, text: &str| (title.to_owned(), text.to_owned());
    let ours = library(&[
        of("한 줄", "½컵과 ㎒s"),
        of("", "휠, 휠"),
        of("휠", "휠, 바"),
    ]);
    for (asked, expected) in [
        ("1 2", vec!["한 줄 ¶ ⟦½⟧컵과 ㎒s"]),
        ("mhz", vec!["한 줄 ¶ ½컵과 ⟦㎒s⟧"]),
        ("m*", vec!["한 줄 ¶ ½컵과 ⟦㎒s⟧"]),
        ("\"휠, 휠\"", vec!["⟦휠, 휠⟧"]),
        ("\"휠, 바\"", vec!["휠 ¶ ⟦휠, 바⟧"]),
    ] {
        assert_eq!(
            found(&ours, &Question::parse(asked).unwrap()),
            expected,
            "{asked}"
        );
    }
}
