//! The figures as tables of Markdown, or as JSON lines.

use crate::figures::Figures;
use crate::goals::{Judged, LEFT_OUT};
use crate::measure::Usage;
use crate::programs::Programs;
use crate::sample::Sample;
use crate::task::{Kind, TASKS, like};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const BEGIN: &str = "<!-- measured -->\n";
const END: &str = "<!-- /measured -->";

/// Puts the tables into a file, between the lines that say where.
pub(crate) fn put(file: &Path, tables: &str) -> Result<(), String> {
    let error = |problem: &dyn std::fmt::Display| format!("{}: {problem}", file.display());
    let text = fs::read_to_string(file).map_err(|problem| error(&problem))?;
    let places = text.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some(format!("{before}{BEGIN}\n{tables}\n{END}{after}"))
    });
    let text = places.ok_or_else(|| error(&format!("no {BEGIN:?} and {END:?}")))?;
    fs::write(file, text).map_err(|problem| error(&problem))
}

pub(crate) fn markdown(
    samples: &[Sample],
    figures: &Figures,
    goals: &[Judged],
    programs: &Programs,
) -> String {
    let mut text = format!("Machine: {}.\n", machine());
    text.push_str("\n### Goals\n\n");
    goals_table(&mut text, goals);
    text.push_str("\nNot measured:\n\n");
    for (row, why) in LEFT_OUT {
        let _ = writeln!(text, "* {row}: {why}.");
    }
    for (index, sample) in samples.iter().enumerate() {
        let Sample {
            name, bytes, files, ..
        } = sample;
        let _ = write!(
            text,
            "\n### {name}\n\n{files} files, {} MB of notes, {} MB of snapshot, {} concepts.\n\n",
            mega(*bytes),
            mega(figures.snapshots[index]),
            sample.names.len(),
        );
        tasks_table(&mut text, index, figures);
    }
    if programs.peers {
        peers_table(&mut text, samples, figures);
    }
    if !programs.absent.is_empty() {
        let _ = write!(text, "\nNot installed: {}.\n", programs.absent.join(", "));
    }
    text
}

fn goals_table(text: &mut String, goals: &[Judged]) {
    text.push_str("| | job / yardstick | library | gate | stretch | measured | peak memory | |\n");
    text.push_str("|---|---|---|---:|---:|---:|---:|---|\n");
    for goal in goals {
        let Judged {
            row,
            what,
            library,
            gate,
            stretch,
            measured,
            peak,
        } = goal;
        let peak = peak.map_or(String::new(), |peak| format!("{} MB", mega(peak)));
        let _ = writeln!(
            text,
            "| {row} | {what} | {library} | {gate} | {stretch} | {} | {peak} | {} |",
            number(*measured),
            goal.verdict(),
        );
    }
}

fn tasks_table(text: &mut String, sample: usize, figures: &Figures) {
    text.push_str("| job | CPU s | wall s | peak memory | runs |\n|---|---:|---:|---:|---:|\n");
    for task in TASKS {
        let name = match task.kind {
            Kind::Job(_) => task.name.to_owned(),
            Kind::Yardstick(_) => format!("*{}*", task.name),
            Kind::Peer(_) => continue,
        };
        if let Some(Usage { cpu, wall, peak }) = figures.median(sample, task.name) {
            let runs = figures.of(sample, task.name).count();
            let (cpu, wall) = (number(cpu), number(wall));
            let _ = writeln!(
                text,
                "| {name} | {cpu} | {wall} | {} MB | {runs} |",
                mega(peak)
            );
        }
    }
}

fn peers_table(text: &mut String, samples: &[Sample], figures: &Figures) {
    text.push_str("\n### Other programs\n\n| program | library | CPU s | peak memory | bookgraph's CPU by its |\n|---|---|---:|---:|---:|\n");
    for task in TASKS
        .iter()
        .filter(|task| matches!(task.kind, Kind::Peer(_)))
    {
        for (index, sample) in samples.iter().enumerate() {
            let job = like(task.name);
            let ratio = figures.ratio((index, index), job, task.name);
            if let (Some(usage), Some(ratio)) = (figures.median(index, task.name), ratio) {
                let (cpu, peak, ratio) = (number(usage.cpu), mega(usage.peak), number(ratio));
                let (name, library) = (task.name, &sample.name);
                let _ = writeln!(
                    text,
                    "| {name} | {library} | {cpu} | {peak} MB | {ratio} ({job}) |"
                );
            }
        }
    }
}

/// Each run and each goal as an object.
pub(crate) fn json(samples: &[Sample], figures: &Figures, goals: &[Judged]) -> String {
    let runs = figures.runs.iter().map(|run| {
        let library = &samples[run.sample].name;
        serde_json::json!({"library": library, "job": run.task, "round": run.round, "usage": run.usage})
    });
    let goals = goals.iter().map(|goal| {
        let Judged {
            row,
            what,
            library,
            gate,
            stretch,
            measured,
            peak,
        } = goal;
        serde_json::json!({"row": row, "goal": what, "library": library, "gate": gate,
            "stretch": stretch, "measured": measured, "peak": peak})
    });
    runs.chain(goals)
        .map(|object| format!("{object}\n"))
        .collect()
}

/// Three digits that say something.
fn number(value: f64) -> String {
    match value {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        1.0.. => format!("{value:.2}"),
        0.01.. => format!("{value:.3}"),
        _ => format!("{value:.4}"),
    }
}

fn mega(bytes: u64) -> String {
    let mega = bytes as f64 / 1e6;
    match mega {
        10.0.. => format!("{mega:.0}"),
        _ => format!("{mega:.1}"),
    }
}

/// Processors and memory, where the system tells.
fn machine() -> String {
    let field = |file: &str, name: &str| {
        let text = fs::read_to_string(file).ok()?;
        let line = text.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let model = field("/proc/cpuinfo", "model name").unwrap_or("an unknown processor".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").map_or(String::new(), |it| format!(", {it}"));
    format!("{cores} × {model}{memory}, {}", std::env::consts::OS)
}
