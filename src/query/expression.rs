//! Conditions on concepts, as a person types them: `AWS and not (애플 or kindle)`.

use super::names::ConceptNames;
use crate::model::ConceptId;

/// A condition on the concepts that an entry is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is about one of these: the concepts of one name.
    About(Vec<ConceptId>),
    /// The condition does not hold.
    Not(Box<Condition>),
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
}

/// Why a text is no condition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionError {
    /// A concept's name should stand there.
    #[error("a name of a concept is missing {}", place(.before.as_deref()))]
    NameMissing {
        /// What stands there instead; `None`: the text ends.
        before: Option<String>,
    },
    /// A parenthesis is open or was never opened.
    #[error("a parenthesis has no partner")]
    Parenthesis,
    /// No concept is called so.
    #[error("no concept is called `{0}`")]
    Unknown(String),
    /// Parentheses and `not` are nested too deeply.
    #[error("parentheses are nested more than {MAX_DEPTH} deep")]
    TooDeep,
}

fn place(before: Option<&str>) -> String {
    before.map_or_else(
        || "at the end".to_owned(),
        |word| format!("before `{word}`"),
    )
}

/// So deep may parentheses be nested.
const MAX_DEPTH: usize = 64;

impl Condition {
    /// Reads a condition: names joined by `and`, `or` and `not` (also `&`, `|`
    /// and `!`, or 그리고, 또는 and 아닌), with parentheses; `and` binds tighter
    /// than `or`. Words in a row are one name, and quotation marks keep `and`,
    /// `or` and `not` in a name.
    ///
    /// # Errors
    ///
    /// When it is not put together so, or a name is unknown.
    pub fn parse(text: &str, names: &ConceptNames) -> Result<Self, ConditionError> {
        let mut parser = Parser {
            tokens: tokens(text),
            at: 0,
            names,
        };
        let condition = parser.any(0)?;
        match parser.tokens.get(parser.at) {
            None => Ok(condition),
            Some(_) => Err(ConditionError::Parenthesis),
        }
    }

    /// Whether it holds, given which concepts an entry is about.
    pub fn holds(&self, about: impl Fn(ConceptId) -> bool + Copy) -> bool {
        match self {
            Self::About(concepts) => concepts.iter().any(|&concept| about(concept)),
            Self::Not(condition) => !condition.holds(about),
            Self::All(conditions) => conditions.iter().all(|condition| condition.holds(about)),
            Self::Any(conditions) => conditions.iter().any(|condition| condition.holds(about)),
        }
    }

    /// The condition in words: `AWS and not (애플 or 킨들)`, with the labels of the
    /// concepts; of several concepts with one name the first stands for all.
    pub fn told(&self, label: impl Fn(ConceptId) -> String + Copy) -> String {
        let joined = |conditions: &[Self], word: &str| {
            let parts: Vec<String> = conditions.iter().map(|part| part.inner(label)).collect();
            parts.join(word)
        };
        match self {
            Self::About(concepts) => concepts.first().copied().map(label).unwrap_or_default(),
            Self::Not(condition) => format!("not {}", condition.inner(label)),
            Self::All(conditions) => joined(conditions, " and "),
            Self::Any(conditions) => joined(conditions, " or "),
        }
    }

