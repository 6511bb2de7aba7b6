//! What the properties of a note say, under whatever name people give them.

use super::link;
use super::yaml::{Node, Property, Value};
use std::ops::Range;

/// What a property is about. Those of other programs are about nothing here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::notes) enum Field {
    Title,
    Date,
    Pages,
    Chapters,
    Day,
    Book,
    Id,
    /// Tags that need not be concepts.
    Tags,
    /// Tags that are.
    Concepts,
    Refused,
    Aliases,
    Split,
    Kind,
    Definition,
    Broader,
    Related,
    Label,
    Gist,
}

/// The names of each field; of several in one note the first in this list counts.
const NAMES: [(&str, Field); 45] = [
    ("title", Field::Title),
    ("제목", Field::Title),
    ("date", Field::Date),
    ("날짜", Field::Date),
    ("created", Field::Date),
    ("date created", Field::Date),
    ("created_at", Field::Date),
    ("작성일", Field::Date),
    ("pages", Field::Pages),
    ("page", Field::Pages),
    ("쪽", Field::Pages),
    ("페이지", Field::Pages),
    ("chapters", Field::Chapters),
    ("chapter", Field::Chapters),
    ("장", Field::Chapters),
    ("day", Field::Day),
    ("book", Field::Book),
    ("책", Field::Book),
    ("id", Field::Id),
    ("tags", Field::Tags),
    ("tag", Field::Tags),
    ("keywords", Field::Tags),
    ("keyword", Field::Tags),
    ("태그", Field::Tags),
    ("concepts", Field::Concepts),
    ("concept", Field::Concepts),
    ("개념", Field::Concepts),
    ("not", Field::Refused),
    ("refused", Field::Refused),
    ("aliases", Field::Aliases),
    ("alias", Field::Aliases),
    ("별칭", Field::Aliases),
    ("split", Field::Split),
    ("kind", Field::Kind),
    ("type", Field::Kind),
    ("definition", Field::Definition),
    ("description", Field::Definition),
    ("정의", Field::Definition),
    ("broader", Field::Broader),
    ("up", Field::Broader),
    ("상위", Field::Broader),
    ("related", Field::Related),
    ("관련", Field::Related),
    ("label", Field::Label),
    ("gist", Field::Gist),
];

impl Field {
    /// The field of a name, and how far down the list it is.
    pub(in crate::notes) fn named(key: &str) -> Option<(usize, Self)> {
        let position = |key: &str| {
            let named = |(name, _): &(&str, Self)| name.eq_ignore_ascii_case(key);
            NAMES.iter().position(named)
        };
        let found = position(key).or_else(|| match key.is_ascii() {
            true => None,
            false => position(&super::folded(key)),
        })?;
        Some((found, NAMES[found].1))
    }

    /// Whether several properties may say it together.
    pub(super) fn adds_up(self) -> bool {
        matches!(
            self,
            Self::Tags | Self::Concepts | Self::Refused | Self::Aliases
        )
    }

    /// What problems call it, as the same field of a RON entry is called.
    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Pages => "pages",
            Self::Chapters => "chapters",
            Self::Day => "day",
            Self::Book => "book",
            Self::Id => "id",
            Self::Tags => "keywords",
            Self::Concepts => "tags",
            Self::Refused => "refused",
            Self::Aliases => "aliases",
            Self::Split => "split",
            Self::Kind => "kind",
            Self::Definition => "definition",
            Self::Broader => "broader",
            Self::Related => "related",
            Self::Label => "label",
            Self::Gist => "gist",
        }
    }
}

/// A text and where it stands, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) text: String,
    pub(super) span: Range<usize>,
}

/// The properties of a note that mean something here.
#[derive(Clone, Debug, Default)]
pub(super) struct Properties {
    /// Sorted by how sure the name is.
    known: Vec<(usize, Field, Property)>,
}

