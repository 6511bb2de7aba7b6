//! Why a place does not count as a name.

use super::{concept, explained, library, rejected};
use bookgraph::query::Cause;
use bookgraph::tag::{Field, Rejection};

/// An alias, a text, what in it reads like the alias, why it does not count, and
/// what is to blame.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    Rejection,
    Option<&'static str>,
);

/// What stands around a name.
#[test]
fn a_rejection_by_the_text_names_what_is_to_blame() {
    use Rejection::{InsideWord, LongerWord, Spacing};
    rejects(&[
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
    ]);
}

/// What the vocabulary asks of a name.
#[test]
fn a_rejection_by_an_option_names_what_is_to_blame() {
    use Rejection::{Case, Excluded, Guarded, Strict};
    rejects(&[
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
    ]);
}

fn rejects(cases: &[Case]) {
    for &(alias, text, written, cause, words) in cases {
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
