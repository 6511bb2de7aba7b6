//! The words of a note: replaced, and added to.

use super::super::lines::line_break;
use super::super::splice::Splice;
use super::sheet::Sheet;
use std::ops::Range;

/// All words below the title replaced by others.
pub(super) fn replaced(sheet: &Sheet, words: &str) -> Splice {
    let text = sheet.text();
    let start = sheet
        .heading
        .as_ref()
        .map_or(sheet.body, |(_, span)| span.end);
    let start = below_properties(sheet, start);
    let inside = &text[start.min(sheet.end())..sheet.end()];
    let line = line_break(text, text.len().min(start));
    let before = inside.len() - inside.trim_start_matches([' ', '\t', '\r', '\n']).len();
    let kept = inside.trim_end().len().max(before);
    let words = words.replace("\r\n", "\n").replace('\n', line);
    let at_once = start == 0 || text[..start].ends_with('\n');
    let gap = match (before, sheet.heading.is_some()) {
        (0, true) if at_once => line.to_owned(),
        (0, true) => format!("{line}{line}"),
        (0, false) if !at_once => line.to_owned(),
        _ => String::new(),
    };
    let end = if kept == inside.len() && inside.trim().is_empty() {
        line
    } else {
        ""
    };
    Splice {
        range: start + before..start + kept,
        text: format!("{gap}{words}{end}"),
    }
}

/// The end of the lines `key:: value` with which the words start: they are no words.
pub(super) fn below_properties(sheet: &Sheet, start: usize) -> usize {
    let text = sheet.text();
    let mut at = start;
    let mut end = start;
    for line in text[start.min(sheet.end())..sheet.end()].split_inclusive('\n') {
        let here = at..at + line.len();
        at = here.end;
        let inside = |span: &Range<usize>| here.contains(&span.start) || here.end == span.start;
        let mut inline = sheet.properties.iter().filter(|(_, it)| it.is_inline());
        match inline.any(|(_, it)| inside(&it.value.span)) {
            true => end = here.end,
            false if line.trim().is_empty() => {}
            false => break,
        }
    }
    end
}

/// A heading with another text.
pub(super) fn heading(text: &str, span: Range<usize>, title: &str) -> Splice {
    let raw = &text[span.clone()];
    let marks = raw.len() - raw.trim_start_matches('#').len();
    let lead = raw.len() - raw[marks..].trim_start_matches([' ', '\t']).len();
    let whole = raw.trim_end();
    // A line below it makes a heading of the words above.
    let end = match marks {
        0 => whole.rfind('\n').unwrap_or(whole.len()),
        _ => whole.len(),
    };
    let end = raw[..end].trim_end().len();
    let lead = lead.min(end);
    Splice {
        range: span.start + lead..span.start + end,
        text: title.to_owned(),
    }
}

/// Something more at the end, after an empty line.
pub(super) fn appended(sheet: &Sheet, more: &str) -> Splice {
    let text = sheet.text();
    let line = line_break(text, text.len());
    let more = more.trim_end().replace("\r\n", "\n").replace('\n', line);
    let end = text.trim_end_matches([' ', '\t', '\r', '\n']).len();
    Splice {
        range: end..text.len(),
        text: format!("{line}{line}{more}{line}"),
    }
}

/// A remark that is no text.
pub(super) fn remark(text: &str) -> String {
    let inside = text.replace("--", "- -");
    match inside.contains('\n') {
        true => format!("<!--\n{inside}\n-->"),
        false => format!("<!-- {inside} -->"),
    }
}
