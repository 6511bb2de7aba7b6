//! The language of queries, as text: what can be written, and how it is put
//! together. Nothing here knows a library.

mod error;
mod field;
mod lexer;
mod names;
mod node;
mod parser;

pub use error::QueryError;
pub use field::Field;
pub(super) use names::as_words;
pub use node::{Expr, Node, Word};
pub use parser::{parse, parse_with};
