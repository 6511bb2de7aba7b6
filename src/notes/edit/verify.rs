//! Whether a patched text holds what it held, and the edit, and nothing else.

use super::entry::{fields, find};
use super::error::EditError;
use super::expect::expect;
use super::page::Page;
use super::revise::{same_lines, voice_source};
use super::{ConceptField, ConceptRef, Edit, EntryRef, NewConcept, Revision, Verdict};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::model::{Alias, Language, MarkdownSettings};
use crate::notes::format::{AliasesSource, ConceptSource, LocalTextSource, MarkdownSource};
use crate::notes::located::Located;
use crate::notes::parse::{Parsed, VocabularySource};
use std::collections::HashMap;

/// Refuses a patch that does not read as it should.
pub(super) fn verify(mut before: Page, mut after: Page, edit: &Edit) -> Result<(), EditError> {
    if let Some(problem) = new_problem(&before.diagnostics, &after.diagnostics) {
        return Err(EditError::Problem(Box::new(problem.clone())));
    }
    let as_meant = match edit {
        Edit::AddConcept(new) => without_concept(&mut after, new),
        Edit::AddConcepts(all) => {
            let mut newest_first = all.iter().rev();
            newest_first.all(|new| without_concept(&mut after, new))
        }
        Edit::AddAlias {
            concept,
            language,
            name,
        } => without_alias(&mut after, &before, concept, *language, name),
        Edit::Dismiss(word) => without_dismissed(&mut after, word),
        Edit::Judge {
            entry,
            concept,
            verdict,
        } => judged(&mut before, entry, concept, *verdict).is_ok(),
        Edit::SetConcept {
            concept,
            field: ConceptField::Alias(alias),
        } => {
            let (language, name) = (alias.language, &alias.text);
            let as_written = has_alias(&mut after, concept, alias);
            as_written && without_alias(&mut after, &before, concept, language, name)
        }
        Edit::Revise { entry, revision } => revised(&mut before, &after, entry, revision).is_ok(),
        other => expect(&mut before, other).is_some(),
    };
    match as_meant && same(&before.parsed, &after.parsed) {
        true => Ok(()),
        false => Err(before.cannot_patch()),
    }
}

/// A problem that was not there before, as often as it is there now.
pub(in crate::notes) fn new_problem<'a>(
    before: &[Diagnostic],
    after: &'a [Diagnostic],
) -> Option<&'a Diagnostic> {
    new_ones(before, after).next()
}

/// All problems that were not there before; observations are none.
pub(in crate::notes) fn new_ones<'a>(
    before: &[Diagnostic],
    after: &'a [Diagnostic],
) -> impl Iterator<Item = &'a Diagnostic> {
    let key = |problem: &Diagnostic| -> (Code, String, String) {
        let file = problem.location().0.to_owned();
        (problem.code, file, problem.message.clone())
    };
    let mut known: HashMap<_, usize> = HashMap::new();
    for problem in before {
        *known.entry(key(problem)).or_default() += 1;
    }
    let counts = |problem: &&Diagnostic| problem.severity() != Severity::Observation;
    after.iter().filter(counts).filter(move |problem| {
        let left = known.entry(key(problem)).or_default();
        let is_new = *left == 0;
        *left = left.saturating_sub(1);
        is_new
    })
}

fn vocabulary(page: &mut Page) -> Option<&mut VocabularySource> {
    match &mut page.parsed {
        Parsed::Vocabulary(vocabulary) => Some(vocabulary),
        _ => None,
    }
}

/// Takes the new concept out again; false when it is not as it should be.
fn without_concept(page: &mut Page, new: &NewConcept) -> bool {
    let added = vocabulary(page).and_then(|vocabulary| vocabulary.concepts.pop());
    added.is_some_and(|added| added.value == wanted(new))
}

/// What the reader makes of a new concept.
fn wanted(new: &NewConcept) -> ConceptSource {
    let mut order: Vec<Language> = Vec::new();
    order.extend(new.aliases.iter().map(|alias| alias.language));
    let mut aliases = new.aliases.clone();
    aliases.sort_by_key(|alias| order.iter().position(|other| *other == alias.language));
    ConceptSource {
        id: new.id.clone(),
        label: LocalTextSource(new.label.clone()),
        aliases: AliasesSource(aliases),
        exclude: new.exclude.clone(),
        definition: LocalTextSource(new.definition.clone()),
        kind: new.kind.clone(),
        broader: new.broader.clone(),
        related: new.related.clone(),
        note: new.note.clone(),
        by_name: false,
    }
}

