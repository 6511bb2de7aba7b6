//! Options are called the same, and mean the same, in every command.

use crate::support::{bookgraph, project};
use std::collections::{BTreeMap, BTreeSet};

/// The forms of answers, and of maps; `short` is one line a problem, as of compilers.
const FORMS: &[&str] = &[
    "text", "short", "md", "json", "jsonl", "csv", "html", "dot", "svg", "png", "mermaid", "sarif",
];

/// Options that stand in several commands, and their short forms.
const SHARED: &[(&str, Option<char>)] = &[
    ("book", None),
    ("chapter", None),
    ("count", Some('c')),
    ("format", Some('f')),
    ("ids", Some('l')),
    ("limit", Some('n')),
    ("null", Some('0')),
    ("only", None),
    ("pages", None),
    ("since", None),
    ("sort", Some('s')),
    ("until", None),
];

fn commands(command: &clap::Command, path: &str, found: &mut Vec<(String, clap::Command)>) {
    for inner in command.get_subcommands() {
        let path = format!("{path} {}", inner.get_name());
        commands(inner, &path, found);
        found.push((path, inner.clone()));
    }
}

fn all() -> Vec<(String, clap::Command)> {
    let mut found = Vec::new();
    commands(&bookgraph::cli::command(), "bookgraph", &mut found);
    found
}

#[test]
fn forms_of_answers_have_one_name_everywhere() {
    let known: BTreeSet<&str> = FORMS.iter().copied().collect();
    let mut seen = 0;
    for (path, command) in all() {
        for option in command.get_arguments() {
            if option.get_id() != "format" {
                continue;
            }
            seen += 1;
            if path == "bookgraph export" {
                // These are of other tools, which have names for them.
                continue;
            }
            let forms = option.get_possible_values();
            let forms: Vec<&str> = forms
                .iter()
                .map(clap::builder::PossibleValue::get_name)
                .collect();
            assert!(!forms.is_empty(), "{path}: any format is taken");
            let unknown: Vec<&&str> = forms
                .iter()
                .filter(|form| !known.contains(**form))
                .collect();
            assert!(unknown.is_empty(), "{path}: {unknown:?}");
        }
    }
    assert!(seen >= 7, "{seen} commands have a format");
}

#[test]
fn shared_options_are_written_the_same_everywhere() {
    let shorts: BTreeMap<&str, Option<char>> = SHARED.iter().copied().collect();
    let longs: BTreeMap<char, &str> = SHARED
        .iter()
        .filter_map(|&(long, short)| short.map(|short| (short, long)))
        .collect();
    for (path, command) in all() {
        for option in command.get_arguments() {
            let (Some(long), short) = (option.get_long(), option.get_short()) else {
                continue;
            };
            if let Some(wanted) = shorts.get(long) {
                assert_eq!(short, *wanted, "{path}: the short form of --{long}");
            }
            if let Some(wanted) = short.and_then(|short| longs.get(&short)) {
                assert_eq!(long, *wanted, "{path}: -{}", short.unwrap_or_default());
            }
        }
    }
}

/// Every command and every option says what it does.
#[test]
fn everything_has_help() {
    for (path, command) in all() {
        assert!(command.get_about().is_some(), "{path} has no help");
        for option in command.get_arguments() {
            let told = option
                .get_help()
                .is_some_and(|help| !help.to_string().is_empty());
            assert!(told, "{path}: {} has no help", option.get_id());
        }
    }
}

/// `--lang` takes codes and locales in any case, and refuses what is none.
#[test]
fn languages_by_code_and_locale() {
    let run = |lang| bookgraph(&project(), &["list", "chapters", "--lang", lang]);
    for korean in ["ko", "KO", "ko-KR", "ko_KR.UTF-8", "kor"] {
        assert_eq!(run(korean).stdout, run("ko").stdout, "{korean}");
    }
    for english in ["EN", "en-US", "en_GB", "eng"] {
        assert_eq!(run(english).stdout, run("en").stdout, "{english}");
    }
    assert_ne!(run("ko").stdout, run("en").stdout);
    for (wrong, hint) in [
        ("kr", "did you mean ko?"),
        ("한국어", "did you mean ko?"),
        ("English", "did you mean en?"),
        ("xx", "write ko, en, or a locale such as ko_KR"),
        ("", "write ko, en"),
    ] {
        let refused = run(wrong);
        assert_eq!(refused.status, 2, "{wrong}");
        assert!(refused.stderr.contains(hint), "{wrong}: {}", refused.stderr);
    }
    let silent = run("de");
    let warning = "no title and no label is in `de`";
    assert!(
        silent.status == 0 && silent.stderr.contains(warning),
        "{}",
        silent.stderr
    );
}
