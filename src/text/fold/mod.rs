//! The folded form of a text: what is compared when names are looked for.
//!
//! Case, width (ＡＷＳ), composition (NFC, NFD), spaces, hyphens, slashes and
//! middle dots, zero-width characters and the English plural are folded away;
//! every folded byte remembers where in the original it came from. Texts and
//! names are folded by the same function, so they can be compared byte by
//! byte. Punctuation, URLs and e-mail addresses become a barrier that no name
//! crosses.

mod address;
mod block;
mod folded_text;
mod folder;
mod letters;
mod plural;

pub use block::{BlockBuilder, FoldedBlock};
pub use folded_text::FoldedText;
pub use letters::is_syllable;

use address::Addresses;
use std::ops::Range;

/// The byte that stands for everything a name cannot cross.
pub const BARRIER: u8 = 1;

/// In an origin: something was folded away right before this byte.
const GAP: u32 = 1 << 31;

/// A folded text. One value can be refilled for many texts without allocating.
///
/// It has one entry a byte: the byte, and where its character starts in the
/// original. Where that character ends follows from its length, but for the
/// few that are listed in `ends`.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    bytes: Vec<u8>,
    origins: Vec<u32>,
    /// `(byte, end in the original)` of each folded character that is not as
    /// long as the original it came from; ascending.
    ends: Vec<(u32, u32)>,
    /// Where something was folded away right before; ascending.
    gaps: Vec<u32>,
    /// Where a character starts inside of what is one character in the original;
    /// ascending, and nearly always empty.
    inner: Vec<u32>,
    /// Where the Latin word begins that is being folded.
    word: Option<usize>,
    gap: bool,
    addresses: Addresses,
}

impl Folded {
    /// Folds one text.
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        folded.refill(text);
        folded
    }

    /// The folded bytes as text.
    pub fn text(&self) -> &str {
        let text = simdutf8::basic::from_utf8(&self.bytes);
        debug_assert!(text.is_ok(), "characters are folded whole");
        text.unwrap_or_default()
    }

    /// Where in the original a folded range came from, which must not be empty.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let mut last = range.end - 1;
        while self.bytes[last] & 0xC0 == 0x80 {
            last -= 1;
        }
        let end = match self.ends.binary_search_by_key(&(last as u32), |end| end.0) {
            Ok(index) => self.ends[index].1 as usize,
            Err(_) => self.origin(last) + (range.end - last),
        };
        self.origin(range.start)..end
    }

    /// Where in the original the character of this byte starts.
    pub fn origin(&self, at: usize) -> usize {
        (self.origins[at] & !GAP) as usize
    }
}

impl FoldedText for Folded {
    fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn gap_before(&self, at: usize) -> bool {
        self.origins[at] & GAP != 0
    }

    fn is_boundary(&self, at: usize) -> bool {
        let inside = |at: usize| self.origins.get(at).map(|origin| origin & !GAP);
        at == 0 || inside(at) != inside(at - 1)
    }
}

/// The key by which names are compared: two spellings of one name have equal
/// keys. Empty when the text holds no letter and no digit.
pub fn key(name: &str) -> Vec<u8> {
    let mut key = Folded::of(name).bytes;
    while key.last() == Some(&BARRIER) {
        key.pop();
    }
    let start = key
        .iter()
        .position(|byte| *byte != BARRIER)
        .unwrap_or(key.len());
    key.drain(..start);
    key
}

