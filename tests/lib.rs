//! Integration tests, in one binary: everything goes through the public
//! library or the program itself, so that the inside can change.
//!
//! Cases that a reader can browse stand in `tests/suite/`. To take over what
//! the program prints today: `SNAPSHOTS=overwrite TRYCMD=overwrite cargo test`,
//! and read the diff.

mod analyse;
mod apple_books;
mod book_index;
mod books;
mod browse;
mod browser;
mod cli;
mod crash;
mod diagnostics;
mod diary;
mod docs;
mod edit;
mod export;
#[cfg(unix)]
mod faults;
mod filters;
mod find;
mod floors;
#[cfg(unix)]
mod fuzz;
mod gallery;
mod graph;
mod groundwork;
#[cfg(debug_assertions)]
mod growth;
mod hostile;
mod import;
mod importers;
mod imports;
mod kinds;
mod layout;
mod maps;
mod markdown;
mod mining;
mod narrower;
mod options;
mod pages;
mod palettes;
mod paths;
mod properties;
mod queries;
mod reading;
mod renaming;
mod saving;
mod scenes;
mod schemas;
mod search;
mod similar;
mod stats;
mod store;
mod suggest;
mod summary;
mod support;
mod tagging;
mod timeline;
mod transcripts;
mod turns;
mod unconnected;
#[cfg(unix)]
mod watch;
mod why;
