//! The goals: what each job may take at most, as a ratio to a yardstick.

use crate::figures::Figures;
use crate::programs::Programs;
use crate::recall;
use crate::sample::Sample;

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
    /// CPU time of a job by that in a library a tenth as large of the same layout.
    Growth(&'static str),
    /// Peak memory of a job by the bytes of the notes.
    Memory(&'static str),
    /// The share of entries that `find` misses.
    Missed,
}

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
        |it| it.one_file && large(it),
    ),
    goal(
        "B5",
        "build, ten times as many entries",
        (14.0, 11.0),
        By::Growth("build"),
        large,
    ),
    goal(
        "B6",
        "ten entries: build and map",
        (12.0, 4.0),
        By::Ratio("build and map", "Y-true"),
        |_| true,
    ),
    goal(
        "B8",
        "peak memory of the build by the bytes of the notes",
        (0.6, 0.25),
        By::Memory("build"),
        |it| vault(it) && it.entries >= 100_000,
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
        |it| it.one_file && large(it),
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
        "F6",
        "share that find misses, asked by any name",
        (0.005, 0.001),
        By::Missed,
        large,
    ),
    goal("M1", "map", (15.0, 5.0), By::Ratio("map", "Y-true"), large),
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
        "export by a plain write of as many bytes",
        (3.33, 1.67),
        By::Ratio("export", "Y-write"),
        large,
    ),
];

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

fn vault(sample: &Sample) -> bool {
    large(sample) && !sample.one_file
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
                By::Growth(job) | By::Memory(job) => (goal.what.to_owned(), Some(job)),
                By::Missed => (goal.what.to_owned(), None),
            };
            let measured = match goal.by {
                By::Ratio(job, yardstick) => figures.ratio((index, index), job, yardstick),
                By::Growth(job) => {
                    tenth(samples, sample).and_then(|tenth| figures.ratio((index, tenth), job, job))
                }
                By::Memory(job) => figures
                    .median(index, job)
                    .map(|usage| usage.peak as f64 / sample.bytes as f64),
                By::Missed => Some(recall::missed(sample, programs)?),
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
    let fits = |it: &Sample| it.entries * 10 == of.entries && it.one_file == of.one_file;
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