/// Whether a name has the two letters or digits that it takes to be looked
/// for in a text; a single one would be found everywhere. The marks of C++ and
/// C# count as letters.
pub fn is_matchable(name: &str) -> bool {
    String::from_utf8_lossy(&key(name))
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'))
        .nth(1)
        .is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        String::from_utf8(Folded::of(text).bytes)
            .unwrap()
            .replace('\u{1}', "|")
    }

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (folded, spellings) in [
            (
                "prfaq",
                vec![
                    "PR/FAQ",
                    "pr faq",
                    "PR-FAQs",
                    "ＰＲ／ＦＡＱ",
                    "P\u{200B}RFAQ",
                ],
            ),
            (
                "플라이휠",
                vec![
                    "플라이휠",
                    "플라이 휠",
                    "플라이\u{AD}휠",
                    "\u{1111}\u{1173}\u{11AF}\u{1105}\u{1161}이휠",
                ],
            ),
            (
                "inputmetric",
                vec!["Input metrics", "input\n  metric", "input‑metrics"],
            ),
            (
                "disagreeandcommit",
                vec!["Disagree & Commit", "disagree-and-commit"],
            ),
            ("aws", vec!["AWS", "aws", "ＡＷＳ"]),
            ("lp", vec!["LP", "LPs", "lp", "ＬＰｓ", "L\u{200B}Ps"]),
            ("company", vec!["Company", "companies"]),
            ("c++", vec!["C++", "Ｃ++"]),
            ("c#", vec!["C#"]),
            ("disney", vec!["Disney"]),
            ("cafe", vec!["Café", "cafe\u{301}", "Cafés"]),
            ("straße", vec!["Straße"]),
            ("child", vec!["Children", "child"]),
            ("mice", vec!["mouse", "Mice"]),
            ("index", vec!["indices"]),
            ("\u{11D46}플", vec!["\u{11D46}플"]),
            ("휠\u{D7CB}", vec!["휠\u{D7CB}"]),
            ("고객|경험", vec!["고객, 경험", "고객. 경험"]),
        ] {
            for spelling in spellings {
                assert_eq!(fold(spelling), folded, "{spelling:?}");
            }
        }
    }

    #[test]
    fn every_byte_knows_its_origin() {
        let text = "큰 PR／FAQs를 http://a.b/aws 썼다";
        let folded = Folded::of(text);
        let at = fold(text).find("prfaq").unwrap();
        assert_eq!(&text[folded.original(at..at + 5)], "PR／FAQs");
        assert!(folded.is_word_start(at) && folded.is_word_end(at + 5));
        assert!(folded.gap_before(at) && folded.gap_before(at + 2));
        assert_eq!(folded.hangul_after(at + 5), "를");
        assert_eq!(fold(text), "큰prfaq를|썼다");
        assert_eq!(fold("mail bar.raiser@example.com now"), "mail|now");
        let prepended = Folded::of("\u{11D46}플");
        assert_eq!(prepended.original(4..7), 4..7);
        let companies = "작은 cafés와 Companies는";
        let folded = Folded::of(companies);
        let at = fold(companies).find("cafe").unwrap();
        assert_eq!(&companies[folded.original(at..at + 4)], "cafés");
        let at = fold(companies).find("company").unwrap();
        assert_eq!(&companies[folded.original(at..at + 7)], "Companies");
        assert_eq!(&companies[folded.original(at..at + 2)], "Co");
    }

    /// A block says of each of its texts what the text folded alone says.
    #[test]
    fn a_block_folds_like_its_texts() {
        let texts = [
            "첫 글",
            "",
            "㎒s, R&D와 ½·㈜와\u{1111}\u{1173}\u{3C1}\u{11D46}플 –",
            "작은 cafés와 Companies는 C+",
            "+ http://a.b 끝. ",
        ];
        let (block, lengths) = FoldedBlock::of(texts.into_iter());
        let length = block.bytes().len();
        let block = FoldedBlock::of_record(block.into_record(), length).unwrap();
        let mut start = 0;
        for (text, expected) in texts.iter().zip(lengths) {
            let alone = Folded::of(text);
            let end = start + alone.bytes().len();
            assert_eq!(expected as usize, alone.bytes().len());
            assert_eq!(&block.bytes()[start..end], alone.bytes(), "{text}");
            assert_eq!(block.bytes()[end], BARRIER);
            for at in start..end {
                let (gap, boundary) = (block.gap_before(at), block.is_boundary(at));
                assert_eq!(gap, alone.gap_before(at - start), "{text} {at}");
                assert_eq!(boundary, alone.is_boundary(at - start), "{text} {at}");
            }
            assert!(block.is_boundary(end) && !block.gap_before(end));
            start = end + 1;
        }
        assert_eq!(start, length);
        // The same of pieces of it.
        let mut pieces = BlockBuilder::default();
        let end = Folded::of(texts[0]).bytes().len() + 1;
        pieces.copy(&block, 0..end);
        for text in &texts[1..3] {
            pieces.fold(text);
        }
        let three = [0, 1, 2].map(|at| Folded::of(texts[at]).bytes().len() + 1);
        pieces.copy(&block, three.iter().sum()..length);
        assert_eq!(pieces.finish().into_record(), block.clone().into_record());
        let record = block.into_record();
        assert!(FoldedBlock::of_record(record[..length].to_vec(), length).is_none());
        assert!(FoldedBlock::of_record(record[..record.len() - 1].to_vec(), length).is_none());
    }
}
