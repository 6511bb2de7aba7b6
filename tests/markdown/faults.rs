//! Faults of Markdown files: each is told with its place, and the rest is read. Those
//! with a code of their own are in `suite/diagnostics`.

use super::Vault;

#[test]
fn files_that_are_no_text() {
    let cp949 = encoding_rs::EUC_KR
        .encode("고객에서 시작한다")
        .0
        .into_owned();
    let utf16: Vec<u8> = "\u{FEFF}고객"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for (bytes, told) in [
        (
            cp949,
            "n.md: E310 not UTF-8 at byte 0, on line 1; nothing of it was read",
        ),
        (
            utf16,
            "n.md: E310 not UTF-8 at byte 0, on line 1; nothing of it was read",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0".to_vec(),
            "n.md: E310 not UTF-8 at byte 0, on line 1; nothing of it was read",
        ),
        (
            b"# Title\n\0\0\0\0\n".to_vec(),
            "n.md:2:1: E310 this is no text: it holds a NUL byte",
        ),
    ] {
        let vault = Vault::empty("v").file("n.md", bytes).file("다른.md", "글");
        let check = vault.run(&["check", "-f", "short"]);
        assert_eq!(check.stdout.trim_end(), told);
        assert_eq!(vault.text("다른"), "글", "the rest is read");
    }
}

#[test]
fn what_is_no_fault() {
    for text in [
        "\u{FEFF}---\ntitle: 표시\n---\n글",
        "---\r\ntitle: 표시\r\n---\r\n글\r\n",
        "---\n\n글이 줄로 시작한다\n\n---\n\n끝",
        "",
        "\n\n",
        "---\n---\n글",
        "---\n# 주석뿐\n---\n글",
        "****\n[[\n]]\n> \n```\n열린 코드",
        // The wide space behind a heading ends no text.
        "---\nsplit: heading\n---\n## 왜?\u{3000}\n\n왜 둘인가\n\n## 어떻게?\n\n왜?\n",
    ] {
        let vault = Vault::empty("v").file("n.md", text);
        let check = vault.run(&["check"]);
        assert_eq!(check.status, 0, "{text:?}: {}", check.stdout);
    }
}

/// Long files of marks take no longer than long texts.
#[test]
fn marks_without_end() {
    for mark in [
        "[", "[[", "((", "**", "#a ", "> ", "%%", "<!--", "<b", "==", "- ", "a:: b\n", "`", "{{",
    ] {
        let text = mark.repeat(200_000 / mark.len());
        let properties = format!("---\ntags: [{}]\n---\n", "가, ".repeat(20_000));
        let vault = Vault::empty("v").file("n.md", properties + &text);
        assert_eq!(vault.run(&["list", "entries"]).status, 0, "{mark}");
    }
}
