//! A query as a tree, and the tree as text again.

use super::Field;
use std::fmt;
use std::ops::Range;

/// A piece of a query. Two are equal when they say the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it says.
    pub expr: Expr,
    /// Where it stands: bytes of the query.
    pub span: Range<usize>,
}

/// What a piece of a query says.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// Words in a row: names of concepts.
    Words(Vec<Word>),
    /// Words in parentheses.
    Group(Box<Node>),
    /// Words in quotation marks: a phrase of the text.
    Quoted(String),
    /// A field and its value.
    Field {
        /// The field.
        field: Field,
        /// Its value, without the quotation marks around it.
        value: String,
    },
    /// The first piece, and each other one so many sentences from the one before.
    Near(Box<Node>, Vec<(u32, Node)>),
    /// The piece does not hold.
    Not(Box<Node>),
    /// All hold; at least two.
    All(Vec<Node>),
    /// At least one holds; at least two.
    Any(Vec<Node>),
}

/// A word of a query.
#[derive(Clone, Debug)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Where it stands: bytes of the query.
    pub span: Range<usize>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl fmt::Display for Node {
    /// The query in its plainest form, which reads as the same tree.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.expr {
            Expr::Words(words) => {
                let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
                f.write_str(&words.join(" "))
            }
            Expr::Group(inner) => write!(f, "({inner})"),
            Expr::Quoted(text) => f.write_str(&quoted(text)),
            Expr::Field { field, value } => write!(f, "{}:{}", field.name(), bare(value)),
            Expr::Near(first, others) => {
                write!(f, "{}", Part(first, Binding::Near))?;
                for (within, other) in others {
                    write!(f, " near:{within} {}", Part(other, Binding::Near))?;
                }
                Ok(())
            }
            Expr::Not(inner) => write!(f, "NOT {}", Part(inner, Binding::Not)),
            Expr::All(parts) => joined(f, parts, " AND ", Binding::All),
            Expr::Any(parts) => joined(f, parts, " OR ", Binding::Any),
        }
    }
}

/// How tightly pieces hold together, the loosest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Any,
    All,
    Not,
    Near,
    One,
}

impl Expr {
    fn binding(&self) -> Binding {
        match self {
            Self::Any(_) => Binding::Any,
            Self::All(_) => Binding::All,
            Self::Not(_) => Binding::Not,
            Self::Near(..) => Binding::Near,
            Self::Words(_) | Self::Group(_) | Self::Quoted(_) | Self::Field { .. } => Binding::One,
        }
    }
}

/// A piece inside of another, in parentheses where it holds together no tighter.
struct Part<'a>(&'a Node, Binding);

impl fmt::Display for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(node, outer) = self;
        let nots = node.expr.binding() == Binding::Not && *outer == Binding::Not;
        match node.expr.binding() > *outer || nots {
            true => node.fmt(f),
            false => write!(f, "({node})"),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Node], word: &str, binding: Binding) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        f.write_str(if index == 0 { "" } else { word })?;
        write!(f, "{}", Part(part, binding))?;
    }
    Ok(())
}

/// A text in quotation marks.
fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// A value, in quotation marks unless it is a plain word.
fn bare(value: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '/' | '+' | '~');
    match !value.is_empty() && value.chars().all(plain) {
        true => value.to_owned(),
        false => quoted(value),
    }
}
