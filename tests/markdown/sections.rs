//! Changes of entries that are sections of a note, and of links whose target is written
//! elsewhere: only what is theirs changes.

use super::Vault;
use std::fs;

const CONCEPTS: &str = r#"Vocabulary(concepts: [
    Concept(id: "flywheel", label: (ko: "플라이휠", en: "Flywheel")),
    Concept(id: "day-1", label: "Day 1"),
])"#;

/// A note, a command, and the note afterwards; the same once more changes nothing.
const CASES: &[(&str, &[&str], &str)] = &[
    (
        "---\nsplit: 2\n---\n## 가\n\n글 하나\n\n## 나\n글 둘\n",
        &["tag", "n-가", "--confirm", "flywheel"],
        "---\nsplit: 2\n---\n## 가\nconcepts:: flywheel\n\n글 하나\n\n## 나\n글 둘\n",
    ),
    (
        "---\nsplit: 2\n---\n## One\nnot:: flywheel, day-1\ntext\n## Two\nnot:: flywheel\n",
        &["tag", "n-one", "--confirm", "flywheel"],
        "---\nsplit: 2\n---\n## One\nnot:: day-1\nconcepts:: flywheel\ntext\n## Two\nnot:: flywheel\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가\nconcepts:: flywheel\n플라이휠\n## 나\n글",
        &["tag", "n-가", "--refuse", "flywheel"],
        "---\nsplit: 2\n---\n## 가\nnot:: flywheel\n플라이휠\n## 나\n글",
    ),
    (
        "---\nsplit: 2\n---\n## One\r\ntext\r\n## Two",
        &["tag", "n-two", "--confirm", "flywheel"],
        "---\nsplit: 2\n---\n## One\r\ntext\r\n## Two\r\nconcepts:: flywheel",
    ),
    (
        "---\nsplit: 2\nconcepts: [flywheel] # 모두\n---\n## 가\n글\n## 나\n글\n",
        &["tag", "n-가", "--confirm", "flywheel"],
        "---\nsplit: 2\nconcepts: [flywheel] # 모두\n---\n## 가\n글\n## 나\n글\n",
    ),
    (
        "---\nsplit: 2\ndate: 2024-01-01\n---\n## One\n\ntext\n\n## Two\ntext\n",
        &[
            "edit",
            "n-two",
            "--date",
            "2024-02-03",
            "--pages",
            "3-4",
            "--day",
            "5",
        ],
        "---\nsplit: 2\ndate: 2024-01-01\n---\n## One\n\ntext\n\n## Two\ndate:: 2024-02-03\nday:: 5\npages:: 3-4\ntext\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가 p.3\ndate:: 2024-01-01\n글\n## 나\n글\n",
        &["edit", "n-가-p-3", "--date", "2024-02-03", "--pages", "7"],
        "---\nsplit: 2\n---\n## 가 p.3\ndate:: 2024-02-03\npages:: 7\n글\n## 나\n글\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가\n글 *하나*\n\n### 작은 제목\n둘\n\n## 나\n글 셋\n",
        &["edit", "n-가", "--text", "새 글"],
        "---\nsplit: 2\n---\n## 가\n\n새 글\n\n## 나\n글 셋\n",
    ),
    (
        "---\nsplit: 2\n---\n앞말\n\n## One\n## Two\ntext\n",
        &["edit", "n-one", "--text", "words"],
        "---\nsplit: 2\n---\n앞말\n\n## One\n\nwords\n## Two\ntext\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가 ##\n글\n## 나\n글\n",
        &["edit", "n-나", "--title", "다른 제목"],
        "---\nsplit: 2\n---\n## 가 ##\n글\n## 다른 제목\n글\n",
    ),
    (
        "---\nsplit: 2\n---\nOne\n---\ntext\n\nTwo\n---\ntext\n",
        &["edit", "n-one", "--title", "Three"],
        "---\nsplit: 2\n---\nThree\n---\ntext\n\nTwo\n---\ntext\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가\nconcepts:: flywheel\n글\n## 나\nconcepts:: day-1\ntags:: flywheel\n글\n",
        &["concept", "rename", "flywheel", "--id", "wheel"],
        "---\nsplit: 2\n---\n## 가\nconcepts:: wheel\n글\n## 나\nconcepts:: day-1\ntags:: wheel\n글\n",
    ),
    (
        // What one section says already, another one may not.
        "---\nsplit: 2\n---\n## One\nconcepts:: flywheel\n## Two\nconcepts:: day-1, flywheel\n",
        &["concept", "merge", "flywheel", "--into", "day-1"],
        "---\nsplit: 2\n---\n## One\nconcepts:: day-1\n## Two\nconcepts:: day-1\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가\nconcepts:: flywheel\n글\n## 나\nconcepts:: day-1, flywheel\n글\n",
        &["concept", "remove", "flywheel", "--force"],
        "---\nsplit: 2\n---\n## 가\n글\n## 나\nconcepts:: day-1\n글\n",
    ),
    (
        "---\nsplit: 2\n---\n## 가\nconcepts:: day-1, day-1\n글\n## 나\nconcepts:: day-1\n글\n",
        &["check", "--fix"],
        "---\nsplit: 2\n---\n## 가\nconcepts:: day-1\n글\n## 나\nconcepts:: day-1\n글\n",
    ),
    (
        "[바퀴][w]와 [Flywheel]이 [돈다][W].\n\n[w]: flywheel 'title'\n[flywheel]: <flywheel>\n",
        &["concept", "rename", "flywheel", "--id", "wheel"],
        "[바퀴][w]와 [Flywheel]이 [돈다][W].\n\n[w]: wheel 'title'\n[flywheel]: <wheel>\n",
    ),
    (
        "See [the wheel][1], [it][1] and [day][2].\n\n> [1]: ../concepts/flywheel#turn\n\n[2]:\n  day-1\n",
        &["concept", "rename", "flywheel", "--id", "wheel"],
        "See [the wheel][1], [it][1] and [day][2].\n\n> [1]: ../concepts/wheel#turn\n\n[2]:\n  day-1\n",
    ),
    (
        "[첫날][가\\]나] ![그림][]\n\n[가\\]나]: day-1\n[그림]: a.png\n",
        &["concept", "merge", "day-1", "--into", "flywheel"],
        "[첫날][가\\]나] ![그림][]\n\n[가\\]나]: flywheel\n[그림]: a.png\n",
    ),
];

