//! Changes of all sorts in a file that may hold anything: each is refused, or nothing but
//! what it is about is another than before.

use super::super::mutate::Random;
use bookgraph::model::{Alias, Entry, Language, Library};
use bookgraph::notes::edit::{
    ChapterField, ConceptField, ConceptRef, Edit, EntryField, EntryRef, Redirect, Verdict,
};
use bookgraph::notes::{self, Changes, History, LibraryLock, Reading};
use std::collections::BTreeMap;
use std::path::Path;

/// What somebody may write into a field.
const TEXTS: [&str; 12] = [
    "새 제목: one",
    "a",
    "",
    " ",
    "- 목록",
    "# 제목",
    "\"따옴표\" 'and' \\",
    "[[AWS]] #세계",
    "두 줄\n\n둘째 줄",
    "key:: value",
    "--- \n...",
    "\u{202e}가\u{1112}\u{1161}\u{11ab} 👨‍👩‍👧",
];

/// Of so many changes that were made one is written, and taken back.
const WRITTEN: usize = 16;

/// Makes some changes of a file, each on its own.
pub(super) fn change(notes: &Path, name: &str, random: &mut Random) {
    let root = notes.parent().expect("a library");
    let file = format!("notes/{name}");
    let reading = notes::read(notes);
    for _ in 0..3 {
        let Some(edit) = edit(&reading, &file, random) else {
            continue;
        };
        let mut changes = Changes::of(root, &reading);
        if !changes.edit(&file, &edit).unwrap_or_default() {
            continue;
        }
        let files: Vec<_> = changes.files().cloned().collect();
        let [changed] = files.as_slice() else {
            panic!("one file changes: {files:?}");
        };
        let Some(after) = &changed.after else {
            continue;
        };
        assert_ne!(Some(after), changed.before.as_ref(), "{edit:?}");
        let then = changes.preview();
        others_stay(&reading.library, &then.library, &edit, &file);
        if may_be_made_again(&edit) {
            let again = changes.edit(&file, &edit);
            assert!(matches!(again, Ok(false)), "{edit:?}\n{after}");
        }
        if random.below(WRITTEN) == 0 {
            there_and_back(root, &reading, &edit, &file);
        }
    }
}

/// A change of something in a library, in a file that may not hold it.
fn edit(reading: &Reading, file: &str, random: &mut Random) -> Option<Edit> {
    let library = &reading.library;
    let vocabulary = library.vocabulary();
    let text = TEXTS[random.below(TEXTS.len())].to_owned();
    let concepts = vocabulary.concepts();
    let concept = concepts.get(random.below(concepts.len()))?;
    let of_concept = ConceptRef::of(vocabulary, vocabulary.find(&concept.id)?);
    let mut entries: Vec<&Entry> = library.entries().collect();
    entries.retain(|entry| entry.file == file);
    let entry = entries.get(random.below(entries.len()));
    let entry = entry.map(|entry| EntryRef {
        id: entry.id.clone(),
        line: entry.line,
    });
    let number = random.below(500) as u32;
    Some(match random.below(if entry.is_some() { 10 } else { 5 }) {
        0 => Edit::PutRight,
        1 => Edit::DropRepeats,
        2 => {
            let into = concepts.get(random.below(concepts.len()))?;
            let to = ConceptRef::of(vocabulary, vocabulary.find(&into.id)?);
            let itself = to.id() == of_concept.id();
            let id = if itself { "globe" } else { to.id() }.to_owned();
            Edit::Redirect(Redirect {
                from: of_concept,
                into: (random.below(4) > 0).then_some(to),
                id,
                kept: Vec::new(),
                moved: None,
                link: None,
            })
        }
        3 => Edit::SetChapter {
            chapter: (1 + random.below(2)).to_string(),
            field: match random.below(2) {
                0 => ChapterField::Title(Language::KOREAN, text),
                _ => ChapterField::Ends(number),
            },
        },
        4 => Edit::SetConcept {
            concept: concept.id.clone(),
            field: match random.below(6) {
                0 => ConceptField::Label(Language::ENGLISH, text),
                1 => ConceptField::Definition(Language::KOREAN, text),
                2 => ConceptField::Broader("world".to_owned()),
                3 => ConceptField::Words(text),
                4 => ConceptField::Note(text),
                _ => ConceptField::Alias(Alias {
                    text,
                    language: Language::KOREAN,
                    ..Alias::default()
                }),
            },
        },
        5 | 6 => Edit::Judge {
            entry: entry?,
            concept: of_concept,
            verdict: [Verdict::Confirm, Verdict::Refuse, Verdict::Reset][random.below(3)],
        },
        _ => Edit::SetEntry {
            entry: entry?,
            field: match random.below(7) {
                0 => EntryField::Title(Some(text)),
                1 => EntryField::Title(None),
                2 => EntryField::Pages(Some((number, number + 3))),
                3 => EntryField::Day(Some(number)),
                4 => EntryField::Date(None),
                5 => EntryField::Chapters(vec!["1".to_owned(), "2".to_owned()]),
                _ => EntryField::Text(text),
            },
        },
    })
}

