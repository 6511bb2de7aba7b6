//! The jobs, the yardsticks, and what other programs do: one a line.

use crate::change::Change;
use crate::peers;
use crate::programs::{Invocation, Programs};
use crate::sample::{Layout, Sample};

/// A process that is measured.
pub(crate) struct Task {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// What is done before each run, unmeasured.
    pub(crate) before: Change,
}

/// Whose work it is.
pub(crate) enum Kind {
    /// This program's, and what it is asked.
    Job(Arguments),
    /// The least that could be done.
    Yardstick(Command),
    /// Another program's.
    Peer(Command),
}

/// What this program is asked, after the folder; nothing at all if that makes no sense
/// in a library.
type Arguments = fn(&Sample) -> Vec<String>;

/// A command; `None` if its program is not there.
type Command = fn(&Sample, &Programs) -> Option<Invocation>;

impl Task {
    /// The command line, if there is something to run.
    pub(crate) fn invocation(&self, sample: &Sample, programs: &Programs) -> Option<Invocation> {
        let arguments = match self.kind {
            Kind::Job(arguments) => arguments(sample),
            Kind::Yardstick(command) | Kind::Peer(command) => return command(sample, programs),
        };
        let library = ["-C".to_owned(), sample.library().display().to_string()];
        let all = library.into_iter().chain(arguments.iter().cloned());
        (!arguments.is_empty()).then(|| Invocation::new(&programs.bookgraph, all))
    }
}

/// In the order in which a round runs them: a yardstick before what is measured by it.
pub(crate) const TASKS: &[Task] = &[
    yardstick("Y-scan", |sample, programs| {
        let library = sample.library().display().to_string();
        let scan = ["--worker-scan".to_owned(), library];
        Some(Invocation::new(&programs.itself, scan))
    }),
    Task {
        name: "build, one thread",
        kind: Kind::Yardstick(|sample, programs| {
            let library = sample.library().display().to_string();
            let program = programs.bookgraph.display().to_string();
            let command = own(&["RAYON_NUM_THREADS=1", &program, "-C", &library]);
            let all = command.into_iter().chain(look(sample));
            (sample.entries >= 100_000).then(|| Invocation::new("env".as_ref(), all))
        }),
        before: Change::NoSnapshot,
    },
    job("build", Change::NoSnapshot, look),
    yardstick("Y-stat", |sample, _| {
        let notes = sample.notes().display().to_string();
        let arguments = [&notes, "-type", "f", "-printf", "%s %T@ %p\\n"];
        Some(Invocation::new("find".as_ref(), arguments))
    }),
    job("unchanged", Change::None, look),
    job("one entry changed", Change::Entry, look),
    job("one alias changed", Change::Alias, look),
    yardstick("Y-sql", |sample, programs| {
        let database = sample.out("tags.db").display().to_string();
        let id = sample.median();
        let question = format!("select entry from tag where concept = '{id}'");
        Some(Invocation::new(
            programs.sqlite.as_ref()?,
            [database, question],
        ))
    }),
    yardstick("Y-true", |_, _| {
        Some(Invocation::new("true".as_ref(), [""; 0]))
    }),
    job("find, rare", Change::None, |sample| find(sample.rare())),
    job("find, median", Change::None, |sample| find(sample.median())),
    job("find, common", Change::None, |sample| find(sample.common())),
    job("find, both of two", Change::None, |sample| {
        let both = format!("{} {}", sample.common(), sample.companion());
        find(&both)
    }),
    job("search", Change::None, |sample| {
        own(&["--no-refresh", "search", sample.words()])
    }),
    job("summary, one book", Change::None, |_| {
        own(&["--no-refresh", "summary", "--book", "b00000"])
    }),
    job("summary, all", Change::None, |_| {
        own(&["--no-refresh", "summary"])
    }),
    job("map, first", Change::NoGroups, |_| {
        own(&["--no-refresh", "map", "-f", "dot"])
    }),
    job("map", Change::None, |_| {
        own(&["--no-refresh", "map", "-f", "dot"])
    }),
    job("build and map", Change::NoSnapshot, |sample| {
        match sample.entries {
            ..=100 => own(&["map", "-f", "dot"]),
            _ => Vec::new(),
        }
    }),
    job("all maps", Change::None, |sample| {
        let file = sample.out("maps.json").display().to_string();
        own(&["--no-refresh", "map", "-f", "json", "--fresh", "-o", &file])
    }),
    job("export, DOT", Change::None, |sample| export(sample, "dot")),
    yardstick("Y-write, DOT", |sample, programs| {
        on_export(sample, programs, "--worker-write", "dot")
    }),
    yardstick("Y-printer, DOT", |sample, programs| {
        on_export(sample, programs, "--worker-printer", "dot")
    }),
    job("export, GraphML", Change::None, |sample| {
        export(sample, "graphml")
    }),
    yardstick("Y-write, GraphML", |sample, programs| {
        on_export(sample, programs, "--worker-write", "graphml")
    }),
    job("export, JSON", Change::None, |sample| {
        export(sample, "json-graph")
    }),
    yardstick("Y-write, JSON", |sample, programs| {
        on_export(sample, programs, "--worker-write", "json-graph")
    }),
    peer("ripgrep: find a name", peers::ripgrep),
    peer("iwe: a vault, graph", peers::iwe),
    peer("pyahocorasick: tags, pairs", |s, p| {
        peers::python(s, p, "ahocorasick", "build")
    }),
    peer("networkx: given tags, graph", |s, p| {
        peers::python(s, p, "networkx", "build")
    }),
    peer("PyYAML and networkx: a vault, graph", |s, p| {
        match s.layout {
            Layout::Markdown => peers::python(s, p, "yaml", "build"),
            _ => None,
        }
    }),
    peer("networkx and pydot: whole graph as DOT", |s, p| {
        peers::python(s, p, "pydot", "export")
    }),
    peer("DuckDB: given tags, pairs", |s, p| {
        peers::python(s, p, "duckdb", "build")
    }),
    peer("DuckDB: find", |s, p| peers::python(s, p, "duckdb", "find")),
    peer("tantivy: index", |s, p| {
        peers::python(s, p, "tantivy", "build")
    }),
    peer("tantivy: find", |s, p| {
        peers::python(s, p, "tantivy", "find")
    }),
    peer("SQLite FTS5: index", |s, p| {
        peers::python(s, p, "sqlite3", "build")
    }),
    peer("SQLite FTS5: find", |s, p| {
        peers::python(s, p, "sqlite3", "find")
    }),
];

