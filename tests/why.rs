//! Why a place in an entry counts as a name, and why not.

mod properties;

use crate::support::{Opened, TestLibrary};
use bookgraph::query::{Cause, Doubt, Place, Verdict, WhyEntry, tags, why};
use bookgraph::tag::{Feature, Field, Rejection, Salience, Tagging};

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

/// Every way to be rejected says what in the text is to blame.
#[test]
fn each_rejection_names_what_is_to_blame() {
    use Rejection::{Case, Excluded, Guarded, InsideWord, LongerWord, Spacing, Strict};
    for (alias, text, written, cause, words) in [
        (r#""유튜브""#, "유 튜브를 보았다.", "유 튜브", Spacing, None),
        (
            r#""애플""#,
            "파인애플을 샀다.",
            "애플",
            InsideWord,
            Some("파인애플을"),
        ),
        (
            r#""애플""#,
            "새 애플리케이션을 썼다.",
            "애플",
            LongerWord,
            Some("애플리케이션을"),
        ),
        (
            r#""Amazon""#,
            "Old Amazonians left.",
            "Amazon",
            LongerWord,
            Some("Amazonians"),
        ),
        (
            r#"(text: "혁신", strict: true)"#,
            "혁신하는 회사.",
            "혁신",
            Strict,
            Some("혁신하는"),
        ),
        (
            r#"(text: "AWS", case: true)"#,
            "소문자 aws.",
            "aws",
            Case,
            Some("AWS"),
        ),
        (
            r#"(text: "아마존", exclude: ["아마존 강변", "아마존 강"])"#,
            "그 강은 아마존  강이다.",
            "아마존",
            Excluded,
            Some("아마존  강"),
        ),
        (
            r#"(text: "LP", unless: ["음반", "판"])"#,
            "판. 판매한 LP는 음반이다. 판.",
            "LP",
            Guarded,
            Some("음반"),
        ),
    ] {
        let opened = library(&concept(alias), "하루", text);
        let places = explained(&opened).places;
        let found: Vec<_> = places
            .iter()
            .filter_map(|at| rejected(&opened, at))
            .collect();
        let expected = (
            written.to_owned(),
            Cause::Rejected(cause),
            words.map(str::to_owned),
        );
        assert_eq!(found, [expected], "{text}");
    }
}

/// A name that another one overlaps says which: one before it, or, when it is
/// doubtful, a sure one after it.
#[test]
fn an_overlapped_name_says_by_which() {
    let concepts = r#"
        Concept(id: "it", aliases: ["배송 속도"]),
        Concept(id: "after", aliases: ["속도 측정", "측정 결과"]),
        Concept(id: "refused", aliases: [(text: "느린 배송", weak: true)])"#;
    let opened = library(concepts, "하루", "느린 배송 속도 측정 결과.");
    let places = explained(&opened).places;
    let found: Vec<_> = places
        .iter()
        .filter_map(|at| rejected(&opened, at))
        .collect();
    let overlapped = |written: &str, by: &str| {
        let cause = Cause::Rejected(Rejection::Overlapped);
        (written.to_owned(), cause, Some(by.to_owned()))
    };
    let expected = [
        overlapped("느린 배송", "배송 속도"),
        overlapped("속도 측정", "배송 속도"),
    ];
    assert_eq!(found, expected);
}

/// What the matcher takes and the entry does not: what its reader refused, the
/// title of its book, and a name inside of a longer one of the same concept.
#[test]
fn names_that_count_for_nothing_all_the_same() {
    let concepts = concept(r#""사피엔스", "사피엔스의 시대""#);
    let opened = library(
        &concepts,
        "사피엔스 3일차",
        "오두막에서 사피엔스의 시대를 읽었다.",
    );
    let places = explained(&opened).places;
    let found: Vec<_> = places.iter().map(|at| rejected(&opened, at)).collect();
    let not = |written: &str, cause, words: Option<&str>| {
        Some((written.to_owned(), cause, words.map(str::to_owned)))
    };
    let expected = [
        not("사피엔스", Cause::BookTitle, None),
        not("오두막", Cause::Refused, None),
        None,
        not("사피엔스", Cause::SameConcept, Some("사피엔스의 시대")),
    ];
    assert_eq!(found, expected);
    assert_eq!(places[0].field, Field::Title);
    assert_eq!(opened.tagging.all_tags().len(), 1);
}

/// One place a concept, whatever number of names it has there.
#[test]
fn a_place_is_told_once_for_a_concept() {
    let concepts = r#"Concept(id: "refused", label: (ko: "에이더블유에스", en: "aws"),
        aliases: (ko: [(text: "AWS", case: true)], en: [(text: "Aws", case: true)]))"#;
    let opened = library(concepts, "하루", "곧 Aws다.");
    let places = explained(&opened).places;
    assert_eq!(places.len(), 1, "{places:?}");
    assert_eq!(
        rejected(&opened, &places[0]).map(|(_, cause, _)| cause),
        Some(Cause::Refused)
    );
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
            let logistic = 1.0 / (1.0 + (-Salience::BASE - sum).exp());
            assert!((logistic - of_text).abs() < 1e-4);
            assert!(
                tag.terms
                    .iter()
                    .any(|(feature, _)| *feature == Feature::Rarity)
            );
        }
    }
}
