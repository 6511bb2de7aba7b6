//! How the work grows with the notes, in steps that debug builds count: the same on
//! every machine.

use crate::support::{TestLibrary, build_snapshot};
use bookgraph::analyse::Random;
use bookgraph::graph::{Shrinkage, co_mentions, entry_links};
use bookgraph::map::Size;
use bookgraph::map::layout::{LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
use bookgraph::model::{
    Alias, Book, BookId, Concept, Entry, EntryId, Language, Library, Vocabulary,
};
use bookgraph::notes::{self, Survey};
use bookgraph::place::Placement;
use bookgraph::query::{ConceptNames, Corpus, Scope};
use bookgraph::steps;
use bookgraph::store::{self, Opening};
use bookgraph::summary::{Length, summarize, tell};
use bookgraph::tag::Tagging;
use std::fmt::Write;
use std::fs::File;
use std::time::{Duration, SystemTime};

const SIZES: [usize; 4] = [1_000, 4_000, 16_000, 64_000];

/// Steps at a size: of notes, or of names.
type Growth = [(usize, u64)];

/// Work that grows as fast as `of(n)` at most, a tenth aside.
fn bounded(growth: &Growth, of: impl Fn(f64) -> f64) -> Result<(), String> {
    for pair in growth.windows(2) {
        let [(n, before), (m, after)] = pair else {
            continue;
        };
        let most = 1.1 * of(*m as f64) / of(*n as f64);
        let times = *after as f64 / *before as f64;
        if times > most || *before == 0 {
            return Err(format!(
                "{times:.2} times from {n} to {m}, at most {most:.2}: {growth:?}"
            ));
        }
    }
    Ok(())
}

fn linear(growth: &Growth) -> Result<(), String> {
    bounded(growth, |n| n)
}

fn n_log_n(growth: &Growth) -> Result<(), String> {
    bounded(growth, |n| n * libm::log(n))
}

/// Runs on one thread, so that all steps are counted.
fn on_one_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    pool.unwrap().install(work)
}

/// A concept's Korean and its English name.
fn names(concept: usize) -> (String, String) {
    let syllable = |at: usize| char::from_u32(0xAC00 + (at % 400) as u32 * 28).unwrap();
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    let korean = ['뷁', syllable(concept), syllable(concept / 400)]
        .iter()
        .collect();
    let english = [
        'z',
        letter(concept),
        letter(concept / 26),
        letter(concept / 676),
        'k',
    ];
    (korean, english.iter().collect())
}

/// Two concepts of an entry, of as many as a twentieth of all entries.
fn concepts_of(entry: usize, entries: usize) -> [usize; 2] {
    let concepts = entries / 20;
    [entry % concepts, (entry * 7 + entry / 13) % concepts]
}

fn text(entry: usize, entries: usize) -> String {
    let [one, other] = concepts_of(entry, entries);
    format!(
        "{}에 대해 읽었다. The {} came again.",
        names(one).0,
        names(other).1
    )
}

const PER_BOOK: usize = 50;
const PER_FILE: usize = 25;

/// Notes in files, all a day old.
fn notes_of(entries: usize) -> TestLibrary {
    let mut library = TestLibrary::new();
    let mut vocabulary = String::from("Vocabulary(concepts: [");
    for concept in 0..entries / 20 {
        let (ko, en) = names(concept);
        let _ = write!(
            vocabulary,
            "Concept(id: {en:?}, label: (ko: {ko:?}, en: {en:?})),"
        );
    }
    library = library.file("concepts.ron", &(vocabulary + "])"));
    for book in 0..entries / PER_BOOK {
        let about = format!(
            "Book(id: \"b{book}\", title: \"Book {book}\", outline: [\
             Chapter(id: \"1\", number: 1, title: \"One\", starts: Page(1), ends: Page(25)),\
             Chapter(id: \"2\", number: 2, title: \"Two\", starts: Page(26), ends: Page(50))])"
        );
        library = library.file(&format!("b{book}/book.ron"), &about);
        for first in (0..PER_BOOK).step_by(PER_FILE) {
            let mut file = String::from("Entries(entries: [");
            for at in first..first + PER_FILE {
                let (page, text) = (at + 1, text(book * PER_BOOK + at, entries));
                let _ = write!(
                    file,
                    "Entry(id: \"e{at}\", pages: ({page}, {page}), text: {text:?}),"
                );
            }
            library = library.file(&format!("b{book}/{first}.ron"), &(file + "])"));
        }
    }
    let day = SystemTime::now() - Duration::from_secs(86_400);
    for (path, _) in crate::support::files(&library.root().join("notes")) {
        let file = File::options().write(true).open(path).unwrap();
        file.set_modified(day).unwrap();
    }
    library
}

