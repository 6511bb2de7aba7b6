//! What holds for every input.

use crate::support::TestLibrary;
use bookgraph::model::{Alias, Concept, Vocabulary};
use bookgraph::render::dot::quoted;
use bookgraph::tag::{Lexicon, Matcher, Standing};
use bookgraph::text::fold::{Folded, FoldedText, key};
use bookgraph::text::{chapter_mention, date, pages, sentence, slug, width};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Texts rich in what matters: Hangul, particles, names, marks, odd spaces.
fn note() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[가-힣]{1,4}",
        "[a-zA-Z]{1,8}",
        Just("플라이휠".to_owned()),
        Just("플라이 휠을".to_owned()),
        Just("PR/FAQ".to_owned()),
        Just("9장에서는".to_owned()),
        Just("https://a.b/c".to_owned()),
        Just("\u{1111}\u{1173}\u{11AF}".to_owned()),
        "[ \n.,!?()“”‘’\u{3000}\u{200B}\u{AD}~-]{1,3}",
        any::<String>().prop_map(|text| text.chars().take(6).collect()),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn lexicon() -> Lexicon {
    let library = TestLibrary::with_concepts(&[
        ("flywheel", "플라이휠", "Flywheel"),
        ("pr-faq", "피알에프에이큐", "PR/FAQ"),
        ("input", "인풋 지표", "Input metrics"),
    ]);
    Lexicon::of(library.read().library.vocabulary())
}

