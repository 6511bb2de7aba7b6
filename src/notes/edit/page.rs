//! A notes file that is being edited.

use super::error::EditError;
use crate::notes::problems::Problems;

use crate::notes::format::{ConceptSource, EntrySource};
use crate::notes::located::Located;
use crate::notes::parse::{Parsed, VocabularySource, parse};
use crate::notes::syntax::{self, Node};
use crate::source::SourceFile;
use std::sync::Arc;

/// A text, its tree, and what the reader takes it for.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) file: Arc<SourceFile>,
    pub(super) root: Node,
    /// The text as it was probably meant, of the same length in bytes.
    repaired: String,
    pub(super) parsed: Parsed,
    pub(super) diagnostics: Problems,
}

impl Page {
    /// Reads a text as the reader of notes does.
    pub(super) fn read(name: &str, text: &str) -> Result<Self, EditError> {
        let file = SourceFile::new(name, text);
        let mut diagnostics = Problems::new();
        let parsed = parse(&file, "", &mut diagnostics);
        let tree = syntax::parse(&file);
        match (parsed, tree.root) {
            (Some(parsed), Some(root)) => Ok(Self {
                file,
                root,
                repaired: tree.repaired,
                parsed,
                diagnostics,
            }),
            _ => Err(match diagnostics.first() {
                Some(problem) => EditError::Unreadable(Box::new(problem.clone())),
                None => EditError::WrongKind {
                    file: name.to_owned(),
                    wanted: "notes file: it is empty",
                },
            }),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    /// The text as it was probably meant, of the same length in bytes.
    pub(super) fn repaired(&self) -> &str {
        &self.repaired
    }

    /// A value as a text, if it is one.
    pub(super) fn text_of(&self, node: &Node) -> Option<String> {
        ron::from_str(&self.repaired[node.span.clone()]).ok()
    }

    pub(super) fn name(&self) -> String {
        self.file.name.clone()
    }

    pub(super) fn vocabulary(&self) -> Result<&VocabularySource, EditError> {
        match &self.parsed {
            Parsed::Vocabulary(vocabulary) => Ok(vocabulary),
            _ => Err(self.is_no("vocabulary")),
        }
    }

    /// The concept that the reader takes for the one with an id.
    pub(super) fn concept(&self, id: &str) -> Result<&Located<ConceptSource>, EditError> {
        let mut concepts = self.vocabulary()?.concepts.iter();
        let found = concepts.find(|concept| concept.value.id == id);
        found.ok_or_else(|| self.lacks(format!("the concept `{id}`")))
    }

    pub(super) fn entries(&self) -> Result<&[Located<EntrySource>], EditError> {
        match &self.parsed {
            Parsed::Entries { entries, .. } => Ok(entries),
            _ => Err(self.is_no("file of entries")),
        }
    }

    pub(super) fn is_no(&self, wanted: &'static str) -> EditError {
        EditError::WrongKind {
            file: self.name(),
            wanted,
        }
    }

    pub(super) fn lacks(&self, what: String) -> EditError {
        EditError::NotThere {
            file: self.name(),
            what,
        }
    }

    pub(super) fn no_list(&self, field: &str) -> EditError {
        EditError::NotAList {
            file: self.name(),
            field: field.to_owned(),
        }
    }

    pub(super) fn cannot_patch(&self) -> EditError {
        EditError::Unsafe { file: self.name() }
    }
}
