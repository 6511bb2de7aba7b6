//! Decisions of the reader about notes: written into their properties, and nowhere else.

use super::Vault;
use std::fs;

const CONCEPTS: &str = r#"Vocabulary(concepts: [
    Concept(id: "flywheel", label: (ko: "플라이휠", en: "Flywheel")),
    Concept(id: "day-1", label: "Day 1"),
])"#;

fn vault(note: &str) -> Vault {
    Vault::empty("v")
        .file("concepts.ron", CONCEPTS)
        .file("n.md", note)
}

#[test]
fn a_decision_changes_one_property() {
    for (before, args, after) in [
        (
            "글 *그대로*\n",
            "--confirm flywheel",
            "---\nconcepts: [flywheel]\n---\n\n글 *그대로*\n",
        ),
        (
            "---\ntitle: x # 말\n---\n글",
            "--confirm flywheel",
            "---\ntitle: x # 말\nconcepts: [flywheel]\n---\n글",
        ),
        (
            "---\nconcepts: [day-1]\n---\n글",
            "--confirm flywheel",
            "---\nconcepts: [day-1, flywheel]\n---\n글",
        ),
        (
            "---\nconcepts: []\n---\n글",
            "--confirm flywheel",
            "---\nconcepts: [flywheel]\n---\n글",
        ),
        (
            "---\nconcepts:\n  - day-1  # 하루\ntags: a\n---\n글",
            "--confirm flywheel",
            "---\nconcepts:\n  - day-1  # 하루\n  - flywheel\ntags: a\n---\n글",
        ),
        (
            "---\nconcepts: Day 1\n---\n글",
            "--confirm flywheel",
            "---\nconcepts: [\"Day 1\", flywheel]\n---\n글",
        ),
        (
            "---\r\ntitle: x\r\n---\r\n플라이휠",
            "--refuse flywheel",
            "---\r\ntitle: x\r\nnot: [flywheel]\r\n---\r\n플라이휠",
        ),
        (
            "---\nconcepts: [day-1, 플라이휠]\n---\n글",
            "--refuse flywheel",
            "---\nconcepts: [day-1]\nnot: [flywheel]\n---\n글",
        ),
        (
            "---\nconcepts:\n- flywheel\n- day-1\n---\n글",
            "--refuse flywheel",
            "---\nconcepts:\n- day-1\nnot: [flywheel]\n---\n글",
        ),
        (
            "---\nnot: flywheel\n---\n글 플라이휠",
            "--confirm flywheel",
            "---\nconcepts: [flywheel]\n---\n글 플라이휠",
        ),
        (
            "\u{FEFF}---\nnot: [\"flywheel\", day-1]\n---\n플라이휠",
            "--confirm flywheel",
            "\u{FEFF}---\nnot: [day-1]\nconcepts: [flywheel]\n---\n플라이휠",
        ),
        (
            "---\ntitle: x\n---\n[[flywheel]] #flywheel",
            "--refuse flywheel",
            "---\ntitle: x\nnot: [flywheel]\n---\n[[flywheel]] #flywheel",
        ),
    ] {
        let vault = vault(before);
        let args: Vec<&str> = ["tag", "n"].into_iter().chain(args.split(' ')).collect();
        let printed = vault.run(&args);
        assert_eq!(printed.status, 0, "{before:?}: {}", printed.stderr);
        let now = fs::read_to_string(vault.root().join("n.md")).unwrap();
        assert_eq!(now, after, "{before:?}");
        let again = vault.run(&args);
        assert_eq!(
            fs::read_to_string(vault.root().join("n.md")).unwrap(),
            after,
            "{}",
            again.stderr
        );
        let tagged = vault.json(&["show", "n"])["entries"][0]["tags"].to_string();
        assert_eq!(
            tagged.contains("flywheel"),
            args[2] == "--confirm",
            "{before:?}: {tagged}"
        );
    }
}

#[test]
fn what_cannot_be_decided_is_refused_and_nothing_changes() {
    let split = "---\nsplit: heading\n---\n플라이휠\n\n## 가\n글\n## 나\n글\n";
    let concept = "---\nkind: concept\n---\n# 고객\n\n사는 사람.\n";
    let vault = vault(split).file("고객.md", concept);
    let printed = vault.run(&["tag", "n", "--confirm", "day-1"]);
    assert_eq!(printed.status, 2);
    assert!(
        printed
            .stderr
            .contains("above the headings of other entries in n.md"),
        "{}",
        printed.stderr
    );
    assert_eq!(
        fs::read_to_string(vault.root().join("n.md")).unwrap(),
        split
    );
    assert_eq!(
        fs::read_to_string(vault.root().join("고객.md")).unwrap(),
        concept
    );
}
