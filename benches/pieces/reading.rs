//! From texts to tags.

use crate::sample::SAMPLE;
use bookgraph::model::EntryId;
use bookgraph::notes;
use bookgraph::store::{self, Builder, NewEntry, Opening};
use bookgraph::tag::{Matcher, Tagging};
use bookgraph::text::fold::{Folded, FoldedText};
use criterion::{BatchSize, Criterion, Throughput};
use std::fs;
use std::hint::black_box;
use std::path::Path;

/// Folding a text, finding names in it, tagging all entries.
pub(crate) fn text(criterion: &mut Criterion) {
    let library = &SAMPLE.library;
    let text = library.entry(EntryId::from(0)).text.as_str();
    let lexicon = SAMPLE.tagging.lexicon(library.vocabulary());
    let mut group = criterion.benchmark_group("text");
    group.throughput(Throughput::Bytes(text.len() as u64));
    let mut folded = Folded::default();
    group.bench_function("fold an entry", |it| {
        it.iter(|| {
            folded.refill(black_box(text));
            folded.bytes().len()
        });
    });
    let mut matcher = Matcher::new(lexicon);
    group.bench_function("find names in an entry", |it| {
        it.iter(|| {
            let mut hits = 0;
            matcher.find(black_box(text), |_| hits += 1);
            hits
        });
    });
    let bytes: usize = library.entries().map(|entry| entry.text.len()).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("tag 1,000 entries", |it| {
        it.iter(|| Tagging::of(black_box(library)));
    });
    group.finish();
}

/// Reading a note of RON, and opening what is stored of a library.
pub(crate) fn notes(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder for a note");
    let note = format!("Entry(format: 1, {}", &SAMPLE.note["Entry(".len()..]);
    fs::write(folder.path().join("n0.ron"), &note).expect("a note");
    let mut group = criterion.benchmark_group("notes");
    group.bench_function("read a folder of one note", |it| {
        it.iter(|| notes::read(black_box(folder.path())));
    });
    let path = folder.path().join("snapshot");
    group.bench_function("make a snapshot of 1,000 entries", |it| {
        it.iter(|| make_snapshot(&path).expect("a snapshot"));
    });
    make_snapshot(&path).expect("a snapshot");
    group.bench_function("open a snapshot of 1,000 entries", |it| {
        let open = || match store::open(black_box(&path)) {
            Opening::Open(snapshot) => snapshot.load(),
            _ => panic!("the snapshot that was written does not open"),
        };
        it.iter_batched(|| (), |()| open(), BatchSize::PerIteration);
    });
    group.finish();
}

/// Tags, folds and writes all entries.
fn make_snapshot(path: &Path) -> std::io::Result<()> {
    let library = &SAMPLE.library;
    let new = library.entries().map(|entry| NewEntry {
        entry: entry.clone(),
        written: 0,
        known: None,
    });
    let mut builder = Builder::new(store::beside(path)?, library)?;
    builder.add(new)?;
    let ordered = builder.order(library.clone().with_entries(Vec::new()))?;
    ordered.write(path, &[], None)
}
