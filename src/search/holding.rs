//! Which entries have one of some folded strings.

use super::stream::FoldedStream;
use super::stretch::Stretch;
use crate::model::EntryId;
use crate::text::fold::FoldedText;
use daachorse::DoubleArrayAhoCorasick;
use memchr::memmem::Finder;

/// So many strings are looked for one after the other, each much faster than an
/// automaton looks for all.
const FEW: usize = 12;

impl FoldedStream<'_> {
    /// The entries that have one of these strings in their folded titles or texts; a
    /// string that goes over the end of one may be taken for part of it.
    pub fn holding(&self, strings: &[String]) -> Vec<EntryId> {
        if strings.is_empty() {
            return Vec::new();
        }
        if strings.len() <= FEW {
            let finders: Vec<Finder<'_>> = strings.iter().map(Finder::new).collect();
            let all = self.pass(|stretch| one_by_one(&finders, stretch));
            return in_order(all);
        }
        // Building fails past 2^32 states, about one a byte of the strings.
        let automaton: DoubleArrayAhoCorasick<u32> =
            DoubleArrayAhoCorasick::new(strings).expect("strings of fewer than 2^32 bytes");
        let all = self.pass(|stretch| {
            let found = automaton.find_overlapping_iter(stretch.text().bytes());
            at(stretch, found.map(|found| found.start()).collect())
        });
        in_order(all)
    }
}

fn in_order(found: Vec<Vec<EntryId>>) -> Vec<EntryId> {
    let mut found = found.concat();
    found.sort_unstable();
    found
}

fn one_by_one(finders: &[Finder<'_>], stretch: &Stretch<'_>) -> Vec<EntryId> {
    let bytes = stretch.text().bytes();
    let places = finders.iter().flat_map(|finder| finder.find_iter(bytes));
    at(stretch, places.collect())
}

/// The entries at some places.
fn at(stretch: &Stretch<'_>, mut places: Vec<usize>) -> Vec<EntryId> {
    places.sort_unstable();
    let mut places = places.into_iter().peekable();
    let mut found = Vec::new();
    for (entry, [_, text]) in stretch.entries() {
        let mut holds = false;
        while places.next_if(|&place| place <= text.end).is_some() {
            holds = true;
        }
        if holds {
            found.push(entry);
        }
    }
    found
}