    /// The condition as a part of another.
    fn inner(&self, label: impl Fn(ConceptId) -> String + Copy) -> String {
        match self {
            Self::All(_) | Self::Any(_) => format!("({})", self.told(label)),
            Self::About(_) | Self::Not(_) => self.told(label),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Quoted(String),
    And,
    Or,
    Not,
    Open,
    Close,
}

/// Cuts a text at spaces. A parenthesis stands for itself where a word starts or
/// ends, so that `LP(음반)` stays one word.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut pieces = text.split('"');
    let mut quoted = false;
    while let Some(piece) = pieces.next() {
        match quoted {
            true => tokens.push(Token::Quoted(piece.to_owned())),
            false => piece
                .split_whitespace()
                .for_each(|word| cut(word, &mut tokens)),
        }
        quoted = !quoted;
        // An odd quotation mark at the end quotes nothing, and is left out.
        if quoted && pieces.clone().count() == 1 {
            let rest = pieces.next().unwrap_or_default();
            rest.split_whitespace()
                .for_each(|word| cut(word, &mut tokens));
            break;
        }
    }
    tokens
}

fn cut(word: &str, tokens: &mut Vec<Token>) {
    let mut word = word;
    loop {
        if let Some(rest) = word.strip_prefix('(') {
            tokens.push(Token::Open);
            word = rest;
        } else if let Some(rest) = word.strip_prefix('!') {
            tokens.push(Token::Not);
            word = rest;
        } else {
            break;
        }
    }
    let count = |c| word.matches(c).count();
    let unopened = count(')').saturating_sub(count('('));
    let ending = word.len() - word.trim_end_matches(')').len();
    let closing = unopened.min(ending);
    word = &word[..word.len() - closing];
    match word.to_lowercase().as_str() {
        "" => {}
        "and" | "&" | "&&" | "그리고" => tokens.push(Token::And),
        "or" | "|" | "||" | "또는" => tokens.push(Token::Or),
        "not" | "아닌" => tokens.push(Token::Not),
        _ => tokens.push(Token::Word(word.to_owned())),
    }
    tokens.extend(std::iter::repeat_n(Token::Close, closing));
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    names: &'a ConceptNames,
}

impl Parser<'_> {
    fn take(&mut self, token: &Token) -> bool {
        let found = self.tokens.get(self.at) == Some(token);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let mut conditions = vec![self.all(depth)?];
        while self.take(&Token::Or) {
            conditions.push(self.all(depth)?);
        }
        Ok(one_or(conditions, Condition::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        let mut conditions = vec![self.one(depth)?];
        // `AWS not 애플`, `AWS (a or b)` and `(AWS) 애플` leave the `and` out.
        while self.take(&Token::And)
            || matches!(
                self.tokens.get(self.at),
                Some(Token::Not | Token::Open | Token::Word(_) | Token::Quoted(_))
            )
        {
            conditions.push(self.one(depth)?);
        }
        Ok(one_or(conditions, Condition::All))
    }

    fn one(&mut self, depth: usize) -> Result<Condition, ConditionError> {
        if depth > MAX_DEPTH {
            return Err(ConditionError::TooDeep);
        }
        if self.take(&Token::Not) {
            return Ok(Condition::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.take(&Token::Open) {
            let inside = self.any(depth + 1)?;
            return match self.take(&Token::Close) {
                true => Ok(inside),
                false => Err(ConditionError::Parenthesis),
            };
        }
        self.name()
    }

    fn name(&mut self) -> Result<Condition, ConditionError> {
        let mut words: Vec<&str> = Vec::new();
        while let Some(Token::Word(word) | Token::Quoted(word)) = self.tokens.get(self.at) {
            words.push(word);
            self.at += 1;
        }
        if words.is_empty() {
            let before = self
                .tokens
                .get(self.at)
                .map(|token| shown(token).to_owned());
            return Err(ConditionError::NameMissing { before });
        }
        let resolution = self.names.resolve(&words.join(" "));
        match resolution.concepts.is_empty() {
            true => Err(ConditionError::Unknown(resolution.name)),
            false => Ok(Condition::About(resolution.concepts)),
        }
    }
}

fn one_or(mut conditions: Vec<Condition>, many: fn(Vec<Condition>) -> Condition) -> Condition {
    match conditions.len() {
        1 => conditions.remove(0),
        _ => many(conditions),
    }
}

fn shown(token: &Token) -> &str {
    match token {
        Token::Word(word) | Token::Quoted(word) => word,
        Token::And => "and",
        Token::Or => "or",
        Token::Not => "not",
        Token::Open => "(",
        Token::Close => ")",
    }
}
