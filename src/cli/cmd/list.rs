//! `bookgraph list`

use crate::analyse::Family;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::groundwork::concept_groups;
use crate::cli::printer::Printer;
use crate::cli::workspace::{Opened, Workspace};
use crate::map::Words;
use crate::model::{BookId, ChapterId, ConceptId, EntryId, Library};
use crate::query::{self, BookFacts, Corpus, saved_answers};
use crate::render::terminal::{Table, table};
use crate::render::{json, terminal};

/// List entries, concepts, chapters, books or saved queries.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ListArgs {
    /// What to list
    #[arg(value_enum)]
    what: What,
    #[command(flatten)]
    filters: FilterArgs,
    /// At most so many
    #[arg(short = 'n', long, value_name = "N")]
    limit: Option<usize>,
    /// The form of the answer
    #[arg(short, long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum What {
    /// Entries, in reading order
    Entries,
    /// Concepts, those on the most entries first
    Concepts,
    /// Chapters, in the order of the book
    Chapters,
    /// Books
    Books,
    /// The saved queries of notes/library.ron
    Queries,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// A table
    #[default]
    Text,
    /// JSON
    Json,
}

pub(in crate::cli) fn run(
    args: &ListArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    let opened = workspace.open(printer)?;
    let library = &opened.library;
    let book = args.filters.book(library)?;
    let listing = Listing {
        opened: &opened,
        book,
        chapters: args.filters.books.chapters(library)?,
        selected: args.filters.select(&opened)?,
        args,
        words: workspace.words(library, book),
    };
    let (text, count) = match args.what {
        What::Entries => listing.entries(),
        What::Concepts => listing.concepts(),
        What::Chapters => listing.chapters(),
        What::Books => listing.books(),
        What::Queries => listing.queries(),
    };
    if count == 0 && matches!(args.format, Format::Text) {
        printer.note("nothing to list");
        return Ok(Status::Nothing);
    }
    match text {
        Listed::Json(json) => printer.print(&json)?,
        Listed::Table(rows) => printer.print(&table(&rows, printer.styling()))?,
    }
    Ok(if count == 0 {
        Status::Nothing
    } else {
        Status::Done
    })
}

enum Listed {
    Json(String),
    Table(Table),
}

struct Listing<'a> {
    opened: &'a Opened,
    book: Option<BookId>,
    chapters: Vec<ChapterId>,
    /// The entries that pass the filters, in reading order.
    selected: Vec<EntryId>,
    args: &'a ListArgs,
    words: Words,
}

