//! RON beside JSON.

use crate::measure::cpu_of;
use crate::sample::{Layout, Sample};
use bookgraph::notes;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::hint::black_box;

/// So often each is done, in turns; the least time counts.
const TURNS: usize = 5;

/// An entry as both formats have it.
#[derive(Serialize, Deserialize)]
struct Entry {
    id: String,
    book: String,
    title: String,
    text: String,
}

/// Writing RON, with raw strings, by writing JSON.
pub(crate) fn write(sample: &Sample) -> Result<Option<f64>, String> {
    let entries = entries(sample);
    let ron = || black_box(to_ron(&entries).is_ok());
    let json = || black_box(serde_json::to_string(&entries).is_ok());
    race(ron, json).map(Some)
}

/// Reading RON by reading JSON.
pub(crate) fn read(sample: &Sample) -> Result<Option<f64>, String> {
    let entries = entries(sample);
    let as_ron = to_ron(&entries).map_err(|error| error.to_string())?;
    let as_json = serde_json::to_string(&entries).map_err(|error| error.to_string())?;
    let ron = || black_box(ron::from_str::<Vec<Entry>>(&as_ron).is_ok());
    let json = || black_box(serde_json::from_str::<Vec<Entry>>(&as_json).is_ok());
    race(ron, json).map(Some)
}

/// Reading all notes with their files, places and problems, by reading JSON that is in
/// memory.
pub(crate) fn read_notes(sample: &Sample) -> Result<Option<f64>, String> {
    if sample.layout != Layout::OneFile {
        return Ok(None);
    }
    let entries = entries(sample);
    let as_json = serde_json::to_string(&entries).map_err(|error| error.to_string())?;
    let ours = || black_box(notes::read(&sample.notes()).files > 0);
    let json = || black_box(serde_json::from_str::<Vec<Entry>>(&as_json).is_ok());
    race(ours, json).map(Some)
}

fn entries(sample: &Sample) -> Vec<Entry> {
    let library = notes::read(&sample.notes()).library;
    let entry = |id| {
        let entry = library.entry(id);
        Entry {
            id: entry.id.clone(),
            book: library.book(entry.book).id.clone(),
            title: entry.title.clone(),
            text: entry.text.clone(),
        }
    };
    library.entry_ids().map(entry).collect()
}

fn to_ron(entries: &[Entry]) -> ron::Result<String> {
    let raw = PrettyConfig::new().escape_strings(false);
    ron::ser::to_string_pretty(entries, raw)
}

/// The least time of one by the least time of the other; both have to succeed.
fn race(mut one: impl FnMut() -> bool, mut other: impl FnMut() -> bool) -> Result<f64, String> {
    let mut best = [f64::INFINITY; 2];
    for _ in 0..TURNS {
        let methods: [&mut dyn FnMut() -> bool; 2] = [&mut one, &mut other];
        for (best, method) in best.iter_mut().zip(methods) {
            let (seconds, done) = cpu_of(method)?;
            if !done {
                return Err("entries could not be written or read".to_owned());
            }
            *best = best.min(seconds);
        }
    }
    Ok(best[0] / best[1])
}