impl Properties {
    pub(super) fn of(properties: Vec<Property>) -> Self {
        let mut known: Vec<_> = properties
            .into_iter()
            .filter_map(|property| {
                let (rank, field) = Field::named(&property.key)?;
                Some((rank, field, property))
            })
            .filter(|(_, _, property)| property.value.value != Value::Nothing)
            .collect();
        known.sort_by_key(|(rank, ..)| *rank);
        Self { known }
    }

    /// The property that says a field.
    pub(super) fn get(&self, field: Field) -> Option<&Property> {
        let mut found = self.known.iter().filter(|(_, of, _)| *of == field);
        found.next().map(|(.., property)| property)
    }

    /// All that is said of a field: of each property its texts, links without their
    /// brackets; a text with commas is a list.
    pub(super) fn list(&self, field: Field) -> Vec<Said> {
        let mut list = Vec::new();
        let of_field = self.known.iter().filter(|(_, of, _)| *of == field);
        let wanted = if field.adds_up() { usize::MAX } else { 1 };
        for (.., property) in of_field.take(wanted) {
            let commas = field != Field::Chapters;
            collect(&property.value, commas, &mut list);
        }
        list
    }

    /// How many names they give to each entry that the note is cut into.
    pub(super) fn shared_names(&self) -> usize {
        let fields = [
            Field::Tags,
            Field::Concepts,
            Field::Refused,
            Field::Chapters,
        ];
        fields.map(|field| self.list(field).len()).iter().sum()
    }

    /// Those above the text.
    pub(super) fn above_text(&self) -> Self {
        let above = self.known.iter().filter(|(.., it)| !it.is_inline());
        Self {
            known: above.cloned().collect(),
        }
    }

    /// Takes out those that stand in lines between the words of one of some ranges, which
    /// are in order; gives those of each.
    pub(super) fn taken_out(&mut self, ranges: &[Range<usize>]) -> Vec<Self> {
        let mut taken = vec![Self::default(); ranges.len()];
        let place = |property: &Property| {
            let at = property.value.span.start;
            let index = ranges.partition_point(|range| range.start <= at);
            let index = index.checked_sub(1).filter(|_| property.is_inline())?;
            ranges[index].contains(&at).then_some(index)
        };
        for known in std::mem::take(&mut self.known) {
            match place(&known.2) {
                Some(index) => taken[index].known.push(known),
                None => self.known.push(known),
            }
        }
        taken
    }

    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The text of a field; of a list the first.
    pub(super) fn text(&self, field: Field) -> Option<Said> {
        let property = self.get(field)?;
        let mut texts = Vec::new();
        collect(&property.value, false, &mut texts);
        texts.into_iter().next()
    }

    /// Where fields stand, and what problems call them.
    pub(super) fn places(&self) -> Vec<(&'static str, Range<usize>)> {
        let places = self.known.iter().map(|(_, field, property)| {
            let span = property.value.span.clone();
            (field.name(), span)
        });
        places.collect()
    }
}

fn collect(node: &Node, commas: bool, list: &mut Vec<Said>) {
    match &node.value {
        Value::Nothing => {}
        Value::Map(fields) => {
            for (_, node) in fields {
                collect(node, commas, list);
            }
        }
        // `[[Note]]` without quotation marks is a list in a list.
        Value::List(items) => {
            for item in items {
                collect(item, commas, list);
            }
        }
        Value::Text(text) => {
            let text = text.trim();
            // A bracket that is never closed.
            let open = text.starts_with('[') && !text.starts_with("[[");
            let text = if open {
                text.trim_matches(['[', ']'])
            } else {
                text
            };
            let parts: Vec<&str> = match commas || open {
                true => text.split([',', '，']).collect(),
                false => vec![text],
            };
            for part in parts {
                let name = link::bare(part.trim());
                if !name.is_empty() {
                    list.push(Said {
                        text: name.to_owned(),
                        span: node.span.clone(),
                    });
                }
            }
        }
    }
}
