//! Cards to learn the concepts by, for Anki.

use super::exported::Exported;
use super::stream::{Escape, Stream, plain, position};
use super::{Exporter, Form};
use crate::model::ConceptId;
use crate::tag::Field;
use std::io::{self, Write};

/// As many sentences are quoted for a concept that has no definition, or beside it.
const QUOTED: usize = 3;

/// A note for each concept with a definition or a sentence that names it: front its
/// name, back what it means. The `#` lines say how the file is to be read
/// (<https://docs.ankiweb.net/importing/text-files.html>); a note has the concept's id
/// as its GUID, so that importing again updates it.
pub(super) struct Anki;

/// Fields are HTML.
const HTML: Escape = Escape {
    next: |bytes| {
        position(bytes, |byte| {
            let markup = (byte == b'<') | (byte == b'>') | (byte == b'&') | (byte == b'"');
            markup | (byte < b' ')
        })
    },
    write: |c, out| match c {
        '<' => out.extend_from_slice(b"&lt;"),
        '>' => out.extend_from_slice(b"&gt;"),
        '&' => out.extend_from_slice(b"&amp;"),
        '"' => out.extend_from_slice(b"&quot;"),
        '\n' => out.extend_from_slice(b"<br>"),
        '\t' => out.push(b' '),
        '\r' => {}
        '\0'..='\u{1F}' => plain('\u{FFFD}', out),
        c => plain(c, out),
    },
};

impl Exporter for Anki {
    fn name(&self) -> &'static str {
        "anki"
    }

    fn about(&self) -> &'static str {
        "Cards for Anki: a concept, and its definition and sentences about it"
    }

    fn ending(&self) -> &'static str {
        "csv"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

const HEAD: &str = concat!(
    "#separator:Comma\n",
    "#html:true\n",
    "#notetype:Basic\n",
    "#deck:bookgraph\n",
    "#columns:GUID,Front,Back,Tags\n",
    "#guid column:1\n",
    "#tags column:4\n",
);

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())?;
    let mut table = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(out);
    for &id in &exported.concepts {
        let concept = exported.library.vocabulary().get(id);
        let mut lines: Vec<String> = Vec::new();
        lines.extend(concept.definition.best(exported.language).map(html));
        lines.extend(sentences(exported, id));
        if !lines.is_empty() {
            let guid = format!("bookgraph:{}", concept.id);
            let back = lines.join("<br><br>");
            table.write_record([&guid, &html(exported.label(id)), &back, "bookgraph"])?;
        }
    }
    table.flush()
}

/// The first sentences that name a concept, of the entries that are most about it.
fn sentences(exported: &Exported<'_>, concept: ConceptId) -> Vec<String> {
    let tags = exported.tagging.about(concept);
    let mut tags: Vec<_> = tags
        .filter(|tag| exported.position(tag.entry).is_some())
        .collect();
    tags.sort_by(|x, y| {
        y.salience
            .total_cmp(&x.salience)
            .then(x.entry.cmp(&y.entry))
    });
    let told = tags.into_iter().take(QUOTED).filter_map(|tag| {
        let entry = exported.library.read_entry(tag.entry);
        let behind = exported.tagging.behind(tag.entry);
        let mut mentions = behind.mentions.iter();
        let named = mentions.find(|it| it.concept == concept && it.field == Field::Text)?;
        let (start, end) = *behind.sentences.get(named.sentence as usize)?;
        let sentence = entry.text.get(start as usize..end as usize)?;
        let book = exported
            .library
            .book(entry.book)
            .title_in(exported.language);
        let place = match entry.pages {
            Some(pages) => format!("{book}, {}, {pages}", entry.title),
            None => format!("{book}, {}", entry.title),
        };
        Some(format!(
            "{}<br><small>{}</small>",
            html(sentence.trim()),
            html(&place)
        ))
    });
    told.collect()
}

fn html(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut stream = Stream::new(&mut bytes);
    stream.escaped(text, &HTML);
    let written = stream.finish();
    debug_assert!(written.is_ok(), "memory takes all that is written");
    String::from_utf8(bytes).expect("texts are UTF-8")
}
