//! The programs that are run.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A command line.
#[derive(Clone, Debug)]
pub(crate) struct Invocation {
    pub(crate) program: PathBuf,
    pub(crate) arguments: Vec<String>,
}

impl Invocation {
    pub(crate) fn new<S: Into<String>>(
        program: &Path,
        arguments: impl IntoIterator<Item = S>,
    ) -> Self {
        Self {
            program: program.to_path_buf(),
            arguments: arguments.into_iter().map(Into::into).collect(),
        }
    }
}

impl fmt::Display for Invocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.program.display(), self.arguments.join(" "))
    }
}

/// Where the programs are.
pub(crate) struct Programs {
    pub(crate) bookgraph: PathBuf,
    pub(crate) itself: PathBuf,
    pub(crate) python: PathBuf,
    pub(crate) sqlite: Option<PathBuf>,
    pub(crate) ripgrep: Option<PathBuf>,
    pub(crate) iwe: Option<PathBuf>,
    /// The engines of Graphviz that are there.
    pub(crate) graphviz: Vec<&'static str>,
    /// Packages that Python finds.
    pub(crate) packages: Vec<&'static str>,
    /// What --peers looked for and did not find.
    pub(crate) absent: Vec<&'static str>,
    pub(crate) peers: bool,
}

const PACKAGES: [&str; 8] = [
    "ahocorasick",
    "networkx",
    "yaml",
    "pydot",
    "duckdb",
    "tantivy",
    "sqlite3",
    "igraph",
];

const ENGINES: [&str; 2] = ["dot", "sfdp"];

impl Programs {
    pub(crate) fn find(bookgraph: &Path, python: &Path, peers: bool) -> Result<Self, String> {
        if !runs(bookgraph, ["--version"]) {
            let at = bookgraph.display();
            return Err(format!(
                "{at} does not run; `cargo build --release` makes it, --program names another"
            ));
        }
        let installed = |name: &str| {
            let path = PathBuf::from(name);
            runs(&path, ["--version"]).then_some(path)
        };
        let imports = |package: &&str| runs(python, ["-c", &format!("import {package}")]);
        let (packages, mut absent): (Vec<_>, Vec<_>) = match peers {
            true => PACKAGES.into_iter().partition(imports),
            false => (Vec::new(), Vec::new()),
        };
        let mut other = |name, title| {
            let found = installed(name).filter(|_| peers);
            if peers && found.is_none() {
                absent.push(title);
            }
            found
        };
        let (ripgrep, iwe) = (other("rg", "ripgrep"), other("iwe", "iwe"));
        let engine = |name: &&str| runs(name.as_ref(), ["-V"]);
        let (graphviz, missing): (Vec<_>, Vec<_>) = match peers {
            true => ENGINES.into_iter().partition(engine),
            false => (Vec::new(), Vec::new()),
        };
        absent.extend(missing);
        let sqlite = installed("sqlite3");
        if sqlite.is_none() {
            absent.push("sqlite3 (the program)");
        }
        Ok(Self {
            bookgraph: bookgraph.to_path_buf(),
            itself: std::env::current_exe().map_err(|error| error.to_string())?,
            python: python.to_path_buf(),
            sqlite,
            ripgrep,
            iwe,
            graphviz,
            packages,
            absent,
            peers,
        })
    }
}

fn runs<S: AsRef<OsStr>>(program: &Path, arguments: impl IntoIterator<Item = S>) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null());
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
