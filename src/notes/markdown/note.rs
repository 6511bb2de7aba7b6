//! One Markdown file: its properties and its words.

use super::entry::EntryWriter;
use super::parts::Parts;
use super::pieces::{Piece, pieces};
use super::properties::{Field, Properties};
use super::prose::Prose;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{MarkdownSettings, Split};
use crate::notes::format::EntrySource;
use crate::notes::limits::piece_limit;
use crate::notes::located::Located;
use crate::notes::problems::Problems;
use crate::source::{Place, SourceFile};
use std::ops::Range;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A note that was read.
pub(super) struct Note<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) folder: &'a str,
    pub(super) properties: Properties,
    pub(super) prose: Prose,
    /// Where its text starts in the file.
    body: usize,
    has_properties: bool,
}

impl<'a> Note<'a> {
    pub(super) fn read(
        file: &'a Arc<SourceFile>,
        folder: &'a str,
        diagnostics: &mut Problems,
    ) -> Self {
        let Parts {
            body,
            properties,
            has_properties,
            prose,
        } = Parts::read(file, diagnostics);
        Self {
            file,
            folder,
            properties: Properties::of(properties),
            prose,
            body,
            has_properties,
        }
    }

    /// The file's name without its ending.
    pub(super) fn stem(&self) -> String {
        let name = self.file.name.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        stem.nfc().collect()
    }

    /// The title: the one given, the first heading, or the file's name.
    pub(super) fn title(&self) -> String {
        let given = self.properties.text(Field::Title).map(|said| said.text);
        let heading = || self.prose.title.as_ref().map(|title| title.text.clone());
        // Logseq writes the `/` of a name so.
        given
            .or_else(heading)
            .unwrap_or_else(|| self.stem().replace("___", "/"))
    }

    /// The entries in it, none when it is empty.
    pub(super) fn into_entries(
        mut self,
        settings: &MarkdownSettings,
        diagnostics: &mut Problems,
    ) -> Vec<Located<EntrySource>> {
        let title = self.title();
        self.keep_heading(&title);
        let empty = self.prose.text.is_empty() && self.prose.headings.is_empty();
        if empty && !self.has_properties && self.prose.title.is_none() {
            return Vec::new();
        }
        let split = self.split(settings.split, diagnostics);
        let prose = std::mem::take(&mut self.prose);
        let above = self.properties.above_text().shared_names();
        let limit = piece_limit(above + prose.shared_tags());
        let (mut pieces, mut next) = pieces(prose, split, self.body, limit);
        let ranges: Vec<Range<usize>> = pieces.iter().map(Piece::range).collect();
        let mut own = self.properties.taken_out(&ranges);
        let limit = limit.min(piece_limit(self.properties.shared_names()));
        if let Some(piece) = pieces.get(limit) {
            next = Some(piece.range());
            pieces.truncate(limit);
            own.truncate(limit);
        }
        if let Some(next) = next {
            let message = format!("this note has more than {limit} sections");
            let place = Place::new(self.file, next.start..next.start);
            diagnostics.push(
                Diagnostic::at(Code::TooMany, place, message)
                    .label("this one and those below were not read")
                    .hint("split the file"),
            );
        }
        let mut starts: Vec<usize> = pieces.iter().map(Piece::start).collect();
        starts.push(self.file.text.len());
        let mut writer = EntryWriter::new(&self, title);
        let entries =
            pieces
                .into_iter()
                .zip(own)
                .zip(starts.windows(2))
                .map(|((piece, own), ends)| {
                    let span = ends[0]..ends[1].max(ends[0]);
                    writer.entry(piece, own, span, diagnostics)
                });
        entries.collect()
    }

    /// The first heading stays in the text when the title is another.
    fn keep_heading(&mut self, title: &str) {
        let Some(heading) = self.prose.title.take_if(|heading| heading.text != title) else {
            return;
        };
        let text = format!("{}\n\n{}", heading.text, self.prose.text);
        let by = heading.text.len() + 2;
        for link in &mut self.prose.links {
            link.in_text = link.in_text.start + by..link.in_text.end + by;
        }
        for heading in &mut self.prose.headings {
            heading.in_text = heading.in_text.start + by..heading.in_text.end + by;
        }
        for (_, at) in &mut self.prose.blocks {
            *at = at.saturating_add(by);
        }
        self.prose.text = text.trim_end().to_owned();
    }

    /// What the note says of its own splitting, or else what the library says.
    fn split(&self, of_library: Split, diagnostics: &mut Problems) -> Split {
        let Some(said) = self.properties.text(Field::Split) else {
            return of_library;
        };
        let word = super::folded(&said.text);
        let number = word.trim_start_matches(|c: char| !c.is_ascii_digit());
        match (word.as_str(), number.trim_end_matches(')').parse::<u8>()) {
            (_, Ok(level @ 1..=6)) => Split::Heading(level),
            ("heading" | "headings" | "true" | "yes", _) => Split::Headings,
            ("whole" | "none" | "no" | "false", _) => Split::Whole,
            _ => {
                diagnostics.push(
                    Diagnostic::at(
                        Code::BadValue,
                        Place::new(self.file, said.span),
                        format!("`{}` is no way to split a note", said.text),
                    )
                    .label("not used")
                    .hint("write `split: heading`, `split: 2` for a level, or `split: whole`"),
                );
                of_library
            }
        }
    }
}
