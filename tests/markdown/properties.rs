//! Properties, books, chapters and pieces of notes.

use super::Vault;
use serde_json::{Value, json};

fn entry(vault: &Vault, id: &str) -> Value {
    vault.json(&["show", id])["entries"][0]["entry"].clone()
}

#[test]
fn properties_under_many_names() {
    for (properties, field, value) in [
        ("title: 첫날", "title", json!("첫날")),
        ("제목: 첫날", "title", json!("첫날")),
        ("title: \"콜론: 하나\"", "title", json!("콜론: 하나")),
        ("Title: >\n  여러\n  줄", "title", json!("여러 줄")),
        (
            "date: 2023-10-17T09:30:00+09:00",
            "date",
            json!("2023-10-17"),
        ),
        ("created: 2023-10-17 09:30", "date", json!("2023-10-17")),
        (
            "created: 2020-01-01\ndate: 2023-10-17",
            "date",
            json!("2023-10-17"),
        ),
        ("날짜: 2023년 10월 17일", "date", json!("2023-10-17")),
        ("pages: 353-361", "pages", json!([353, 361])),
        ("page: 12", "pages", json!([12, 12])),
        ("pages: [1, 20]", "pages", json!([1, 20])),
        ("day: 3", "day", json!(3)),
        ("day: 3일차", "day", json!(3)),
        ("chapter: 9장 킨들", "chapters", json!(["9"])),
        ("chapters: [2, 1]", "chapters", json!(["1", "2"])),
        (
            "book: \"[[Working Backwards]]\"",
            "book",
            json!("working-backwards"),
        ),
        (
            "book: [[Working Backwards]]",
            "book",
            json!("working-backwards"),
        ),
        ("id: mine", "id", json!("mine")),
        ("foreign: {a: 1}\ncssclass:\nrating: 5", "title", json!("n")),
    ] {
        for newline in ["\n", "\r\n"] {
            let text = format!("---\n{properties}\n---\n글\n").replace('\n', newline);
            let vault = Vault::empty("v").file("n.md", text);
            let id = if properties.starts_with("id") {
                "mine"
            } else {
                "n"
            };
            assert_eq!(vault.run(&["check"]).status, 0, "{properties}");
            assert_eq!(
                entry(&vault, id)[field],
                value,
                "{properties:?} {newline:?}"
            );
        }
    }
}

#[test]
fn dates_in_names_of_files() {
    for (name, date) in [
        ("2024-01-05", json!("2024-01-05")),
        ("2024_01_05", json!("2024-01-05")),
        ("202401051230-title", json!("2024-01-05")),
        ("메모 2024-01-05", json!("2024-01-05")),
        ("20249999", json!(null)),
        ("note", json!(null)),
    ] {
        let vault = Vault::empty("v").file(&format!("{name}.md"), "글");
        let listed = vault.json(&["list", "entries"]);
        assert_eq!(listed["items"][0]["date"], date, "{name}: {listed}");
    }
}

