//! The vocabulary.

use super::everyday::report_everyday_names;
use super::{Ids, is_too_long, too_long};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Alias, Concept, ConceptId, LocalText, Vocabulary};
use crate::notes::format::ConceptSource;
use crate::notes::located::Located;
use crate::notes::parse::VocabularySource;
use crate::notes::problems::Problems;
use crate::source::Place;
use crate::text::fold;
use crate::text::similarity::closest;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(super) fn assemble(
    vocabularies: Vec<VocabularySource>,
    diagnostics: &mut Problems,
) -> Vocabulary {
    let mut dismissed = Vec::new();
    let mut sources = Vec::new();
    for vocabulary in vocabularies {
        dismissed.extend(vocabulary.dismissed);
        sources.extend(vocabulary.concepts);
    }
    let mut sources = with_ids(sources, diagnostics);
    let known = sources.iter_mut();
    let known: Vec<String> = known
        .map(|source| std::mem::take(&mut source.value.id))
        .collect();
    let by_id: HashMap<&str, ConceptId> = known
        .iter()
        .enumerate()
        .map(|(index, id)| (id.as_str(), ConceptId::from(index)))
        .collect();
    let names = ConceptNames::of(&sources);
    // What they say is moved, so that it is not there twice.
    let mut concepts: Vec<Concept> = known
        .iter()
        .zip(&mut sources)
        .map(|(id, source)| concept(id, source, &by_id, &names, diagnostics))
        .collect();
    break_cycles(&mut concepts, &sources, diagnostics);
    report_shared_names(&concepts, &sources, diagnostics);
    Vocabulary::new(concepts).with_dismissed(dismissed)
}

/// Those whose ids can be used.
fn with_ids(
    sources: Vec<Located<ConceptSource>>,
    diagnostics: &mut Problems,
) -> Vec<Located<ConceptSource>> {
    let mut ids = Ids::new("concept");
    let mut sources = sources;
    sources.retain(|source| {
        let place = source.field("id");
        ids.take("", &source.value.id, move || place.clone(), diagnostics)
    });
    sources
}

fn concept(
    id: &str,
    source: &mut Located<ConceptSource>,
    by_id: &HashMap<&str, ConceptId>,
    names: &ConceptNames,
    diagnostics: &mut Problems,
) -> Concept {
    let value = &source.value;
    if value.label.0.is_empty() && value.aliases.0.is_empty() {
        diagnostics.push(
            Diagnostic::at(
                Code::UnusableAlias,
                source.field("id"),
                format!("`{id}` has no label"),
            )
            .label("no text can be tagged with it")
            .hint("add `label: (ko: \"…\", en: \"…\")`"),
        );
    }
    for (_, label) in value
        .label
        .0
        .iter()
        .filter(|(_, label)| !fold::is_matchable(label))
    {
        diagnostics.push(
            Diagnostic::at(
                Code::UnusableAlias,
                source.find("label", label),
                format!("the label `{label}` is too short to be looked for"),
            )
            .label("shown, but not looked for in texts")
            .hint("a name needs at least two letters, syllables or digits; add a longer alias"),
        );
    }
    report_everyday_names(id, source, diagnostics);
    let mut places = None;
    let usable = value.aliases.0.iter();
    let usable = usable.map(|alias| is_usable(source, alias, &mut places, diagnostics));
    let mut usable = usable.collect::<Vec<bool>>().into_iter();
    let label = label(source, diagnostics);
    let broader = resolve(source, "broader", by_id, names, diagnostics);
    let related = resolve(source, "related", by_id, names, diagnostics);
    let value = &mut source.value;
    let mut aliases = std::mem::take(&mut value.aliases.0);
    aliases.retain(|_| usable.next().unwrap_or(true));
    Concept {
        id: id.to_owned(),
        label,
        aliases,
        exclude: std::mem::take(&mut value.exclude),
        definition: std::mem::take(&mut value.definition.0),
        kind: value.kind.take(),
        broader,
        narrower: Vec::new(),
        related,
        note: value.note.take(),
    }
}

