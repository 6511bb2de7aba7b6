//! The heads of the lists, and the rules between the panes.

use super::Pen;
use crate::browse::action::Pane;
use crate::browse::areas::Areas;
use crate::browse::state::State;
use crate::render::phrases;
use crate::text::width::{cells, shorten};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rules and heads.
pub(super) fn draw(state: &State, areas: &Areas, pen: &mut Pen<'_>) {
    let faint = pen.look.faint();
    pen.fill("─", areas.heads, faint);
    pen.fill("│", areas.between, faint);
    pen.fill("─", areas.rule, faint);
    if areas.between.width > 0 {
        for (row, sign) in [(areas.heads, "┬"), (areas.rule, "┴")] {
            let place = Rect {
                x: areas.between.x,
                width: row.width.min(1),
                ..row
            };
            pen.fill(sign, place, faint);
        }
    }
    let concepts = state.catalogue.words.pick("개념", "Concepts").to_owned();
    let entries = entries_head(state);
    if areas.concepts.width > 0 {
        let style = head_style(state, Pane::Concepts, pen);
        head(&concepts, areas.heads, areas.concepts, style, pen);
    }
    if areas.entries.width > 0 {
        let style = head_style(state, Pane::Entries, pen);
        head(&entries, areas.heads, areas.entries, style, pen);
    }
    if let Some(entry) = state.chosen_entry() {
        let catalogue = &state.catalogue;
        let (library, words) = (&catalogue.library, catalogue.words);
        let mut heading = phrases::entry_heading(library, &catalogue.placement, words, entry);
        if catalogue.several_books {
            let book = library.book(library.book_of(entry));
            heading = format!("{} · {heading}", book.title_in(words.language()));
        }
        let style = head_style(state, Pane::Evidence, pen);
        let seen = scrolled(state, areas, pen);
        let room = Rect {
            width: areas.rule.width - seen,
            ..areas.rule
        };
        head(&heading, areas.rule, room, style, pen);
    }
}

/// How many entries of how many books the concept has, and its names.
fn entries_head(state: &State) -> String {
    let catalogue = &state.catalogue;
    let words = catalogue.words;
    let Some(concept) = state.chosen_concept() else {
        return words.pick("기록", "Entries").to_owned();
    };
    let mut head = words.entries(state.entries.len());
    let (_, books) = catalogue.counts[concept.index()];
    if catalogue.several_books && books > 1 {
        head = format!("{head} · {}", words.books(books as usize));
    }
    let title = phrases::concept_title(&catalogue.library, words, concept);
    format!("{head} · {title}")
}

fn head_style(state: &State, pane: Pane, pen: &Pen<'_>) -> Style {
    match state.focus == pane {
        true => pen.look.accent(),
        false => pen.look.bold(),
    }
}

/// Writes a head on a rule, over one of the panes.
fn head(text: &str, rule: Rect, pane: Rect, style: Style, pen: &mut Pen<'_>) {
    let room = pane.width.saturating_sub(4);
    if rule.height == 0 || room == 0 {
        return;
    }
    let text = &shorten(text, room.into());
    let width = cells(text) as u16;
    let around = Rect {
        x: pane.x + 1,
        y: rule.y,
        width: width + 2,
        height: 1,
    };
    pen.fill(" ", around, Style::new());
    let place = Rect {
        x: around.x + 1,
        width,
        ..around
    };
    pen.put(text, place, style);
}

/// Says which lines of the evidence are seen, when it is longer than that; gives
/// the columns that this takes.
fn scrolled(state: &State, areas: &Areas, pen: &mut Pen<'_>) -> u16 {
    let seen = usize::from(areas.evidence.height);
    let all = state.evidence.len();
    if all <= seen || areas.rule.width < 30 {
        return 0;
    }
    let last = (state.line.top + seen).min(all);
    let text = format!(" {}–{last}/{all} ", state.line.top + 1);
    let style = pen.look.faint();
    let start = pen.right(&text, areas.rule, style);
    areas.rule.right() - start
}