/// What is measured of a library in files.
const JOBS: [&str; 5] = ["build", "links", "find", "refresh", "summary"];

/// The steps of each job in a library of so many entries.
fn steps_of_jobs(entries: usize) -> [u64; JOBS.len()] {
    let folder = notes_of(entries);
    let notes = folder.root().join("notes");
    let path = folder.root().join("snapshot");
    let Survey::Changed(Some(mut stamps)) = notes::survey(&notes, &[]) else {
        panic!("no files were seen");
    };
    let reading = notes::read(&notes);
    assert!(reading.diagnostics.is_empty(), "{}", reading.diagnostics[0]);
    for stamp in &mut stamps {
        stamp.digest = reading.digest(&stamp.name);
    }
    let library = reading.library;
    let (tagging, placement) = (Tagging::of(&library), Placement::of(&library));
    let ((), build) = steps::of(|| build_snapshot(&notes, &path, 1 << 20, &stamps, None));
    assert_eq!(library.entries().len(), entries);
    let (_, links) = steps::of(|| links(&library, &tagging));
    let ((), refresh) = steps::of(|| {
        assert_eq!(notes::survey(&notes, &stamps), Survey::Same);
    });
    let (found, find) = steps::of(|| {
        let Opening::Open(snapshot) = store::open(&path) else {
            panic!("no snapshot");
        };
        let (library, tagging, placement, _) = snapshot.load().unwrap();
        find(&library, &tagging, &placement, &names(3).0).len()
    });
    assert!(found >= 20, "{found} entries");
    let (told, summary) = steps::of(|| {
        let books = library.book_ids().map(|book| {
            let chapters = summarize(&library, &tagging, &placement, book);
            tell(&library, &tagging, &chapters, Length::Normal).len()
        });
        books.sum::<usize>()
    });
    assert_eq!(told, 2 * entries / PER_BOOK);
    [build, links, find, refresh, summary]
}

fn links(library: &Library, tagging: &Tagging) -> usize {
    let entries: Vec<EntryId> = library.entry_ids().collect();
    let pairs = co_mentions(library, tagging, &entries, Shrinkage::default());
    pairs.len() + entry_links(library, tagging, &entries, 2).len()
}

fn find(library: &Library, tagging: &Tagging, placement: &Placement, name: &str) -> Vec<EntryId> {
    let names = ConceptNames::of(library);
    let asked = Scope::new(library, &names).condition(name).unwrap();
    asked.entries(Corpus::new(library, tagging, placement))
}

#[test]
fn no_job_grows_faster_than_n_log_n() {
    let steps = std::thread::scope(|scope| {
        let counting = |entries| move || on_one_thread(|| (entries, steps_of_jobs(entries)));
        let threads = SIZES.map(|entries| scope.spawn(counting(entries)));
        threads.map(|thread| thread.join().unwrap())
    });
    for (job, name) in JOBS.iter().enumerate() {
        let growth: Vec<_> = steps.iter().map(|(size, of)| (*size, of[job])).collect();
        n_log_n(&growth).unwrap_or_else(|why| panic!("{name}: {why}"));
    }
    // Whatever else there is, as many entries are found by as much.
    let find = |of: &[u64; JOBS.len()]| of[2];
    let [(_, first), .., (_, last)] = &steps;
    let (few, many) = (find(first), find(last));
    assert!(many <= 2 * few, "find takes {few} steps, then {many}");
}

fn concept(id: usize, aliases: usize) -> Concept {
    let (ko, en) = names(id);
    let alias = |number| Alias {
        text: format!("{en} {}", names(number).1),
        ..Alias::default()
    };
    Concept {
        id: en.clone(),
        label: [(Language::KOREAN, ko), (Language::ENGLISH, en.clone())]
            .into_iter()
            .collect(),
        aliases: (0..aliases).map(alias).collect(),
        ..Concept::default()
    }
}