/// The labels that are not too long.
fn label(source: &Located<ConceptSource>, diagnostics: &mut Problems) -> LocalText {
    let labels = source.value.label.0.iter();
    let (long, kept): (Vec<_>, Vec<_>) = labels.partition(|(_, text)| is_too_long(text));
    for (_, text) in long {
        let place = source.find("label", text);
        diagnostics.push(too_long("this label", place, "not used"));
    }
    let kept = kept.into_iter();
    kept.map(|(language, text)| (language, text.to_owned()))
        .collect()
}

/// The concepts by their labels, other names, and the files of their notes.
struct ConceptNames {
    by_key: HashMap<Vec<u8>, ConceptId>,
}

impl ConceptNames {
    /// Gathers them, when there is a concept that may use them.
    fn of(sources: &[Located<ConceptSource>]) -> Self {
        let mut by_key = HashMap::new();
        let wanted = sources.iter().any(|source| source.value.by_name);
        let numbered = sources.iter().enumerate().filter(|_| wanted);
        for (id, source) in numbered.map(|(index, it)| (ConceptId::from(index), it)) {
            let stem = source.file.name.rsplit('/').next().unwrap_or_default();
            let stem = stem.strip_suffix(".md").filter(|_| source.value.by_name);
            let labels = source.value.label.0.iter().map(|(_, text)| text);
            let aliases = source
                .value
                .aliases
                .0
                .iter()
                .map(|alias| alias.text.as_str());
            for name in labels.chain(aliases).chain(stem) {
                by_key.entry(fold::key(name)).or_insert(id);
            }
        }
        Self { by_key }
    }

    fn find(&self, name: &str) -> Option<ConceptId> {
        let name = name.rsplit('/').next().unwrap_or(name);
        self.by_key.get(&fold::key(name)).copied()
    }
}

fn is_usable<'a>(
    source: &'a Located<ConceptSource>,
    alias: &Alias,
    places: &mut Option<HashMap<&'a str, Place>>,
    diagnostics: &mut Problems,
) -> bool {
    if is_too_long(&alias.text) {
        let place = source.find_in(places, "aliases", &alias.text);
        diagnostics.push(too_long("this alias", place, "not used"));
        return false;
    }
    let usable = fold::is_matchable(&alias.text);
    if !usable && diagnostics.has_room(&source.file.name, Code::UnusableAlias) {
        diagnostics.push(
            Diagnostic::at(
                Code::UnusableAlias,
                source.find_in(places, "aliases", &alias.text),
                match alias.text.trim() {
                    "" => "an alias is empty".to_owned(),
                    text => format!("the alias `{text}` is too short to be looked for"),
                },
            )
            .label("not used")
            .hint("an alias needs at least two letters, syllables or digits"),
        );
    }
    usable
}

fn resolve(
    source: &Located<ConceptSource>,
    field: &str,
    by_id: &HashMap<&str, ConceptId>,
    known_names: &ConceptNames,
    diagnostics: &mut Problems,
) -> Vec<ConceptId> {
    let names = match field {
        "broader" => &source.value.broader,
        _ => &source.value.related,
    };
    let mut concepts = Vec::new();
    let mut places = None;
    for name in names {
        let by_name = || known_names.find(name).filter(|_| source.value.by_name);
        match by_id.get(name.as_str()).copied().or_else(by_name) {
            Some(id) if !concepts.contains(&id) => concepts.push(id),
            Some(_) => {}
            // A note may have any note above it.
            None if source.value.by_name => {}
            None if !diagnostics.has_room(&source.file.name, Code::UnknownConcept) => {}
            None => {
                let mut known: Vec<&str> = by_id.keys().copied().collect();
                known.sort_unstable();
                let place = source.find_in(&mut places, field, name);
                diagnostics.push(unknown(name, place, known));
            }
        }
    }
    concepts
}

