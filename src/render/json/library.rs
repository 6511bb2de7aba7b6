//! `bookgraph.library/1`, which [`crate::exchange`] writes and reads.

use super::schema::JsonAnswer;
use crate::exchange::{LibraryShape, SCHEMA};

impl JsonAnswer for LibraryShape {
    const SCHEMA: &'static str = SCHEMA;
}
