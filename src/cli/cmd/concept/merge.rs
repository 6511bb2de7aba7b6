//! `bookgraph concept merge`

use crate::cli::decisions::Decisions;
use crate::cli::exit::{CliError, Status};
use crate::cli::naming;
use crate::cli::printer::Printer;
use crate::cli::redirection::{self, Redirection};
use crate::cli::workspace::Workspace;
use crate::model::{Alias, Concept, ConceptId, Language};
use crate::notes::edit::{ConceptField, ConceptRef, NoteWords, related_of};
use crate::text::fold;

/// Make one concept of several; all that refers to them follows.
#[derive(Debug, clap::Args)]
pub(super) struct MergeArgs {
    /// The concepts that go into another, by any of their names
    #[arg(required = true, value_name = "CONCEPT")]
    concepts: Vec<String>,
    /// The concept that stays, and has all their names afterwards
    #[arg(long, value_name = "CONCEPT")]
    into: String,
    /// Show the change to the notes, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(
    args: &MergeArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let mut decisions = Decisions::open(workspace, args.dry_run, printer)?;
    let mut concepts = Vec::new();
    for name in args.concepts.iter().chain([&args.into]) {
        let Some(concept) = naming::concept(decisions.library(), name, printer)? else {
            return Ok(Status::Nothing);
        };
        if concepts.contains(&concept) {
            return Err(CliError::usage(
                format!("`{name}` is named twice"),
                "name the concepts that go, and the one that stays with --into",
            ));
        }
        concepts.push(concept);
    }
    let into = concepts.pop().unwrap_or_default();
    let library = decisions.library();
    let turned = concepts.iter();
    let turned: Vec<Redirection> = turned
        .map(|&from| Redirection::merged(library, from, into))
        .collect();
    let mut kept = library.vocabulary().get(into).clone();
    let goes: Vec<Concept> = concepts
        .iter()
        .map(|&from| library.vocabulary().get(from).clone())
        .collect();
    let mut lines = Vec::new();
    for from in &goes {
        let related = related(&decisions, from)?;
        let note = note(&decisions, &from.id)?;
        let into_note = decisions.note_of(&kept.id).is_some();
        let mut merge = Merge {
            decisions: &mut decisions,
            kept: &mut kept,
            from,
            into_note,
            said: Vec::new(),
        };
        merge.names()?;
        match &note {
            Some(note) if into_note => merge.words(note)?,
            _ => merge.meaning()?,
        }
        if let Some(note) = &note {
            merge.rest(note)?;
        }
        merge.relations(&related)?;
        let said = std::mem::take(&mut merge.said);
        let verb = decisions.verb("went", "would go");
        lines.push(format!("`{}` {verb} into `{}`\n", from.id, kept.id));
        lines.extend(said);
    }
    redirection::in_vocabularies(&mut decisions, &turned)?;
    for from in &goes {
        decisions.remove_concept(&from.id)?;
    }
    let written = redirection::everywhere(&mut decisions, &turned, printer)?;
    printer.print(&lines.concat())?;
    written.report_files(printer)?;
    written.report_changes(printer)?;
    Ok(Status::Done)
}

/// What a concept itself says it is related to.
fn related(decisions: &Decisions, concept: &Concept) -> Result<Vec<String>, CliError> {
    if let Some(note) = note(decisions, &concept.id)? {
        let vocabulary = decisions.library().vocabulary();
        let said = |&id: &ConceptId| {
            let other = ConceptRef::of(vocabulary, id);
            let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
            note.related.iter().any(|name| other.is(&last(name)))
        };
        let related = concept.related.iter().copied().filter(said);
        return Ok(related.map(|id| vocabulary.get(id).id.clone()).collect());
    }
    let (changes, reading) = decisions.so_far();
    for file in &reading.vocabularies {
        let text = changes.text(file)?;
        if let Some(related) = related_of(file, &text, &concept.id) {
            return Ok(related);
        }
    }
    Ok(Vec::new())
}

/// What the note of a concept says in its own way, when it is one.
fn note(decisions: &Decisions, concept: &str) -> Result<Option<NoteWords>, CliError> {
    let note = decisions.note_of(concept);
    let words = note.map(|file| decisions.so_far().0.note_words(file));
    Ok(words.transpose()?)
}

/// One concept on its way into another.
struct Merge<'a> {
    decisions: &'a mut Decisions,
    /// The concept that stays, as it is by now.
    kept: &'a mut Concept,
    from: &'a Concept,
    /// The concept that stays is a Markdown note.
    into_note: bool,
    /// What could not be united, a line each.
    said: Vec<String>,
}

