//! Inputs made of others: what fuzzers do, with a seed, so that each comes again.

/// Numbers that look like chance: S. Vigna's SplitMix64.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Inputs are no longer than this.
const LONGEST: usize = 64 * 1024;

/// What breaks parsers, besides the pieces of the corpus itself.
const PIECES: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "\\",
    "'",
    ",",
    ":",
    "/*",
    "*/",
    "//",
    "r#\"",
    "\"#",
    "\n",
    "\r",
    "\t",
    "\0",
    "\u{1b}[2J",
    "\u{feff}",
    "\u{202e}",
    "\u{3000}",
    "（",
    "“",
    "，",
    "가",
    "\u{1112}\u{1161}\u{11ab}",
    "👨‍👩‍👧",
    "은",
    "9장에서는",
    "p353~361",
    "2023-02-30",
    "-1",
    "99999999999999999999",
    "1e999",
    "NOT",
    "~10",
    "\u{fffe}",
];

/// A mutation of one of the inputs of a corpus.
pub(super) fn mutated(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len() + 1);
        match random.below(8) {
            0 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            1 => drop(bytes.drain(at..(at + random.below(16)).min(bytes.len()))),
            2 | 3 => insert(
                &mut bytes,
                at,
                PIECES[random.below(PIECES.len())].as_bytes(),
            ),
            4 => {
                let piece = PIECES[random.below(PIECES.len())].repeat(1 << random.below(10));
                insert(&mut bytes, at, piece.as_bytes());
            }
            5 => {
                let end = (at + random.below(64)).min(bytes.len());
                let piece = bytes[at..end].repeat(1 + random.below(8));
                insert(&mut bytes, at, &piece);
            }
            6 => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len());
                let end = (from + random.below(256)).min(other.len());
                insert(&mut bytes, at, &other[from..end]);
            }
            _ => bytes.truncate(at),
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}
