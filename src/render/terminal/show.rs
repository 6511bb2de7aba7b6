//! One thing, whole.

use super::Styling;
use super::entry::passage;
use crate::analyse::Family;
use crate::graph::{BookGraph, EdgeKind, Node};
use crate::map::Words;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library, Wording};
use crate::query::{BookCount, books_naming};
use crate::render::digest::{BookSummary, digest};
use crate::render::harmless;
use crate::render::phrases;
use crate::summary::{Length, summarize, tell};
use crate::tag::{Field, Tagging};

/// So many neighbours of a concept are listed.
const NEIGHBOURS: usize = 8;

/// An entry: its heading, its tags, and its text with the concepts marked.
pub fn show_entry(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    id: EntryId,
    words: Words,
    styling: Styling,
) -> String {
    let entry = library.entry(id);
    let placement = graph.placement();
    let mut text = format!(
        "{} {}\n{}\n",
        styling.heading(&harmless(&entry.title)),
        styling.faint(&library.qualified_id(id)),
        harmless(&phrases::entry_heading(library, placement, words, id))
    );
    text.push_str(&styling.faint(&format!("{}:{}", entry.file, entry.line)));
    text.push('\n');
    let tags: Vec<String> = tagging
        .tags(id)
        .iter()
        .map(|tag| {
            let label = library
                .vocabulary()
                .get(tag.concept)
                .label_in(words.language());
            format!(
                "{} {}",
                styling.concept(label),
                styling.faint(&format!(
                    "({})",
                    phrases::tag_remarks(words, tag.origin, tag.is_passing())
                ))
            )
        })
        .collect();
    if !tags.is_empty() {
        text.push_str(&format!(
            "{}: {}\n",
            words.pick("개념", "concepts"),
            tags.join(", ")
        ));
    }
    let references: Vec<String> = placement
        .references(id)
        .iter()
        .map(|reference| words.chapter(library.chapter(reference.chapter)))
        .collect();
    if !references.is_empty() {
        text.push_str(&format!(
            "{}: {}\n",
            words.pick("가리키는 장", "points to"),
            harmless(&references.join(", "))
        ));
    }
    if entry.wording == Wording::Retelling {
        let remark = words.pick("다시 쓴 글", "a retelling, not the reader's own words");
        text.push_str(&format!("{}\n", styling.faint(remark)));
    }
    if let Some(gist) = entry.gist.get(words.language()) {
        text.push_str(&format!(
            "{}: {}\n",
            words.pick("한 줄로", "in one line"),
            harmless(gist)
        ));
    }
    text.push('\n');
    let highlights: Vec<_> = tagging
        .mentions(id)
        .iter()
        .filter(|mention| mention.field == Field::Text)
        .map(|mention| mention.start as usize..mention.end as usize)
        .collect();
    let mut start = 0;
    for line in entry.text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        let inside: Vec<_> = highlights
            .iter()
            .filter(|h| h.start >= range.start && h.start < range.end)
            .cloned()
            .collect();
        text.push_str(&passage(&entry.text, &range, &inside, styling));
        text.push('\n');
        start += line.len();
    }
    if entry.truncated {
        let remark = words.pick("(원문이 여기서 잘림)", "(cut off at the source)");
        text.push_str(&format!("{}\n", styling.faint(remark)));
    }
    text
}

