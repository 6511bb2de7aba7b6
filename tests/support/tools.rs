//! Programs that are not ours, which open what we wrote. `scripts/tools` installs
//! them; where one is missing a test fails, as it has not seen what it is about.

use super::project;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of `target/tools`.
fn tool(name: &str) -> PathBuf {
    let path = project().join("target/tools").join(name);
    assert!(
        path.exists(),
        "{name} is missing, with which this test opens files: run `scripts/tools`"
    );
    path
}

/// What the script `tests/suite/export/NAME` prints, by the Python of `scripts/tools`.
pub(crate) fn python(script: &str, args: &[&str]) -> Value {
    let mut command = Command::new(tool("python/bin/python"));
    command.env("PYTHONUTF8", "1");
    run(command, script, args)
}

/// What the script `tests/suite/export/NAME` prints, by Node.
pub(crate) fn node(script: &str, args: &[&str]) -> Value {
    let mut command = Command::new("node");
    command.env("BOOKGRAPH_NODE_MODULES", tool("node/node_modules"));
    run(command, script, args)
}

/// A format opened by what it is for.
pub(crate) fn opened(format: &str, path: &Path) -> Value {
    let path = path.to_str().expect("UTF-8");
    match format {
        "cytoscape" | "mermaid" | "logseq" => node("open.mjs", &[format, path]),
        _ => python("open.py", &[format, path]),
    }
}

fn run(mut command: Command, script: &str, args: &[&str]) -> Value {
    let script = project().join("tests/suite/export").join(script);
    let output = command.arg(&script).args(args).output();
    let output = output.unwrap_or_else(|error| {
        let program = command.get_program().display();
        panic!("{program} does not run ({error}): run `scripts/test`, which installs it")
    });
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {complaints}");
    serde_json::from_slice(&output.stdout).expect("a script prints JSON")
}
