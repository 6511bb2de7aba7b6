//! What maps and answers look like: DOT, pictures, text for a terminal,
//! Markdown, JSON.

pub mod dot;
pub mod graphviz;
pub mod json;
pub mod markdown;
mod phrases;
pub mod terminal;
mod theme;