/// The job that does what another program was asked to do.
pub(crate) fn like(peer: &str) -> &'static str {
    match peer.contains("find") {
        true => "find, median",
        false => "build",
    }
}

const fn job(name: &'static str, before: Change, arguments: Arguments) -> Task {
    Task {
        name,
        kind: Kind::Job(arguments),
        before,
    }
}

const fn yardstick(name: &'static str, command: Command) -> Task {
    Task {
        name,
        kind: Kind::Yardstick(command),
        before: Change::None,
    }
}

const fn peer(name: &'static str, command: Command) -> Task {
    Task {
        name,
        kind: Kind::Peer(command),
        before: Change::None,
    }
}

fn own(arguments: &[&str]) -> Vec<String> {
    arguments
        .iter()
        .map(|&argument| argument.to_owned())
        .collect()
}

/// Counts the entries, looking for changes in the notes first.
fn look(sample: &Sample) -> Vec<String> {
    own(&["find", sample.rare(), "--count"])
}

/// Writes the whole graph.
fn export(sample: &Sample, format: &str) -> Vec<String> {
    let file = sample.out(format).display().to_string();
    own(&["--no-refresh", "export", "-f", format, "-o", &file])
}

/// Has this program do something with what was exported, and write beside it.
fn on_export(
    sample: &Sample,
    programs: &Programs,
    worker: &str,
    format: &str,
) -> Option<Invocation> {
    let files = [sample.out(format), sample.out("written")];
    let [from, to] = files.map(|file| file.display().to_string());
    let arguments = [worker.to_owned(), from, to];
    Some(Invocation::new(&programs.itself, arguments))
}

/// Prints the entries of a query from what was read last.
fn find(query: &str) -> Vec<String> {
    own(&["--no-refresh", "find", query])
}
