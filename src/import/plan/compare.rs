//! Notes against what a book has already.

use super::entry::new_entry;
use super::known::{Known, Match, plain};
use super::names::Names;
use super::{Change, Plan, Planned, Upstream};
use crate::import::note::{ImportedNote, Skipped};
use crate::model::{Book, BookId, Entry, EntryId, Library, Source};
use jiff::civil::Date;
use std::collections::HashSet;

/// Compares notes with what a book has already; `None` is a book that is still
/// to be made. Notes are known by the key of their source; a note that stands
/// twice in the import counts once. Of those from before `since`, and of those
/// without a date when it is given, nothing comes in.
pub fn plan(
    library: &Library,
    (id, book): (Option<BookId>, &Book),
    importer: &str,
    notes: &[ImportedNote],
    since: Option<Date>,
) -> Plan {
    let known = Known::of(library, id, importer);
    let existing = id.map(|book| library.entries_of(book));
    let ids = existing.into_iter().flatten();
    let ids = ids.map(|entry| library.entry(entry).id.clone());
    let mut names = Names::of(library, ids);
    let id = id.unwrap_or(BookId::from(library.books().len()));
    let mut keys: HashSet<&str> = HashSet::new();
    let mut plan = Plan::default();
    let mut found: Vec<EntryId> = Vec::new();
    for note in notes {
        let entry = known.find(note);
        if let Some(Match::Key(id)) = entry {
            found.push(id);
        }
        if let Some(why) = unwanted(note, since) {
            plan.skip(note, why);
            continue;
        }
        if !keys.insert(&note.key) {
            plan.skip(note, "it stands there twice");
            continue;
        }
        match entry {
            Some(Match::Key(id)) => plan.notes.push(compared(library, id, note)),
            Some(Match::Post(id)) => plan.notes.push(merged(library, id, note)),
            Some(Match::Text(id)) => {
                let of = library.entry(id);
                let same = of
                    .source
                    .as_ref()
                    .is_some_and(|source| source.kind == importer);
                match same {
                    // Its place at the source has changed, not what it says.
                    true => {
                        found.push(id);
                        plan.notes.push(unchanged(of));
                    }
                    false => plan.skip(note, "the library has it from another source"),
                }
            }
            None => plan.notes.push(Planned {
                change: Change::New,
                entry: new_entry(library, (id, book), importer, note, &mut names),
                upstream: None,
            }),
        }
    }
    if since.is_none() {
        found.sort_unstable();
        plan.missing = known.missing(&found);
    }
    plan.notes.sort_by(|a, b| {
        (a.entry.date, a.entry.day, &a.entry.id).cmp(&(b.entry.date, b.entry.day, &b.entry.id))
    });
    plan
}

impl Plan {
    fn skip(&mut self, note: &ImportedNote, why: &str) {
        self.skipped.push(Skipped {
            place: note.place.clone(),
            why: why.to_owned(),
        });
    }
}

fn unwanted(note: &ImportedNote, since: Option<Date>) -> Option<&'static str> {
    match (since, note.date) {
        (None, _) => None,
        (Some(since), Some(date)) => (date < since).then_some("it is older than --since"),
        (Some(_), None) => Some("it has no date, and --since asks for one"),
    }
}

/// A note and its entry.
fn compared(library: &Library, id: EntryId, note: &ImportedNote) -> Planned {
    let entry = library.entry(id);
    let before = entry
        .source
        .as_ref()
        .and_then(|source| source.digest.as_ref());
    let now = note.digest();
    if before.is_none_or(|before| *before == now) {
        return unchanged(entry);
    }
    // The library has the whole of which this shows the beginning.
    if note.truncated && !entry.truncated {
        return unchanged(entry);
    }
    changed(id, entry, note)
}

/// A post of which another importer has brought the beginning, or the whole.
fn merged(library: &Library, id: EntryId, note: &ImportedNote) -> Planned {
    let entry = library.entry(id);
    let says = note.text().0;
    let same = plain(&says) == plain(&entry.text);
    let source = entry.source.as_ref();
    let known = source.and_then(|source| source.digest.as_ref()) == Some(&note.digest());
    if same || known || note.truncated {
        return unchanged(entry);
    }
    changed(id, entry, note)
}

fn unchanged(entry: &Entry) -> Planned {
    Planned {
        change: Change::Unchanged,
        entry: entry.clone(),
        upstream: None,
    }
}

fn changed(id: EntryId, entry: &Entry, note: &ImportedNote) -> Planned {
    let source = entry.source.as_ref();
    let title = source.and_then(|source| source.title.as_deref());
    let digest = source.and_then(|source| source.digest.as_deref());
    let edited = digest != Some(Source::digest_of(title, &entry.text).as_str());
    let (text, voice) = note.text();
    // What the reader made of it may be what the source says now.
    let agree = plain(&text) == plain(&entry.text);
    Planned {
        change: match edited && !agree {
            true => Change::Conflict(id),
            false => Change::Updated(id),
        },
        entry: entry.clone(),
        upstream: Some(Upstream {
            title: note.source_title.clone(),
            text,
            voice,
            truncated: note.truncated,
            digest: note.digest(),
        }),
    }
}
