//! `bookgraph summary`

use crate::analyse::Family;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::naming;
use crate::cli::nothing::none_about;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::map::Words;
use crate::model::{ConceptId, EntryId};
use crate::query::ConceptNames;
use crate::render::digest::{BookSummary, Digest, digest, story};
use crate::render::{html, json, markdown, terminal};
use crate::summary::{ChapterSummary, Length, stories, summarize_some, tell_some, without_notes};
use rayon::prelude::*;

/// Print what each chapter's notes say.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/summary.txt"))]
pub(in crate::cli) struct SummaryArgs {
    /// How much to say
    #[arg(long, value_enum, default_value_t)]
    length: LengthArg,
    /// The story of this concept instead, entry by entry
    #[arg(long, value_name = "CONCEPT")]
    concept: Option<String>,
    /// Don't take narrower concepts for that one
    #[arg(long, requires = "concept")]
    no_narrower: bool,
    #[command(flatten)]
    filters: FilterArgs,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: SummaryFormat,
    /// Start Markdown with front matter (title, date, language, tags)
    #[arg(long)]
    front_matter: bool,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum LengthArg {
    /// Two sentences a chapter
    Short,
    /// Two to four sentences a chapter, thoughts, questions and links
    #[default]
    Normal,
    /// At least a sentence of every entry, and everything else there is
    Long,
}

/// The forms of a summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum SummaryFormat {
    /// For reading
    #[default]
    Text,
    /// Markdown, for a blog post
    Md,
    /// A page
    Html,
    /// JSON
    Json,
}

pub(in crate::cli) fn run(
    args: &SummaryArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if args.front_matter && args.format != SummaryFormat::Md {
        return Err(CliError::usage(
            "front matter stands in Markdown only",
            "add `-f md`",
        ));
    }
    let opened = workspace.open(printer)?;
    match &args.concept {
        Some(name) => tell_concept(args, name, &opened, workspace, printer),
        None => tell_chapters(args, &opened, workspace, printer),
    }
}