/// Whether a change that was made is none when it is made again.
fn may_be_made_again(edit: &Edit) -> bool {
    match edit {
        Edit::SetEntry { field, .. } => !matches!(field, EntryField::Text(_)),
        Edit::Judge { .. } | Edit::DropRepeats | Edit::PutRight => true,
        Edit::Redirect(redirect) => redirect.into.is_some(),
        _ => false,
    }
}

/// All entries but the one that a change is about say what they said; and that one, but
/// for what it is about.
fn others_stay(before: &Library, after: &Library, edit: &Edit, file: &str) {
    let wanted = match edit {
        Edit::SetEntry { entry, .. } | Edit::Judge { entry, .. } => Some(entry),
        // These follow a name wherever it stands.
        Edit::Redirect(_) | Edit::SetConcept { .. } | Edit::SetChapter { .. } => return,
        _ => None,
    };
    let is_it = |entry: &Entry| {
        wanted.is_some_and(|it| entry.file == file && it.line == entry.line && it.id == entry.id)
    };
    let told = |library: &Library, skipped: Option<&str>| -> BTreeMap<(String, String), String> {
        let entries = library.entries().filter(|entry| !is_it(entry));
        let entries = entries.filter(|entry| skipped != Some(entry.id.as_str()));
        let told = entries.map(|entry| ((entry.file.clone(), entry.id.clone()), says(entry)));
        told.collect()
    };
    let then: Vec<&Entry> = after.entries().collect();
    // A title may be what an id is made of.
    let now = then.iter().filter(|entry| entry.file == file);
    let known: Vec<&str> = before.entries().map(|entry| entry.id.as_str()).collect();
    let renamed = now.filter(|entry| !known.contains(&entry.id.as_str()));
    let skipped = renamed.map(|entry| entry.id.clone()).next();
    let skipped = skipped.or(wanted.map(|it| it.id.clone()));
    let id = wanted.map(|it| it.id.as_str());
    assert_eq!(
        told(before, id),
        told(after, skipped.as_deref()),
        "{edit:?}"
    );
}

/// What an entry says, wherever it stands. Chapters follow from the days and pages of
/// others, and so do links to them.
fn says(entry: &Entry) -> String {
    let Entry {
        title,
        date,
        day,
        pages,
        tags,
        refused,
        text,
        names,
        voice,
        ..
    } = entry;
    format!(
        "{title:?} {date:?} {day:?} {pages:?} {tags:?} {refused:?} {text:?} {names:?} {voice:?}"
    )
}

/// A change that is written and taken back leaves the very bytes that were there.
fn there_and_back(root: &Path, reading: &Reading, edit: &Edit, file: &str) {
    let mut changes = Changes::of(root, reading);
    changes.edit(file, edit).expect("the same as before");
    let path = root.join(file);
    let before = std::fs::read(&path).expect("the file");
    let lock = LibraryLock::take(root, || {}).expect("the lock");
    changes.write(&lock).expect("it is written");
    let history = History::of(root).expect("the history");
    let step = history.last().expect("a step");
    history.turn(step, &lock).expect("it is taken back");
    assert_eq!(std::fs::read(&path).expect("the file"), before, "{edit:?}");
}
