//! Problems as SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS,
//! which editors and code hosts show at the lines concerned.

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::Place;
use serde::Serialize;
use std::collections::BTreeSet;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    /// Columns count characters (code points), not units of UTF-16.
    column_kind: &'static str,
    results: Vec<Found>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// Problems, in the order given. Files are named from the library's folder.
pub fn print(problems: &[Diagnostic]) -> String {
    let codes: BTreeSet<Code> = problems.iter().map(|problem| problem.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results = problems.iter().map(|problem| found(problem, &codes));
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "bookgraph",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: codes.iter().copied().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: results.collect(),
        }],
    };
    let json = serde_json::to_string_pretty(&log)
        .expect("plain structs of strings and numbers can be written as JSON");
    format!("{json}\n")
}

fn rule(code: Code) -> Rule {
    Rule {
        id: code.name(),
        short_description: message(code.title()),
        default_configuration: Configuration {
            level: level(code.severity()),
        },
    }
}

fn found(problem: &Diagnostic, codes: &[Code]) -> Found {
    let (file, _) = problem.location();
    let here = match &problem.place {
        Some(place) => physical(place),
        None => Physical {
            artifact_location: artifact(file),
            region: None,
        },
    };
    let mut words = problem.message.clone();
    for more in std::iter::once(&problem.label).chain(&problem.hints) {
        if !more.is_empty() {
            words.push_str("; ");
            words.push_str(more);
        }
    }
    let related = problem.related.iter().map(|(place, words)| Location {
        physical_location: physical(place),
        message: Some(message(words)),
    });
    Found {
        rule_id: problem.code.name(),
        rule_index: codes.binary_search(&problem.code).unwrap_or_default(),
        level: level(problem.severity()),
        message: message(&words),
        // A problem of the library as a whole has no file.
        locations: match file {
            "" => Vec::new(),
            _ => vec![Location {
                physical_location: here,
                message: None,
            }],
        },
        related_locations: related.collect(),
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Observation => "note",
    }
}

fn message(text: &str) -> Message {
    Message {
        text: text.to_owned(),
    }
}

fn physical(place: &Place) -> Physical {
    let [start, end] = [place.span.start, place.span.end].map(|at| place.file.position(at));
    Physical {
        artifact_location: artifact(&place.file.name),
        region: Some(Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }),
    }
}

/// A relative reference of RFC 3986: what is no plain letter of a path is escaped.
fn artifact(name: &str) -> Artifact {
    let mut uri = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    Artifact { uri }
}