impl Listing<'_> {
    fn library(&self) -> &Library {
        &self.opened.library
    }

    /// Cuts a list to `--limit` and puts it into the form asked for.
    fn list<T>(
        &self,
        mut items: Vec<T>,
        json: impl Fn(&[T]) -> String,
        heads: &[&str],
        row: impl Fn(&T) -> Vec<String>,
    ) -> (Listed, usize) {
        items.truncate(self.args.limit.unwrap_or(usize::MAX));
        let listed = match self.args.format {
            Format::Json => Listed::Json(json(&items)),
            Format::Text => Listed::Table(terminal::Table {
                heads: heads.iter().map(|head| (*head).to_owned()).collect(),
                rows: items.iter().map(row).collect(),
            }),
        };
        (listed, items.len())
    }

    fn entries(&self) -> (Listed, usize) {
        let library = self.library();
        let placement = &self.opened.placement;
        let entries = self.selected.clone();
        let words = self.words;
        self.list(
            entries,
            |entries| json::entries(library, placement, entries),
            &[
                words.pick("기록", "entry"),
                words.pick("날짜", "date"),
                words.pick("쪽", "pages"),
                words.pick("장", "chapter"),
                words.pick("개념#", "concepts#"),
                words.pick("제목", "title"),
            ],
            |&id| {
                let entry = library.brief(id);
                let mut chapters: Vec<String> = placement
                    .chapters(library, id)
                    .map(|chapter| words.short_chapter(library, chapter))
                    .collect();
                if !placement.basis(id).is_certain() && !chapters.is_empty() {
                    let last = chapters.last_mut().into_iter();
                    last.for_each(|last| *last = Words::inferred(last));
                }
                vec![
                    if library.book_count() > 1 {
                        library.qualified_id(id)
                    } else {
                        entry.id.to_owned()
                    },
                    entry.date.map(|date| date.to_string()).unwrap_or_default(),
                    entry
                        .pages
                        .map(|pages| words.pages(pages))
                        .unwrap_or_default(),
                    chapters.join(" → "),
                    self.opened.tagging.tags(id).len().to_string(),
                    entry.title.to_owned(),
                ]
            },
        )
    }

    fn concepts(&self) -> (Listed, usize) {
        let library = self.library();
        let filtered = self.args.filters.any();
        let counts = self.opened.tagging.counts(library, &self.selected);
        let by_book = query::count_by_book(library, &self.opened.tagging, &self.selected);
        let mut concepts: Vec<ConceptId> = library.vocabulary().ids().collect();
        concepts.retain(|concept| !filtered || counts[concept.index()].entries > 0);
        concepts.sort_by_key(|&concept| {
            let count = counts[concept.index()];
            (std::cmp::Reverse((count.entries, count.mentions)), concept)
        });
        let words = self.words;
        let mut heads = vec![
            words.pick("개념", "concept"),
            words.pick("기록#", "entries#"),
            words.pick("언급#", "mentions#"),
            words.pick("종류", "kind"),
            "id",
        ];
        let with_narrower = |&concept: &ConceptId| {
            let family = Family::of(library, concept);
            match family.narrower.is_empty() {
                true => counts[concept.index()].entries as usize,
                false => family.entries(&self.opened.tagging, &self.selected).len(),
            }
        };
        let has_more =
            |concept: &ConceptId| with_narrower(concept) > counts[concept.index()].entries as usize;
        let shown = self.args.limit.unwrap_or(usize::MAX);
        let wide = concepts.iter().take(shown).any(has_more);
        if wide {
            heads.insert(2, words.pick("하위까지#", "with narrower#"));
        }
        let shared = library.book_count() > 1 && self.book.is_none();
        if shared {
            heads.insert(1, words.pick("책#", "books#"));
        }
        self.list(
            concepts,
            |concepts| {
                let entries: Vec<usize> = concepts.iter().map(with_narrower).collect();
                json::concepts(library, (&counts, &entries), &by_book, concepts)
            },
            &heads,
            |&id| {
                let concept = library.vocabulary().get(id);
                let mut row = vec![
                    concept.label_in(words.language()).to_owned(),
                    counts[id.index()].entries.to_string(),
                    counts[id.index()].mentions.to_string(),
                    concept.kind.clone().unwrap_or_default(),
                    concept.id.clone(),
                ];
                if wide {
                    let more = has_more(&id).then(|| with_narrower(&id).to_string());
                    row.insert(2, more.unwrap_or_default());
                }
                if shared {
                    row.insert(1, by_book[id.index()].len().to_string());
                }
                row
            },
        )
    }

    fn chapters(&self) -> (Listed, usize) {
        let library = self.library();
        let placement = &self.opened.placement;
        let chapters: Vec<ChapterId> = library
            .book_ids()
            .filter(|&book| self.book.is_none_or(|only| only == book))
            .flat_map(|book| library.chapters_of(book).collect::<Vec<_>>())
            .filter(|chapter| self.chapters.is_empty() || self.chapters.contains(chapter))
            .collect();
        let words = self.words;
        self.list(
            chapters,
            |chapters| json::chapters(library, placement, chapters),
            &[
                words.pick("장", "chapter"),
                words.pick("제목", "title"),
                words.pick("시작", "starts"),
                words.pick("끝", "ends"),
                words.pick("기록#", "entries#"),
            ],
            |&id| {
                let chapter = library.chapter(id);
                vec![
                    match library.book_count() {
                        0 | 1 => chapter.id.clone(),
                        _ => format!("{}/{}", library.book(id.book).id, chapter.id),
                    },
                    chapter
                        .title
                        .best(words.language())
                        .unwrap_or_default()
                        .to_owned(),
                    placement.extent(id).starts.to_string(),
                    placement.extent(id).ends.to_string(),
                    placement.entries_in(library, id).len().to_string(),
                ]
            },
        )
    }

    fn books(&self) -> (Listed, usize) {
        let library = self.library();
        let books: Vec<BookId> = library
            .book_ids()
            .filter(|&book| self.book.is_none_or(|only| only == book))
            .collect();
        let tagging = &self.opened.tagging;
        let words = self.words;
        self.list(
            books,
            |books| json::books(library, tagging, books),
            &[
                words.pick("책", "book"),
                words.pick("제목", "title"),
                words.pick("지은이", "by"),
                words.pick("읽은 때", "read"),
                words.pick("장#", "chapters#"),
                words.pick("기록#", "entries#"),
                words.pick("개념#", "concepts#"),
            ],
            |&id| {
                let book = library.book(id);
                let facts = BookFacts::of(library, tagging, id);
                vec![
                    book.id.clone(),
                    book.title_in(words.language()).to_owned(),
                    book.authors.join(", "),
                    facts.days().unwrap_or_default(),
                    book.outline.chapters.len().to_string(),
                    facts.entries.to_string(),
                    facts.concepts.to_string(),
                ]
            },
        )
    }

    fn queries(&self) -> (Listed, usize) {
        let opened = self.opened;
        let corpus = Corpus::new(&opened.library, &opened.tagging, &opened.placement);
        let queries = saved_answers(corpus, &|| concept_groups(opened, None));
        let words = self.words;
        let unreadable = words.pick("읽을 수 없음", "cannot be read");
        self.list(
            queries,
            json::queries,
            &[
                words.pick("이름", "name"),
                words.pick("기록#", "entries#"),
                words.pick("질의", "query"),
            ],
            |answer| {
                let count = answer.entries.as_ref();
                vec![
                    answer.saved.name.clone(),
                    count.map_or(unreadable.to_owned(), ToString::to_string),
                    answer.saved.query.clone(),
                ]
            },
        )
    }
}
