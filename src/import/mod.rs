//! Notes kept elsewhere → entries. One file or folder for each kind of source,
//! behind one trait.
//!
//! Importing twice changes nothing: an entry knows the source it came from. What
//! the reader has edited since is never touched.

mod apple_books;
mod blog_list;
mod book_shelf;
mod calibre;
mod columns;
mod decode;
mod detect;
mod feed;
mod goodreads;
mod html;
mod hypothesis;
mod importer;
mod keys;
mod kindle;
mod koreader;
mod logseq;
mod moment;
mod naver_tags;
mod note;
mod plan;
mod post;
mod readwise;
mod records;
mod rows;
mod table;
mod written;

pub use apple_books::AppleBooks;
pub use blog_list::BlogList;
pub use calibre::Calibre;
pub use columns::{COLUMNS, is_column};
pub use decode::{Decoded, decode};
pub use detect::{Confidence, Detection, Look};
pub use feed::Feed;
pub use goodreads::Goodreads;
pub use hypothesis::Hypothesis;
pub use importer::{IMPORTERS, Importer, Input, Options};
pub use kindle::{KindleClippings, KindleNotebook};
pub use koreader::KoReader;
pub use logseq::LogseqHighlights;
pub use note::{Imported, ImportedBook, ImportedNote, Skipped};
pub use plan::{
    AssignError, Assigned, Change, Plan, Planned, Reason, Target, Upstream, assign, new_book, plan,
};
pub use readwise::Readwise;
pub use table::Table;
