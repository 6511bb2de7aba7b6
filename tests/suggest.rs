//! `concept suggest` as a conversation.

use crate::support::{TestLibrary, command};
use std::fs;
use std::io::Write;
use std::process::Stdio;

fn library() -> TestLibrary {
    TestLibrary::with_concepts(&[("flywheel", "플라이휠", "Flywheel")])
        .entry(
            "1",
            "복리 효과를 믿는다. 복리 효과는 느리다. 플라이힐을 돌린다.",
        )
        .entry("2", "복리 효과가 컸다. 확증 편향을 조심한다.")
        .entry(
            "3",
            "확증 편향이 눈을 가린다. 확증 편향은 남의 일이 아니다.",
        )
}

/// Runs the interview with these lines as answers.
fn interview(library: &TestLibrary, answers: impl AsRef<[u8]>) -> String {
    let mut child = command(
        library.root(),
        &["concept", "suggest", "-i", "--lang", "en"],
    )
    .stdin(Stdio::piped())
    .stdout(Stdio::piped())
    .stderr(Stdio::piped())
    .spawn()
    .expect("bookgraph runs");
    let mut input = child.stdin.take().expect("an input");
    input.write_all(answers.as_ref()).expect("answers are read");
    drop(input);
    let output = child.wait_with_output().expect("bookgraph ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("text")
}

fn vocabulary(library: &TestLibrary) -> String {
    fs::read_to_string(library.root().join("notes/concepts.ron")).expect("a vocabulary")
}

#[test]
fn each_answer_is_written_at_once() {
    let library = library();
    let said = interview(&library, "what?\nd\na\nq\n");
    assert!(said.contains("answer with a, l, d, s, or q"), "{said}");
    assert!(said.contains("2 entries are now tagged: 1, 2"), "{said}");
    assert!(said.contains("dismissed 확증 편향"), "{said}");
    let written = vocabulary(&library);
    assert!(written.contains("복리 효과") && written.contains("dismissed: [\"확증 편향\"]"));
    let again = library.run(&["concept", "suggest"]).stdout;
    assert!(
        !again.contains("복리 효과  ") && !again.contains("확증 편향  "),
        "{again}"
    );
}

/// Skipping, an unknown concept, the suggested one, and the end of the input.
#[test]
fn another_name_of_a_known_concept() {
    let library = library();
    let before = vocabulary(&library);
    assert!(interview(&library, "\ns\n").ends_with("[q]uit > \n"));
    assert_eq!(vocabulary(&library), before);
    let said = interview(&library, "l\n없는 개념\nl\nflywheel\nq\n");
    assert!(said.contains("2 entries are now tagged: 1, 2"), "{said}");
    assert!(vocabulary(&library).contains("복리 효과"));
    let suggested = library.run(&["concept", "suggest", "-f", "json"]).stdout;
    let suggested: serde_json::Value = serde_json::from_str(&suggested).expect("JSON");
    let all = suggested["suggestions"].as_array().expect("a list");
    let variant = all.iter().find(|one| one["name"] == "플라이힐");
    let like = &variant.expect("the variant is suggested")["like"];
    assert_eq!(like["concept"]["id"], "flywheel");
    assert_eq!(like["reason"], "spelling");
}

/// With a concept suggested, neither the end of the input nor `-` writes it.
#[test]
fn nothing_is_another_name_unless_it_is_said() {
    for (answers, seen) in [
        (&b"l\n"[..], "[flywheel] > \n"),
        (b"l\n-\nq\n", "[flywheel] >     [a]dd"),
        (b"alias\n", "[flywheel] > \n"),
        (b"always\nq\n", "answer with a, l, d, s, or q"),
        (b"\xBE\xC6\nq\n", "no text in UTF-8"),
        (b"l\n\xBE\xC6\n-\nq\n", "no text in UTF-8"),
    ] {
        let library = TestLibrary::with_concepts(&[("flywheel", "플라이휠", "Flywheel")])
            .entry("1", "플라이힐을 돌린다.");
        let before = vocabulary(&library);
        let said = interview(&library, answers);
        assert!(said.contains(seen), "{said}");
        assert_eq!(vocabulary(&library), before, "{said}");
    }
}

/// A decision names what it is about: what chooses among suggestions is refused.
#[test]
fn decisions_go_with_no_filter() {
    let library = library();
    let before = vocabulary(&library);
    for decision in [["--accept", "확증 편향"], ["--dismiss", "확증 편향"]] {
        for filter in [
            ["--book", "b"],
            ["--chapter", "1"],
            ["--since", "2024-01-01"],
            ["-f", "json"],
            ["-n", "3"],
        ] {
            let args = [&["concept", "suggest"], &filter[..], &decision[..]].concat();
            let printed = library.run(&args);
            assert_eq!(printed.status, 2, "{args:?} {}", printed.stdout);
            assert!(printed.stderr.contains(decision[0]), "{}", printed.stderr);
            assert_eq!(vocabulary(&library), before);
        }
    }
}

/// Reading a suggestion, adding it as another name, and the new tags are one
/// command; a dry run writes nothing.
#[test]
fn one_command_from_suggestion_to_tags() {
    let library = library();
    let before = vocabulary(&library);
    let accept = [
        "concept",
        "suggest",
        "--accept",
        "플라이힐",
        "--as",
        "플라이휠",
    ];
    let planned = library.run(&[&accept[..], &["--dry-run"]].concat());
    assert!(
        planned.stdout.contains("would be tagged: 1"),
        "{}",
        planned.stdout
    );
    assert_eq!(vocabulary(&library), before);
    let done = library.run(&accept);
    assert!(
        done.stdout.contains("1 entry is now tagged: 1"),
        "{}",
        done.stdout
    );
    assert!(
        library
            .run(&["find", "Flywheel"])
            .stdout
            .contains("플라이힐")
    );
    for (args, status) in [
        (
            vec!["concept", "suggest", "--accept", "x", "--dismiss", "y"],
            2,
        ),
        (vec!["concept", "suggest", "--as", "플라이휠"], 2),
        (vec!["concept", "suggest", "--dry-run"], 2),
        (vec!["concept", "suggest", "-i", "-f", "json"], 2),
        (
            vec!["concept", "suggest", "--accept", "x y", "--as", "없는 개념"],
            1,
        ),
    ] {
        assert_eq!(library.run(&args).status, status, "{args:?}");
    }
    let nothing = TestLibrary::with_concepts(&[]).entry("1", "그리고 그랬다.");
    assert_eq!(nothing.run(&["concept", "suggest"]).status, 1);
    assert_eq!(nothing.run(&["concept", "suggest", "-i"]).status, 1);
}
