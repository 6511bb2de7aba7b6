//! The answer, in the form asked for.

use super::FindArgs;
use super::args::Sort;
use crate::cli::exit::CliError;
use crate::cli::format::EntriesFormat;
use crate::cli::printer::Printer;
use crate::cli::workspace::Workspace;
use crate::query::{
    Answer, EvidenceReader, Found, FoundEntry, NearEntries, near_entries, together,
};
use crate::render::{Finding, FoundAll, file_url, found_table, json, markdown, terminal};
use std::path::PathBuf;

/// So many concepts are told that go with the entries found.
const TOGETHER: usize = 6;

/// So many entries are shown that come close.
const NEAR: usize = 10;

/// So many entries are handed on one by one; those after them fill a page first.
const AT_ONCE: usize = 32;

/// What is to be written.
pub(super) struct Output<'a> {
    args: &'a FindArgs,
    finding: Finding<'a>,
    answer: &'a Answer,
    /// The entries to show.
    shown: &'a [Found],
    /// The library's folder, where the terminal knows links.
    root: Option<PathBuf>,
}

impl<'a> Output<'a> {
    pub(super) fn new(
        args: &'a FindArgs,
        finding: Finding<'a>,
        answer: &'a Answer,
        workspace: &Workspace<'_>,
        printer: &Printer,
    ) -> Result<Self, CliError> {
        let root = match printer.links() {
            true => Some(workspace.root()?.canonicalize()?),
            false => None,
        };
        let most = args.limit.unwrap_or(usize::MAX);
        Ok(Self {
            args,
            finding,
            answer,
            shown: &answer.entries[..answer.entries.len().min(most)],
            root,
        })
    }

    pub(super) fn write(&self, printer: &mut Printer) -> Result<(), CliError> {
        if self.args.count {
            printer.print(&format!("{}\n", self.answer.entries.len()))?;
            return Ok(());
        }
        if self.args.ids {
            return self.ids(printer);
        }
        match self.args.format {
            EntriesFormat::Text => self.text(printer),
            EntriesFormat::Jsonl => self.lines(printer),
            EntriesFormat::Md => self.whole(printer, |all| markdown::find(self.finding, all)),
            EntriesFormat::Json => self.whole(printer, |all| json::find(self.finding, all)),
            EntriesFormat::Csv => self.whole(printer, |all| found_table(self.finding, all.entries)),
        }
    }

    /// Ids that other commands take: with the book's where there are several.
    fn ids(&self, printer: &mut Printer) -> Result<(), CliError> {
        let library = self.finding.corpus.library;
        let end = if self.args.null { '\0' } else { '\n' };
        let mut ids = Vec::new();
        for found in self.shown {
            let id = match library.book_count() {
                0 | 1 => library.brief(found.entry).id.to_owned(),
                _ => library.qualified_id(found.entry),
            };
            // As bytes: a null character is no text for a terminal.
            ids.extend_from_slice(format!("{id}{end}").as_bytes());
        }
        printer.print_bytes(&ids)?;
        Ok(())
    }

    fn reader(&self) -> EvidenceReader<'a> {
        let condition = self.finding.condition();
        EvidenceReader::new(self.finding.corpus, condition, self.args.context)
    }

    /// Entry by entry: the first are there before the last are read.
    fn text(&self, printer: &mut Printer) -> Result<(), CliError> {
        let (finding, styling) = (self.finding, printer.styling());
        let library = finding.corpus.library;
        printer.print(&terminal::find_head(finding, self.answer, styling))?;
        let mut reader = self.reader();
        let mut before: Option<&Found> = None;
        for (index, found) in self.shown.iter().enumerate() {
            let book = library.book_of(found.entry);
            let same_book = before.is_some_and(|it| library.book_of(it.entry) == book);
            let by_book = self.args.sort == Sort::Reading;
            if by_book && library.book_count() > 1 && !same_book {
                printer.print(&terminal::find_book(finding, book, self.answer, styling))?;
            }
            if by_book && same_book && found.in_passing && before.is_some_and(|it| !it.in_passing) {
                let of_book = self.answer.of_book(library, book).iter();
                let passing = of_book.filter(|it| it.in_passing).count();
                printer.print(&terminal::find_passing(finding, passing, styling))?;
            }
            let read = reader.read(*found);
            let url = self.url(found);
            printer.print(&terminal::find_entry(
                finding,
                &read,
                url.as_deref(),
                styling,
            ))?;
            if index < AT_ONCE {
                printer.flush()?;
            }
            before = Some(found);
        }
        if self.shown.len() < self.answer.entries.len() {
            let more = self.answer.entries.len() - self.shown.len();
            printer.print(&terminal::find_more(finding, more, styling))?;
        }
        let together = self.together();
        printer.print(&terminal::find_together(
            finding,
            self.answer,
            &together,
            styling,
        ))?;
        if let Some(near) = self.near() {
            printer.print(&terminal::find_near(finding, &near, styling))?;
        }
        Ok(())
    }

    fn lines(&self, printer: &mut Printer) -> Result<(), CliError> {
        let mut reader = self.reader();
        for (index, found) in self.shown.iter().enumerate() {
            printer.print(&json::found(self.finding, &reader.read(*found)))?;
            if index < AT_ONCE {
                printer.flush()?;
            }
        }
        Ok(())
    }

    fn whole(
        &self,
        printer: &mut Printer,
        form: impl FnOnce(FoundAll<'_>) -> String,
    ) -> Result<(), CliError> {
        let mut reader = self.reader();
        let entries = self.shown.iter();
        let entries: Vec<FoundEntry> = entries.map(|found| reader.read(*found)).collect();
        let near = self.near();
        let text = form(FoundAll {
            entries: &entries,
            count: self.answer.entries.len(),
            together: &self.together(),
            near: near.as_ref(),
        });
        printer.print(&text)?;
        Ok(())
    }

    fn together(&self) -> Vec<crate::query::Together> {
        let mut found = self.answer.ids();
        found.sort_unstable();
        let condition = self.finding.condition();
        together(self.finding.corpus, condition, &found, TOGETHER)
    }

    fn near(&self) -> Option<NearEntries<'a>> {
        let Finding {
            corpus, question, ..
        } = self.finding;
        let explain = self.args.explain;
        explain.then(|| near_entries(corpus, question, self.answer, NEAR))
    }

    /// Where an entry stands, for terminals that know links.
    fn url(&self, found: &Found) -> Option<String> {
        let entry = self.finding.corpus.library.entry(found.entry);
        let root = self.root.as_ref()?;
        Some(file_url(&root.join(&entry.file), entry.line))
    }
}
