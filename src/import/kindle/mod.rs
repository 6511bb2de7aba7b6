//! Kindle: the file of clippings on the device, and the notebook that its apps
//! export.

mod block;
mod clippings;
mod merge;
mod notebook;
mod position;
mod words;

pub use clippings::KindleClippings;
pub use notebook::KindleNotebook;
