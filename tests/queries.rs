//! The language of queries: which entries a query finds, what is said of one that
//! cannot be read, and what holds for all of them.
//!
//! `suite/queries/` has the cases: a query, and below it the entries of the diary
//! that it finds, or what the program says.

use crate::support::{Opened, TestLibrary, bookgraph, diary, project};
use bookgraph::map;
use bookgraph::query::{ConceptNames, Corpus, QueryError, Scope, language};
use bookgraph::render::terminal::{Styling, query_error};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// The entries that a query finds in a library, by their ids.
fn found(opened: &Opened, query: &str) -> Result<Vec<String>, QueryError> {
    let (library, placement) = (&opened.library, opened.graph.placement());
    let names = ConceptNames::of(library);
    let scope = Scope::new(library, &names);
    let needed = scope.needs_groups(query);
    let groups =
        needed.then(|| map::concept_groups(library, &opened.tagging, placement, None, None));
    let scope = Scope {
        groups: groups.as_deref(),
        ..scope
    };
    let condition = scope.condition(query)?;
    let entries = condition.entries(Corpus::new(library, &opened.tagging, placement));
    let ids = entries
        .into_iter()
        .map(|entry| library.entry(entry).id.clone());
    Ok(ids.collect())
}

/// Holds every query of a file against what is written below it. Lines without an
/// indent are queries, or comments when they start with `#`.
fn check(file: &str, answer: impl Fn(&str) -> String) {
    let path = project().join("tests/suite/queries").join(file);
    let kept = std::fs::read_to_string(&path).expect("the cases");
    let mut made = String::new();
    for line in kept.lines().filter(|line| !line.starts_with(' ')) {
        made.push_str(line);
        made.push('\n');
        if !line.starts_with('#') {
            let answer = answer(line);
            let lines = answer.lines().map(|line| format!("    {line}"));
            made.extend(lines.map(|line| format!("{}\n", line.trim_end())));
        }
    }
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    assert.eq(made, snapbox::Data::read_from(&path, None).raw());
}

#[test]
fn queries_find_what_they_say() {
    let opened = diary();
    let ids = |query: &str| match found(&opened, query) {
        Ok(ids) if ids.is_empty() => "nothing".to_owned(),
        Ok(ids) => ids.join(" "),
        Err(error) => panic!("{query}: {error}"),
    };
    check("korean.txt", ids);
    check("english.txt", ids);
}

/// `&` and `|` take no spaces, and a name that has them in it stays that name.
#[test]
fn a_name_wins_over_the_operators_in_it() {
    let opened = TestLibrary::with_concepts(&[
        ("research", "연구개발", "R&D"),
        ("aws", "클라우드", "AWS"),
        ("commit", "이견과 헌신", "Disagree & Commit"),
        ("session", "질문 시간", "Q&A session"),
        ("not-invented", "배타성", "Not invented here"),
    ])
    .entry("1", "R&D와 AWS")
    .entry("2", "AWS")
    .entry("3", "Disagree and commit, R&D")
    .entry("4", "Q&A session")
    .entry("5", "Not invented here")
    .open();
    for (query, ids) in [
        ("R&D", vec!["1", "3"]),
        ("r&d에서는", vec!["1", "3"]),
        ("R&D&AWS", vec!["1"]),
        ("클라우드|연구개발", vec!["1", "2", "3"]),
        ("AWS|R&D", vec!["1", "2", "3"]),
        ("AWS -R&D", vec!["2"]),
        ("R&D near:0 AWS", vec!["1"]),
        ("exact:R&D AWS", vec!["1"]),
        ("R&D disagree & commit", vec!["3"]),
        ("disagree&commit R&D", vec!["3"]),
        ("NOT (disagree and commit|AWS)", vec!["4", "5"]),
        ("Q&A session", vec!["4"]),
        (
            "AWS|Q&A session|not invented here",
            vec!["1", "2", "4", "5"],
        ),
    ] {
        assert_eq!(found(&opened, query).expect(query), ids, "{query}");
    }
}

