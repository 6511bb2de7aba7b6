//! How much is read at most. Each limit has an error of its own.

/// The largest file that is read, in bytes.
pub(super) const FILE_LIMIT: u64 = 64 * 1024 * 1024;

/// So many entries, concepts or queries of one file are read.
pub(super) const ITEM_LIMIT: usize = 500_000;

/// The longest label, alias or id that is used, in characters.
pub(super) const NAME_LIMIT: usize = 500;
