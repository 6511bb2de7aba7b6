//! `bookgraph.check/1`.

use super::print;
use super::schema::JsonAnswer;
use crate::diagnostic::Diagnostic;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct CheckShape {
    schema: &'static str,
    count: usize,
    problems: Vec<ProblemShape>,
}

#[derive(Serialize, JsonSchema)]
struct ProblemShape {
    code: &'static str,
    severity: &'static str,
    message: String,
    label: String,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    related: Vec<RelatedShape>,
    hints: Vec<String>,
}

#[derive(Serialize, JsonSchema)]
struct RelatedShape {
    words: String,
    file: String,
    line: usize,
    column: usize,
}

impl JsonAnswer for CheckShape {
    const SCHEMA: &'static str = "bookgraph.check/1";
}

/// Problems, in the order given; columns count characters.
pub fn diagnostics(problems: &[Diagnostic]) -> String {
    let shape = |problem: &Diagnostic| {
        let (file, position) = problem.location();
        ProblemShape {
            code: problem.code.name(),
            severity: problem.severity().name(),
            message: problem.message.clone(),
            label: problem.label.clone(),
            file: file.to_owned(),
            line: position.map(|position| position.line),
            column: position.map(|position| position.column),
            related: problem
                .related
                .iter()
                .map(|(place, words)| RelatedShape {
                    words: words.clone(),
                    file: place.file.name.clone(),
                    line: place.position().line,
                    column: place.position().column,
                })
                .collect(),
            hints: problem.hints.clone(),
        }
    };
    print(&CheckShape {
        schema: CheckShape::SCHEMA,
        count: problems.len(),
        problems: problems.iter().map(shape).collect(),
    })
}
