//! What the columns of a table may hold.

/// The fields of a note, as `--column` names them.
pub const COLUMNS: [&str; 14] = [
    "id", "book", "author", "isbn", "title", "quote", "text", "date", "page", "location",
    "chapter", "color", "tags", "url",
];

/// Whether a field of a note is called so.
pub fn is_column(name: &str) -> bool {
    COLUMNS.contains(&name)
}