/// However a query is stored, and in whatever width, it asks the same.
#[test]
fn the_writing_of_a_query_does_not_matter() {
    let opened = diary();
    for query in [
        "인풋지표에서는 고객 경험",
        "\"제휴사와 자료\"",
        "chapter:9..10 -애플",
        "넷플릭스 near:1 구독",
        "장:결론 OR 일차:24",
        "AWS AND NOT (내러티브 OR day:25)",
    ] {
        let expected = found(&opened, query).expect(query);
        assert!(!expected.is_empty(), "{query}");
        let decomposed: String = query.nfd().collect();
        assert_eq!(
            found(&opened, &decomposed).as_ref(),
            Ok(&expected),
            "{query}"
        );
        let wide = |c: char| match c {
            ' ' => '\u{3000}',
            '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
            c => c,
        };
        let wide: String = query.chars().map(wide).collect();
        assert_eq!(found(&opened, &wide).as_ref(), Ok(&expected), "{wide}");
    }
}

#[test]
fn mistakes_are_told_with_their_place_and_a_remedy() {
    let opened = diary();
    check("mistakes.txt", |query| match found(&opened, query) {
        Ok(ids) => panic!("{query} finds {ids:?}"),
        Err(error) => query_error(&error, Styling::Plain),
    });
}

/// Nothing is too deep, too long or too many for an answer or a refusal.
#[test]
fn queries_have_limits() {
    let opened = TestLibrary::with_concepts(&[("aws", "클라우드", "AWS")])
        .entry("1", "AWS")
        .file("library.ron", &doubling(40))
        .open();
    let parentheses = format!("{}AWS{}", "(".repeat(100_000), ")".repeat(100_000));
    let nots = "not ".repeat(100_000) + "AWS";
    let minuses = "-".repeat(100_000) + "AWS";
    for deep in [parentheses, nots, minuses, "(".repeat(100_000)] {
        let error = found(&opened, &deep).expect_err("a limit");
        assert!(error.message.contains("64 deep"), "{error}");
    }
    let error = found(&opened, "saved:q0").expect_err("a limit");
    assert!(error.message.contains("10000 pieces"), "{error}");
    let long = vec!["AWS"; 5_000].join(" ");
    assert_eq!(found(&opened, &long).expect("a query"), ["1"]);
    let long = vec!["AWS"; 5_000].join(" or ");
    assert_eq!(found(&opened, &long).expect("a query"), ["1"]);
}

/// Saved queries, each of which asks twice for the next.
fn doubling(queries: usize) -> String {
    let each = (0..queries).map(|at| {
        let next = at + 1;
        format!("Query(name: \"q{at}\", query: \"saved:q{next} or saved:q{next}\")")
    });
    let mut all: Vec<String> = each.collect();
    all.push(format!("Query(name: \"q{queries}\", query: \"AWS\")"));
    format!("Library(queries: [{}])", all.join(", "))
}

/// Saved queries can be asked for, name each other, and are listed.
#[test]
fn saved_queries() {
    let library =
        TestLibrary::with_concepts(&[("aws", "클라우드", "AWS"), ("apple", "애플", "Apple")])
            .entry("1", "AWS와 애플")
            .entry("2", "애플")
            .entry("3", "클라우드")
            .file(
                "library.ron",
                r#"Library(format: 1, queries: [
            Query(name: "cloud", query: "AWS"),
            Query(name: "둘", query: "saved:cloud 애플"),
        ])"#,
            );
    let opened = library.open();
    for (query, ids) in [
        ("saved:cloud", vec!["1", "3"]),
        ("saved:CLOUD", vec!["1", "3"]),
        ("저장:둘", vec!["1"]),
        ("애플 -saved:cloud", vec!["2"]),
    ] {
        assert_eq!(found(&opened, query).expect(query), ids, "{query}");
    }
    let error = found(&opened, "saved:clod").expect_err("unknown");
    assert_eq!(error.hint, "did you mean `saved:cloud`?");
    let listed = library.run(&["list", "queries"]).stdout;
    assert!(
        listed.contains("둘") && listed.contains("saved:cloud 애플"),
        "{listed}"
    );
    assert_eq!(library.run(&["list", "queries", "-f", "json"]).status, 0);
    assert_eq!(library.run(&["check"]).status, 0);
    let only = library
        .run(&["list", "entries", "--only", "saved:둘"])
        .stdout;
    assert!(only.contains("\n1 ") && !only.contains("\n2 "), "{only}");
}

