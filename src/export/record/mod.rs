//! Nodes and edges, as every exporter gets them.

mod edge;
mod node;
mod value;

pub(super) use edge::{Edge, EdgeField, EdgeKind};
pub(super) use node::{Node, NodeField, NodeKind};
pub(super) use value::{FieldType, Value};
