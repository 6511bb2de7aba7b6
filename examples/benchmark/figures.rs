//! What was measured, and what is counted of it.

use crate::measure::Usage;

/// A run of a task.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// The index of the sample.
    pub(crate) sample: usize,
    pub(crate) task: &'static str,
    pub(crate) round: usize,
    pub(crate) usage: Usage,
}

/// All runs.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) runs: Vec<Run>,
    /// Bytes of the snapshot of each sample.
    pub(crate) snapshots: Vec<u64>,
}

impl Figures {
    pub(crate) fn of<'a>(&'a self, sample: usize, task: &'a str) -> impl Iterator<Item = &'a Run> {
        let wanted = move |run: &&Run| run.sample == sample && run.task == task;
        self.runs.iter().filter(wanted)
    }

    /// The median of what a task took; `None` if it was not run.
    pub(crate) fn median(&self, sample: usize, task: &str) -> Option<Usage> {
        let usages = || self.of(sample, task).map(|run| run.usage);
        Some(Usage {
            cpu: median(usages().map(|usage| usage.cpu).collect())?,
            wall: median(usages().map(|usage| usage.wall).collect())?,
            peak: usages().map(|usage| usage.peak).max()?,
        })
    }

    /// The median, over the rounds in which both were run, of the CPU time of a task
    /// by that of another; of samples.
    pub(crate) fn ratio(
        &self,
        (of, by): (usize, usize),
        task: &str,
        yardstick: &str,
    ) -> Option<f64> {
        self.ratio_of((of, by), task, yardstick, |usage| usage.cpu)
    }

    /// The same of the time of the clock, in one sample.
    pub(crate) fn clock(&self, sample: usize, task: &str, other: &str) -> Option<f64> {
        self.ratio_of((sample, sample), task, other, |usage| usage.wall)
    }

    fn ratio_of(
        &self,
        (of, by): (usize, usize),
        task: &str,
        other: &str,
        seconds: fn(Usage) -> f64,
    ) -> Option<f64> {
        let ratios = self.of(of, task).filter_map(|run| {
            let other = self.of(by, other).find(|it| it.round == run.round)?;
            Some(seconds(run.usage) / seconds(other.usage))
        });
        median(ratios.collect())
    }
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() % 2 {
        0 => Some((values.get(middle.checked_sub(1)?)? + values[middle]) / 2.0),
        _ => Some(values[middle]),
    }
}
