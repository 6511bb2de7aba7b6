//! Names with an operator in them: R&D, disagree and commit.

use super::lexer::{Kind, Token};
use std::ops::Range;

/// Of so many tokens is a name with an operator in it put together at most.
const LONGEST_NAME: usize = 9;

/// The marks that are `AND`.
const AND_MARKS: [char; 2] = ['&', '＆'];

/// Takes tokens that together are a name for one word, the longest name first; a name
/// wins over the operator in it. `is_name` knows the names.
pub(super) fn joined(
    query: &str,
    tokens: Vec<Token>,
    is_name: &dyn Fn(&str) -> bool,
) -> Vec<Token> {
    let mut joined = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let (count, token) =
            name(query, &tokens[at..], is_name).unwrap_or_else(|| (1, tokens[at].clone()));
        joined.push(token);
        at += count;
    }
    joined
}

/// The longest name with an operator in it that starts with the first token.
fn name(query: &str, tokens: &[Token], is_name: &dyn Fn(&str) -> bool) -> Option<(usize, Token)> {
    let first = &tokens[0];
    let start = first.span.start;
    // A value in quotation marks is whole.
    let value = match &first.kind {
        Kind::Field(_, value) if query[..first.span.end].ends_with(value.as_str()) => Some(value),
        _ => None,
    };
    let in_name = |at: usize| match &tokens[at].kind {
        Kind::Word(_) => value.is_none() || is_glued(tokens, at),
        Kind::And | Kind::Or => at > 0 && (value.is_none() || is_glued(tokens, at)),
        // A mark excludes; the word may be one of a title.
        Kind::Not => value.is_none() && query[tokens[at].span.clone()].chars().count() > 1,
        Kind::Field(..) => at == 0 && value.is_some(),
        _ => false,
    };
    let most = (0..tokens.len().min(LONGEST_NAME))
        .take_while(|&at| in_name(at))
        .count();
    let operator = tokens[..most].iter().position(is_operator)?;
    (operator.max(1) + 1..=most).rev().find_map(|count| {
        let end = tokens[count - 1].span.end;
        let (from, kind) = match (&first.kind, value) {
            (Kind::Field(field, _), Some(value)) => {
                let from = first.span.end - value.len();
                (from, Kind::Field(*field, query[from..end].to_owned()))
            }
            _ => (start, Kind::Word(query[start..end].to_owned())),
        };
        let span = start..end;
        let whole = !is_operator(&tokens[count - 1]) && is_name(&query[from..end]);
        whole.then_some((count, Token { kind, span }))
    })
}

/// Whether there is no space before a token.
fn is_glued(tokens: &[Token], at: usize) -> bool {
    at > 0 && tokens[at - 1].span.end == tokens[at].span.start
}

fn is_operator(token: &Token) -> bool {
    matches!(token.kind, Kind::And | Kind::Or | Kind::Not)
}

/// How the stretch without spaces that a piece of a query stands in is written as words of
/// the text, when `&` cuts it: `"R&D"`, `text:"AT&T"`.
pub(in crate::query) fn as_words(query: &str, span: &Range<usize>) -> Option<String> {
    let (before, after) = (&query[..span.start], &query[span.end..]);
    let cut = before.ends_with(AND_MARKS) || after.starts_with(AND_MARKS);
    let start = before.rfind(char::is_whitespace).map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    let word = &query[start..span.end + end];
    let (field, word) = match word.split_once(':') {
        Some((field, word)) => (format!("{field}:"), word),
        None => (String::new(), word),
    };
    let plain = |c: char| c.is_alphanumeric() || AND_MARKS.contains(&c);
    (cut && word.chars().all(plain)).then(|| format!("{field}\"{word}\""))
}
