//! The files of a library.

use crate::concepts::{self, concepts};
use crate::entries::{CHAPTERS, Entry, PAGES, PER_BOOK, Source};
use crate::words::words;
use crate::{Args, Format};
use rayon::prelude::*;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufWriter, Error, ErrorKind, Result, Seek, Write};
use std::path::{Path, PathBuf};

/// So many entries are in memory at once.
const TOGETHER: usize = 4_000;

/// Writes the library, and `truth.tsv`: what each entry's text names.
pub(crate) fn write(args: &Args) -> Result<()> {
    if fs::read_dir(&args.dir).is_ok_and(|mut files| files.next().is_some()) {
        return Err(Error::new(
            ErrorKind::AlreadyExists,
            "the folder is not empty",
        ));
    }
    let count = args
        .concepts
        .unwrap_or((args.entries / 20).clamp(20, 20_000));
    let source = Source::new(words(args.seed), concepts(count, args.seed), args.seed);
    let notes = args.dir.join("notes");
    fs::create_dir_all(&notes)?;
    fs::write(notes.join("concepts.ron"), concepts::ron(source.concepts()))?;
    for book in 0..args.entries.div_ceil(PER_BOOK) {
        let folder = notes.join(book_id(book));
        fs::create_dir(&folder)?;
        fs::write(folder.join("book.ron"), book_ron(book))?;
    }
    write_entries(args, &source, &notes)
}

fn write_entries(args: &Args, source: &Source, notes: &Path) -> Result<()> {
    let mut truth = BufWriter::new(File::create(args.dir.join("truth.tsv"))?);
    let mut one = match args.one_file {
        true => Some(OneFile::create(notes, args.format)?),
        false => None,
    };
    for start in (0..args.entries).step_by(TOGETHER) {
        let numbers = start..args.entries.min(start + TOGETHER);
        let entries: Vec<(usize, Entry)> = numbers
            .into_par_iter()
            .map(|number| (number / PER_BOOK, source.entry(number)))
            .collect();
        for (book, entry) in &entries {
            let ids = entry
                .named
                .iter()
                .map(|&at| source.concepts()[at].id.as_str());
            let ids: Vec<&str> = ids.collect();
            writeln!(truth, "{}/{}\t{}", book_id(*book), entry.id, ids.join(" "))?;
        }
        match &mut one {
            Some(file) => file.add(&entries)?,
            None => entries
                .par_iter()
                .try_for_each(|(book, entry)| write_entry(notes, *book, entry, args.format))?,
        }
    }
    one.map_or(Ok(()), OneFile::close)?;
    truth.flush()
}

fn write_entry(notes: &Path, book: usize, entry: &Entry, format: Format) -> Result<()> {
    let folder = notes.join(book_id(book));
    match format {
        Format::Ron => {
            let name = format!("{}.ron", entry.id);
            fs::write(
                folder.join(name),
                format!("Entry(\n    format: 1,\n{})\n", fields(entry)),
            )
        }
        Format::Markdown => fs::write(folder.join(format!("{}.md", entry.id)), markdown(entry)),
    }
}

/// Larger files than 64 MiB are not read; this leaves room for what is written
/// together.
const FULL: u64 = 48 << 20;

/// All entries in a row: `entries.ron`, and when that is full `entries-2.ron`, ….
struct OneFile {
    notes: PathBuf,
    file: BufWriter<File>,
    /// How many were begun.
    files: usize,
}

impl OneFile {
    fn create(notes: &Path, format: Format) -> Result<Self> {
        if format == Format::Markdown {
            let why = "Markdown is a file an entry; leave --one-file out";
            return Err(Error::new(ErrorKind::InvalidInput, why));
        }
        Ok(Self {
            file: begin(&notes.join("entries.ron"))?,
            notes: notes.to_path_buf(),
            files: 1,
        })
    }

    fn add(&mut self, entries: &[(usize, Entry)]) -> Result<()> {
        if self.file.stream_position()? > FULL {
            self.end()?;
            self.files += 1;
            let name = format!("entries-{}.ron", self.files);
            self.file = begin(&self.notes.join(name))?;
        }
        for (book, entry) in entries {
            let (id, fields) = (book_id(*book), fields(entry));
            write!(self.file, "Entry(\n    book: \"{id}\",\n{fields}),\n")?;
        }
        Ok(())
    }

    fn close(mut self) -> Result<()> {
        self.end()
    }

    fn end(&mut self) -> Result<()> {
        self.file.write_all(b"    ],\n)\n")?;
        self.file.flush()
    }
}

fn begin(path: &Path) -> Result<BufWriter<File>> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(b"Entries(\n    format: 1,\n    entries: [\n")?;
    Ok(file)
}

fn book_id(book: usize) -> String {
    format!("b{book:05}")
}

fn book_ron(book: usize) -> String {
    let mut ron = format!(
        "Book(\n    format: 1,\n    id: \"{id}\",\n    language: \"ko\",\n    title: (ko: \"책 {number}\", en: \"Book {number}\"),\n    outline: [\n",
        id = book_id(book),
        number = book + 1,
    );
    for chapter in 0..CHAPTERS {
        let number = chapter + 1;
        let (first, last) = (1 + chapter * PAGES, number * PAGES);
        let _ = writeln!(
            ron,
            "        Chapter(id: \"{number}\", number: {number}, title: (ko: \"{number}번째 이야기\", en: \"Story {number}\"), starts: Page({first}), ends: Page({last})),"
        );
    }
    ron.push_str("    ],\n)\n");
    ron
}

fn fields(entry: &Entry) -> String {
    let Entry {
        id,
        title,
        date,
        day,
        pages,
        text,
        ..
    } = entry;
    format!(
        "    id: \"{id}\",\n    title: \"{title}\",\n    date: \"{date}\",\n    day: {day},\n    pages: ({}, {}),\n    text: r\"{text}\",\n",
        pages.0, pages.1,
    )
}

fn markdown(entry: &Entry) -> String {
    let Entry {
        title,
        date,
        day,
        pages,
        text,
        ..
    } = entry;
    format!(
        "---\ntitle: {title}\ndate: {date}\nday: {day}\npages: {}-{}\n---\n\n{text}\n",
        pages.0, pages.1,
    )
}
