//! Values as bytes.

use postcard::ser_flavors::Flavor;
use serde::Serialize;
use std::io::{Error, Result};

/// Adds a value to the end of a list.
///
/// # Errors
///
/// When the value cannot be written down, which none of ours is.
pub(super) fn encode_onto(bytes: &mut Vec<u8>, value: &impl Serialize) -> Result<()> {
    postcard::serialize_with_flavor(value, AtEnd(bytes)).map_err(Error::other)
}

/// Copies texts whole, where `postcard::to_extend` adds them byte by byte.
struct AtEnd<'a>(&'a mut Vec<u8>);

impl Flavor for AtEnd<'_> {
    type Output = ();

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        self.0.push(byte);
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<()> {
        Ok(())
    }
}