fn library_of(texts: impl Iterator<Item = String>, concepts: Vec<Concept>) -> Library {
    let entry = |(number, text)| Entry {
        id: format!("e{number}"),
        book: BookId::from(0),
        text,
        ..Entry::default()
    };
    let entries = texts.enumerate().map(entry).collect();
    Library::new(vec![Book::default()], entries, Vocabulary::new(concepts))
}

/// Tags, links, and finds the first concept.
fn work(library: &Library) -> (usize, u64) {
    steps::of(|| {
        let (tagging, placement) = (Tagging::of(library), Placement::of(library));
        links(library, &tagging);
        find(library, &tagging, &placement, &names(0).0).len()
    })
}

/// Entries that all name the first concept, and one other.
fn one_on_every_entry(entries: usize) -> Library {
    let other = |entry: usize| names(1 + entry % (entries / 20)).1;
    let texts = (0..entries).map(|entry| format!("{}와 {}.", names(0).0, other(entry)));
    library_of(texts, (0..=entries / 20).map(|id| concept(id, 0)).collect())
}

#[test]
fn a_concept_on_every_entry_is_linear() {
    let growth = on_one_thread(|| {
        SIZES.map(|entries| {
            let (found, steps) = work(&one_on_every_entry(entries));
            assert_eq!(found, entries);
            (entries, steps)
        })
    });
    linear(&growth).unwrap();
}

#[test]
fn an_entry_with_5_000_concepts_and_100_000_aliases_is_linear() {
    let growth = on_one_thread(|| {
        [625, 1_250, 2_500, 5_000].map(|concepts| {
            let text: Vec<String> = (0..concepts).map(|id| names(id).1).collect();
            let all = (0..concepts).map(|id| concept(id, 20)).collect();
            let library = library_of([text.join(", ")].into_iter(), all);
            let (found, steps) = work(&library);
            assert_eq!(found, 1);
            (concepts, steps)
        })
    });
    linear(&growth).unwrap();
}

/// A graph like those of concepts: each box is linked with two before it, mostly near ones.
fn boxes(count: usize) -> LayoutGraph {
    let mut random = Random::new(1);
    let mut edges = Vec::new();
    for b in 1..count {
        for _ in 0..2 {
            let near = b - 1 - random.below(b.min(8));
            let far = random.below(b);
            let a = if random.unit() < 0.8 { near } else { far };
            edges.push(LayoutEdge { a, b, weight: 1.0 });
        }
    }
    LayoutGraph {
        boxes: vec![Size::new(90.0, 28.0); count],
        edges,
        groups: (0..count).map(|at| at / 8).collect(),
    }
}

#[test]
fn the_layout_of_many_boxes_is_n_log_n() {
    // There are no more than 256 pivots.
    let growth = [500, 1_000, 2_000, 4_000].map(|count| {
        let graph = boxes(count);
        let (_, steps) = steps::of(|| lay_out(&graph, &[], &LayoutOptions::default()));
        (count, steps)
    });
    n_log_n(&growth).unwrap();
}

/// What the limits are for: links by a look at all pairs of the entries of each
/// concept.
fn links_by_all_pairs(library: &Library) -> usize {
    let tagging = Tagging::of(library);
    let entries_of = |concept| tagging.about(concept).map(|tag| tag.entry);
    let mut links = 0;
    for concept in library.vocabulary().ids() {
        for a in entries_of(concept) {
            for b in entries_of(concept) {
                steps::count(1);
                links += usize::from(a < b);
            }
        }
    }
    links
}

#[test]
fn what_is_quadratic_is_seen() {
    let growth = on_one_thread(|| {
        [500, 1_000, 2_000].map(|entries| {
            let library = one_on_every_entry(entries);
            let (links, steps) = steps::of(|| links_by_all_pairs(&library));
            assert!(links >= entries * (entries - 1) / 2);
            (entries, steps)
        })
    });
    assert!(linear(&growth).is_err() && n_log_n(&growth).is_err());
    // A loop over all entries in one over all of them, beside the real work.
    let beside: Vec<_> = growth
        .iter()
        .map(|&(n, _)| (n, (100 * n + n * n) as u64))
        .collect();
    assert!(linear(&beside).is_err() && n_log_n(&beside).is_err());
    // Nothing counted is no proof.
    assert!(linear(&[(1, 0), (2, 0)]).is_err());
}
