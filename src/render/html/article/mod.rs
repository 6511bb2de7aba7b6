//! Pages to be read: one file with text, and no script.

mod digest;
mod frame;

pub use digest::digest;
pub(in crate::render) use frame::Frame;