/// A concept: names, definition, relations, in which books and entries it is
/// named (of one book `only`, or of all), and with what.
pub fn show_concept(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    (id, only): (ConceptId, Option<BookId>),
    words: Words,
    styling: Styling,
) -> String {
    let concept = library.vocabulary().get(id);
    let label = |id: ConceptId| {
        library
            .vocabulary()
            .get(id)
            .label_in(words.language())
            .to_owned()
    };
    let mut text = format!(
        "{} {}\n",
        styling.heading(&phrases::concept_title(library, words, id)),
        styling.faint(&concept.id)
    );
    if let Some(definition) = concept.definition.best(words.language()) {
        text.push_str(&format!("{}\n", harmless(definition)));
    }
    let mut line = |heading: &str, names: Vec<String>| {
        if !names.is_empty() {
            text.push_str(&format!("{heading}: {}\n", harmless(&names.join(", "))));
        }
    };
    line(
        words.pick("종류", "kind"),
        concept.kind.iter().cloned().collect(),
    );
    let aliases = concept.aliases.iter();
    line(
        words.pick("다른 이름", "aliases"),
        aliases.map(|alias| alias.text.clone()).collect(),
    );
    line(words.pick("제외", "not inside"), concept.exclude.clone());
    let named = |ids: &[ConceptId]| ids.iter().map(|&id| label(id)).collect::<Vec<_>>();
    line(words.pick("상위 개념", "broader"), named(&concept.broader));
    line(
        words.pick("하위 개념", "narrower"),
        named(&concept.narrower),
    );
    line(words.pick("관련 개념", "related"), named(&concept.related));
    line(
        words.pick("메모", "note"),
        concept.note.iter().cloned().collect(),
    );
    let family = Family::of(library, id);
    if library.books().len() > 1 {
        in_books(library, tagging, id, (only, words), &mut line);
    } else {
        let entries: Vec<String> = tagging
            .about(id)
            .map(|tag| format!("{} ×{}", words.entry(library, tag.entry), tag.mentions))
            .collect();
        line(&words.entries(entries.len()), entries);
    }
    let of_narrower = through_narrower(library, tagging, &family, (only, words));
    let heading = words.pick("하위 개념으로", "through narrower ones");
    let heading = format!("{heading}, {}", words.entries(of_narrower.len()));
    line(&heading, of_narrower);
    line(
        words.pick("함께 나오는 개념", "named with"),
        neighbours(graph, id).into_iter().map(label).collect(),
    );
    text
}

/// The entries that are about a concept by narrower ones alone, with these.
fn through_narrower(
    library: &Library,
    tagging: &Tagging,
    family: &Family,
    (only, words): (Option<BookId>, Words),
) -> Vec<String> {
    let of_book = |entry: EntryId| only.is_none_or(|only| only == library.entry(entry).book);
    let entries = library.entry_ids().filter(|&entry| of_book(entry));
    let tags = entries.filter_map(|entry| family.tag(tagging, entry));
    let tags = tags.filter(|tag| !tag.through.is_empty());
    tags.map(|tag| {
        let name = match library.books().len() {
            0 | 1 => words.entry_name(library, tag.entry),
            _ => phrases::entry_id(library, tag.entry),
        };
        let label = |&it: &ConceptId| library.vocabulary().get(it).label_in(words.language());
        let by: Vec<&str> = tag.through.iter().map(label).collect();
        format!("{name} ({})", by.join(", "))
    })
    .collect()
}

/// In how many books a concept is named, and in which entries of each.
fn in_books(
    library: &Library,
    tagging: &Tagging,
    id: ConceptId,
    (only, words): (Option<BookId>, Words),
    line: &mut impl FnMut(&str, Vec<String>),
) {
    let naming = books_naming(library, tagging, id);
    if naming.len() > 1 {
        let told = naming.iter().map(|count| {
            let title = library.book(count.book).title_in(words.language());
            let entries = words.entries(count.count.entries as usize);
            format!("{title} ({entries} ×{})", count.count.mentions)
        });
        let heading = match words.is_korean() {
            true => format!("책 {}권에서", naming.len()),
            false => format!("in {} books", naming.len()),
        };
        line(&heading, told.collect());
    }
    let shown = |count: &&BookCount| only.is_none_or(|only| only == count.book);
    for count in naming.iter().filter(shown) {
        let tags = tagging.about(id);
        let entries: Vec<String> = tags
            .filter(|tag| library.entry(tag.entry).book == count.book)
            .map(|tag| format!("{} ×{}", words.entry(library, tag.entry), tag.mentions))
            .collect();
        let title = library.book(count.book).title_in(words.language());
        let heading = format!("{title}, {}", words.entries(entries.len()));
        line(&heading, entries);
    }
}

