//! One drawing of one graph, in numbers.

use bookgraph::map::layout::Quality;
use serde_json::{Map, Value};

/// What came out for a graph and a method.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) graph: String,
    pub(crate) method: String,
    pub(crate) nodes: usize,
    pub(crate) edges: usize,
    pub(crate) quality: Quality,
    /// The time it took.
    pub(crate) seconds: f64,
}

impl Row {
    /// As a JSON object.
    pub(crate) fn json(&self) -> Value {
        let mut object = Map::new();
        object.insert("graph".to_owned(), self.graph.clone().into());
        object.insert("method".to_owned(), self.method.clone().into());
        object.insert("nodes".to_owned(), self.nodes.into());
        object.insert("edges".to_owned(), self.edges.into());
        for (name, value) in Quality::NAMES.iter().zip(self.quality.values()) {
            object.insert((*name).to_owned(), value.into());
        }
        object.insert("seconds".to_owned(), self.seconds.into());
        Value::Object(object)
    }
}
