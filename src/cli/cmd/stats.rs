//! `bookgraph stats`

use crate::cli::exit::{CliError, Status};
use crate::cli::printer::Printer;
use crate::cli::workspace::{Linked, Workspace};
use crate::graph::EdgeKind;
use crate::model::PageRange;
use crate::render::terminal::{Table, table};

/// Count what is in the library and its graph.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct StatsArgs {}

pub(in crate::cli) fn run(
    _args: &StatsArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?.link();
    let words = workspace.words(&opened.library, None);
    let mut rows = Table {
        heads: vec![
            words.pick("항목", "what").to_owned(),
            words.pick("수#", "count#").to_owned(),
        ],
        rows: Vec::new(),
    };
    let mut row = |korean: &str, english: &str, count: String| {
        rows.rows
            .push(vec![words.pick(korean, english).to_owned(), count]);
    };
    let Linked {
        library,
        tagging,
        graph,
    } = &opened;
    let used = library
        .vocabulary()
        .ids()
        .filter(|&concept| tagging.about(concept).len() > 0)
        .count();
    let mentions: u32 = tagging.all_tags().iter().map(|tag| tag.mentions).sum();
    let untagged = library
        .entry_ids()
        .filter(|&entry| tagging.tags(entry).is_empty())
        .count();
    row("책", "books", library.books().len().to_string());
    row("기록", "entries", library.entries().len().to_string());
    row(
        "개념이 없는 기록",
        "entries without a concept",
        untagged.to_string(),
    );
    row("개념", "concepts", library.vocabulary().len().to_string());
    row("기록에 나온 개념", "concepts in entries", used.to_string());
    row("태그", "tags", tagging.all_tags().len().to_string());
    row("언급", "mentions", mentions.to_string());
    row(
        "기록이 있는 쪽",
        "pages with an entry",
        pages(&opened).to_string(),
    );
    row(
        "그래프의 점",
        "nodes of the graph",
        graph.graph().node_count().to_string(),
    );
    row(
        "그래프의 선",
        "edges of the graph",
        graph.graph().edge_count().to_string(),
    );
    let count = |is: &dyn Fn(EdgeKind) -> bool| {
        graph
            .edges()
            .filter(|(_, _, edge)| is(edge.kind))
            .count()
            .to_string()
    };
    row(
        "  속함",
        "  part of",
        count(&|kind| kind == EdgeKind::PartOf),
    );
    row("  다음", "  next", count(&|kind| kind == EdgeKind::Next));
    row(
        "  태그",
        "  tagged",
        count(&|kind| kind == EdgeKind::Tagged),
    );
    row(
        "  가리킴",
        "  refers to",
        count(&|kind| kind == EdgeKind::RefersTo),
    );
    row(
        "  상위 개념",
        "  broader",
        count(&|kind| kind == EdgeKind::Broader),
    );
    row(
        "  관련",
        "  related",
        count(&|kind| kind == EdgeKind::Related),
    );
    row(
        "  함께 언급",
        "  named together",
        count(&|kind| matches!(kind, EdgeKind::CoMention { .. })),
    );
    row(
        "  개념 공유",
        "  shares concepts",
        count(&|kind| matches!(kind, EdgeKind::Shares { .. })),
    );
    let text = table(&rows, printer.styling());
    printer.print(&text)?;
    Ok(Status::Done)
}

/// How many pages have an entry, over all books.
fn pages(opened: &Linked) -> u32 {
    let library = &opened.library;
    let mut count = 0;
    for book in library.book_ids() {
        let mut ranges: Vec<PageRange> = library
            .entries_of(book)
            .filter_map(|entry| library.entry(entry).pages)
            .collect();
        ranges.sort_unstable();
        let mut next = 0;
        for range in ranges {
            let first = range.first.max(next);
            count += (range.last + 1).saturating_sub(first);
            next = next.max(range.last + 1);
        }
    }
    count
}