/// "There is no concept …", with the nearest names.
pub(super) fn unknown<'a>(
    name: &str,
    place: Place,
    known: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let hint = match closest(name, known, 1).first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => "add it to the vocabulary, notes/concepts.ron".to_owned(),
    };
    Diagnostic::at(
        Code::UnknownConcept,
        place,
        format!("there is no concept `{name}`"),
    )
    .label("not used")
    .hint(hint)
}

/// Drops each `broader` that would make a concept broader than itself.
fn break_cycles(
    concepts: &mut [Concept],
    sources: &[Located<ConceptSource>],
    diagnostics: &mut Problems,
) {
    for start in 0..concepts.len() {
        while let Some(cycle) = find_cycle(concepts, ConceptId::from(start)) {
            let names: Vec<&str> = cycle
                .iter()
                .map(|id| concepts[id.index()].id.as_str())
                .collect();
            let written = format!("{} → {}", names.join(" → "), names[0]);
            let last = cycle[cycle.len() - 1];
            diagnostics.push(
                Diagnostic::at(
                    Code::BroaderCycle,
                    sources[last.index()].field("broader"),
                    format!("`{}` is broader than itself: {written}", names[0]),
                )
                .label(format!("`{}` was left out here", names[0]))
                .hint("remove one of these `broader`"),
            );
            concepts[last.index()].broader.retain(|id| *id != cycle[0]);
        }
    }
}

/// A way from a concept through `broader` back to itself.
fn find_cycle(concepts: &[Concept], start: ConceptId) -> Option<Vec<ConceptId>> {
    let mut came_from: HashMap<ConceptId, ConceptId> = HashMap::new();
    let mut queue = vec![start];
    let mut next = 0;
    while let Some(&here) = queue.get(next) {
        next += 1;
        for &broader in &concepts[here.index()].broader {
            if broader == start {
                let mut way = vec![here];
                while let Some(before) = came_from.get(&way[way.len() - 1]) {
                    way.push(*before);
                }
                way.reverse();
                return Some(way);
            }
            if let Entry::Vacant(way) = came_from.entry(broader) {
                way.insert(here);
                queue.push(broader);
            }
        }
    }
    None
}

/// Warns of names that two concepts share: a text that uses one is tagged
/// with both.
fn report_shared_names(
    concepts: &[Concept],
    sources: &[Located<ConceptSource>],
    diagnostics: &mut Problems,
) {
    let mut owners: HashMap<Vec<u8>, usize> = HashMap::new();
    for (index, concept) in concepts.iter().enumerate() {
        let weak = |text: &str| {
            let mut weak = concept.aliases.iter().filter(|alias| alias.weak);
            weak.any(|alias| fold::key(&alias.text) == fold::key(text))
        };
        let labels = concept
            .label
            .iter()
            .map(|(_, text)| ("label", text))
            .filter(|(_, text)| !weak(text));
        let aliases = concept
            .aliases
            .iter()
            .filter(|alias| !alias.weak)
            .map(|alias| ("aliases", alias.text.as_str()));
        for (field, name) in labels
            .chain(aliases)
            .filter(|(_, name)| fold::is_matchable(name))
        {
            let first = *owners.entry(fold::key(name)).or_insert(index);
            let file = &sources[index].file.name;
            if first != index && diagnostics.has_room(file, Code::AmbiguousAlias) {
                diagnostics.push(
                    Diagnostic::at(
                        Code::AmbiguousAlias,
                        sources[index].find(field, name),
                        format!(
                            "`{name}` names both `{}` and `{}`",
                            concepts[first].id, concept.id
                        ),
                    )
                    .label("a text that says this is tagged with both")
                    .related(sources[first].field("id"), "the other concept")
                    .hint("remove it from one of them, or make one `weak: true`"),
                );
            }
        }
    }
}
