//! The goals: what each job may take at most, as a ratio to a yardstick.

use crate::figures::Figures;
use crate::programs::Programs;
use crate::sample::{Layout, Sample};
use crate::{communities, formats, hub, layouts, recall, warm};

/// A row of the table of goals.
struct Goal {
    row: &'static str,
    what: &'static str,
    /// Must be reached, and is worth reaching.
    gate: f64,
    stretch: f64,
    by: By,
    applies: fn(&Sample) -> bool,
}

/// What is measured.
enum By {
    /// CPU time of a job by that of another, in one library.
    Ratio(&'static str, &'static str),
    /// Time of the clock of a job by that of another, in one library.
    Clock(&'static str, &'static str),
    /// CPU time of a job by that in a library a tenth as large of the same layout.
    Growth(&'static str),
    /// Peak memory of a job by the bytes of the notes.
    Memory(&'static str),
    /// Peak memory of a job by so many bytes.
    MemoryOf(&'static str, f64),
    /// How much more memory at its peak a job takes than another, by so many bytes.
    MoreMemory(&'static str, &'static str, f64),
    /// Something that is found out here.
    Here(Measure),
}

/// Measures something of a library in this process; `None` if it can't be.
type Measure = fn(&Sample, &Programs) -> Result<Option<f64>, String>;

/// A goal and what was measured.
pub(crate) struct Judged {
    pub(crate) row: &'static str,
    pub(crate) what: String,
    pub(crate) library: String,
    pub(crate) gate: f64,
    pub(crate) stretch: f64,
    pub(crate) measured: f64,
    /// The most memory of the job, in bytes.
    pub(crate) peak: Option<u64>,
}

/// In the order of the table.
const GOALS: &[Goal] = &[
    goal(
        "B1",
        "build, entries in one file",
        (2.5, 1.5),
        By::Ratio("build", "Y-scan"),
        |it| it.layout == Layout::OneFile && large(it),
    ),
    goal(
        "B2",
        "build",
        (0.12, 0.05),
        By::Ratio("build", "pyahocorasick: tags, pairs"),
        vault,
    ),
    goal(
        "B3",
        "build",
        (0.5, 0.25),
        By::Ratio("build", "PyYAML and networkx: a vault, graph"),
        |it| large(it) && it.layout == Layout::Markdown,
    ),
    goal(
        "B5",
        "build, ten times as many entries",
        (14.0, 11.0),
        By::Growth("build"),
        large,
    ),
    goal(
        "B4",
        "build",
        (0.2, 0.08),
        By::Ratio("build", "iwe: a vault, graph"),
        |it| large(it) && it.layout == Layout::Markdown,
    ),
    goal(
        "B6",
        "ten entries: build and map",
        (12.0, 4.0),
        By::Ratio("build and map", "Y-true"),
        |_| true,
    ),
    goal(
        "B7",
        "build: time of the clock on all cores / on one",
        (0.65, 0.52),
        By::Clock("build", "build, one thread"),
        |it| it.entries >= 100_000,
    ),
    goal(
        "B8",
        "peak memory of the build by the bytes of the notes",
        (0.6, 0.25),
        By::Memory("build"),
        |it| vault(it) && it.entries >= 100_000,
    ),
    goal(
        "B9",
        "build, entries in one file",
        (3.0, 1.6),
        By::Ratio("build", "Y-scan"),
        |it| it.layout == Layout::OneFile && it.entries >= MILLION,
    ),
    goal(
        "B9",
        "peak memory of the build by 1.5 GB",
        (1.0, 0.47),
        By::MemoryOf("build", 1.5e9),
        |it| it.layout == Layout::OneFile && it.entries >= MILLION,
    ),
    goal(
        "I1",
        "nothing changed",
        (2.5, 1.3),
        By::Ratio("unchanged", "Y-stat"),
        vault,
    ),
    goal(
        "I2",
        "nothing changed",
        (0.25, 0.13),
        By::Ratio("unchanged", "build"),
        vault,
    ),
    goal(
        "I2",
        "one entry changed",
        (0.35, 0.18),
        By::Ratio("one entry changed", "build"),
        vault,
    ),
    goal(
        "I3",
        "an entry more at the end of one file",
        (0.25, 0.1),
        By::Ratio("one entry changed", "build"),
        |it| it.layout == Layout::OneFile && large(it),
    ),
    goal(
        "F1",
        "find a median concept",
        (4.0, 2.0),
        By::Ratio("find, median", "Y-true"),
        large,
    ),
    goal(
        "F2",
        "find a median concept",
        (0.8, 0.4),
        By::Ratio("find, median", "Y-sql"),
        large,
    ),
    goal(
        "F3",
        "find as many, ten times as many entries",
        (2.0, 1.3),
        By::Growth("find, rare"),
        large,
    ),
    goal(
        "F4",
        "find a median concept, notes in files",
        (0.02, 0.002),
        By::Ratio("find, median", "ripgrep: find a name"),
        vault,
    ),
    goal(
        "F4",
        "find a median concept, notes in one file",
        (0.2, 0.05),
        By::Ratio("find, median", "ripgrep: find a name"),
        |it| it.layout == Layout::OneFile && large(it),
    ),
    goal(
        "F5",
        "find in a library that is open: the slowest of a hundred by 1 ms",
        (1.0, 0.1),
        By::Here(|sample, _| warm::slowest(sample)),
        large,
    ),
    goal(
        "F6",
        "share that find misses, asked by any name",
        (0.005, 0.001),
        By::Here(|sample, programs| recall::missed(sample, programs).map(Some)),
        large,
    ),
    goal(
        "M1",
        "map of a library that did not change",
        (15.0, 5.0),
        By::Ratio("map", "Y-true"),
        |it| large(it) && it.entries < MILLION,
    ),
    goal(
        "M1",
        "first map after a change",
        (15.0, 5.0),
        By::Ratio("map, first", "Y-true"),
        |it| large(it) && it.entries < MILLION,
    ),
    goal(
        "M1",
        "map of a library that did not change",
        (60.0, 25.0),
        By::Ratio("map", "Y-true"),
        |it| it.entries >= MILLION,
    ),
    goal(
        "M1",
        "first map after a change",
        (60.0, 25.0),
        By::Ratio("map, first", "Y-true"),
        |it| it.entries >= MILLION,
    ),
    goal(
        "M2",
        "layout of 200 boxes / dot",
        (1.0, 0.21),
        By::Here(|_, programs| layouts::ratio(programs, "dot")),
        first_of_ten,
    ),
    goal(
        "M2",
        "layout of 200 boxes / sfdp",
        // What `dot` takes, which is the gate, is so many times that.
        (4.8, 1.0),
        By::Here(|_, programs| layouts::ratio(programs, "sfdp")),
        first_of_ten,
    ),
    goal(
        "M3",
        "layout of 5,000 boxes / sfdp",
        (1.0, 0.4),
        By::Here(|_, programs| layouts::time_of_many(programs)),
        first_of_ten,
    ),
    goal(
        "M3",
        "stress of 5,000 boxes / sfdp's",
        (1.1, 1.0),
        By::Here(|_, programs| layouts::stress_of_many(programs)),
        first_of_ten,
    ),
    goal(
        "M4",
        "share of the 200 strongest links that one concept has",
        (0.1, 0.05),
        By::Here(|sample, _| hub::share(sample)),
        large,
    ),
    goal(
        "M5",
        "communities of all concepts / igraph",
        (1.0, 0.6),
        By::Here(communities::time),
        large,
    ),
    goal(
        "M5",
        "modularity that igraph reaches / ours",
        (1.005, 1.0),
        By::Here(communities::modularity),
        large,
    ),
    goal(
        "S1",
        "summary, one book",
        (5.0, 2.0),
        By::Ratio("summary, one book", "Y-true"),
        large,
    ),
    goal(
        "S1",
        "summary, all books",
        (80.0, 35.0),
        By::Ratio("summary, all", "Y-true"),
        large,
    ),
    goal(
        "E1",
        "whole graph as DOT by a plain write of as many bytes",
        (3.33, 1.67),
        By::Ratio("export, DOT", "Y-write, DOT"),
        large,
    ),
    goal(
        "E1",
        "whole graph as GraphML by a plain write of as many bytes",
        (3.33, 1.67),
        By::Ratio("export, GraphML", "Y-write, GraphML"),
        large,
    ),
    goal(
        "E1",
        "whole graph as JSON by a plain write of as many bytes",
        (3.33, 1.67),
        By::Ratio("export, JSON", "Y-write, JSON"),
        large,
    ),
    goal(
        "E2",
        "whole graph as DOT by the printer of graphviz-rust",
        (0.15, 0.06),
        By::Ratio("export, DOT", "Y-printer, DOT"),
        large,
    ),
    goal(
        "E2",
        "memory of the export beyond that of a find, by 64 MB",
        (1.0, 1.0),
        By::MoreMemory("export, DOT", "find, median", 64e6),
        large,
    ),
    goal(
        "E3",
        "whole graph as DOT",
        (0.03, 0.006),
        By::Ratio("export, DOT", "networkx and pydot: whole graph as DOT"),
        large,
    ),
    goal(
        "R1",
        "entries written as RON with raw strings, by serde_json",
        (1.6, 1.2),
        By::Here(|sample, _| formats::write(sample)),
        |it| large(it) && it.entries < 100_000,
    ),
    goal(
        "R1",
        "entries read by ron, by serde_json",
        (5.0, 3.5),
        By::Here(|sample, _| formats::read(sample)),
        |it| large(it) && it.entries < 100_000,
    ),
    goal(
        "R1",
        "notes read as the program does, by serde_json",
        (5.0, 3.5),
        By::Here(|sample, _| formats::read_notes(sample)),
        |it| large(it) && it.entries < 100_000,
    ),
];

/// The rows of the table that are not measured, and why.
pub(crate) const LEFT_OUT: [(&str, &str); 1] = [(
    "B4",
    "iwe is measured where it is installed; zk is not, as no registry of ours has it",
)];

/// From so many entries on other goals hold.
const MILLION: usize = 1_000_000;

const fn goal(
    row: &'static str,
    what: &'static str,
    (gate, stretch): (f64, f64),
    by: By,
    applies: fn(&Sample) -> bool,
) -> Goal {
    Goal {
        row,
        what,
        gate,
        stretch,
        by,
        applies,
    }
}

fn large(sample: &Sample) -> bool {
    sample.entries >= 10_000
}

/// What has nothing to do with the library is measured once.
fn first_of_ten(sample: &Sample) -> bool {
    sample.entries <= 10
}

fn vault(sample: &Sample) -> bool {
    large(sample) && sample.layout != Layout::OneFile
}

/// Every goal in every library where it applies and could be measured.
pub(crate) fn judge(
    samples: &[Sample],
    figures: &Figures,
    programs: &Programs,
) -> Result<Vec<Judged>, String> {
    let mut judged = Vec::new();
    for goal in GOALS {
        for (index, sample) in samples.iter().enumerate() {
            if !(goal.applies)(sample) {
                continue;
            }
            let (what, peak) = match goal.by {
                By::Ratio(job, yardstick) => (format!("{} / {yardstick}", goal.what), Some(job)),
                By::Clock(job, _)
                | By::Growth(job)
                | By::Memory(job)
                | By::MemoryOf(job, _)
                | By::MoreMemory(job, ..) => (goal.what.to_owned(), Some(job)),
                By::Here(_) => (goal.what.to_owned(), None),
            };
            let measured = match goal.by {
                By::Ratio(job, yardstick) => figures.ratio((index, index), job, yardstick),
                By::Clock(job, other) => figures.clock(index, job, other),
                By::Growth(job) => {
                    tenth(samples, sample).and_then(|tenth| figures.ratio((index, tenth), job, job))
                }
                By::Memory(job) => figures
                    .median(index, job)
                    .map(|usage| usage.peak as f64 / sample.bytes as f64),
                By::MemoryOf(job, bytes) => figures
                    .median(index, job)
                    .map(|usage| usage.peak as f64 / bytes),
                By::MoreMemory(job, than, bytes) => {
                    let peak = |job| figures.median(index, job).map(|usage| usage.peak as f64);
                    let both = peak(job).zip(peak(than));
                    both.map(|(peak, than)| (peak - than).max(0.0) / bytes)
                }
                By::Here(measure) => measure(sample, programs)?,
            };
            judged.extend(measured.map(|measured| Judged {
                row: goal.row,
                what,
                library: sample.name.clone(),
                gate: goal.gate,
                stretch: goal.stretch,
                measured,
                peak: peak.and_then(|job| Some(figures.median(index, job)?.peak)),
            }));
        }
    }
    Ok(judged)
}

/// The sample of the same layout with a tenth of the entries.
fn tenth(samples: &[Sample], of: &Sample) -> Option<usize> {
    let fits = |it: &Sample| it.entries * 10 == of.entries && it.layout == of.layout;
    samples.iter().position(fits)
}

impl Judged {
    /// Whether it is reached, or by how much it is missed.
    pub(crate) fn verdict(&self) -> String {
        match self.measured {
            ratio if ratio <= self.stretch => "stretch reached".to_owned(),
            ratio if ratio <= self.gate => "gate reached".to_owned(),
            ratio => format!("missed {:.1} times", ratio / self.gate),
        }
    }
}