#[test]
fn a_chapter_of_a_book_that_is_written_down() {
    let vault = Vault::empty("v")
        .file("notes/b/book.ron", r#"Book(id: "b", title: "책", outline: [Chapter(id: "kindle", number: 9, title: "킨들")])"#)
        .file("notes/b/by-number.md", "---\nchapter: 9장\n---\n글")
        .file("notes/b/by-title.md", "---\nchapter: 킨들\n---\n글")
        .file("notes/b/by-slip.md", "---\nchapter: 킨드\n---\n글");
    assert_eq!(entry(&vault, "by-number")["chapters"], json!(["kindle"]));
    assert_eq!(entry(&vault, "by-title")["chapters"], json!(["kindle"]));
    let check = vault.run(&["check", "-f", "short"]).stdout;
    assert!(
        check.starts_with("notes/b/by-slip.md:2:10: E345 "),
        "{check}"
    );
}

#[test]
fn files_of_one_name_go_by_their_paths() {
    let vault = Vault::empty("v")
        .file("a/x.md", "가")
        .file("b/x.md", "나")
        .file("c/y.md", "다");
    for id in ["a-x", "b-x", "y"] {
        assert_eq!(entry(&vault, id)["id"], id);
    }
}

#[test]
fn books_by_folder_and_a_note_split_by_itself() {
    let note =
        "앞글 #고객\n\n## 3일차 2023-10-17 p.10~12\n가\n\n## 4일차\n나 ^b\n\n### 작은 제목\n다\n";
    let vault = Vault::empty("v")
        .file(
            "bookgraph.ron",
            "Library(markdown: Markdown(books: \"책\", split: Headings))",
        )
        .file(
            "concepts.ron",
            "Vocabulary(concepts: [Concept(id: \"customer\", label: \"고객\")])",
        )
        .file("책/첫 책/독서.md", note)
        .file(
            "책/둘째/한 줄.md",
            "---\nsplit: whole\n---\n## 가\n하나 [[독서#^b]]\n## 나\n둘\n",
        );
    assert_eq!(
        vault.run(&["check"]).stdout,
        "4 files, 2 books, 4 entries, 1 concept: no problems (3 observations with --all)\n"
    );
    let third = entry(&vault, "독서-3일차-2023-10-17-p-10-12");
    assert_eq!(third["book"], "첫-책");
    assert_eq!(third["date"], "2023-10-17");
    assert_eq!(third["pages"], json!([10, 12]));
    assert_eq!(third["line"], 3);
    assert_eq!(vault.text("독서-4일차"), "나\n\n작은 제목\n\n다");
    let shown = vault.json(&["show", "한-줄"]);
    assert_eq!(shown["entries"][0]["links_to"], json!(["첫-책/독서-4일차"]));
}

#[test]
fn words_without_marks() {
    let long = "가".repeat(40_000);
    for (markdown, text) in [
        (
            "**인풋 지표**를 **\"고객\"**은 ==본다==",
            "인풋 지표를 \"고객\"은 본다",
        ),
        (
            "a == b 와 2 ** 3, 3~5쪽 7~9쪽, ~~지움~~",
            "a == b 와 2 ** 3, 3~5쪽 7~9쪽, 지움",
        ),
        (
            "`코드`는 말이고\n```\n덩어리는\n```\n아니다",
            "코드는 말이고\n\n아니다",
        ),
        ("글 <!-- 비밀 --> 끝<br>줄", "글  끝\n줄"),
        ("가 %%비밀%% 나 %%\n둘째 줄\n%% 다", "가 나\n다"),
        (
            "> 고객에서\n> 시작한다\n\n내 말",
            "> 고객에서 시작한다\n\n내 말",
        ),
        ("> [!note] 제목\n> 내 말", "제목\n\n내 말"),
        ("> [!quote]- p.1\n> 그의 말", "p.1\n\n그의 말"),
        (
            "[그림](http://x.y) ![[a.png]] [[a/노트|이름]] [[a/노트#머리]]",
            "그림  이름 노트 > 머리",
        ),
        ("- 하나\n\t- 둘\n1. 셋", "- 하나\n  - 둘\n\n1. 셋"),
        ("| 가 | 나 |\n|---|---|\n| 1 | 2 |", "- 가 | 나\n- 1 | 2"),
        ("글이다.\n#가 #나/다", "글이다."),
        (
            "<Working Backwards>를 읽음 &amp; 씀",
            "<Working Backwards>를 읽음 & 씀",
        ),
        (long.as_str(), long.as_str()),
        ("결론:: 남는다\nid:: 1\n끝", "결론:: 남는다\n\n끝"),
    ] {
        let vault = Vault::empty("v").file("n.md", format!("{markdown}\n"));
        assert_eq!(vault.text("n"), text, "{markdown}");
    }
}
