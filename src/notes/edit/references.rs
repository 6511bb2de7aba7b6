//! What refers to a concept, made to refer to another one.

use super::ConceptRef;
use super::error::EditError;
use super::fields::take_first_or_many;
use super::page::Page;
use super::render::quoted;
use super::splice::{Splice, splice};
use super::vocabulary::list;
use crate::notes::format::{ConceptSource, EntrySource};
use crate::notes::parse::Parsed;
use crate::notes::syntax::Node;
use crate::text::fold;

/// What becomes of the references to a concept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The concept, as it is called now.
    pub from: ConceptRef,
    /// The concept that takes its place, as it is called now; `None` when the references
    /// go away, and the same as `from` when it only gets another id.
    pub into: Option<ConceptRef>,
    /// The id that is written in their place.
    pub id: String,
    /// Names of `from`, folded, that will stand for the concept that takes its place:
    /// what is written so in an entry stays.
    pub kept: Vec<Vec<u8>>,
    /// The note of `from`, when it is one and its file goes.
    pub moved: Option<Moved>,
    /// What links to the concept are written with: the name of its note's file. The id,
    /// where there is none.
    pub link: Option<String>,
}

/// A note whose file goes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The file, from the library's folder.
    pub from: String,
    /// The one that takes its place, if it is a note.
    pub to: Option<String>,
}

impl Moved {
    /// The name of the file without its ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.from.rsplit('/').next().unwrap_or(&self.from);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

/// What becomes of one name in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Stays,
    Changes,
    Goes,
}

impl Redirect {
    /// What a link is written with.
    pub(super) fn link_name(&self) -> &str {
        self.link.as_deref().unwrap_or(&self.id)
    }

    /// Whether a name of the concept is no name of the one that takes its place.
    pub(super) fn is_stale(&self, written: &str) -> bool {
        match written == self.from.id() {
            true => self.id != self.from.id(),
            false => !self.kept.contains(&fold::key(written)),
        }
    }

    /// What becomes of each name of an entry's list.
    pub(super) fn of_entry(&self, names: &[Option<String>]) -> Vec<Fate> {
        let is = |concept: &ConceptRef, name: &Option<String>| {
            name.as_ref().is_some_and(|name| concept.is(name))
        };
        let new = |name: &Option<String>| name.as_ref() == Some(&self.id);
        let other = self
            .into
            .as_ref()
            .filter(|into| into.id() != self.from.id());
        let mut there = names.iter().any(|name| {
            !is(&self.from, name) && (new(name) || other.is_some_and(|other| is(other, name)))
        });
        let fate = |name: &Option<String>| {
            if !is(&self.from, name) {
                return Fate::Stays;
            }
            if self.into.is_none() || (other.is_some() && there) {
                return Fate::Goes;
            }
            let first = !std::mem::replace(&mut there, true);
            let stale = self.is_stale(name.as_deref().unwrap_or_default());
            match (first, stale) {
                (false, true) => Fate::Goes,
                (_, false) => Fate::Stays,
                (true, true) => Fate::Changes,
            }
        };
        names.iter().map(fate).collect()
    }

    /// What becomes of each id in a list of a concept.
    fn of_concept(&self, concept: &str, ids: &[Option<String>]) -> Vec<Fate> {
        let is_old = |id: &Option<String>| id.as_deref() == Some(self.from.id());
        let mut there = ids.iter().any(|id| id.as_deref() == Some(&*self.id));
        if self.into.is_some() && self.id == self.from.id() {
            return vec![Fate::Stays; ids.len()];
        }
        let itself = concept == self.id || concept == self.from.id();
        let fate = |id: &Option<String>| match is_old(id) {
            false => Fate::Stays,
            true if self.into.is_none() || itself => Fate::Goes,
            true if std::mem::replace(&mut there, true) => Fate::Goes,
            true => Fate::Changes,
        };
        ids.iter().map(fate).collect()
    }

    /// What a list of names becomes.
    pub(super) fn rewritten(&self, names: &[String], fates: &[Fate]) -> Vec<String> {
        let names = names.iter().zip(fates);
        let names = names.filter(|(_, fate)| **fate != Fate::Goes);
        names
            .map(|(name, fate)| match fate {
                Fate::Changes => self.id.clone(),
                _ => name.clone(),
            })
            .collect()
    }
}

