//! The entries of a note.

use super::note::Note;
use super::own::OwnProperties;
use super::pieces::Piece;
use super::properties::{Field, Properties, Said};
use super::voice::voice;
use super::yaml::Value;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Link, LocalText};
use crate::notes::format::{
    ChapterName, EntrySource, LinkSource, LocalTextSource, NoteSource, PagesSource, SectionSource,
    guess_language,
};
use crate::notes::located::{ListedField, Located};
use crate::notes::problems::Problems;
use crate::source::Place;
use crate::text::date::find_date;
use crate::text::pages::find_pages;
use crate::text::slug::slug;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// An id is no longer than this, in bytes.
const LONGEST: usize = 80;

/// Makes entries of the pieces of a note.
pub(super) struct EntryWriter<'n, 'a> {
    note: &'n Note<'a>,
    title: String,
    taken: HashSet<String>,
    /// The last number behind an id that was taken.
    counts: HashMap<String, usize>,
    /// Where the note's fields stand.
    places: Arc<[ListedField]>,
}

impl<'n, 'a> EntryWriter<'n, 'a> {
    pub(super) fn new(note: &'n Note<'a>, title: String) -> Self {
        Self {
            note,
            title,
            taken: HashSet::new(),
            counts: HashMap::new(),
            places: places(&note.properties).collect(),
        }
    }

    pub(super) fn entry(
        &mut self,
        mut piece: Piece,
        own: Properties,
        span: Range<usize>,
        diagnostics: &mut Problems,
    ) -> Located<EntrySource> {
        let voice = voice(&mut piece);
        let places = match own.is_empty() {
            true => Arc::clone(&self.places),
            false => places(&own).chain(places(&self.note.properties)).collect(),
        };
        let properties = OwnProperties {
            own,
            note: &self.note.properties,
        };
        let section = piece.heading.as_ref().map(|heading| SectionSource {
            heading: heading.in_file.clone(),
            whole: piece.in_file.start..piece.in_file.end.min(self.note.file.text.len()),
        });
        let heading = piece.heading.map(|heading| heading.title);
        // Names, pages and the id of a note are not those of each of its pieces.
        let whole = |field| match heading {
            None => properties.list(field),
            Some(_) => properties.own.list(field),
        };
        let texts = |said: Vec<Said>| said.into_iter().map(|said| said.text);
        let id = texts(whole(Field::Id)).next().filter(|_| heading.is_none());
        let ids = id.is_none().then(|| self.ids(heading.as_deref()));
        let tags = properties.list(Field::Tags).into_iter().chain(piece.tags);
        let note = NoteSource {
            ids,
            names: texts(whole(Field::Aliases)).chain(piece.blocks).collect(),
            links: piece.links.into_iter().map(link).collect(),
            tags: tags.map(|said| (said.text, said.span)).collect(),
            above: piece.above,
            section,
        };
        let chapters = texts(properties.list(Field::Chapters)).map(ChapterName);
        let gist = match heading {
            None => properties.text(Field::Gist),
            Some(_) => properties.own.text(Field::Gist),
        };
        let value = EntrySource {
            id,
            book: properties.text(Field::Book).map(|said| said.text),
            date: self.date(&properties, heading.as_deref()),
            day: self.day(&properties, diagnostics),
            pages: self.pages(&properties, heading.as_deref(), diagnostics),
            chapters: chapters.collect(),
            tags: texts(properties.list(Field::Concepts)).collect(),
            refused: texts(properties.list(Field::Refused)).collect(),
            title: Some(heading.unwrap_or_else(|| self.title.clone())),
            text: piece.text,
            voice,
            gist: gist.map_or_else(LocalTextSource::default, |said| local(said.text)),
            note: Some(Box::new(note)),
            ..EntrySource::default()
        };
        Located::listed(value, self.note.file, span, places)
    }

    fn ids(&mut self, heading: Option<&str>) -> (String, String) {
        let mut ids = ids_of(self.note, heading);
        let first = ids.0.clone();
        while !self.taken.insert(ids.0.clone()) {
            // Where it was left when this was last wanted.
            let count = self.counts.entry(first.clone()).or_insert(1);
            *count += 1;
            let heading = format!("{} {count}", heading.unwrap_or_default());
            ids = ids_of(self.note, Some(&heading));
        }
        ids
    }

