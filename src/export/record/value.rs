//! What is said of nodes and edges.

use jiff::civil::Date;

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::export) enum FieldType {
    /// Text.
    Text,
    /// Texts, in order.
    Texts,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A day.
    Date,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) enum Value<'a> {
    /// Text.
    Text(&'a str),
    /// Texts, in order.
    Texts(Vec<&'a str>),
    /// A whole number.
    Integer(u32),
    /// A number.
    Number(f32),
    /// A day.
    Date(Date),
}
