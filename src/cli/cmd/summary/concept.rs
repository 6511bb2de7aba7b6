//! The story of a concept.

use super::post::{Post, print};
use super::{SummaryArgs, SummaryFormat};
use crate::analyse::Family;
use crate::cli::exit::{CliError, Status};
use crate::cli::naming;
use crate::cli::nothing::none_about;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::query::ConceptNames;
use crate::render::digest::story;
use crate::render::json;
use crate::summary::stories;

/// The story of one concept.
pub(super) fn tell(
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
        let steps = told.iter().flat_map(|story| &story.steps);
        let post = Post {
            digests: vec![story(
                library,
                &opened.placement,
                &told,
                args.length(),
                words,
            )],
            concepts: vec![concept],
            last: steps
                .filter_map(|step| library.brief(step.entry).date)
                .max(),
        };
        print(args, library, &post, words, printer)?;
    }
    Ok(match told.is_empty() {
        true => Status::Nothing,
        false => Status::Done,
    })
}
