//! One file, from text to mirror types.

use super::decode::decode;
use super::explain::unknown_field;
use super::format::{
    BookSource, ConceptSource, ENTRIES_FIELDS, EntrySource, LIBRARY_FIELDS, MarkdownSource,
    QuerySource, VERSION, VOCABULARY_FIELDS,
};
use super::limits::ITEM_LIMIT;
use super::located::Located;
use super::problems::Problems;
use super::syntax::{self, LateTree, Node, Shape};
use super::well_formed;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Place, SourceFile};
use crate::text::similarity::closest;
use serde::de::DeserializeOwned;
use std::sync::Arc;

/// What a file holds.
#[derive(Debug)]
pub(super) enum Parsed {
    Book {
        /// The file's folder, below the notes folder.
        folder: String,
        book: Box<Located<BookSource>>,
    },
    Vocabulary(VocabularySource),
    /// The library's settings.
    Library {
        queries: Vec<Located<QuerySource>>,
        /// How Markdown is read.
        markdown: Option<Located<MarkdownSource>>,
        /// Codes that are not reported.
        allowed: Vec<(String, Place)>,
    },
    Entries {
        folder: String,
        /// The book that the file as a whole names.
        book: Option<(String, Place)>,
        /// The file holds one entry, so its name can be the entry's id.
        single: bool,
        entries: Vec<Located<EntrySource>>,
    },
}

impl Parsed {
    /// The file's name, if it holds a book.
    pub(super) fn book_file(&self) -> Option<&str> {
        match self {
            Self::Book { book, .. } => Some(&book.file.name),
            _ => None,
        }
    }

    /// The file's name, if it holds concepts.
    pub(super) fn concept_file(&self) -> Option<&str> {
        match self {
            Self::Vocabulary(vocabulary) => Some(&vocabulary.file),
            _ => None,
        }
    }

    /// The id of the concept that a note is, and the file's name.
    pub(super) fn concept_note(&self) -> Option<(&str, &str)> {
        match self {
            Self::Vocabulary(vocabulary) if vocabulary.is_note => {
                let concept = vocabulary.concepts.first()?;
                Some((&concept.value.id, &vocabulary.file))
            }
            _ => None,
        }
    }

    /// The file's name, if it is a vocabulary that can be added to.
    pub(super) fn vocabulary_file(&self) -> Option<&str> {
        match self {
            Self::Vocabulary(vocabulary) if !vocabulary.is_note => Some(&vocabulary.file),
            _ => None,
        }
    }
}

/// What a vocabulary file holds.
#[derive(Debug)]
pub(super) struct VocabularySource {
    /// The file's name.
    pub(super) file: String,
    pub(super) concepts: Vec<Located<ConceptSource>>,
    /// Words that the reader does not want as concepts.
    pub(super) dismissed: Vec<String>,
    /// It is a Markdown note about one concept.
    pub(super) is_note: bool,
}

/// The kinds of files, by the name of their root.
const KINDS: [&str; 5] = ["Book", "Vocabulary", "Entry", "Entries", "Library"];

/// Parses a file; `None` when nothing of it can be used. An empty file, or
/// one with only comments, is fine and holds nothing.
pub(super) fn parse(
    file: &Arc<SourceFile>,
    folder: &str,
    diagnostics: &mut Problems,
) -> Option<Parsed> {
    well_formed::entries(file, folder).or_else(|| parse_by_tree(file, folder, diagnostics))
}

