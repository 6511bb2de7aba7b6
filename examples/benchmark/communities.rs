//! Communities of all concepts that are named together, beside igraph's.

use crate::measure::cpu_of;
use crate::programs::Programs;
use crate::sample::Sample;
use bookgraph::analyse::{Leiden, Network};
use bookgraph::graph::{Shrinkage, WeightedPair, co_mentions};
use bookgraph::model::EntryId;
use bookgraph::store::{self, Opening};
use std::fmt::Write;
use std::fs;
use std::process::Command;

/// Reads edges, and prints the seconds of CPU that Leiden takes and what it reaches.
const SCRIPT: &str = "
import sys, time, igraph
rows = [line.split() for line in open(sys.argv[2])]
graph = igraph.Graph(n=int(sys.argv[1]), edges=[(int(a), int(b)) for a, b, _ in rows])
weights = [float(weight) for _, _, weight in rows]
start = time.process_time()
found = graph.community_leiden('modularity', weights=weights, n_iterations=-1)
print(time.process_time() - start, graph.modularity(found, weights=weights))
";

/// One run of ours by one of igraph's.
pub(crate) fn time(sample: &Sample, programs: &Programs) -> Result<Option<f64>, String> {
    Ok(both(sample, programs)?.map(|(ours, theirs)| ours.0 / theirs.0))
}

/// What igraph reaches by what we do.
pub(crate) fn modularity(sample: &Sample, programs: &Programs) -> Result<Option<f64>, String> {
    Ok(both(sample, programs)?.map(|(ours, theirs)| theirs.1 / ours.1))
}

/// Seconds and modularity.
type Found = (f64, f64);

fn both(sample: &Sample, programs: &Programs) -> Result<Option<(Found, Found)>, String> {
    if !programs.packages.contains(&"igraph") {
        return Ok(None);
    }
    let Some((concepts, pairs)) = pairs(sample) else {
        return Ok(None);
    };
    let network = Network::new(concepts, &pairs);
    let leiden = Leiden {
        runs: 1,
        ..Leiden::default()
    };
    let (seconds, found) = cpu_of(|| leiden.partition(&network))?;
    let ours = (seconds, found.modularity(&network, leiden.resolution));
    Ok(Some((ours, igraph(sample, programs, concepts, &pairs)?)))
}

fn pairs(sample: &Sample) -> Option<(usize, Vec<WeightedPair>)> {
    let Opening::Open(snapshot) = store::open(&sample.snapshot()) else {
        return None;
    };
    let (library, tagging, ..) = snapshot.load()?;
    let entries: Vec<EntryId> = library.entry_ids().collect();
    let pairs = co_mentions(&library, &tagging, &entries, Shrinkage::default());
    let pairs = pairs.iter().map(|pair| WeightedPair {
        a: pair.a.index(),
        b: pair.b.index(),
        weight: pair.weight,
    });
    Some((library.vocabulary().len(), pairs.collect()))
}

fn igraph(
    sample: &Sample,
    programs: &Programs,
    concepts: usize,
    pairs: &[WeightedPair],
) -> Result<Found, String> {
    let mut edges = String::new();
    for WeightedPair { a, b, weight } in pairs {
        let _ = writeln!(edges, "{a} {b} {weight}");
    }
    let file = sample.out("edges.txt");
    fs::write(&file, edges).map_err(|error| error.to_string())?;
    let output = Command::new(&programs.python)
        .args(["-c", SCRIPT, &concepts.to_string()])
        .arg(&file)
        .output()
        .map_err(|error| error.to_string())?;
    let printed = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = printed
        .split_whitespace()
        .filter_map(|it| it.parse().ok())
        .collect();
    match numbers[..] {
        [seconds, modularity] => Ok((seconds, modularity)),
        _ => Err(format!(
            "igraph: {}",
            String::from_utf8_lossy(&output.stderr)
        )),
    }
}
