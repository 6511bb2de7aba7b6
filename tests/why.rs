//! Why a place in an entry counts as a name, and why not.

mod properties;
mod rejections;

use crate::support::{Opened, TestLibrary};
use bookgraph::query::{Cause, Doubt, Place, Verdict, WhyEntry, tags, why};
use bookgraph::tag::{Feature, Salience, Tagging};

/// A library of concepts as a vocabulary file has them, and one entry.
fn library(concepts: &str, title: &str, text: &str) -> Opened {
    TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: "사피엔스")"#)
        .file(
            "concepts.ron",
            &format!("Vocabulary(concepts: [{concepts}])"),
        )
        .file(
            "b/1.ron",
            &format!("Entry(id: \"1\", title: {title:?}, refused: [\"refused\"], text: {text:?})"),
        )
        .open()
}

/// A concept with one alias in RON, and the refused one.
fn concept(alias: &str) -> String {
    format!(
        "Concept(id: \"it\", aliases: [{alias}]), Concept(id: \"refused\", label: (ko: \"오두막\"))"
    )
}

fn explained(opened: &Opened) -> WhyEntry {
    let entries: Vec<_> = opened.library.entry_ids().collect();
    why(&opened.library, &opened.tagging, &entries).remove(0)
}

/// What was written, and why it does not count because of what.
fn rejected(opened: &Opened, place: &Place) -> Option<(String, Cause, Option<String>)> {
    let entry = opened.library.entry_ids().next().unwrap();
    let written = place.text(&opened.library, entry)[place.span.clone()].to_owned();
    match &place.verdict {
        Verdict::Rejected(reason) => Some((written, reason.cause, reason.words.clone())),
        _ => None,
    }
}

/// Doubtful and nested names are told once each, and not of concepts that the
/// entry has or refuses.
#[test]
fn suggestions_are_counted_and_leave_out_what_is_known() {
    let concepts = r#"
        Concept(id: "deck", aliases: [(text: "데크", weak: true)]),
        Concept(id: "wheel", aliases: ["플라이휠"]),
        Concept(id: "team", aliases: ["채용"]),
        Concept(id: "cx", aliases: ["고객 경험"]),
        Concept(id: "obsession", aliases: ["고객 경험에 집착", "고객 경험의 시대"]),
        Concept(id: "known", aliases: ["나루", (text: "나룻배", weak: true)]),
        Concept(id: "refused", aliases: [(text: "오두막", weak: true)])"#;
    let text = "나루의 나룻배. 데크와 데크의 플라이휠고리, 채용팀. 오두막. \
                고객 경험에 집착하고 또 고객 경험에 집착하는 고객 경험의 시대.";
    let opened = library(concepts, "하루", text);
    let entries: Vec<_> = opened.library.entry_ids().collect();
    let tagged = tags(&opened.library, &opened.tagging, &entries).remove(0);
    let suggested: Vec<_> = tagged
        .suggestions
        .iter()
        .map(|s| (s.written.as_str(), s.word.as_str(), s.mentions, s.doubt))
        .collect();
    let expected = [
        ("데크", "데크와", 2, Doubt::WeakName),
        ("플라이휠", "플라이휠고리", 1, Doubt::UnknownTail),
        ("채용", "채용팀", 1, Doubt::ShortCompound),
    ];
    assert_eq!(suggested, expected);
    assert_eq!(tagged.nested.len(), 1, "{:?}", tagged.nested);
    let nested = &tagged.nested[0];
    assert_eq!((nested.written.as_str(), nested.mentions), ("고객 경험", 3));
    assert_eq!(nested.inside, ["고객 경험에 집착", "고객 경험의 시대"]);
}

/// What tags an entry by `--why` is what tags it.
fn agrees(tagging: &Tagging, why: &WhyEntry) {
    let tagged = |at: &&Place| matches!(at.verdict, Verdict::Tagged(_));
    let counted = why.places.iter().filter(tagged);
    let counted: Vec<_> = counted
        .map(|at| (at.field, at.span.clone(), at.concept))
        .collect();
    let mentions = tagging.mentions(why.entry).iter();
    let mentions: Vec<_> = mentions
        .map(|m| (m.field, m.start as usize..m.end as usize, m.concept))
        .collect();
    assert_eq!(counted, mentions);
}

/// The sums are those of the saliences, and their terms are sorted.
#[test]
fn the_explanation_agrees_with_the_tags() {
    let opened = crate::support::open(&crate::support::project().join("notes"));
    let entries: Vec<_> = opened.library.entry_ids().collect();
    for why in why(&opened.library, &opened.tagging, &entries) {
        agrees(&opened.tagging, &why);
        for tag in &why.tags {
            assert!(tag.terms.iter().map(|(_, weight)| -weight).is_sorted());
            let sum: f32 = tag.terms.iter().map(|(_, weight)| weight).sum();
            let Some(of_text) = tag.of_text() else {
                assert!(tag.terms.is_empty());
                continue;
            };
            let logistic = 1.0 / (1.0 + libm::expf(-Salience::BASE - sum));
            assert!((logistic - of_text).abs() < 1e-4);
            assert!(
                tag.terms
                    .iter()
                    .any(|(feature, _)| *feature == Feature::Rarity)
            );
        }
    }
}
