//! Entries and concepts as cards on an Obsidian canvas.

use super::exported::Exported;
use super::json_text::{json_field, json_text};
use super::markdown_text::shown;
use super::names;
use super::stream::Stream;
use super::{Exporter, Form};
use crate::model::{BookId, ConceptId};
use std::io::{self, Write};

/// JSON Canvas 1.0 (<https://jsoncanvas.org/spec/1.0/>): a group for each chapter, its
/// entries one below the other; below all the concepts, linked to the entries about
/// them and to each other.
pub(super) struct Canvas;

/// The width of a card, in pixels; a text wraps in it.
const CARD: i64 = 400;
/// The height of a card with an entry.
const TALL: i64 = 260;
/// The height of a card with a concept.
const LOW: i64 = 60;
/// Between cards.
const GAP: i64 = 40;

impl Exporter for Canvas {
    fn name(&self) -> &'static str {
        "canvas"
    }

    fn about(&self) -> &'static str {
        "Entries by chapter and concepts as cards, for Obsidian's canvas"
    }

    fn ending(&self) -> &'static str {
        "canvas"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

/// A column of cards: a chapter with its entries, or the entries of a book that are in
/// no chapter that is known.
struct Column {
    id: String,
    label: String,
    /// Places among the exported entries.
    entries: Vec<usize>,
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    stream.text("{\"nodes\":[");
    let columns = columns(exported);
    let mut card = Card { first: true };
    let names = exported.names();
    for (at, column) in columns.iter().enumerate() {
        let x = at as i64 * (CARD + 3 * GAP);
        let height = column.entries.len() as i64 * (TALL + GAP) + GAP;
        card.start(
            &mut stream,
            "group",
            &column.id,
            [x, 0, CARD + 2 * GAP, height],
        );
        json_field(&mut stream, ",", "label", &column.label);
        stream.text("}");
        for (row, &entry) in column.entries.iter().enumerate() {
            let y = GAP + row as i64 * (TALL + GAP);
            card.start(
                &mut stream,
                "text",
                names.get(entry),
                [x + GAP, y, CARD, TALL],
            );
            let of_it = exported.library.read_entry(exported.entries[entry]);
            let text: Vec<String> = of_it.text.lines().map(shown).collect();
            let title = shown(of_it.title.trim());
            let text = format!("**{title}**\n\n{}", text.join("\n"));
            json_field(&mut stream, ",", "text", &text);
            stream.text("}");
            stream.flow()?;
        }
    }
    let tallest = columns.iter().map(|column| column.entries.len()).max();
    let below = tallest.unwrap_or(0) as i64 * (TALL + GAP) + 3 * GAP;
    let across = columns.len().max(4) as i64;
    for (at, &concept) in exported.concepts.iter().enumerate() {
        let (row, column) = (at as i64 / across, at as i64 % across);
        let place = [
            column * (CARD + 3 * GAP) + GAP,
            below + row * (LOW + GAP),
            CARD,
            LOW,
        ];
        card.start(&mut stream, "text", &concept_id(exported, concept), place);
        json_field(&mut stream, ",", "text", &shown(exported.label(concept)));
        stream.text(",\"color\":\"4\"}");
        stream.flow()?;
    }
    stream.text("\n],\n\"edges\":[");
    edges(exported, &mut stream)?;
    stream.text("\n]}\n");
    stream.finish()
}

/// Every entry stands in one column, that of its first chapter, as no two cards have
/// one id.
fn columns(exported: &Exported<'_>) -> Vec<Column> {
    let mut columns = Vec::new();
    for &book in &exported.books {
        let mut of_book = empty_columns(exported, book);
        for entry in exported.library.entries_of(book) {
            let Some(at) = exported.position(entry) else {
                continue;
            };
            let mut chapters = exported.placement.chapters(exported.library, entry);
            let column = chapters
                .next()
                .map_or(0, |chapter| chapter.index as usize + 1);
            of_book[column].entries.push(at);
        }
        columns.extend(
            of_book
                .into_iter()
                .filter(|column| !column.entries.is_empty()),
        );
    }
    columns
}

fn empty_columns(exported: &Exported<'_>, id: BookId) -> Vec<Column> {
    let book = exported.library.book(id);
    let title = book.title_in(exported.language);
    let mut columns = vec![Column {
        id: names::book(exported.library, id),
        label: title.to_owned(),
        entries: Vec::new(),
    }];
    for chapter in exported.library.chapters_of(id) {
        let of_it = exported.library.chapter(chapter);
        let heading = of_it.title.best(exported.language).unwrap_or(&of_it.id);
        columns.push(Column {
            id: names::chapter(exported.library, chapter),
            label: format!("{title} · {heading}"),
            entries: Vec::new(),
        });
    }
    columns
}

fn edges(exported: &Exported<'_>, stream: &mut Stream<'_>) -> io::Result<()> {
    let mut first = true;
    let names = exported.names();
    let mut edge = |stream: &mut Stream<'_>, kind: &str, [from, to]: [&str; 2], arrow: &str| {
        stream.text(if std::mem::take(&mut first) {
            "\n{\"id\":"
        } else {
            ",\n{\"id\":"
        });
        json_text(stream, &format!("{kind}:{from}:{to}"));
        json_field(stream, ",", "fromNode", from);
        json_field(stream, ",", "toNode", to);
        json_field(stream, ",", "toEnd", arrow);
        stream.text("}");
        stream.flow()
    };
    for (at, &entry) in exported.entries.iter().enumerate() {
        // What is named in passing would make a hairball.
        let about = exported
            .tagging
            .tags(entry)
            .iter()
            .filter(|tag| !tag.is_passing());
        for tag in about {
            let concept = concept_id(exported, tag.concept);
            edge(stream, "tagged", [names.get(at), &concept], "none")?;
        }
    }
    for &id in &exported.concepts {
        for &broader in &exported.library.vocabulary().get(id).broader {
            let ends = [id, broader].map(|end| concept_id(exported, end));
            edge(stream, "broader", [&ends[0], &ends[1]], "arrow")?;
        }
    }
    Ok(())
}

fn concept_id(exported: &Exported<'_>, concept: ConceptId) -> String {
    format!("concept:{}", exported.library.vocabulary().get(concept).id)
}

/// Starts cards.
struct Card {
    first: bool,
}

impl Card {
    /// A card up to its content; a place is x, y, width and height in pixels.
    fn start(&mut self, stream: &mut Stream<'_>, kind: &str, id: &str, place: [i64; 4]) {
        let first = std::mem::take(&mut self.first);
        stream.text(if first { "\n{\"id\":" } else { ",\n{\"id\":" });
        json_text(stream, id);
        json_field(stream, ",", "type", kind);
        let [x, y, width, height] = place;
        stream.text(&format!(
            ",\"x\":{x},\"y\":{y},\"width\":{width},\"height\":{height}"
        ));
    }
}
