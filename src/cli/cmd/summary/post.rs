//! Summaries in their forms.

use super::{SummaryArgs, SummaryFormat};
use crate::cli::exit::CliError;
use crate::cli::printer::Printer;
use crate::map::Words;
use crate::model::{ConceptId, Library};
use crate::render::digest::Digest;
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
