//! Summaries in their forms.

use super::{SummaryArgs, SummaryFormat};
use crate::cli::exit::CliError;
use crate::cli::printer::Printer;
use crate::map::Words;
use crate::model::{ConceptId, Library};
use crate::render::digest::{BookSummary, Digest};
use crate::render::{html, markdown, terminal};
use jiff::civil::Date;

/// Summaries, and what a blog wants to know of them.
#[derive(Default)]
pub(super) struct Post {
    /// The summaries.
    pub(super) digests: Vec<Digest>,
    /// What they are about most.
    pub(super) concepts: Vec<ConceptId>,
    /// The day of the last entry.
    pub(super) last: Option<Date>,
}

/// Prints summaries as one document.
pub(super) fn print(
    args: &SummaryArgs,
    library: &Library,
    post: &Post,
    words: Words,
    printer: &mut Printer,
) -> Result<(), CliError> {
    if args.format == SummaryFormat::Html {
        let page = html::article::digest(&post.digests, words.language());
        return Ok(printer.print(&page)?);
    }
    if args.front_matter {
        printer.print(&front_matter(library, post, words))?;
    }
    for (before, digest) in post.digests.iter().enumerate() {
        print_one(args, digest, before > 0, printer)?;
    }
    Ok(())
}

/// Prints a summary by itself, below another one where there is one before it.
pub(super) fn print_one(
    args: &SummaryArgs,
    digest: &Digest,
    below: bool,
    printer: &mut Printer,
) -> Result<(), CliError> {
    if below {
        printer.print("\n")?;
    }
    let text = match args.format {
        SummaryFormat::Md => markdown::digest(digest),
        _ => terminal::digest(digest, printer.styling()),
    };
    Ok(printer.print(&text)?)
}

fn front_matter(library: &Library, post: &Post, words: Words) -> String {
    let titles: Vec<&str> = post.digests.iter().map(Digest::title).collect();
    let tags = post.concepts.iter();
    let tags: Vec<&str> = tags
        .map(|&concept| library.vocabulary().get(concept).label_in(words.language()))
        .collect();
    let language = words.language();
    markdown::front_matter(&titles.join(" · "), language.code(), post.last, &tags)
}

/// The concepts that carry most weight in a book's chapters.
pub(super) fn main_concepts(book: &BookSummary) -> Vec<ConceptId> {
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
