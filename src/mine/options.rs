//! What to mine for.

/// How to look for new names.
#[derive(Clone, Debug)]
pub struct Options {
    /// Names that were turned down before; compared by
    /// [`crate::text::fold::key`].
    pub dismissed: Vec<String>,
    /// At most so many suggestions.
    pub most: usize,
}

impl Default for Options {
    /// Nothing was turned down; a few hundred suggestions.
    fn default() -> Self {
        Self {
            dismissed: Vec::new(),
            most: 300,
        }
    }
}
