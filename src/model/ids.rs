//! Interned ids: indices into the flat arrays of a [`super::Library`].

use serde::{Deserialize, Serialize};
macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The index as a `usize`.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            /// # Panics
            ///
            /// Past `u32::MAX` of a kind. Each takes over a hundred bytes, so
            /// memory runs out long before (400 GB).
            fn from(index: usize) -> Self {
                Self(u32::try_from(index).expect("fewer than 2^32 of a kind"))
            }
        }
    };
}

index! {
    /// A book: an index into [`super::Library::books`].
    BookId
}

index! {
    /// An entry: an index into [`super::Library::entries`], which is in
    /// reading order.
    EntryId
}

index! {
    /// A concept: an index into [`super::Vocabulary::concepts`].
    ConceptId
}

/// A chapter: a book and an index into its outline's chapters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChapterId {
    /// The book.
    pub book: BookId,
    /// Index into [`super::Outline::chapters`], in the order of the book.
    pub index: u32,
}
