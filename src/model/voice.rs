//! Whether a text is quoted from the book.

use serde::{Deserialize, Serialize};

/// Who speaks in an entry's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Voice {
    /// The reader, in words of their own.
    #[default]
    Own,
    /// The book: all of the text is a passage from it.
    Quotation,
    /// Both: the passage stands in lines that begin with `>`, as a block quote of
    /// Markdown, and what the reader says in the others.
    Both,
}

impl Voice {
    /// Whether the book speaks at a byte of the text.
    pub fn quotes(self, text: &str, at: usize) -> bool {
        match self {
            Self::Own => false,
            Self::Quotation => true,
            Self::Both => {
                let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
                text[start..].trim_start().starts_with('>')
            }
        }
    }

    /// What a passage from the book and a reader's remark are together: the text,
    /// and who speaks in it. Either may be empty.
    pub fn join(passage: &str, remark: &str) -> (String, Self) {
        match (passage.is_empty(), remark.is_empty()) {
            (true, _) => (remark.to_owned(), Self::Own),
            (false, true) => (passage.to_owned(), Self::Quotation),
            (false, false) => (format!("{}\n\n{remark}", block_quote(passage)), Self::Both),
        }
    }

    /// The word for it in files and answers: `own`, `quotation`, `both`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Quotation => "quotation",
            Self::Both => "both",
        }
    }
}

/// Lines as a block quote; an empty one keeps its mark.
fn block_quote(passage: &str) -> String {
    let lines = passage.lines().map(|line| match line.is_empty() {
        true => ">".to_owned(),
        false => format!("> {line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::Voice;

    #[test]
    fn the_parts_can_be_told_apart() {
        let (text, voice) = Voice::join("첫 줄\n\n셋째 줄", "내 생각\n둘째");
        assert_eq!(text, "> 첫 줄\n>\n> 셋째 줄\n\n내 생각\n둘째");
        for (words, quoted) in [
            ("첫", true),
            ("셋째", true),
            ("생각", false),
            ("둘째", false),
        ] {
            let at = text.find(words).unwrap();
            assert_eq!(voice.quotes(&text, at), quoted, "{words}");
        }
        assert_eq!(Voice::join("a", ""), ("a".to_owned(), Voice::Quotation));
        assert_eq!(Voice::join("", "> a"), ("> a".to_owned(), Voice::Own));
    }
}
