//! A tree that what was read of it shares, and that may be made when it is first asked for.

use super::parser::parse;
use super::tree::{Node, Shape};
use crate::source::SourceFile;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The tree of a file: where there is no problem, it is made when it is asked for.
#[derive(Debug)]
pub(in crate::notes) struct LateTree {
    file: Arc<SourceFile>,
    root: OnceLock<Node>,
}

impl LateTree {
    pub(in crate::notes) fn of(file: &Arc<SourceFile>) -> Self {
        Self {
            file: Arc::clone(file),
            root: OnceLock::new(),
        }
    }

    pub(in crate::notes) fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// One that was made already.
    pub(in crate::notes) fn made(file: &Arc<SourceFile>, root: Node) -> Self {
        Self {
            file: Arc::clone(file),
            root: OnceLock::from(root),
        }
    }

    /// The whole of it; nothing when there is nothing in the file.
    pub(in crate::notes) fn root(&self) -> &Node {
        let nothing = || Node {
            span: 0..0,
            shape: Shape::Scalar,
            broken: false,
        };
        self.root
            .get_or_init(|| parse(&self.file).root.unwrap_or_else(nothing))
    }

    /// The node that has just this span: the root, or an item of a list in it.
    pub(in crate::notes) fn node(&self, span: &Range<usize>) -> &Node {
        let root = self.root();
        let mut node = root;
        while node.span != *span {
            let items = node.items();
            let after = items.partition_point(|item| item.value.span.start <= span.start);
            let Some(item) = after.checked_sub(1).map(|at| &items[at]) else {
                return root;
            };
            node = &item.value;
        }
        node
    }
}
