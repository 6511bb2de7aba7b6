//! `bookgraph concept import`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::import::decode;
use crate::model::{Alias, Vocabulary};
use crate::notes::edit::NewConcept;
use crate::text::fold;
use crate::thesaurus::{Found, FoundConcept, Remark, THESAURI, Thesaurus, detect};
use clap::builder::{PossibleValue, PossibleValuesParser};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// As many remarks of a kind are shown.
const SHOWN: usize = 20;

/// Add the concepts of another vocabulary.
#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// What the file is, where its name and first line do not tell
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    from: Option<String>,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

fn formats() -> PossibleValuesParser {
    let values = THESAURI.iter();
    values
        .map(|it| PossibleValue::new(it.name()).help(it.about()))
        .collect::<Vec<_>>()
        .into()
}

pub(super) fn run(
    args: &ImportArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let found = read(&args.file, args.from.as_deref(), printer)?;
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let merged = Merged::of(decisions.library().vocabulary(), &found);
    let count = merged.new.len();
    let mut lines = Vec::new();
    if count > 0 {
        let file = decisions.accept_all(merged.new)?;
        let verb = decisions.verb("added", "would add");
        lines.push(format!("{verb} {count} concepts to {file}\n"));
    }
    let written = decisions.write(printer)?;
    lines.push(format!("{count} new, {} known\n", merged.known));
    printer.print(&lines.concat())?;
    let remarks: Vec<String> = found.remarks.iter().map(shown).chain(merged.kept).collect();
    for remark in remarks.iter().take(SHOWN) {
        printer.note(remark);
    }
    if remarks.len() > SHOWN {
        printer.note(&format!("and {} more remarks", remarks.len() - SHOWN));
    }
    if count > 0 {
        written.report_tags(printer)?;
    }
    Ok(Status::Done)
}

fn read(path: &Path, format: Option<&str>, printer: &mut Printer) -> Result<Found, CliError> {
    let bytes = std::fs::read(path).map_err(|source| CliError::Read {
        path: path.to_path_buf(),
        source,
    })?;
    let decoded = decode(&bytes).ok_or_else(|| CliError::Undecodable(path.to_path_buf()))?;
    if let Some(remark) = decoded.remark {
        printer.note(&format!("{}: {remark}", path.display()));
    }
    let thesaurus: &dyn Thesaurus = match format {
        Some(name) => THESAURI.into_iter().find(|it| it.name() == name),
        None => detect(&path.to_string_lossy(), &decoded.text),
    }
    .ok_or_else(|| {
        let names: Vec<&str> = THESAURI.iter().map(|it| it.name()).collect();
        CliError::usage(
            format!("{} looks like no vocabulary that is known", path.display()),
            format!("say what it is: --from {}", names.join(", ")),
        )
    })?;
    if format.is_none() {
        printer.note(&format!(
            "{} is read as {}",
            path.display(),
            thesaurus.about()
        ));
    }
    thesaurus.read(&decoded.text).map_err(|error| {
        let message = format!("{}: {error}", path.display());
        CliError::usage(
            message,
            format!("it was read as {}; --from names another", thesaurus.about()),
        )
    })
}

fn shown(remark: &Remark) -> String {
    match remark.line {
        Some(line) => format!("line {line}: {}", remark.message),
        None => remark.message.clone(),
    }
}

/// What of a vocabulary that is read is new.
struct Merged {
    new: Vec<NewConcept>,
    known: usize,
    /// What is kept as it is, and why.
    kept: Vec<String>,
}

impl Merged {
    fn of(vocabulary: &Vocabulary, found: &Found) -> Self {
        let mut merged = Self {
            new: Vec::new(),
            known: 0,
            kept: Vec::new(),
        };
        // Whose each name is, those of new concepts included.
        let mut owners: HashMap<Vec<u8>, String> = HashMap::new();
        for concept in vocabulary.concepts() {
            for (_, name) in concept.names() {
                let key = fold::key(&name);
                owners.entry(key).or_insert_with(|| concept.id.clone());
            }
        }
        let mut ids: HashMap<&str, String> = HashMap::new();
        let mut taken: Vec<&FoundConcept> = Vec::new();
        for concept in &found.concepts {
            let known = merged.known_as(vocabulary, &owners, concept);
            match known {
                Some(id) => {
                    merged.known += 1;
                    ids.insert(&concept.id, id);
                }
                None => {
                    for (_, label) in concept.label.iter() {
                        owners.insert(fold::key(label), concept.id.clone());
                    }
                    ids.insert(&concept.id, concept.id.clone());
                    taken.push(concept);
                }
            }
        }
        for concept in taken {
            let new = merged.new_concept(concept, &ids, &mut owners);
            merged.new.push(new);
        }
        merged
    }

    /// The concept that has this one's id or its label; what it lacks is said.
    fn known_as(
        &mut self,
        vocabulary: &Vocabulary,
        owners: &HashMap<Vec<u8>, String>,
        concept: &FoundConcept,
    ) -> Option<String> {
        let mut labels = concept.label.iter();
        let by_id = vocabulary.find(&concept.id).map(|_| concept.id.clone());
        let by_name = || labels.find_map(|(_, label)| owners.get(&fold::key(label)).cloned());
        let id = by_id.or_else(by_name)?;
        let names = concept.label.iter().map(|(_, name)| name);
        let names = names.chain(concept.aliases.iter().map(|(_, name)| name.as_str()));
        let missing: Vec<&str> = names
            .filter(|name| owners.get(&fold::key(name)) != Some(&id))
            .collect();
        if !missing.is_empty() {
            let names = missing.join("`, `");
            self.kept.push(format!(
                "`{id}` is there and was not changed; the file also calls it `{names}`"
            ));
        }
        Some(id)
    }

    fn new_concept(
        &mut self,
        concept: &FoundConcept,
        ids: &HashMap<&str, String>,
        owners: &mut HashMap<Vec<u8>, String>,
    ) -> NewConcept {
        let mut aliases = Vec::new();
        for (language, name) in &concept.aliases {
            let key = fold::key(name);
            match owners.get(&key) {
                Some(owner) if *owner == concept.id => {}
                Some(owner) => self.kept.push(format!(
                    "`{name}` is a name of `{owner}`, and was not given to `{}`",
                    concept.id
                )),
                None if !fold::is_matchable(name) => self.kept.push(format!(
                    "`{name}`, a name of `{}`, is too short to be looked for, and was left out",
                    concept.id
                )),
                None => {
                    owners.insert(key, concept.id.clone());
                    aliases.push(Alias {
                        text: name.clone(),
                        language: *language,
                        ..Alias::default()
                    });
                }
            }
        }
        let known = |names: &[String]| {
            let mut known: Vec<String> = names
                .iter()
                .filter_map(|it| ids.get(it.as_str()).cloned())
                .collect();
            known.retain(|id| *id != concept.id);
            known
        };
        NewConcept {
            id: concept.id.clone(),
            label: concept.label.clone(),
            aliases,
            definition: concept.definition.clone(),
            broader: known(&concept.broader),
            related: known(&concept.related),
            note: concept.note.clone(),
            ..NewConcept::default()
        }
    }
}
