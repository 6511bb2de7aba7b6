//! The library that commands are killed on, and the commands.

use super::random::Random;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands in files, by their names below the library.
pub(crate) type Files = BTreeMap<PathBuf, Vec<u8>>;

const ENTRIES: usize = 8;
const CONCEPTS: usize = 40;

/// A library of which every entry and a saved query refer to the concept `hub`.
pub(crate) fn fresh() -> Files {
    let mut files = Files::new();
    let mut put = |name: &str, text: String| {
        files.insert(PathBuf::from("notes").join(name), text.into_bytes());
    };
    let concepts: String = (0..CONCEPTS)
        .map(|n| {
            format!(
                "        // 개념 {n}\n        Concept(id: \"c{n}\", label: (ko: \"개념{n}번\", en: \"Idea no {n}\"), related: [\"hub\"]),\n"
            )
        })
        .collect();
    put(
        "concepts.ron",
        format!(
            "// 살아남아야 하는 말\nVocabulary(\n    concepts: [\n        Concept(id: \"hub\", label: (ko: \"한가운데\", en: \"Hub of all\")),\n{concepts}    ],\n)\n"
        ),
    );
    put(
        "library.ron",
        "Library(queries: [Query(name: \"q\", query: \"concept:hub OR c1\")])\n".to_owned(),
    );
    put(
        "b/book.ron",
        "Book(id: \"b\", title: \"책\", outline: [Chapter(id: \"1\", number: 1)])\n".to_owned(),
    );
    for n in 0..ENTRIES {
        let text = "한가운데에서 시작한다. ".repeat(40);
        put(
            &format!("b/entries/e{n}.ron"),
            format!(
                "Entry(\n    id: \"e{n}\", // 하루\n    date: \"2024-01-{:02}\",\n    tags: [\"hub\", \"c{n}\"],\n    text: \"{text}\",\n)\n",
                n + 1
            ),
        );
    }
    let posts: String = (0..6)
        .map(|n| {
            format!(
                "2024-03-0{}\n03/0{} 들여온 글 {n}\n본문 {n}입니다..\n\n",
                n + 1,
                n + 1
            )
        })
        .collect();
    files.insert(PathBuf::from("posts.txt"), posts.into_bytes());
    files
}

/// Writes a library into an empty folder.
pub(crate) fn write(root: &Path, files: &Files) {
    for (name, bytes) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, bytes).expect("a file");
    }
}

/// All files in a folder.
pub(crate) fn read(root: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a name").path();
            match path.is_dir() {
                true => folders.push(path),
                false => {
                    let name = path.strip_prefix(root).expect("below the library");
                    files.insert(name.to_path_buf(), fs::read(&path).expect("a file"));
                }
            }
        }
    }
    files
}

/// The notes alone.
pub(crate) fn notes(files: &Files) -> Files {
    let files = files.iter();
    files
        .filter(|(name, _)| name.starts_with("notes"))
        .map(|(name, bytes)| (name.clone(), bytes.clone()))
        .collect()
}

/// A command that changes the library; `n` is another each time.
pub(crate) fn command(random: &mut Random, hub: &str, n: usize) -> Vec<String> {
    let concept = format!("c{}", random.below(CONCEPTS));
    let line: Vec<String> = match random.below(8) {
        0 => vec![
            "add".into(),
            "--id".into(),
            format!("new-{n}"),
            "--date".into(),
            "2024-02-01".into(),
            "--tag".into(),
            hub.into(),
            "--text".into(),
            "한가운데를 다시 본다.\n둘째 줄".into(),
        ],
        1 | 2 => vec![
            "concept".into(),
            "rename".into(),
            hub.into(),
            "--id".into(),
            format!("hub-{n}"),
        ],
        3 => vec![
            "concept".into(),
            "merge".into(),
            concept,
            "--into".into(),
            hub.into(),
        ],
        4 => {
            let mut words: Vec<String> = vec!["tag".into()];
            words.extend((0..ENTRIES).map(|n| format!("e{n}")));
            let verdict = ["--confirm", "--refuse"][random.below(2)];
            words.extend([verdict.into(), concept]);
            words
        }
        5 => vec![
            "concept".into(),
            "alias".into(),
            hub.into(),
            format!("또 다른 이름 {n}"),
        ],
        6 => ["import", "blog-list", "posts.txt", "--book", "b"]
            .map(String::from)
            .to_vec(),
        _ => vec!["undo".into()],
    };
    line
}