/// The summary, chapter by chapter.
fn tell_chapters(
    args: &SummaryArgs,
    opened: &Opened,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let books = summaries(args, opened)?;
    let only = args.filters.book(&opened.library)?;
    if books.is_empty() && args.format != SummaryFormat::Json {
        printer.note(
            match (args.is_narrow(), args.filters.books.chapter.is_some()) {
                (false, false) => "there is no entry yet",
                (false, true) => "no entries in these chapters yet",
                (true, false) => "no entry passes the filters",
                (true, true) => "no entry of these chapters passes the other filters",
            },
        );
        return Ok(Status::Nothing);
    }
    let (library, placement) = (&opened.library, &opened.placement);
    let length = args.length();
    let words = workspace.words(library, only.or(books.first().map(|book| book.book)));
    if args.format == SummaryFormat::Json {
        printer.print(&json::summary(
            library,
            &opened.tagging,
            placement,
            &books,
            length,
            words,
        ))?;
    } else {
        let digests: Vec<Digest> = books
            .iter()
            .map(|book| {
                let words = workspace.words(library, Some(book.book));
                digest(library, placement, book, length, words)
            })
            .collect();
        let concepts = books.iter().flat_map(main_concepts).collect();
        let entries = books.iter().flat_map(|book| &book.chapters);
        let entries = entries.flat_map(|(summary, _)| summary.entries.clone());
        let post = Post {
            concepts,
            entries: entries.collect(),
        };
        print(args, opened, &digests, &post, words, printer)?;
    }
    Ok(match books.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// The chapters asked for of the books asked for.
fn summaries(args: &SummaryArgs, opened: &Opened) -> Result<Vec<BookSummary>, CliError> {
    let Opened {
        library,
        tagging,
        placement,
    } = opened;
    // What a chapter is near to, and what was quoted before it, is asked of all.
    let mut filter = args.filters.filter(opened)?;
    let chapters = std::mem::take(&mut filter.chapters);
    let narrow = args.is_narrow();
    let entries = filter.select(library, tagging, placement);
    let wanted = |summary: &ChapterSummary| match summary.chapter {
        Some(chapter) => chapters.is_empty() || chapters.contains(&chapter),
        None => chapters.is_empty(),
    };
    let of_books = entries.chunk_by(|a, b| library.book_of(*a) == library.book_of(*b));
    let of_books: Vec<&[EntryId]> = of_books.collect();
    let tell_book = |entries: &[EntryId]| {
        let book = library.book_of(entries[0]);
        let summaries = summarize_some(library, tagging, placement, book, entries);
        let mut chapters_told = tell_some(library, tagging, summaries, args.length(), wanted);
        if narrow {
            chapters_told.retain(|(summary, _)| !summary.entries.is_empty());
        }
        let without_notes = || match narrow || !chapters.is_empty() {
            true => Vec::new(),
            false => without_notes(library, placement, book),
        };
        (!chapters_told.is_empty()).then(|| BookSummary {
            book,
            chapters: chapters_told,
            without_notes: without_notes(),
        })
    };
    let told = of_books.into_par_iter().filter_map(tell_book);
    Ok(told.collect())
}

/// The story of one concept.
fn tell_concept(
    args: &SummaryArgs,
    name: &str,
    opened: &Opened,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let library = &opened.library;
    let names = ConceptNames::of(library);
    let typed = [name.to_owned()];
    let concepts = naming::concepts(library, &names, &typed, printer)?.unwrap_or_default();
    let entries = args.filters.select(opened)?;
    let Some(&concept) = concepts.first() else {
        return Ok(Status::Nothing);
    };
    let family = match args.no_narrower {
        true => Family::alone(concept),
        false => Family::of(library, concept),
    };
    let told = stories(
        library,
        &opened.tagging,
        &opened.placement,
        &family,
        &entries,
    );
    let book = told.first().map(|story| story.book);
    let words = workspace.words(library, book);
    if args.format == SummaryFormat::Json {
        let placement = &opened.placement;
        printer.print(&json::story(library, placement, concept, &told, words))?;
    } else if told.is_empty() {
        printer.note(&none_about(opened, &args.filters, &family));
    } else {
        let digest = story(library, &opened.placement, &told, args.length(), words);
        let steps = told.iter().flat_map(|story| &story.steps);
        let post = Post {
            concepts: vec![concept],
            entries: steps.map(|step| step.entry).collect(),
        };
        print(args, opened, &[digest], &post, words, printer)?;
    }
    Ok(match told.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}

/// What a blog wants to know.
struct Post {
    concepts: Vec<ConceptId>,
    entries: Vec<EntryId>,
}

fn print(
    args: &SummaryArgs,
    opened: &Opened,
    digests: &[Digest],
    post: &Post,
    words: Words,
    printer: &mut Printer,
) -> Result<(), CliError> {
    let texts = digests.iter();
    let text = match args.format {
        SummaryFormat::Html => html::article::digest(digests, words.language()),
        SummaryFormat::Md => {
            let texts: Vec<String> = texts.map(markdown::digest).collect();
            let front = args
                .front_matter
                .then(|| front_matter(opened, digests, post, words));
            format!("{}{}", front.unwrap_or_default(), texts.join("\n"))
        }
        _ => {
            let styling = printer.styling();
            let texts = texts.map(|digest| terminal::digest(digest, styling));
            texts.collect::<Vec<_>>().join("\n")
        }
    };
    printer.print(&text)?;
    Ok(())
}

fn front_matter(opened: &Opened, digests: &[Digest], post: &Post, words: Words) -> String {
    let library = &opened.library;
    let titles: Vec<&str> = digests.iter().map(Digest::title).collect();
    let dates = post.entries.iter();
    let last = dates.filter_map(|&entry| library.entry(entry).date).max();
    let tags = post.concepts.iter();
    let tags: Vec<&str> = tags
        .map(|&concept| library.vocabulary().get(concept).label_in(words.language()))
        .collect();
    markdown::front_matter(&titles.join(" · "), words.language().code(), last, &tags)
}

/// The concepts that carry most weight in a book's chapters.
fn main_concepts(book: &BookSummary) -> Vec<ConceptId> {
    const MOST: usize = 8;
    let mut weights: Vec<(ConceptId, f32)> = Vec::new();
    for (summary, _) in &book.chapters {
        let counts = summary.new.iter().chain(&summary.recurring);
        weights.extend(counts.map(|count| (count.concept, count.weight)));
    }
    weights.sort_by_key(|(concept, _)| *concept);
    let of_one = weights.chunk_by(|a, b| a.0 == b.0);
    let mut sums: Vec<(ConceptId, f32)> = of_one
        .map(|same| (same[0].0, same.iter().map(|(_, weight)| weight).sum()))
        .collect();
    sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    sums.into_iter()
        .take(MOST)
        .map(|(concept, _)| concept)
        .collect()
}

impl SummaryArgs {
    /// Whether a filter may leave out entries of a chapter.
    fn is_narrow(&self) -> bool {
        let FilterArgs {
            pages, dates, only, ..
        } = &self.filters;
        pages.is_some() || only.is_some() || dates.any()
    }

    fn length(&self) -> Length {
        match self.length {
            LengthArg::Short => Length::Short,
            LengthArg::Normal => Length::Normal,
            LengthArg::Long => Length::Long,
        }
    }
}
