//! Pages to be read: one file with text, and no script.
#![allow(dead_code, unused_imports)]

mod frame;

pub(in crate::render) use frame::Frame;