    /// The day given under the heading, the one in the heading, the one given for the note,
    /// or the one in the file's name.
    fn date(&self, properties: &OwnProperties<'_>, heading: Option<&str>) -> Option<String> {
        if let Some(said) = properties.own.text(Field::Date) {
            return Some(said.text);
        }
        let day = |text: &str| find_date(text).map(|(date, _)| date.to_string());
        let given = || properties.note.text(Field::Date).map(|said| said.text);
        let named = || {
            let stem = self.note.stem().replace('_', "-");
            day(&stem).or_else(|| day(&spaced(&stem)?))
        };
        heading.and_then(day).or_else(given).or_else(named)
    }

    fn day(&self, properties: &OwnProperties<'_>, diagnostics: &mut Problems) -> Option<u32> {
        let said = properties.text(Field::Day)?;
        let number = said.text.trim_end_matches("일차").trim().parse();
        if number.is_err() {
            diagnostics.push(
                Diagnostic::at(
                    Code::WrongType,
                    Place::new(self.note.file, said.span),
                    "`day` must be a number",
                )
                .label("not used")
                .hint("write it as `day: 25`"),
            );
        }
        number.ok()
    }

    /// The pages given under the heading, or in it; for a whole note those given: `353-361`,
    /// `[353, 361]`.
    fn pages(
        &self,
        properties: &OwnProperties<'_>,
        heading: Option<&str>,
        diagnostics: &mut Problems,
    ) -> Option<PagesSource> {
        let property = match (properties.own.get(Field::Pages), heading) {
            (Some(own), _) => own,
            (None, Some(heading)) => {
                let ((first, last), _) = find_pages(heading)?;
                return Some(PagesSource::Numbers(first, last));
            }
            (None, None) => properties.get(Field::Pages)?,
        };
        let number = |text: &str| text.trim().parse::<u32>().ok();
        let items = match &property.value.value {
            Value::Text(text) => return Some(PagesSource::Text(text.clone())),
            Value::List(items) => items.as_slice(),
            _ => &[],
        };
        let numbers = items.iter().map(|item| match &item.value {
            Value::Text(text) => number(text),
            _ => None,
        });
        let numbers: Option<Vec<u32>> = numbers.collect();
        match numbers.as_deref() {
            Some(&[page]) => Some(PagesSource::Numbers(page, page)),
            Some(&[first, last]) => Some(PagesSource::Numbers(first, last)),
            _ => {
                let place = Place::new(self.note.file, property.value.span.clone());
                diagnostics.push(
                    Diagnostic::at(Code::WrongType, place, "these are no pages")
                        .label("not used")
                        .hint("write them as `pages: 353-361`"),
                );
                None
            }
        }
    }
}

/// The id by the file's name, and the words of the one by its path.
pub(super) fn ids_of(note: &Note<'_>, heading: Option<&str>) -> (String, String) {
    let (stem, folder) = (note.stem(), note.folder);
    let heading = heading.unwrap_or_default();
    let short = fitted(format!("{stem} {heading}").trim());
    (
        short,
        format!("{folder} {stem} {heading}").trim().to_owned(),
    )
}

/// Where the fields stand, for what there may be to say about them.
pub(super) fn places(properties: &Properties) -> impl Iterator<Item = ListedField> {
    let listed = |(name, span)| ListedField { name, span };
    properties.places().into_iter().map(listed)
}

fn link(found: super::prose::FoundLink) -> LinkSource {
    LinkSource {
        link: Link {
            target: found.target.note,
            heading: found.target.heading,
            start: found.in_text.start as u32,
            end: found.in_text.end as u32,
        },
        in_file: found.in_file,
    }
}

pub(super) fn local(text: String) -> LocalTextSource {
    LocalTextSource(LocalText::new(guess_language(&text), text))
}

/// `20240105` as a date is written: `2024-01-05`.
fn spaced(stem: &str) -> Option<String> {
    let digits = stem.bytes().take_while(u8::is_ascii_digit).count();
    let is_stamp = [8, 12, 14].contains(&digits) && stem.starts_with(['1', '2']);
    is_stamp.then(|| format!("{}-{}-{}", &stem[..4], &stem[4..6], &stem[6..8]))
}

/// An id of any text; what is too long, or has no letter, is told apart by what it adds
/// up to.
pub(in crate::notes) fn fitted(text: &str) -> String {
    let id = slug(text);
    let whole = id.len() + 4 < LONGEST;
    if whole && !id.is_empty() {
        return id;
    }
    let mark = format!("{:016x}", xxh3_64(text.as_bytes()));
    let mut end = id.len().min(LONGEST - mark.len() - 1);
    while !id.is_char_boundary(end) {
        end -= 1;
    }
    match id[..end].trim_end_matches('-') {
        "" => format!("note-{mark}"),
        start => format!("{start}-{mark}"),
    }
}