/// Parses a file in which something may be wrong.
pub(super) fn parse_by_tree(
    file: &Arc<SourceFile>,
    folder: &str,
    diagnostics: &mut Problems,
) -> Option<Parsed> {
    let read = syntax::parse(file);
    diagnostics.take(read.diagnostics);
    let tree = Arc::new(LateTree::made(file, read.root?));
    let root = tree.root();
    let reader = Reader {
        file,
        tree: &tree,
        repaired: &read.repaired,
    };
    let kind = reader.kind(root, diagnostics)?;
    if !reader.version_is_known(kind, root, diagnostics) {
        return None;
    }
    let folder = folder.to_owned();
    match kind {
        "Book" => Some(Parsed::Book {
            folder,
            book: Box::new(decode(&tree, &read.repaired, root, diagnostics)?),
        }),
        "Vocabulary" => {
            reader.check_fields(root, &VOCABULARY_FIELDS, diagnostics);
            Some(Parsed::Vocabulary(VocabularySource {
                file: file.name.clone(),
                concepts: reader.items(root, "concepts", diagnostics),
                dismissed: reader
                    .located_texts(root, "dismissed", diagnostics)
                    .into_iter()
                    .map(|(text, _)| text)
                    .collect(),
                is_note: false,
            }))
        }
        "Library" => {
            reader.check_fields(root, &LIBRARY_FIELDS, diagnostics);
            let markdown = root.field(&file.text, "markdown");
            Some(Parsed::Library {
                queries: match root.field(&file.text, "queries") {
                    None => Vec::new(),
                    Some(_) => reader.items(root, "queries", diagnostics),
                },
                allowed: reader.located_texts(root, "allow", diagnostics),
                markdown: markdown
                    .and_then(|item| decode(&tree, &read.repaired, &item.value, diagnostics)),
            })
        }
        "Entry" => Some(Parsed::Entries {
            folder,
            book: None,
            single: true,
            entries: vec![decode(&tree, &read.repaired, root, diagnostics)?],
        }),
        _ => {
            reader.check_fields(root, &ENTRIES_FIELDS, diagnostics);
            Some(Parsed::Entries {
                folder,
                book: reader.text_field(root, "book", diagnostics),
                single: false,
                entries: reader.items(root, "entries", diagnostics),
            })
        }
    }
}

struct Reader<'a> {
    file: &'a Arc<SourceFile>,
    tree: &'a Arc<LateTree>,
    /// The text as it was probably meant.
    repaired: &'a str,
}

