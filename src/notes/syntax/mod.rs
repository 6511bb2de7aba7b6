//! The shape of a RON text: which brackets, fields and items stand where.
//!
//! The `ron` crate turns text into values but forgets where they stood, stops
//! at the first problem, and takes a full-width bracket for a missing one.
//! This scanner keeps the byte span of every field and item, names the
//! characters that only look like RON's, and goes on after a problem. Values
//! themselves are read by `ron`.

mod late;
mod lexer;
pub(super) mod lookalike;
mod parser;
mod skim;
mod tree;

pub(super) use late::LateTree;
pub(super) use parser::parse;
pub(super) use skim::{Skimmed, SkimmedField, SkimmedItem, skim};
pub(super) use tree::{Item, Node, Shape, blank, blank_comma, field_name};

/// Brackets may be nested this deep; `ron` itself gives up at 32 structs.
pub(super) const DEEPEST: usize = 32;
