//! What is looked for, as a person types it.

use super::phrase::Phrase;
use super::term::Term;

/// Words and phrases to look for.
#[derive(Clone, Debug)]
pub struct Question {
    /// What entries should have.
    pub wanted: Vec<Term>,
    /// What they must not have.
    pub unwanted: Vec<Term>,
    /// Whether one of the wanted is enough.
    pub any: bool,
    /// Each two of the wanted that follow each other, as one: the index of the
    /// first, and both. An entry that has them so has both (플라이휠 for 플라이 휠),
    /// and comes first.
    pub(super) in_a_row: Vec<(usize, Term)>,
}

/// Why a text asks for nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// There is nothing in it.
    #[error("there is nothing to look for")]
    Empty,
    /// There are only words that entries must not have.
    #[error("there are only words to leave out: {}", .0.join(" "))]
    OnlyUnwanted(Vec<String>),
    /// A piece has no letter and no digit.
    #[error("`{0}` has no letter to look for")]
    NoLetter(String),
    /// It has more words and phrases than [`Question::MOST`].
    #[error("there are {0} words to look for, and {most} are as many as can be", most = Question::MOST)]
    TooMany(usize),
    /// A quotation mark opens and none closes.
    #[error("the quotation mark before `{0}` is not closed")]
    OpenQuote(String),
}

/// A piece of a question: a word, or what stood in quotation marks.
struct Piece<'a> {
    text: &'a str,
    quoted: bool,
    unwanted: bool,
}

impl Question {
    /// So many words and phrases can be wanted at a time.
    pub const MOST: usize = 64;

    /// Reads a question: words, all of which an entry must have; `"…"` or `“…”`
    /// for words in a row, `word*` for all that begins so, `-word` and `-"…"` for
    /// what it must not have.
    ///
    /// # Errors
    ///
    /// When nothing is asked for, a piece has no letter, or a quotation is open.
    pub fn parse(text: &str) -> Result<Self, QuestionError> {
        Self::of(&pieces(text)?)
    }

    /// All words of a text that have a letter, as words to look for; no mark means
    /// anything. Of more than can be looked for the first.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub fn of_words(text: &str) -> Result<Self, QuestionError> {
        let words = text.split_whitespace();
        let words = words.filter(|word| Phrase::new(word).is_some());
        let pieces: Vec<Piece<'_>> = words
            .map(|word| Piece {
                text: word.trim_end_matches('*'),
                quoted: false,
                unwanted: false,
            })
            .take(Self::MOST)
            .collect();
        Self::of(&pieces)
    }

    fn of(pieces: &[Piece<'_>]) -> Result<Self, QuestionError> {
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        for piece in pieces {
            let term = piece.term();
            let term = term.ok_or_else(|| QuestionError::NoLetter(piece.text.to_owned()))?;
            match piece.unwanted {
                true => unwanted.push(term),
                false => wanted.push(term),
            }
        }
        if wanted.is_empty() {
            return Err(match unwanted.is_empty() {
                true => QuestionError::Empty,
                false => {
                    QuestionError::OnlyUnwanted(unwanted.into_iter().map(|t| t.written).collect())
                }
            });
        }
        if wanted.len() > Self::MOST {
            return Err(QuestionError::TooMany(wanted.len()));
        }
        let row: Vec<&Piece<'_>> = pieces.iter().filter(|piece| !piece.unwanted).collect();
        let pairs = row.windows(2).enumerate();
        let in_a_row = pairs.filter_map(|(first, pair)| Some((first, pair[0].before(pair[1])?)));
        let in_a_row = in_a_row.collect();
        Ok(Self {
            wanted,
            unwanted,
            any: false,
            in_a_row,
        })
    }

    /// The same, content with entries that have any of what is wanted.
    #[must_use]
    pub fn any(self) -> Self {
        Self { any: true, ..self }
    }

    /// The same without entries that have this word or phrase.
    ///
    /// # Errors
    ///
    /// When it has no letter.
    pub fn without(mut self, text: &str) -> Result<Self, QuestionError> {
        let term = Term::phrase(text).ok_or_else(|| QuestionError::NoLetter(text.to_owned()))?;
        self.unwanted.push(term);
        Ok(self)
    }
}

impl Piece<'_> {
    fn term(&self) -> Option<Term> {
        match self.start_of_a_word() {
            _ if self.quoted => Term::phrase(self.text),
            Some(start) => Term::prefix(start),
            None => Term::word(self.text),
        }
    }

    /// This piece and another right after it.
    fn before(&self, next: &Self) -> Option<Term> {
        let both = |next: &str| format!("{} {next}", self.text);
        match next.start_of_a_word() {
            _ if self.start_of_a_word().is_some() => None,
            _ if next.quoted => Term::phrase(&both(next.text)),
            Some(start) => Term::prefix(&both(start)),
            None => Term::word(&both(next.text)),
        }
    }

    fn start_of_a_word(&self) -> Option<&str> {
        let start = self.text.strip_suffix('*');
        start.filter(|_| !self.quoted)
    }
}

/// Cuts a question at spaces and quotations.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, QuestionError> {
    const OPENING: [char; 2] = ['"', '“'];
    const CLOSING: [char; 2] = ['"', '”'];
    let mut pieces = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let after_sign = rest.strip_prefix(['-', '−']).filter(|after| {
            let next = after.chars().next();
            next.is_some_and(|c| c != '-' && !c.is_whitespace())
        });
        let unwanted = after_sign.is_some();
        rest = after_sign.unwrap_or(rest);
        let quotation = rest.strip_prefix(OPENING);
        let piece = match quotation {
            Some(inside) => {
                let Some(end) = inside.find(CLOSING) else {
                    return Err(QuestionError::OpenQuote(inside.trim().to_owned()));
                };
                let closed = &inside[end..];
                rest = closed.trim_start_matches(CLOSING);
                &inside[..end]
            }
            None => {
                let end = rest.find(|c: char| c.is_whitespace() || OPENING.contains(&c));
                let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
                rest = after;
                word
            }
        };
        pieces.push(Piece {
            text: piece,
            quoted: quotation.is_some(),
            unwanted,
        });
        rest = rest.trim_start();
    }
    Ok(pieces)
}