#[test]
fn only_what_is_theirs_changes() {
    let wrong = CASES.iter().filter_map(|(before, args, after)| {
        let vault = Vault::empty("v")
            .file("concepts.ron", CONCEPTS)
            .file("n.md", before);
        let read = || fs::read_to_string(vault.root().join("n.md")).expect("the note");
        let printed = vault.run(args);
        let now = read();
        if printed.status != 0 || now != *after {
            return Some(format!(
                "{args:?} {before:?}\n→ {now:?}\n{}",
                printed.stderr
            ));
        }
        if before != after {
            let undone = vault.run(&["undo"]);
            assert_eq!(undone.status, 0, "{}", undone.stderr);
            assert_eq!(read(), *before, "{args:?}");
        }
        None
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_sections_share_is_not_changed_for_one() {
    let note =
        "---\nsplit: 2\nconcepts: [flywheel]\n---\n앞말 플라이휠\n\n## 가\n플라이휠\n## 나\n글\n";
    for (args, why) in [
        (
            ["tag", "n", "--confirm", "day-1"],
            "has its properties together",
        ),
        (
            ["tag", "n-가", "--refuse", "flywheel"],
            "nothing was changed",
        ),
        (
            ["edit", "n-가", "--text", "## 다\n글"],
            "nothing was changed",
        ),
    ] {
        let vault = Vault::empty("v")
            .file("concepts.ron", CONCEPTS)
            .file("n.md", note);
        let printed = vault.run(&args);
        assert_eq!(printed.status, 2, "{args:?}: {}", printed.stdout);
        assert!(printed.stderr.contains(why), "{args:?}: {}", printed.stderr);
        let now = fs::read_to_string(vault.root().join("n.md")).expect("the note");
        assert_eq!(now, note);
    }
}

#[test]
fn a_title_that_links_lead_to_stays() {
    let note = "---\nsplit: 2\n---\n## 가\n글\n## 나\n글\n## Two\ntext\n";
    let vault = Vault::empty("v")
        .file("n.md", note)
        .file("m.md", "[[n#나]], [two](n.md#Two) 그리고 [[m]]\n");
    let read = || fs::read_to_string(vault.root().join("n.md")).expect("the note");
    for (entry, other) in [("n-나", "다"), ("n-two", "Three"), ("m", "다른 제목")] {
        let printed = vault.run(&["edit", entry, "--title", other]);
        let refused = entry != "m";
        assert_eq!(printed.status == 2, refused, "{entry}: {}", printed.stderr);
        assert_eq!(
            printed.stderr.contains("by its title"),
            refused,
            "{}",
            printed.stderr
        );
        assert_eq!(read(), note);
    }
}
