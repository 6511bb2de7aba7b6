//! Writing a snapshot.

use super::file::SnapshotFile;
use super::layout::Section;
use super::shelf::{Saved, Shelf, Warning};
use super::texts::Texts;
use super::writer::Writer;
use super::{clues, stamps, tags};
use crate::model::{ENTRIES_A_BLOCK, EntryId, Library};
use crate::place::{PLACED_TOGETHER, Placement};
use crate::source::Stamp;
use crate::tag::{TAGGED_TOGETHER, Tagging};
use rayon::prelude::*;
use std::io::Result;
use std::ops::Range;
use std::path::Path;
use tempfile::NamedTempFile;

/// So many records, or folded entries, are in memory at once: whole blocks.
const TOGETHER: usize = 4096;

/// What a snapshot holds.
#[derive(Debug)]
pub struct Contents<'a> {
    /// The files that it is made of, by their names.
    pub stamps: &'a [Stamp],
    /// What they say.
    pub library: &'a Library,
    /// Its tags.
    pub tagging: &'a Tagging,
    /// Its chapters.
    pub placement: &'a Placement,
    /// What to warn of.
    pub warning: Option<Warning>,
}

/// Writes a snapshot beside `path` and moves it there when it is whole. It is not
/// forced to the disk: what a crash leaves is noticed and made anew.
pub fn write(path: &Path, contents: &Contents<'_>) -> Result<()> {
    let mut writer = Writer::new(beside(path)?)?;
    let Contents {
        library, tagging, ..
    } = contents;
    writer.rows(Section::Stamps, [stamps::to_bytes(contents.stamps)])?;
    let shelf = Shelf::of(library, contents.warning.clone());
    writer.encoded(Section::Shelf, [&shelf])?;
    writer.encoded(Section::Books, library.books())?;
    let extents = library
        .book_ids()
        .map(|book| contents.placement.extents_of(book));
    writer.encoded(Section::Extents, extents)?;
    let vocabulary = library.vocabulary();
    writer.encoded(Section::Concepts, vocabulary.concepts())?;
    writer.encoded(Section::Names, tagging.names(vocabulary))?;
    writer.encoded(Section::Saved, [&Saved::of(library)])?;
    let positions = library.entry_ids();
    let positions = positions.map(|entry| library.reading_position(entry) as u32);
    writer.rows(Section::Positions, [numbers(positions)])?;
    writer.rows(Section::Clues, clues::rows(library))?;
    let all = library.entries().len();
    let tagged = runs(all, TAGGED_TOGETHER).map(|run| tags::of_entries(tagging, run));
    writer.rows(Section::Tags, tagged)?;
    let about = vocabulary.ids().map(|id| tags::of_concept(tagging, id));
    writer.rows(Section::About, about)?;
    let counts = vocabulary.ids().map(|id| tagging.entries_about(id) as u32);
    writer.rows(Section::Counts, [numbers(counts)])?;
    let together =
        runs(all, TAGGED_TOGETHER).map(|run| tagging.together(run.start / TAGGED_TOGETHER));
    writer.encoded(Section::Together, together)?;
    let placed = runs(all, PLACED_TOGETHER).map(|run| contents.placement.placed(run));
    writer.encoded(Section::Placement, placed)?;
    let texts = folded(&mut writer, library)?;
    writer.encoded(Section::Texts, [&texts])?;
    records(&mut writer, library, tagging)?;
    writer.finish(path)
}

/// Writes a snapshot once more with other stamps.
pub(super) fn restamp(path: &Path, old: &SnapshotFile, stamps: &[Stamp]) -> Result<()> {
    let mut writer = Writer::new(beside(path)?)?;
    writer.rows(Section::Stamps, [stamps::to_bytes(stamps)])?;
    for section in &Section::ALL[1..] {
        writer.copy(*section, old)?;
    }
    writer.finish(path)
}

fn beside(path: &Path) -> Result<NamedTempFile> {
    NamedTempFile::new_in(path.parent().unwrap_or(Path::new("")))
}

fn numbers(numbers: impl Iterator<Item = u32>) -> Vec<u8> {
    numbers.flat_map(u32::to_le_bytes).collect()
}

/// All numbers below `all`, so many at a time.
fn runs(all: usize, together: usize) -> impl Iterator<Item = Range<usize>> {
    let firsts = (0..all).step_by(together);
    firsts.map(move |first| first..all.min(first + together))
}

/// Writes all folded texts; gives what is known of them.
fn folded(writer: &mut Writer, library: &Library) -> Result<Texts> {
    let entries: Vec<EntryId> = library.entry_ids().collect();
    let mut texts = Texts::default();
    writer.begin(Section::Folded);
    for entries in entries.chunks(TOGETHER) {
        let blocks = entries.par_chunks(ENTRIES_A_BLOCK);
        let blocks: Vec<_> = blocks.map(|entries| library.fold(entries)).collect();
        for (block, entries) in blocks {
            let record = block.into_record();
            writer.bytes(&record)?;
            texts.note(&record, entries);
        }
    }
    writer.end()?;
    Ok(texts)
}

/// Writes all entries, and what stands behind their tags.
fn records(writer: &mut Writer, library: &Library, tagging: &Tagging) -> Result<()> {
    let entries: Vec<EntryId> = library.entry_ids().collect();
    writer.begin(Section::Records);
    for entries in entries.chunks(TOGETHER) {
        let record = |&id: &EntryId| {
            let row = 2 * id.index();
            let entry = Writer::sealed(Section::Records, row, library.entry(id))?;
            let behind = Writer::sealed(Section::Records, row + 1, &tagging.behind(id))?;
            Ok([entry, behind])
        };
        let records: Vec<Result<[Vec<u8>; 2]>> = entries.par_iter().map(record).collect();
        for record in records {
            for row in record? {
                writer.row(&row)?;
            }
        }
    }
    writer.end()
}
