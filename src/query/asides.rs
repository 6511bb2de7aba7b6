//! Names in an entry that don't tag it, and may be worth a look.

use super::why::word;
use crate::model::{ConceptId, EntryId, Library};
use crate::tag::{Field, Grounds, Lexicon, Mention, Name, Standing, Tagging};
use crate::text::tail::Tail;

/// Why a hit is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The vocabulary calls the name weak: too common a word.
    WeakName,
    /// What goes on after it is not known to go with names.
    UnknownTail,
    /// The name is short, and another noun is grown onto it.
    ShortCompound,
}

impl Doubt {
    /// What makes a hit of a name doubtful that has these grounds.
    pub fn of(name: &Name, grounds: &Grounds) -> Self {
        match grounds.tail {
            _ if name.weak => Self::WeakName,
            Tail::Compound => Self::ShortCompound,
            _ => Self::UnknownTail,
        }
    }
}

/// A doubtful hit, which the reader may confirm as a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The concept.
    pub concept: ConceptId,
    /// The name, as the entry writes it.
    pub written: String,
    /// The word it stands in, as the entry first has it.
    pub word: String,
    /// How often it comes up.
    pub mentions: u32,
    /// Why it is doubtful.
    pub doubt: Doubt,
}

/// A name inside of a longer one, which tags the entry instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NestedName {
    /// The concept.
    pub concept: ConceptId,
    /// The name, as the entry writes it.
    pub written: String,
    /// The longer names, as the entry writes them.
    pub inside: Vec<String>,
    /// How often it comes up.
    pub mentions: u32,
}

/// The asides of an entry, without those of concepts that it is about already.
pub(super) fn asides(
    library: &Library,
    tagging: &Tagging,
    entry: EntryId,
) -> (Vec<Suggestion>, Vec<NestedName>) {
    let (mut suggestions, mut nested) = (Vec::new(), Vec::new());
    let asides = tagging.asides(entry).iter();
    for aside in asides.filter(|aside| tagging.tag(entry, aside.concept).is_none()) {
        let text = match aside.field {
            Field::Title => &library.entry(entry).title,
            Field::Text => &library.entry(entry).text,
        };
        match aside.standing {
            Standing::Nested => {
                let outer = outer(tagging.mentions(entry), aside);
                nest(&mut nested, text, aside, outer);
            }
            _ => suggest(
                &mut suggestions,
                text,
                aside,
                tagging.lexicon(library.vocabulary()),
            ),
        }
    }
    (suggestions, nested)
}

fn suggest(suggestions: &mut Vec<Suggestion>, text: &str, aside: &Mention, lexicon: &Lexicon) {
    let span = aside.start as usize..aside.end as usize;
    let written = &text[span.clone()];
    let same = |known: &&mut Suggestion| known.concept == aside.concept && known.written == written;
    match suggestions.iter_mut().find(same) {
        Some(known) => known.mentions += 1,
        None => suggestions.push(Suggestion {
            concept: aside.concept,
            written: written.to_owned(),
            word: text[word(text, &span)].to_owned(),
            mentions: 1,
            doubt: Doubt::of(lexicon.name(aside.name), &aside.grounds),
        }),
    }
}

fn nest(nested: &mut Vec<NestedName>, text: &str, aside: &Mention, outer: Option<&Mention>) {
    let written = |mention: &Mention| &text[mention.start as usize..mention.end as usize];
    let same =
        |known: &NestedName| known.concept == aside.concept && known.written == written(aside);
    let at = nested.iter().position(same).unwrap_or_else(|| {
        nested.push(NestedName {
            concept: aside.concept,
            written: written(aside).to_owned(),
            inside: Vec::new(),
            mentions: 0,
        });
        nested.len() - 1
    });
    let known = &mut nested[at];
    known.mentions += 1;
    if let Some(outer) = outer.map(written)
        && !known.inside.iter().any(|inside| inside == outer)
    {
        known.inside.push(outer.to_owned());
    }
}

/// The mention that a nested name stands inside of.
fn outer<'a>(mentions: &'a [Mention], nested: &Mention) -> Option<&'a Mention> {
    let place = |mention: &Mention| (mention.field, mention.start);
    let after = mentions.partition_point(|mention| place(mention) <= place(nested));
    let mut before = mentions[..after].iter().rev();
    before.find(|mention| mention.field == nested.field && mention.end >= nested.end)
}