/// Takes the new alias out again; false when it is not as it should be.
fn without_alias(
    page: &mut Page,
    before: &Page,
    concept: &str,
    language: Language,
    name: &str,
) -> bool {
    let count = match before.concept(concept) {
        Ok(concept) => concept.value.aliases.0.len(),
        Err(_) => return false,
    };
    let concepts = vocabulary(page).map(|vocabulary| &mut vocabulary.concepts);
    let mut concepts = concepts.into_iter().flatten();
    let Some(concept) = concepts.find(|other| other.value.id == concept) else {
        return false;
    };
    let aliases = &mut concept.value.aliases.0;
    let Some(index) = aliases.iter().position(|alias| alias.text == name) else {
        return false;
    };
    let added = aliases.remove(index);
    let guessed = crate::notes::format::guess_language(name);
    aliases.len() == count && [language, guessed].contains(&added.language)
}

/// Whether a concept has a name with just these options.
fn has_alias(page: &mut Page, concept: &str, alias: &Alias) -> bool {
    let concepts = vocabulary(page).map(|vocabulary| &vocabulary.concepts);
    let mut concepts = concepts.into_iter().flatten();
    let concept = concepts.find(|other| other.value.id == concept);
    let mut aliases = concept.into_iter().flat_map(|found| &found.value.aliases.0);
    aliases.any(|found| {
        let language = found.language;
        *found
            == Alias {
                language,
                ..alias.clone()
            }
    })
}

fn without_dismissed(page: &mut Page, word: &str) -> bool {
    let last = vocabulary(page).and_then(|vocabulary| vocabulary.dismissed.pop());
    last.is_some_and(|last| last == word)
}

/// Makes of an entry what the verdict should make of it.
fn judged(
    page: &mut Page,
    entry: &EntryRef,
    concept: &ConceptRef,
    verdict: Verdict,
) -> Result<(), EditError> {
    let place = find(page, entry)?.place();
    let Parsed::Entries { entries, .. } = &mut page.parsed else {
        return Ok(());
    };
    let entry = entries
        .iter_mut()
        .find(|other| other.place().span == place.span);
    let Some(entry) = entry else { return Ok(()) };
    let (add, take) = fields(verdict);
    let mut list = |field: &str| match field {
        "tags" => std::mem::take(&mut entry.value.tags),
        _ => std::mem::take(&mut entry.value.refused),
    };
    let mut lists = [list("tags"), list("refused")];
    for (field, list) in ["tags", "refused"].into_iter().zip(&mut lists) {
        if take.contains(&field) {
            list.retain(|name| !concept.is(name));
        }
        if add == Some(field) && !list.iter().any(|name| concept.is(name)) {
            list.push(concept.id().to_owned());
        }
    }
    [entry.value.tags, entry.value.refused] = lists;
    Ok(())
}

/// Makes of an entry what a revision should make of it.
fn revised(
    page: &mut Page,
    after: &Page,
    entry: &EntryRef,
    revision: &Revision,
) -> Result<(), EditError> {
    let place = find(page, entry)?.place();
    let written = find(after, entry)?.value.text.clone();
    let Parsed::Entries { entries, .. } = &mut page.parsed else {
        return Ok(());
    };
    let entry = entries
        .iter_mut()
        .find(|other| other.place().span == place.span);
    let Some(entry) = entry else { return Ok(()) };
    if let Some(text) = &revision.text {
        // Line endings are those of the file.
        let wanted = same_lines(&written, &text.text);
        entry.value.text = if wanted { written } else { text.text.clone() };
        entry.value.voice = voice_source(text.voice);
        entry.value.truncated = text.truncated;
    }
    if let Some(source) = &mut entry.value.source {
        source.digest = Some(revision.digest.clone());
        if revision.title.is_some() {
            source.title.clone_from(&revision.title);
        }
    }
    Ok(())
}

/// Whether two files hold the same.
fn same(one: &Parsed, other: &Parsed) -> bool {
    match (one, other) {
        (Parsed::Vocabulary(one), Parsed::Vocabulary(other)) => {
            values(&one.concepts).eq(values(&other.concepts)) && one.dismissed == other.dismissed
        }
        (
            Parsed::Entries {
                book: a,
                entries: x,
                ..
            },
            Parsed::Entries {
                book: b,
                entries: y,
                ..
            },
        ) => {
            let name = |book: &Option<(String, _)>| book.as_ref().map(|(id, _)| id.clone());
            name(a) == name(b) && values(x).eq(values(y))
        }
        (
            Parsed::Library {
                queries: one,
                markdown: m,
                allowed: a,
            },
            Parsed::Library {
                queries: other,
                markdown: n,
                allowed: b,
            },
        ) => {
            let codes = |allowed: &[(String, _)]| {
                allowed
                    .iter()
                    .map(|(code, _)| code.clone())
                    .collect::<Vec<_>>()
            };
            let settings = |it: &Option<Located<MarkdownSource>>| {
                it.as_ref().map(|it| MarkdownSettings::from(&it.value))
            };
            values(one).eq(values(other)) && codes(a) == codes(b) && settings(m) == settings(n)
        }
        (Parsed::Book { book: one, .. }, Parsed::Book { book: other, .. }) => {
            one.value == other.value
        }
        _ => false,
    }
}

fn values<T>(sources: &[Located<T>]) -> impl Iterator<Item = &T> {
    sources.iter().map(|source| &source.value)
}
