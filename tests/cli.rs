//! The program's edges: exit statuses, closed pipes, folders, help.

use crate::support::{TestLibrary, bookgraph, command, project};
use std::io::Read;
use std::process::Stdio;

#[test]
fn exit_statuses() {
    let nowhere = tempfile::tempdir().unwrap();
    for (args, status) in [
        (vec!["find", "AWS"], 0),
        (vec!["find", "비슷한 것도 없는 말"], 1),
        (vec!["find", "AWS", "--until", "2020-01-01"], 1),
        (vec!["find", "AWS", "--chapter", "99"], 2),
        (vec!["find", "AWS", "--chapter", "10,99"], 2),
        (vec!["find", "AWS", "--chapter", "10..9"], 2),
        (vec!["map", "--kind", "chapters", "--around", "AWS"], 2),
        (vec!["find", "AWS", "--book", "wroking-backwards"], 2),
        (vec!["find", "AWS", "--since", "2023-02-30"], 2),
        (vec!["find"], 2),
        (vec!["search", "지표"], 0),
        (vec!["search", "비슷한 것도 없는 말"], 1),
        (vec!["search", "지표", "--until", "2020-01-01"], 1),
        (vec!["search", "지표", "--chapter", "99"], 2),
        (vec!["search", "…"], 2),
        (vec!["search", "\"지표"], 2),
        (vec!["search", "--", "-지표"], 2),
        (vec!["search", "지표", "--not", "!"], 2),
        (vec!["search", "지표", "-c", "-l"], 2),
        (vec!["search", "지표", "-c", "-f", "json"], 2),
        (vec!["summary", "--chapter", "1"], 1),
        (vec!["map", "--around", "없는 개념"], 2),
        (vec!["map", "--edges-per-node", "0"], 2),
        (vec!["list", "entries", "--since", "2030-01-01"], 1),
        (vec!["show", "nothing-like-this"], 1),
        (vec!["stats"], 0),
        (vec!["stats", "days", "--chapter", "9"], 0),
        (vec!["stats", "--since", "2030-01-01"], 1),
        (vec!["stats", "daze"], 2),
        (vec!["stats", "graph", "-f", "csv"], 2),
        (vec!["index", "--chapter", "9..10", "--by", "entries"], 0),
        (vec!["index", "--min-entries", "99"], 1),
        (vec!["index", "--by", "words"], 2),
        (vec!["export", "-f", "dot"], 0),
        (vec!["export", "-f", "dot", "--until", "2020-01-01"], 1),
        (vec!["export", "-f", "csv"], 2),
        (vec!["export", "-f", "docx"], 2),
        (vec!["export"], 2),
        (vec!["timeline"], 0),
        (vec!["timeline", "인풋지표", "AWS", "--chapter", "8..9"], 0),
        (vec!["timeline", "없는 개념"], 1),
        (vec!["timeline", "AWS", "--chapter", "8"], 1),
        (vec!["timeline", "AWS", "-n", "3"], 2),
        (vec!["path", "넷플릭스", "AWS"], 0),
        (vec!["path", "넷플릭스"], 2),
        (vec!["path", "넷플릭스", "Netflix"], 2),
        (vec!["path", "넷플릭스", "AWS", "클라우드"], 2),
        (vec!["path", "넷플릭스", "AWS", "--avoid", "aws"], 2),
        (vec!["path", "넷플릭스", "AWS", "--max-steps", "0"], 2),
        (vec!["path", "넷플릭스", "없는 개념"], 1),
        (
            vec!["path", "넷플릭스", "AWS", "--chapter", "9", "--notes-only"],
            1,
        ),
        (vec!["gaps"], 0),
        (vec!["gaps", "--kind", "groups,never"], 0),
        (vec!["gaps", "--kind", "holes"], 2),
        (vec!["gaps", "--kind", "pairs", "--until", "2020-01-01"], 1),
        (vec!["similar", "day-24"], 0),
        (vec!["similar", "24일차"], 0),
        (vec!["similar", "2030-01-01"], 1),
        (vec!["similar", "day-24", "--until", "2020-01-01"], 1),
        (vec!["similar"], 2),
        (vec!["review", "--date", "2023-10-27"], 0),
        (vec!["review", "--date", "2020-10-27"], 1),
        (vec!["review", "--date", "2023-02-30"], 2),
        (vec!["check"], 0),
        (vec!["watch", "--poll", "0"], 2),
        (vec!["watch", "--", "find"], 2),
        (vec!["watch", "--", "concept", "dismiss", "말"], 2),
        (vec!["watch", "--", "-C", "elsewhere", "find", "AWS"], 2),
        (vec!["tag"], 0),
        (vec!["tag", "day-19", "--chapter", "8"], 0),
        (vec!["tag", "day-19", "--chapter", "9"], 1),
        (vec!["tag", "nothing-like-this"], 1),
        (vec!["tag", "--since", "2030-01-01"], 1),
        (vec!["tag", "--confirm", "AWS"], 2),
        (vec!["tag", "--dry-run"], 2),
        (
            vec!["tag", "day-19", "--confirm", "없는 개념", "--dry-run"],
            1,
        ),
        (vec!["tag", "day-19", "--confirm", "AWS", "-f", "json"], 2),
        (vec!["tag", "day-19", "--confirm", "AWS", "--dry-run"], 0),
        (vec!["tag", "--diff", "notes/concepts.ron"], 1),
        (
            vec!["tag", "--diff", "tests/suite/edit/tag-crlf/before.ron"],
            2,
        ),
        (vec!["tag", "--diff", "does-not-exist.ron"], 2),
        (vec!["concept"], 2),
        (vec!["concept", "add", "…", "--dry-run"], 2),
        (vec!["concept", "add", "숲", "--id", "a b", "--dry-run"], 2),
        (vec!["concept", "add", "바닷가 오두막", "--dry-run"], 0),
        (
            vec!["concept", "alias", "없는 개념", "이름", "--dry-run"],
            1,
        ),
        (vec!["concept", "alias", "AWS", "아마존", "--dry-run"], 2),
        (vec!["concept", "dismiss", "…", "--dry-run"], 2),
        (vec!["concept", "dismiss", "오늘", "--dry-run"], 0),
        (vec!["concept", "rename", "AWS"], 2),
        (
            vec!["concept", "rename", "없는 개념", "이름", "--dry-run"],
            1,
        ),
        (
            vec!["concept", "rename", "AWS", "--id", "a b", "--dry-run"],
            2,
        ),
        (
            vec![
                "concept",
                "rename",
                "AWS",
                "--id",
                "amazon-web-services",
                "--dry-run",
            ],
            0,
        ),
        (
            vec!["concept", "merge", "AWS", "--into", "aws", "--dry-run"],
            2,
        ),
        (
            vec!["concept", "merge", "AWS", "--into", "클라우드", "--dry-run"],
            0,
        ),
        (vec!["concept", "remove", "AWS", "--dry-run"], 2),
        (
            vec!["add", "--text", "글", "--chapter", "99", "--dry-run"],
            2,
        ),
        (
            vec!["add", "--text", "글", "--pages", "353", "--dry-run"],
            0,
        ),
        (
            vec!["edit", "nothing-like-this", "--day", "3", "--dry-run"],
            1,
        ),
        (vec!["edit", "day-19", "--pages", "353-362", "--dry-run"], 0),
        (vec!["chapter", "set", "9", "day-19", "--dry-run"], 0),
        (vec!["chapter", "set", "99", "day-19", "--dry-run"], 2),
        (vec!["check", "--fix", "--dry-run"], 0),
        (vec!["import", "blog-lists", "x", "--book", "b"], 2),
        (
            vec!["import", "blog-list", "does-not-exist.txt", "--book", "b"],
            2,
        ),
        (vec!["browse"], 2),
        (vec!["show", "AWS", "--book", "working-backwards"], 0),
        (vec!["show", "AWS", "--book", "walden"], 2),
        (vec!["--help"], 0),
        (vec!["--version"], 0),
        (vec!["--no-such-flag"], 2),
        (
            vec!["-C", nowhere.path().to_str().unwrap(), "find", "AWS"],
            2,
        ),
    ] {
        let printed = bookgraph(&project(), &args);
        assert_eq!(
            printed.status, status,
            "{args:?}\n{}{}",
            printed.stdout, printed.stderr
        );
        assert!(!printed.stderr.contains("panicked"), "{args:?}");
        // Nothing found is said, and trouble names a remedy.
        assert!(
            status == 0 || !printed.stderr.is_empty() || !printed.stdout.is_empty(),
            "{args:?} is silent"
        );
    }
}

