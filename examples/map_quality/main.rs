//! How good concept maps are, beside those of Graphviz.
//!
//! ```text
//! cargo run --release --example map_quality -- [--peers] [--json] [--links] GRAPH…
//! ```
//!
//! A graph is the folder of a library, or a book of the Stanford GraphBase
//! (`*.dat`). Of each, the most frequent concepts are drawn, with the backbone of
//! their co-mentions in communities, and what [`Quality`] counts is printed.
//! `--peers` draws the same boxes and edges by the engines of the installed
//! Graphviz. `--links` measures the weights of co-mentions in place of drawings.

mod association;
mod characters;
mod graphbase;
mod links;
mod peers;
mod row;
mod sample;
mod source;
mod table;

use bookgraph::map::layout::{LayoutOptions, Quality, lay_out};
use clap::Parser;
use row::Row;
use sample::Sample;
use source::Source;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Measures concept maps.
#[derive(Debug, Parser)]
struct Args {
    /// So many concepts, the most frequent ones
    #[arg(long, default_value_t = 50)]
    concepts: usize,
    /// Draw with the engines of Graphviz, too
    #[arg(long)]
    peers: bool,
    /// One JSON object a line: graph, method, and every number
    #[arg(long)]
    json: bool,
    /// Measure weights: how well the links of one half of a text are found in the other
    #[arg(long, conflicts_with_all = ["peers", "json"])]
    links: bool,
    /// How long to search, as a factor
    #[arg(long, default_value_t = LayoutOptions::default().effort)]
    effort: f64,
    /// How much of the page the boxes cover
    #[arg(long, default_value_t = LayoutOptions::default().fill)]
    fill: f64,
    /// Another seed, another drawing
    #[arg(long, default_value_t = LayoutOptions::default().seed)]
    seed: u64,
    /// Folders of libraries, or books of the Stanford GraphBase
    #[arg(required = true, value_name = "GRAPH")]
    graphs: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(output) => match io::stdout().write_all(output.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(problem) => {
            let _ = writeln!(io::stderr(), "error: {problem}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<String, String> {
    let sources = args.graphs.iter().map(|path| Source::read(path));
    let sources = sources.collect::<Result<Vec<_>, _>>()?;
    if args.links {
        let texts: Vec<_> = sources.iter().map(Source::text).collect();
        return Ok(table::links(&texts));
    }
    let mut rows = Vec::new();
    for source in &sources {
        let sample = Sample::of(source, args.concepts);
        rows.push(own(&sample, args));
        if args.peers {
            rows.extend(peers::rows(&sample)?);
        }
    }
    Ok(match args.json {
        true => rows.iter().map(|row| format!("{}\n", row.json())).collect(),
        false => table::table(&rows),
    })
}

/// The drawing of this crate.
fn own(sample: &Sample, args: &Args) -> Row {
    let options = LayoutOptions {
        effort: args.effort,
        fill: args.fill,
        seed: args.seed,
        ..LayoutOptions::default()
    };
    let start = Instant::now();
    let layout = lay_out(&sample.graph, &[], &options);
    Row {
        graph: sample.name.clone(),
        method: "bookgraph".to_owned(),
        nodes: sample.graph.boxes.len(),
        edges: sample.graph.edges.len(),
        quality: Quality::of(&sample.graph, &layout.centers),
        seconds: start.elapsed().as_secs_f64(),
    }
}
