//! Rounds: in each, every task once in every sample, so that what is compared ran at
//! nearly the same time on the same machine.

use crate::figures::{Figures, Run};
use crate::measure::measure;
use crate::programs::Programs;
use crate::sample::Sample;
use crate::task::TASKS;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};

/// A task that takes longer, in seconds of CPU, runs so many times at most.
const LONG: [(f64, usize); 2] = [(3.0, 1), (1.0, 3)];

/// Runs all tasks.
pub(crate) fn run(
    samples: &[Sample],
    programs: &Programs,
    rounds: usize,
) -> Result<Figures, String> {
    let mut figures = Figures::default();
    let mut most: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    for sample in samples {
        crate::recall::make_tags(sample, programs)?;
    }
    for round in 0..rounds {
        for (index, sample) in samples.iter().enumerate() {
            for task in TASKS {
                if most
                    .get(&(index, task.name))
                    .is_some_and(|&most| round >= most)
                {
                    continue;
                }
                let Some(invocation) = task.invocation(sample, programs) else {
                    continue;
                };
                task.before.make(sample)?;
                let usage = measure(&programs.itself, &invocation)?;
                let long = LONG.iter().find(|(seconds, _)| usage.cpu > *seconds);
                most.entry((index, task.name))
                    .or_insert(long.map_or(rounds, |it| it.1));
                let task = task.name;
                figures.runs.push(Run {
                    sample: index,
                    task,
                    round,
                    usage,
                });
            }
            let _ = writeln!(
                io::stderr(),
                "round {} of {rounds}: {}",
                round + 1,
                sample.name
            );
        }
    }
    let length = |sample: &Sample| fs::metadata(sample.snapshot()).map_or(0, |it| it.len());
    figures.snapshots = samples.iter().map(length).collect();
    Ok(figures)
}
