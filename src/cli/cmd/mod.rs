//! The commands: one file each, with its arguments and what it does.

pub(super) mod add;
pub(super) mod browse;
pub(super) mod chapter;
pub(super) mod check;
pub(super) mod completions;
pub(super) mod concept;
pub(super) mod edit;
pub(super) mod find;
pub(super) mod gaps;
pub(super) mod import;
pub(super) mod index;
pub(super) mod init;
pub(super) mod list;
pub(super) mod man;
pub(super) mod map;
pub(super) mod path;
pub(super) mod review;
pub(super) mod schema;
pub(super) mod search;
pub(super) mod show;
pub(super) mod similar;
pub(super) mod stats;
pub(super) mod summary;
pub(super) mod tag;
pub(super) mod timeline;
pub(super) mod undo;