#[test]
fn the_library_is_found_from_below_by_flag_and_by_environment() {
    let below = project().join("src/text");
    assert_eq!(bookgraph(&below, &["find", "AWS"]).status, 0);
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(bookgraph(elsewhere.path(), &["find", "AWS"]).status, 2);
    let root = project();
    assert_eq!(
        bookgraph(
            elsewhere.path(),
            &["-C", root.to_str().unwrap(), "find", "AWS"]
        )
        .status,
        0
    );
    let output = command(elsewhere.path(), &["find", "AWS"])
        .env("BOOKGRAPH_LIBRARY", &root)
        .output()
        .unwrap();
    assert!(output.status.success());
}

/// `bookgraph … | head -1` ends quietly.
#[test]
fn a_closed_pipe_is_quiet() {
    for args in [
        vec!["map"],
        vec!["summary"],
        vec!["export", "-f", "graphml"],
        vec!["--help"],
        vec!["completions", "bash"],
        vec!["find", "아마존인 되기", "-f", "json"],
    ] {
        let mut child = command(&project(), &args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut stderr = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut stderr)
            .unwrap();
        let status = child.wait().unwrap();
        assert_eq!((status.code(), stderr.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn colour_only_where_it_is_wanted() {
    let plain = bookgraph(&project(), &["find", "AWS"]).stdout;
    assert!(!plain.contains('\u{1b}') && plain.contains("*AWS*"));
    let coloured = command(&project(), &["find", "AWS", "--color", "always"])
        .env_remove("NO_COLOR")
        .output()
        .unwrap();
    let coloured = String::from_utf8(coloured.stdout).unwrap();
    assert!(coloured.contains("\u{1b}[") && !coloured.contains("*AWS*"));
}

/// A note cannot rewrite the reader's screen.
#[test]
fn control_characters_are_shown_harmlessly() {
    let library = TestLibrary::with_concepts(&[
        ("aws", "클라\u{1b}]0;owned\u{7}우드", "AWS"),
        ("evil", "악\u{1b}[2J의", "Ev\u{202E}il"),
    ])
    .file(
        "b/a.ron",
        r#"Entry(id: "a", title: "t\u{1b}[2J", text: "AWS \u{1b}]0;owned\u{7} \u{202E}txt")"#,
    );
    for args in [
        vec!["find", "AWS"],
        vec!["show", "a"],
        vec!["show", "evil"],
        vec!["list", "concepts"],
        vec!["list", "entries"],
        vec!["summary"],
        vec!["find", "AWS", "-f", "md"],
        vec!["tag"],
        vec!["tag", "-f", "md"],
        vec!["concept", "alias", "evil", "새 이름", "--dry-run"],
    ] {
        // With colour, nothing on the way out strips escapes.
        let mut args = args.clone();
        args.extend(["--color", "always"]);
        let printed = library.run(&args);
        assert_eq!(printed.status, 0, "{args:?} {}", printed.stderr);
        let shown = printed.stdout.replace("\u{1b}[0m", "");
        assert!(
            !shown.contains(['\u{7}', '\u{202E}'])
                && !shown.contains("\u{1b}[2J")
                && !shown.contains("\u{1b}]"),
            "{args:?}: {:?}",
            printed.stdout
        );
    }
}

#[test]
fn filters_narrow_the_answer() {
    let ids = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["find", "-f", "json"];
        all.extend(args);
        let printed = bookgraph(&project(), &all);
        let json: serde_json::Value = serde_json::from_str(&printed.stdout).unwrap();
        json["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|found| found["entry"]["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(&["인풋 지표", "--chapter", "9"]), ["day-22"]);
    assert_eq!(
        ids(&["인풋 지표", "--chapter", "9..10"]),
        ["day-22", "day-27"]
    );
    assert_eq!(
        ids(&["인풋 지표", "--chapter", "conclusion,8"]),
        ["day-19", "day-27", "day-28"]
    );
    assert_eq!(
        ids(&[
            "인풋 지표",
            "--since",
            "2023-10-20",
            "--until",
            "2023.10.25"
        ]),
        ["day-22", "day-27"]
    );
    assert_eq!(ids(&["넷플릭스", "유튜브"]), ["day-21"]);
    assert_eq!(ids(&["넷플릭스", "유튜브", "--any"]), ["day-21", "day-23"]);
    assert_eq!(ids(&["조직", "구성"]), ids(&["organizing"]));
    // A broader concept finds entries about narrower ones, unless told not to.
    assert!(ids(&["organizing"]).contains(&"day-27".to_owned()));
    assert_eq!(ids(&["organizing", "--no-narrower"]), [] as [String; 0]);
}

#[test]
fn scripts_and_manual_pages_are_made() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = bookgraph(&project(), &["completions", shell]).stdout;
        assert!(script.contains("summary"), "{shell}");
    }
    let folder = tempfile::tempdir().unwrap();
    let printed = bookgraph(
        &project(),
        &["man", "--to", folder.path().to_str().unwrap()],
    );
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    assert!(folder.path().join("bookgraph-find.1").exists());
    bookgraph::cli::command().debug_assert();
}

/// A name may be typed as it stands in a sentence.
#[test]
fn a_typed_name_may_carry_its_particles() {
    let plain = bookgraph(&project(), &["find", "플라이휠", "-f", "json"]).stdout;
    for name in ["플라이휠에서조차", "플라이 휠이라는", "플라이휠이"] {
        let printed = bookgraph(&project(), &["find", name, "-f", "json"]);
        assert_eq!(printed.status, 0, "{name}");
        let entries = |json: &str| {
            serde_json::from_str::<serde_json::Value>(json).unwrap()["entries"].clone()
        };
        assert_eq!(entries(&printed.stdout), entries(&plain), "{name}");
    }
    assert_eq!(bookgraph(&project(), &["find", ""]).status, 2);
}

#[test]
fn lists_keep_to_their_filters() {
    let ids = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["list", "concepts", "-f", "json"];
        all.extend(args);
        let json: serde_json::Value =
            serde_json::from_str(&bookgraph(&project(), &all).stdout).unwrap();
        json["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(&[]).len(), 101);
    let eight = ids(&["--chapter", "8"]);
    assert!(eight.contains(&"flywheel".to_owned()) && !eight.contains(&"netflix".to_owned()));
    assert_eq!(eight, ids(&["--until", "2023-10-17"]));
}

/// An output that cannot be drawn is refused before anything is read.
#[test]
fn a_map_has_a_form_that_exists() {
    let printed = bookgraph(&project(), &["map", "-o", "target/map.pdf"]);
    assert_eq!(printed.status, 2);
    assert!(printed.stderr.contains(".svg") && !project().join("target/map.pdf").exists());
    assert_eq!(bookgraph(&project(), &["map", "--top", "0"]).status, 2);
}
