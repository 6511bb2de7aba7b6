//! What holds of explanations for every text.

use bookgraph::map::Words;
use bookgraph::model::{Alias, Book, Concept, Entry, Language, Library, Vocabulary};
use bookgraph::place::Placement;
use bookgraph::query::{tags, why};
use bookgraph::render::terminal::Styling;
use bookgraph::render::{json, markdown, terminal};
use bookgraph::tag::Tagging;
use proptest::prelude::*;

/// Texts in which names stand in every way.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "(플라이휠|플라이 휠|플라\u{AD}이휠|고객 경험에 집착|고객 경험|경험의 시대|데크|오두막)",
        "(은|을|고리|팀|하는|에서는|거대|재|음반|강| |\\. |\n|’|‘)",
        "(AWS|aws|LPs?|PR/FAQ|Café|cafe\u{301}s|C\\+\\+|apples)",
        "[가-힣]{1,3}",
        Just("\u{1111}\u{1173}\u{11AF}\u{1105}\u{1161}이휠".to_owned()),
        any::<String>().prop_map(|text| text.chars().take(5).collect()),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

fn library(title: String, text: String) -> Library {
    let names = [
        "플라이휠",
        "고객 경험에 집착",
        "고객 경험",
        "경험의 시대",
        "데크",
        "오두막",
        "AWS",
        "LP",
        "PR/FAQ",
        "Café",
        "C++",
        "apple",
    ];
    let concepts = names.iter().enumerate().map(|(index, name)| Concept {
        id: format!("c{index}"),
        aliases: vec![Alias {
            text: (*name).to_owned(),
            weak: *name == "데크",
            case: *name == "AWS",
            strict: *name == "apple",
            unless: vec!["음반".to_owned()],
            exclude: vec![format!("{name} 강")],
            ..Alias::default()
        }],
        ..Concept::default()
    });
    let vocabulary = Vocabulary::new(concepts.collect());
    let entry = Entry {
        title,
        text,
        refused: vocabulary.find("c5").into_iter().collect(),
        ..Entry::default()
    };
    Library::new(vec![Book::default()], vec![entry], vocabulary)
}

proptest! {
    /// Each place stands in its passage, and that in its sentence; what is said
    /// agrees with the tags; and it can be written in every form.
    #[test]
    fn every_text_can_be_explained(title in text(), text in text()) {
        let library = library(title, text);
        let tagging = Tagging::of(&library);
        let placement = Placement::of(&library);
        let entries: Vec<_> = library.entry_ids().collect();
        let explained = why(&library, &tagging, &entries);
        for place in &explained[0].places {
            let text = place.text(&library, entries[0]);
            prop_assert!(text.get(place.context.clone()).is_some());
            prop_assert!(text.get(place.sentence.clone()).is_some());
            let (span, context) = (&place.span, &place.context);
            prop_assert!(context.start <= span.start && span.end <= context.end);
            prop_assert!(place.sentence.start <= context.start);
            prop_assert!(context.end <= place.sentence.end);
        }
        crate::why::agrees(&tagging, &explained[0]);
        let tagged = tags(&library, &tagging, &entries);
        for language in [Language::KOREAN, Language::ENGLISH] {
            let words = Words::new(language);
            let plain = Styling::Plain;
            let shown = terminal::why(&library, &placement, &explained, words, plain);
            prop_assert!(!shown.contains(|c: char| c.is_control() && c != '\n'));
            let shown = terminal::tags(&library, &placement, &tagged, words, plain);
            prop_assert!(!shown.contains(|c: char| c.is_control() && c != '\n'));
            let _ = markdown::why(&library, &placement, &explained, words);
            let _ = json::why(&library, &placement, &explained, words);
        }
    }
}
