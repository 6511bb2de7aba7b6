//! Warnings that the reader does not want to see.

use super::problems::Problems;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Place, SourceFile};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a comment starts with that allows something in its file.
const MARK: &str = "bookgraph: allow ";

/// The codes that the library's settings allow everywhere.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    everywhere: BTreeSet<Code>,
}

impl Allowed {
    /// The codes of a setting, each with its place; reports those that cannot be allowed.
    pub(super) fn of(names: &[(String, Place)], diagnostics: &mut Problems) -> Self {
        let mut everywhere = BTreeSet::new();
        for (name, place) in names {
            match code(name) {
                Ok(code) => drop(everywhere.insert(code)),
                Err(why) => diagnostics.push(useless(name, place.clone(), why)),
            }
        }
        Self { everywhere }
    }

    /// Leaves out what is allowed, by the settings or by a comment in the very file:
    /// `// bookgraph: allow W337 I375`. Reports comments that allow nothing.
    pub fn leave_out(&self, diagnostics: &mut Vec<Diagnostic>) {
        let mut by_file: BTreeMap<String, BTreeSet<Code>> = BTreeMap::new();
        let mut useless = Vec::new();
        for diagnostic in diagnostics.iter() {
            let Some(file) = diagnostic.place.as_ref().map(|place| &place.file) else {
                continue;
            };
            if !by_file.contains_key(&file.name) {
                by_file.insert(file.name.clone(), in_comments(file, &mut useless));
            }
        }
        diagnostics.retain(|diagnostic| {
            let code = diagnostic.code;
            let here = by_file.get(diagnostic.file());
            !self.everywhere.contains(&code) && !here.is_some_and(|codes| codes.contains(&code))
        });
        diagnostics.extend(useless);
    }
}

/// The codes that comments of a file allow, each on a line of its own.
fn in_comments(file: &Arc<SourceFile>, useless_ones: &mut Vec<Diagnostic>) -> BTreeSet<Code> {
    let mut codes = BTreeSet::new();
    for (at, _) in file.text.match_indices(MARK) {
        let line = file.text[..at].rfind('\n').map_or(0, |end| end + 1);
        if file.text[line..at].trim() != "//" {
            continue;
        }
        let start = at + MARK.len();
        let rest = file.text[start..].lines().next().unwrap_or_default();
        for name in rest.split([' ', ',', '\t']).filter(|name| !name.is_empty()) {
            match code(name) {
                Ok(code) => drop(codes.insert(code)),
                Err(why) => {
                    let place = Place::new(file, start..start + rest.len());
                    useless_ones.push(useless(name, place, why));
                }
            }
        }
    }
    codes
}

/// The code of a name; why it cannot be allowed.
fn code(name: &str) -> Result<Code, &'static str> {
    let code = Code::find(name).ok_or("no problem has this code")?;
    match code.severity() {
        Severity::Error => Err("errors cannot be allowed: something was not read"),
        _ => Ok(code),
    }
}

fn useless(name: &str, place: Place, why: &str) -> Diagnostic {
    Diagnostic::at(
        Code::UselessAllow,
        place,
        format!("`{name}` cannot be allowed"),
    )
    .label(why)
    .hint("docs/diagnostics.md has every code; those with a W or an I can be allowed")
}
