//! Links that point to another note, or another concept, and show the words they showed.

use crate::notes::edit::lines::line_start;
use crate::notes::edit::splice::Splice;
use crate::notes::markdown::LinkMark;
use percent_encoding::{AsciiSet, CONTROLS, percent_encode_byte, utf8_percent_encode};

/// What a destination cannot have as it is.
const IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'(')
    .add(b')')
    .add(b'<')
    .add(b'>')
    .add(b'%')
    .add(b'?')
    .add(b'#')
    .add(b'"');
/// The same, one by one: letters of other scripts stay where they stood before.
const ODD: &str = " ()<>%?#\"";

/// What a link is to point to.
#[derive(Clone, Copy, Debug)]
pub(super) struct NewTarget<'a> {
    /// Its name: that of a note's file, or the id of a concept.
    pub(super) name: &'a str,
    /// Its file, from the library's folder, when it is a note.
    pub(super) file: Option<&'a str>,
}

/// The change that makes a link of the file `from` point elsewhere: where it stands, or
/// where the target of `[words][1]` is written. `None` for one that is written in no way
/// that is known.
pub(super) fn pointed(
    text: &str,
    link: &LinkMark,
    to: NewTarget<'_>,
    from: &str,
) -> Option<Splice> {
    let raw = &text[link.in_file.clone()];
    if let Some(opening) = raw
        .find("[[")
        .filter(|at| *at <= 1 && link.defined.is_none())
    {
        let start = link.in_file.start + opening + 2;
        let inside = raw[opening + 2..].strip_suffix("]]")?;
        return Some(wiki(text, link, (start, inside), to.name));
    }
    let (at, start) = match &link.defined {
        Some(span) => (span.start, behind_label(&text[span.clone()])?),
        None => (link.in_file.start, raw.rfind("](")? + 2),
    };
    let raw = link
        .defined
        .as_ref()
        .map_or(raw, |span| &text[span.clone()]);
    let start = start + usize::from(raw[start..].starts_with('<'));
    let end = raw[start..].find(['#', ' ', ')', '>', '\t', '\r', '\n']);
    let end = match &link.defined {
        Some(_) => end.map_or(raw.len(), |end| start + end),
        None => start + end?,
    };
    let name = match to.file {
        Some(file) => relative(from, file),
        None => to.name.to_owned(),
    };
    let whole = &raw[start..end];
    let path = match (to.file, whole.rfind('/')) {
        // The folder stays before a name that is no file.
        (None, Some(slash)) => format!("{}{name}", &whole[..=slash]),
        _ => name,
    };
    Some(Splice {
        range: at + start..at + end,
        text: match () {
            () if raw[..start].ends_with('<') => path,
            () if whole.contains('%') => utf8_percent_encode(&path, IN_PATH).to_string(),
            () => readable(&path),
        },
    })
}

/// Where the target starts in `[label]: target`.
fn behind_label(definition: &str) -> Option<usize> {
    let mut escaped = false;
    let close = definition.char_indices().find(|(_, c)| {
        let closes = *c == ']' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    let colon = close?.0 + 1;
    let behind = definition[colon..].strip_prefix(':')?;
    let target = behind.trim_start();
    // A mark of a quotation may stand on the next line.
    let on_line = !behind[..behind.len() - target.len()].contains('\n');
    (on_line || !target.starts_with('>')).then(|| definition.len() - target.len())
}

/// A path in which only what a destination cannot have is written otherwise.
fn readable(path: &str) -> String {
    let mut readable = String::with_capacity(path.len());
    for c in path.chars() {
        match u8::try_from(c) {
            Ok(byte) if ODD.contains(c) => readable.push_str(percent_encode_byte(byte)),
            _ => readable.push(c),
        }
    }
    readable
}

fn wiki(text: &str, link: &LinkMark, (start, inside): (usize, &str), name: &str) -> Splice {
    let end = inside.find(['#', '|', '\\']).unwrap_or(inside.len());
    if inside.contains('|') {
        return Splice {
            range: start..start + end,
            text: name.to_owned(),
        };
    }
    // In a table, a bar would be the next cell.
    let in_table = text[line_start(text, start)..start]
        .trim_start()
        .starts_with('|');
    let bar = if in_table { "\\|" } else { "|" };
    let words = match link.words.trim() {
        "" => shown(link),
        words => words.to_owned(),
    };
    Splice {
        range: start..start + inside.len(),
        text: format!("{name}{}{bar}{words}", &inside[end..]),
    }
}

/// The words of a link in a heading, which are not listed with it.
fn shown(link: &LinkMark) -> String {
    let note = link.target.rsplit('/').next().unwrap_or_default();
    let heading = link.heading.as_deref();
    match heading.filter(|heading| !heading.starts_with('^')) {
        Some(heading) => format!("{note} > {heading}"),
        None => note.to_owned(),
    }
}

/// The way from one file to another.
fn relative(from: &str, to: &str) -> String {
    let folder: Vec<&str> = from.split('/').collect();
    let folder = &folder[..folder.len() - 1];
    let way: Vec<&str> = to.split('/').collect();
    let pairs = folder.iter().zip(&way[..way.len() - 1]);
    let shared = pairs.take_while(|(a, b)| a == b).count();
    let up = "../".repeat(folder.len() - shared);
    format!("{up}{}", way[shared..].join("/"))
}

/// Whether a link of the file `from` leads to a file, by its name or its path.
pub(super) fn leads_to(link: &LinkMark, from: &str, file: &str) -> bool {
    let target = link.target.trim_start_matches("./");
    let stem = |path: &str| path.trim_end_matches(".md").to_owned();
    let name = |path: &str| stem(path.rsplit('/').next().unwrap_or(path));
    let folded = |text: &str| crate::notes::markdown::folded(text);
    if !target.contains('/') {
        return folded(&name(target)) == folded(&name(file));
    }
    let way = folded(&stem(target));
    way == folded(&stem(&relative(from, file)))
        || folded(&format!("/{}", stem(file))).ends_with(&format!("/{way}"))
}

#[cfg(test)]
mod tests {
    use super::{leads_to, relative};
    use crate::notes::markdown::LinkMark;

    #[test]
    fn ways_between_files() {
        for (from, to, way) in [
            ("a.md", "b.md", "b.md"),
            ("책/a.md", "개념/b.md", "../개념/b.md"),
            ("책/하나/a.md", "책/b.md", "../b.md"),
        ] {
            assert_eq!(relative(from, to), way);
            let link = LinkMark {
                target: way.to_owned(),
                heading: None,
                words: String::new(),
                in_file: 0..0,
                defined: None,
            };
            assert!(leads_to(&link, from, to));
            assert!(!leads_to(&link, from, "c.md"));
        }
    }
}