proptest! {
    /// A mention stands on character boundaries and folds to its name.
    #[test]
    fn mentions_fold_to_their_names(text in note()) {
        let lexicon = lexicon();
        let mut end = 0;
        Matcher::new(&lexicon).find(&text, |hit| {
            if hit.standing == Standing::Tagged {
                assert!(hit.span.start >= end, "mentions don't overlap");
                end = hit.span.end;
            }
            assert_eq!(key(&text[hit.span.clone()]), key(&lexicon.name(hit.name).text));
        });
    }

    /// However a note is stored and spaced, it names the same concepts, in the
    /// same order.
    #[test]
    fn the_writing_of_a_note_does_not_matter(text in "([가-힣]{1,3}|플라이휠|인풋 지표|input metric|PR/FAQ|[a-z]{2,5}|은|를|[ .,]){0,30}") {
        let lexicon = lexicon();
        let found = |text: &str| {
            let mut found = Vec::new();
            Matcher::new(&lexicon).find(text, |hit| found.push((hit.name, hit.standing)));
            found
        };
        let expected = found(&text);
        let wide: String = text.chars().map(|c| match c {
            '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
            _ => c,
        }).collect();
        let spaced = text.replace(' ', " \u{200B}\n\u{A0}");
        let split = text.replace("플라이휠", "플라이\n 휠").replace("인풋 지표", "인풋\r\n지표");
        let hyphenated = text.replace('a', "a\u{AD}");
        let decomposed: String = text.nfd().collect();
        for other in [wide, spaced, hyphenated, decomposed] {
            prop_assert_eq!(&found(&other), &expected, "{:?}", other);
        }
        prop_assert_eq!(&found(&split), &expected, "{:?}", split);
    }

    /// Every hit, and every place that is none, stands on character boundaries,
    /// in any text and with any names.
    #[test]
    fn any_text_and_any_names(text in any::<String>(), names in prop::collection::vec(any::<String>(), 0..4), cut in 0..40_usize) {
        let slice: String = text.chars().skip(cut / 4).take(cut % 5 + 1).collect();
        let concepts = names.iter().chain([&slice]).map(|name| Concept {
            aliases: vec![Alias { text: name.clone(), inner_particles: true, unless: vec!["가".into()], ..Alias::default() }],
            ..Concept::default()
        });
        let lexicon = Lexicon::of(&Vocabulary::new(concepts.collect()));
        for reading in Matcher::new(&lexicon).explain(&text) {
            prop_assert!(text.get(reading.span).is_some());
        }
    }

    /// The form in which Hangul is stored makes no difference.
    #[test]
    fn composition_does_not_matter(text in "[가-힣a-zA-ZéÅñ0-9 .,/-]{0,40}") {
        let decomposed: String = text.nfd().collect();
        let (one, other) = (Folded::of(&text), Folded::of(&decomposed));
        prop_assert_eq!(one.bytes(), other.bytes());
        for at in 0..one.bytes().len() {
            prop_assert_eq!(one.gap_before(at), other.gap_before(at));
        }
    }

    /// Sentences are ordered, apart, trimmed, and hold every letter.
    #[test]
    fn sentences_cover_the_text(text in note()) {
        let ranges = sentence::sentences(&text);
        let mut end = 0;
        for range in &ranges {
            prop_assert!(range.start >= end && range.end > range.start);
            prop_assert!(!text[end..range.start].contains(char::is_alphanumeric));
            end = range.end;
        }
        prop_assert!(!text[end..].contains(char::is_alphanumeric));
    }

    /// Whatever a file holds, the reader ends, and says why it holds nothing.
    #[test]
    fn the_reader_survives_everything(text in prop_oneof![
        note(),
        "[A-Za-z()\\[\\]{}:,\" 0-9#/*r“（：]{0,80}",
        note().prop_map(|text| format!("Entry(id: \"a\", text: {text:?})")),
        "(Entry|Book|Entries)\\((id|text|entries|pages): [\\[\\]\"a-z0-9(),]{0,40}\\)?",
    ]) {
        let library = TestLibrary::with_concepts(&[]).file("b/a.ron", &text);
        let reading = library.read();
        let says_something = !reading.diagnostics.is_empty() || reading.library.entries().len() > 0;
        let only_comments = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty()
            || text.trim_start().starts_with(['/', '#', '\u{FEFF}']);
        // A list or a book may be fine and hold no entry.
        let may_be_empty = ["Entries(", "Book("].iter().any(|root| text.starts_with(root));
        prop_assert!(says_something || only_comments || may_be_empty, "{:?}", text);
    }

    /// Suggested names stand in the notes, fold alike, and are the same every
    /// time.
    #[test]
    fn suggestions_stand_in_the_notes(texts in prop::collection::vec((note(), note()), 0..6)) {
        use bookgraph::mine::{self, Note, Options};
        use bookgraph::tag::Field;
        let note = |(title, text)| Note { title, text, ..Note::default() };
        let notes: Vec<Note<'_>> = texts
            .iter()
            .map(|(title, text)| note((title.as_str(), text.as_str())))
            .collect();
        let suggestions = mine::suggest_from(&notes, &Options::default());
        for suggestion in &suggestions {
            prop_assert!(suggestion.score.total.is_finite());
            prop_assert!((1..=3).contains(&suggestion.examples.len()));
            prop_assert!(suggestion.entries.is_sorted());
            for example in &suggestion.examples {
                let note = &notes[example.entry.index()];
                let text = if example.field == Field::Title { note.title } else { note.text };
                prop_assert_eq!(key(&text[example.span.clone()]), key(&suggestion.name));
            }
        }
        let again = mine::suggest_from(&notes, &Options::default());
        prop_assert_eq!(format!("{suggestions:?}"), format!("{again:?}"));
    }

    /// A quoted string of DOT ends where it should and nowhere else.
    #[test]
    fn dot_strings_cannot_be_left(text in any::<String>()) {
        let quoted = quoted(&text);
        let inner = &quoted[1..quoted.len() - 1];
        let mut escaped = false;
        for c in inner.chars() {
            prop_assert!(escaped || c != '"');
            escaped = !escaped && c == '\\';
            prop_assert!(!c.is_control());
        }
        prop_assert!(!escaped);
    }

    /// Nothing that reads what people type can panic.
    #[test]
    fn small_readers_survive_everything(text in any::<String>()) {
        let _ = pages::parse_pages(&text);
        let _ = pages::find_pages(&text);
        let _ = date::parse_date(&text);
        let _ = date::find_date(&text);
        let _ = date::leading_month_day(&text);
        let _ = chapter_mention::chapter_mentions(&text);
        prop_assert!(slug::slug(&text).len() <= 80);
        prop_assert!(width::cells(&width::shorten(&text, 10)) <= 10 || text.contains(|c: char| c.is_control() || !c.is_ascii()));
        let _ = width::wrap_label(&text, 14);
    }
}