/// The text with all references in it changed; `None` when there are none.
pub(super) fn redirect(page: &Page, redirect: &Redirect) -> Result<Option<String>, EditError> {
    let mut whole: Option<String> = None;
    // What is taken out of one list is taken out one by one, read anew each time.
    for _ in 0..=most(page) {
        let text = match &whole {
            None => step(page, redirect)?,
            Some(text) => step(&Page::read(&page.name(), text)?, redirect)?,
        };
        match text {
            Some(text) => whole = Some(text),
            None => return Ok(whole),
        }
    }
    Err(page.cannot_patch())
}

/// The names of the longest list: so often a text is read anew at most.
pub(super) fn most(page: &Page) -> usize {
    let lists = lists(page);
    let lengths = lists.iter().map(|(node, field, _)| {
        let items = node.field(page.text(), field);
        items.map_or(0, |item| item.value.items().len())
    });
    lengths.max().unwrap_or(0) + 1
}

/// A list of references: the struct it is in, its field, and the id of the concept when
/// it is one.
pub(super) type List<'a> = (&'a Node, &'static str, Option<&'a str>);

pub(super) fn lists(page: &Page) -> Vec<List<'_>> {
    match &page.parsed {
        Parsed::Vocabulary(vocabulary) => vocabulary
            .concepts
            .iter()
            .flat_map(|concept| {
                let id = concept.value.id.as_str();
                ["broader", "related"].map(|field| (concept.node(), field, Some(id)))
            })
            .collect(),
        Parsed::Entries { entries, .. } => entries
            .iter()
            .flat_map(|entry| ["tags", "refused"].map(|field| (entry.node(), field, None)))
            .collect(),
        _ => Vec::new(),
    }
}

/// Changes all names that change, and takes one out of each list that loses any.
fn step(page: &Page, redirect: &Redirect) -> Result<Option<String>, EditError> {
    let mut splices: Vec<Splice> = Vec::new();
    for (node, field, concept) in lists(page) {
        // A list that cannot be read is none: its file has a problem already.
        let Ok(Some(group)) = list(page, node, field) else {
            continue;
        };
        let items = group.items().iter();
        let names: Vec<Option<String>> = items.map(|item| page.text_of(&item.value)).collect();
        let fates = match concept {
            Some(id) => redirect.of_concept(id, &names),
            None => redirect.of_entry(&names),
        };
        let gone = fates.iter().enumerate();
        let gone = gone.filter(|(_, fate)| **fate == Fate::Goes);
        let gone: Vec<usize> = gone.map(|(index, _)| index).collect();
        if !gone.is_empty() {
            splices.extend(take_first_or_many(page, node, field, &gone)?);
            continue;
        }
        let changing = group.items().iter().zip(&fates);
        let changing = changing.filter(|(_, fate)| **fate == Fate::Changes);
        splices.extend(changing.map(|(item, _)| Splice {
            range: item.value.span.clone(),
            text: quoted(&redirect.id),
        }));
    }
    Ok((!splices.is_empty()).then(|| splice(page.text(), splices)))
}

/// Makes of a file's content what should become of it.
pub(super) fn expect(parsed: &mut Parsed, redirect: &Redirect) {
    let some = |names: &[String]| names.iter().cloned().map(Some).collect::<Vec<_>>();
    match parsed {
        Parsed::Vocabulary(vocabulary) => {
            for concept in &mut vocabulary.concepts {
                let ConceptSource {
                    id,
                    broader,
                    related,
                    ..
                } = &mut concept.value;
                for list in [broader, related] {
                    let fates = redirect.of_concept(id, &some(list));
                    *list = redirect.rewritten(list, &fates);
                }
            }
        }
        Parsed::Entries { entries, .. } => {
            for entry in entries {
                let EntrySource { tags, refused, .. } = &mut entry.value;
                for list in [tags, refused] {
                    let fates = redirect.of_entry(&some(list));
                    *list = redirect.rewritten(list, &fates);
                }
            }
        }
        _ => {}
    }
}