impl Reader<'_> {
    fn place(&self, span: std::ops::Range<usize>) -> Place {
        Place::new(self.file, span)
    }

    fn kind(&self, root: &Node, diagnostics: &mut Problems) -> Option<&'static str> {
        let name = match &root.shape {
            Shape::Group { name, .. } => name.clone(),
            Shape::Scalar => root.span.clone(),
        };
        let found = &self.file.text[name.clone()];
        if let Some(kind) = KINDS.iter().find(|kind| **kind == found) {
            if matches!(root.shape, Shape::Group { .. }) {
                return Some(kind);
            }
            diagnostics.push(
                Diagnostic::at(
                    Code::Syntax,
                    self.place(name),
                    format!("`{kind}` has no brackets"),
                )
                .label("`(` expected after this")
                .hint(format!("write `{kind}( … )`")),
            );
            return None;
        }
        let head = root.span.start..name.end.max(root.span.start + 1);
        let hint = match closest(found, KINDS, 1).first() {
            Some(near) if !found.is_empty() => format!("did you mean `{near}(`?"),
            _ => "a file in notes/ starts with Book(, Vocabulary(, Entry(, Entries( or Library("
                .to_owned(),
        };
        diagnostics.push(
            Diagnostic::at(
                Code::UnknownKind,
                self.place(head),
                "this is no kind of notes file",
            )
            .label("nothing of this file was used")
            .hint(hint),
        );
        None
    }

    fn version_is_known(&self, kind: &str, root: &Node, diagnostics: &mut Problems) -> bool {
        let Some(field) = root.field(&self.file.text, "format") else {
            return true;
        };
        let place = self.place(field.value.span.clone());
        let written = &self.repaired[field.value.span.clone()];
        let written = written
            .trim_start_matches("Some(")
            .trim_end_matches(')')
            .trim();
        match written.parse::<u64>() {
            Ok(version) if (1..=u64::from(VERSION)).contains(&version) => true,
            Ok(version) if version > u64::from(VERSION) => {
                diagnostics.push(
                    Diagnostic::at(
                        Code::NewerFormat,
                        place,
                        format!("this file has format {version}, and this program knows formats up to {VERSION}"),
                    )
                    .label("nothing of this file was read, and nothing was changed")
                    .hint("use a newer bookgraph to read it"),
                );
                false
            }
            // Where the root is decoded as a whole, `format` is too.
            Err(_) if ["Book", "Entry"].contains(&kind) => true,
            _ => {
                diagnostics.push(
                    Diagnostic::at(
                        Code::BadValue,
                        place,
                        "`format` must be the number of a format",
                    )
                    .label("read as format 1")
                    .hint(format!("write `format: {VERSION}`")),
                );
                true
            }
        }
    }

    /// Reports the fields of the root that its kind does not have.
    fn check_fields(&self, root: &Node, known: &[&str], diagnostics: &mut Problems) {
        for name in root.items().iter().filter_map(|item| item.name.clone()) {
            let found = syntax::field_name(&self.file.text[name.clone()]);
            if !known.contains(&found) {
                let explained = unknown_field(found, known);
                let mut diagnostic =
                    Diagnostic::at(explained.code, self.place(name), explained.message)
                        .label(explained.label);
                diagnostic.hints.extend(explained.hint);
                diagnostics.push(diagnostic);
            }
        }
    }

    /// Reads each item of a list field on its own.
    fn items<T: DeserializeOwned>(
        &self,
        root: &Node,
        field: &str,
        diagnostics: &mut Problems,
    ) -> Vec<Located<T>> {
        let Some(item) = root.field(&self.file.text, field) else {
            let head = root.span.start..root.span.start + 1;
            diagnostics.push(
                Diagnostic::at(
                    Code::MissingField,
                    self.place(head),
                    format!("`{field}` is missing"),
                )
                .label(format!("this has no `{field}`"))
                .hint(format!("add `{field}: [ … ]`")),
            );
            return Vec::new();
        };
        let value = &item.value;
        if !self.repaired[value.span.clone()].starts_with('[') {
            diagnostics.push(
                Diagnostic::at(
                    Code::WrongType,
                    self.place(value.span.clone()),
                    format!("`{field}` must be a list"),
                )
                .label("nothing of it was used")
                .hint(format!("write it as `{field}: [ … ]`")),
            );
            return Vec::new();
        }
        let items = value.items();
        if items.len() > ITEM_LIMIT {
            diagnostics.push(
                Diagnostic::at(
                    Code::TooMany,
                    self.place(value.span.start..value.span.start + 1),
                    format!("`{field}` has more than {ITEM_LIMIT} items"),
                )
                .label(format!("only the first {ITEM_LIMIT} were read"))
                .hint("split the file"),
            );
        }
        items
            .iter()
            .take(ITEM_LIMIT)
            .filter_map(|item| decode(self.tree, self.repaired, &item.value, diagnostics))
            .collect()
    }

    /// The texts of a list field; those that are no texts are reported.
    fn located_texts(
        &self,
        root: &Node,
        name: &str,
        diagnostics: &mut Problems,
    ) -> Vec<(String, Place)> {
        match root.field(&self.file.text, name) {
            None => Vec::new(),
            Some(_) => self
                .items(root, name, diagnostics)
                .into_iter()
                .map(|text: Located<String>| (text.value.clone(), text.place()))
                .collect(),
        }
    }

    fn text_field(
        &self,
        root: &Node,
        name: &str,
        diagnostics: &mut Problems,
    ) -> Option<(String, Place)> {
        let value = root.field(&self.file.text, name)?.value.span.clone();
        let place = self.place(value.clone());
        match ron::from_str(&self.repaired[value]) {
            Ok(text) => Some((text, place)),
            Err(_) => {
                diagnostics.push(
                    Diagnostic::at(
                        Code::WrongType,
                        place,
                        format!("`{name}` must be a text in quotation marks"),
                    )
                    .label("not used")
                    .hint(format!("write it as `{name}: \"…\"`")),
                );
                None
            }
        }
    }
}