/// `group:` asks for the groups that maps draw, by number or by a member.
#[test]
fn groups_are_those_of_the_maps() {
    let opened = diary();
    let placement = opened.graph.placement();
    let groups = map::concept_groups(&opened.library, &opened.tagging, placement, None, None);
    assert!(groups.len() > 2);
    for (index, group) in groups.iter().enumerate() {
        let by_number = found(&opened, &format!("group:{}", index + 1)).expect("a group");
        let member = &opened.library.vocabulary().get(group[0]).id;
        let by_member = found(&opened, &format!("묶음:{member}")).expect("a group");
        assert_eq!(by_number, by_member);
        let about = |entry: &String| {
            let entry = opened.library.find_entries(entry)[0];
            let mut members = group.iter();
            members.any(|&concept| opened.tagging.tag(entry, concept).is_some())
        };
        assert!(!by_number.is_empty() && by_number.iter().all(about));
    }
    let beyond = format!("group:{}", groups.len() + 1);
    assert!(found(&opened, &beyond).is_err() && found(&opened, "group:0").is_err());
}

/// Words that start with a minus reach the query, and options stay options.
#[test]
fn exclusions_on_the_command_line() {
    let ids = |args: &[&str]| {
        let mut all = vec!["find", "-l"];
        all.extend(args);
        let printed = bookgraph(&project(), &all);
        assert!(printed.status < 2, "{args:?} {}", printed.stderr);
        printed
            .stdout
            .split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let expected = ids(&["apple NOT youtube"]);
    assert_eq!(expected, ["day-20"]);
    for args in [
        vec!["애플", "-유튜브"],
        vec!["-유튜브", "애플"],
        vec!["-youtube", "apple"],
        vec!["apple", "-youtube", "-n", "5"],
        vec!["apple -youtube"],
        vec!["apple", "not", "youtube"],
        vec!["--", "-youtube", "apple"],
        vec!["apple", "--only", "-유튜브"],
    ] {
        assert_eq!(ids(&args), expected, "{args:?}");
    }
    assert_eq!(ids(&["invent", "and", "simplify"]), ["day-27"]);
    assert_eq!(ids(&["Invent and Simplify", "AWS"]), ["day-27"]);
    let any = ids(&["--any", "invent&simplify", "PR/FAQ"]);
    assert_eq!(any, ["day-26", "day-27"]);
    let unknown = bookgraph(&project(), &["find", "text:AT&T"]).stderr;
    assert!(
        unknown.contains(r#"find 'text:"AT&T"' looks for the words"#),
        "{unknown}"
    );
    assert_eq!(ids(&["--any", "Invent and Simplify", "PR/FAQ"]), any);
}

proptest! {
    /// Whatever is typed is read or refused; what is read says the same when it is
    /// printed and read again.
    #[test]
    fn a_printed_query_is_the_same_query(text in query()) {
        if let Ok(node) = language::parse(&text) {
            let printed = node.to_string();
            let again = language::parse(&printed);
            prop_assert_eq!(again.as_ref(), Ok(&node), "{:?} is printed as {:?}", text, printed);
        }
    }

    /// The place of a mistake is a piece of the query, and can be drawn.
    #[test]
    fn mistakes_have_a_place(text in query()) {
        let opened = TestLibrary::with_concepts(&[("aws", "클라우드", "AWS")]).open();
        if let Err(error) = found(&opened, &text) {
            prop_assert!(error.query.get(error.span.clone()).is_some(), "{:?}", error);
            prop_assert!(!query_error(&error, Styling::Plain).is_empty());
        }
    }
}

/// Texts rich in what queries are made of.
fn query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("AWS".to_owned()),
        Just("클라우드".to_owned()),
        "(and|OR|not|그리고|또는|아닌|a&b|&|\\|\\||!|-|－|near:|near:2|가까이:０)",
        "(chapter|장|pages|date|day|book|origin|group|text|concept|saved|id|exact|x):[a-z0-9.\"~-]{0,6}",
        "[()（）\"“”＂ \\\\]{1,3}",
        "[a-z가-힣*:：\\\\+]{1,5}",
        any::<String>().prop_map(|text| text.chars().take(4).collect()),
    ];
    let spaced = (piece, prop_oneof![Just(" "), Just(""), Just("\u{3000}")]);
    prop::collection::vec(spaced, 0..14)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + gap).collect())
}