/// The concepts most strongly named with one.
fn neighbours(graph: &BookGraph, id: ConceptId) -> Vec<ConceptId> {
    let mut neighbours: Vec<(f32, ConceptId)> = graph
        .edges()
        .filter(|(_, _, edge)| matches!(edge.kind, EdgeKind::CoMention { .. }))
        .filter_map(|(from, to, edge)| match (from, to) {
            (Node::Concept(a), Node::Concept(b)) if a == id => Some((edge.weight, b)),
            (Node::Concept(a), Node::Concept(b)) if b == id => Some((edge.weight, a)),
            _ => None,
        })
        .collect();
    neighbours.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    neighbours
        .into_iter()
        .take(NEIGHBOURS)
        .map(|(_, concept)| concept)
        .collect()
}

/// A chapter: what the outline says, and its summary.
pub fn show_chapter(
    library: &Library,
    tagging: &Tagging,
    graph: &BookGraph,
    id: ChapterId,
    words: Words,
    styling: Styling,
) -> String {
    let chapter = library.chapter(id);
    let mut titles = vec![words.chapter(chapter)];
    let own = chapter.title.best(words.language());
    let others = chapter.title.iter().map(|(_, title)| title);
    titles.extend(
        others
            .filter(|title| Some(*title) != own)
            .map(str::to_owned),
    );
    let mut text = format!("{}\n", styling.heading(&titles.join(" / ")));
    text.extend(
        phrases::extent(words, graph.placement().extent(id)).map(|extent| format!("{extent}\n")),
    );
    text.extend(
        chapter
            .note
            .iter()
            .map(|note| format!("{}\n", harmless(note))),
    );
    let sections: Vec<&str> = chapter
        .sections
        .iter()
        .filter_map(|section| section.best(words.language()))
        .collect();
    if !sections.is_empty() {
        text.push_str(&format!(
            "{}: {}\n",
            words.pick("절", "sections"),
            sections.join(" / ")
        ));
    }
    let summaries = summarize(library, tagging, graph.placement(), id.book);
    let tellings = tell(library, tagging, &summaries, Length::Normal);
    let told = summaries.into_iter().zip(tellings);
    let book = BookSummary {
        book: id.book,
        chapters: told.filter(|(it, _)| it.chapter == Some(id)).collect(),
        without_notes: Vec::new(),
    };
    let digest = digest(library, graph.placement(), &book, Length::Normal, words);
    text.push('\n');
    text.push_str(&super::digest(&digest, styling));
    text
}

/// A book: title, edition, and how many entries and chapters it has.
pub fn show_book(library: &Library, id: BookId, words: Words, styling: Styling) -> String {
    let book = library.book(id);
    let title = phrases::titled(&book.title, words).unwrap_or_default();
    let mut text = format!("{} {}\n", styling.heading(&title), styling.faint(&book.id));
    let mut line = |heading: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            text.push_str(&format!("{heading}: {}\n", harmless(&value)));
        }
    };
    line(
        words.pick("부제", "subtitle"),
        phrases::titled(&book.subtitle, words),
    );
    line(words.pick("지은이", "by"), Some(book.authors.join(", ")));
    line(
        words.pick("옮긴이", "translated by"),
        Some(book.edition.translators.join(", ")),
    );
    line(
        words.pick("펴낸곳", "publisher"),
        book.edition.publisher.clone(),
    );
    line(
        words.pick("펴낸날", "published"),
        book.edition.date.map(|date| date.to_string()),
    );
    line(
        words.pick("쪽수", "pages"),
        book.edition.pages.map(|pages| pages.to_string()),
    );
    line("ISBN", book.edition.isbn.clone());
    let entries = library.entries_of(id).count();
    line(words.pick("기록", "entries"), Some(words.entries(entries)));
    line(
        words.pick("장", "chapters"),
        Some(book.outline.chapters.len().to_string()),
    );
    line(words.pick("파일", "file"), Some(book.file.clone()));
    text
}