impl Merge<'_> {
    fn set(&mut self, field: ConceptField) -> Result<bool, CliError> {
        let id = self.kept.id.clone();
        Ok(self.decisions.set_concept(&id, field)?.is_some())
    }

    /// Keeps what cannot be united as a comment, and says so.
    fn remark(&mut self, what: &str) -> Result<(), CliError> {
        let text = format!("from `{}`: {what}", self.from.id);
        let verb = self
            .decisions
            .verb("kept as a comment", "would be kept as a comment");
        self.said.push(format!("{verb}: {what}\n"));
        self.set(ConceptField::Comment(text))?;
        Ok(())
    }

    /// Labels and other names, and where they do not count.
    fn names(&mut self) -> Result<(), CliError> {
        for (language, label) in self.from.label.iter() {
            if self.kept.label.get(language).is_none() {
                self.set(ConceptField::Label(language, label.to_owned()))?;
                let mut labels: Vec<(Language, String)> = self
                    .kept
                    .label
                    .iter()
                    .map(|(language, text)| (language, text.to_owned()))
                    .collect();
                labels.push((language, label.to_owned()));
                self.kept.label = labels.into_iter().collect();
            } else {
                self.alias(&Alias {
                    text: label.to_owned(),
                    language,
                    ..Alias::default()
                })?;
            }
        }
        for alias in &self.from.aliases {
            self.alias(alias)?;
        }
        for text in &self.from.exclude {
            self.set(ConceptField::Exclude(text.clone()))?;
        }
        Ok(())
    }

    /// A name; one that the concept has already stays as it is there.
    fn alias(&mut self, alias: &Alias) -> Result<(), CliError> {
        let known = self.kept.aliases.iter();
        let key = fold::key(&alias.text);
        let mut known = known.filter(|known| fold::key(&known.text) == key);
        let bare = Alias {
            text: alias.text.clone(),
            language: alias.language,
            ..Alias::default()
        };
        let same_options = |known: &Alias| {
            let known = Alias {
                text: alias.text.clone(),
                language: alias.language,
                ..known.clone()
            };
            known == *alias
        };
        let differs = known.next().map(|known| !same_options(known));
        let is_label = self
            .kept
            .label
            .iter()
            .any(|(_, label)| fold::key(label) == key);
        if !fold::is_matchable(&alias.text) {
            return self.remark(&format!("the name {}", alias.text));
        }
        if differs == Some(true) || (is_label && *alias != bare) {
            return self.remark(&format!("the name {} with other options", alias.text));
        }
        if self.set(ConceptField::Alias(alias.clone()))? {
            self.kept.aliases.push(alias.clone());
        }
        Ok(())
    }

    /// The text of a note, below that of another.
    fn words(&mut self, note: &NoteWords) -> Result<(), CliError> {
        if !note.words.is_empty() {
            self.set(ConceptField::Words(note.words.clone()))?;
        }
        self.kind()
    }

    /// What is left of a note that goes away: properties that mean nothing here, and how
    /// its text is written, where that is more than words.
    fn rest(&mut self, note: &NoteWords) -> Result<(), CliError> {
        let definitions = self.from.definition.iter().map(|(_, text)| text);
        let said: Vec<&str> = definitions.chain(self.from.note.as_deref()).collect();
        let marked = !self.into_note && said.join("\n\n") != note.words.replace("\r\n", "\n");
        let words = Some(&note.words).filter(|words| marked && !words.is_empty());
        for text in note.properties.iter().chain(words) {
            self.remark(text)?;
        }
        Ok(())
    }

    /// Definitions, kind and note.
    fn meaning(&mut self) -> Result<(), CliError> {
        for (language, text) in self.from.definition.iter() {
            match self.kept.definition.get(language) {
                None => {
                    self.set(ConceptField::Definition(language, text.to_owned()))?;
                }
                Some(known) if known == text => {}
                Some(_) => self.remark(&format!("definition ({language}): {text}"))?,
            }
        }
        self.kind()?;
        let kept = self.kept.note.clone();
        match (&self.from.note, kept) {
            (Some(note), None) => drop(self.set(ConceptField::Note(note.clone()))?),
            (Some(note), Some(known)) if *note != known => self.remark(&format!("note: {note}"))?,
            _ => {}
        }
        Ok(())
    }

    /// What sort of thing it is; a note says with its kind that it is a concept.
    fn kind(&mut self) -> Result<(), CliError> {
        let kept = self.kept.kind.clone();
        match (&self.from.kind, kept) {
            (Some(kind), None) if !self.into_note => {
                self.set(ConceptField::Kind(kind.clone()))?;
            }
            (Some(kind), known) if Some(kind) != known.as_ref() => {
                self.remark(&format!("kind: {kind}"))?;
            }
            _ => {}
        }
        Ok(())
    }

    /// What it is narrower than and related to.
    fn relations(&mut self, related: &[String]) -> Result<(), CliError> {
        let vocabulary = self.decisions.library().vocabulary();
        let broader = self.from.broader.iter();
        let broader: Vec<String> = broader
            .map(|&broader| vocabulary.get(broader).id.clone())
            .collect();
        let others = |ids: &[String]| -> Vec<String> {
            let ids = ids.iter().filter(|id| **id != self.kept.id);
            ids.cloned().collect()
        };
        let (broader, related) = (others(&broader), others(related));
        for id in broader {
            self.set(ConceptField::Broader(id))?;
        }
        for id in related {
            self.set(ConceptField::Related(id))?;
        }
        Ok(())
    }
}
