//! Summaries of books, chapter by chapter.

use super::post::{Post, main_concepts, print, print_one};
use super::{SummaryArgs, SummaryFormat};
use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::model::{BookId, ChapterId, ConceptId, EntryId};
use crate::render::digest::{BookSummary, Digest, digest};
use crate::render::json;
use crate::summary::{ChapterSummary, summarize_some, tell_some, without_notes};
use jiff::civil::Date;
use rayon::prelude::*;

/// So many books are told before what was read of them is let go.
const BOOKS_AT_ONCE: usize = 16;

/// What was asked for.
struct Asked<'a> {
    args: &'a SummaryArgs,
    /// The chapters; all if none.
    chapters: Vec<ChapterId>,
    /// The entries of each book, in order.
    of_books: Vec<Vec<EntryId>>,
}

/// The summary of one book, in words.
struct Told {
    digest: Digest,
    concepts: Vec<ConceptId>,
    last: Option<Date>,
}

/// Tells the books, some at a time.
pub(super) fn tell(
    args: &SummaryArgs,
    opened: Opened,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let asked = Asked::new(args, &opened)?;
    let told = match args.format {
        SummaryFormat::Json => asked.print_json(&opened, workspace, printer)?,
        _ => asked.print_texts(opened, workspace, printer)?,
    };
    Ok(match told {
        true => Status::Done,
        false => Status::Nothing,
    })
}

impl<'a> Asked<'a> {
    fn new(args: &'a SummaryArgs, opened: &Opened) -> Result<Self, CliError> {
        // What a chapter is near to, and what was quoted before it, is asked of all.
        let mut filter = args.filters.filter(opened)?;
        let chapters = std::mem::take(&mut filter.chapters);
        let library = &opened.library;
        let entries = filter.select(library, &opened.tagging, &opened.placement);
        let of_books = entries.chunk_by(|a, b| library.book_of(*a) == library.book_of(*b));
        Ok(Self {
            args,
            chapters,
            of_books: of_books.map(<[EntryId]>::to_vec).collect(),
        })
    }

    /// Prints all books as one value, and says whether there is any.
    fn print_json(
        &self,
        opened: &Opened,
        workspace: &Workspace<'_>,
        printer: &mut Printer,
    ) -> Result<bool, CliError> {
        let books = self.of_books.par_iter();
        let books: Vec<BookSummary> = books
            .filter_map(|entries| self.summary(opened, entries))
            .collect();
        let Opened {
            library,
            tagging,
            placement,
            ..
        } = opened;
        let only = self.args.filters.book(library)?;
        let words = workspace.words(library, only.or(books.first().map(|book| book.book)));
        let length = self.args.length();
        let text = json::summary(library, tagging, placement, &books, length, words);
        printer.print(&text)?;
        Ok(!books.is_empty())
    }

    /// Prints the books one after the other, and says whether there is any. Where all
    /// must be known before the first is printed, their words alone are kept.
    fn print_texts(
        &self,
        mut opened: Opened,
        workspace: &Workspace<'_>,
        printer: &mut Printer,
    ) -> Result<bool, CliError> {
        let whole = self.args.front_matter || self.args.format == SummaryFormat::Html;
        let mut post = Post::default();
        let (mut first, mut below) = (None, false);
        for of_books in self.of_books.chunks(BOOKS_AT_ONCE) {
            for (book, told) in self.told(&opened, of_books, workspace) {
                first.get_or_insert(book);
                if whole {
                    post.digests.push(told.digest);
                    post.concepts.extend(told.concepts);
                    post.last = post.last.max(told.last);
                } else {
                    print_one(self.args, &told.digest, below, printer)?;
                }
                below = true;
            }
            opened.library.forget_entries();
            opened.tagging.forget_behind();
        }
        if !below {
            printer.note(self.nothing());
        } else if whole {
            let only = self.args.filters.book(&opened.library)?;
            let words = workspace.words(&opened.library, only.or(first));
            print(self.args, &opened.library, &post, words, printer)?;
        }
        Ok(below)
    }

    /// Some books in words, in order.
    fn told(
        &self,
        opened: &Opened,
        of_books: &[Vec<EntryId>],
        workspace: &Workspace<'_>,
    ) -> Vec<(BookId, Told)> {
        let Opened {
            library, placement, ..
        } = opened;
        let tell = |entries: &Vec<EntryId>| {
            let book = self.summary(opened, entries)?;
            let words = workspace.words(library, Some(book.book));
            let entries = book.chapters.iter().flat_map(|(it, _)| &it.entries);
            let told = Told {
                digest: digest(library, placement, &book, self.args.length(), words),
                concepts: main_concepts(&book),
                last: entries.filter_map(|&it| library.brief(it).date).max(),
            };
            Some((book.book, told))
        };
        of_books.par_iter().filter_map(tell).collect()
    }

    /// The chapters asked for of a book, of which some entries are.
    fn summary(&self, opened: &Opened, entries: &[EntryId]) -> Option<BookSummary> {
        let Opened {
            library,
            tagging,
            placement,
            ..
        } = opened;
        let narrow = self.args.is_narrow();
        let wanted = |summary: &ChapterSummary| match summary.chapter {
            Some(chapter) => self.chapters.is_empty() || self.chapters.contains(&chapter),
            None => self.chapters.is_empty(),
        };
        let book = library.book_of(entries[0]);
        let summaries = summarize_some(library, tagging, placement, book, entries);
        let mut told = tell_some(library, tagging, summaries, self.args.length(), wanted);
        if narrow {
            told.retain(|(summary, _)| !summary.entries.is_empty());
        }
        let without_notes = || match narrow || !self.chapters.is_empty() {
            true => Vec::new(),
            false => without_notes(library, placement, book),
        };
        (!told.is_empty()).then(|| BookSummary {
            book,
            chapters: told,
            without_notes: without_notes(),
        })
    }

    /// Why there is nothing to tell.
    fn nothing(&self) -> &'static str {
        let of_chapters = self.args.filters.books.chapter.is_some();
        match (self.args.is_narrow(), of_chapters) {
            (false, false) => "there is no entry yet",
            (false, true) => "no entries in these chapters yet",
            (true, false) => "no entry passes the filters",
            (true, true) => "no entry of these chapters passes the other filters",
        }
    }
}
