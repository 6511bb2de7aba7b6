//! From tags to graphs and answers.

use crate::sample::SAMPLE;
use bookgraph::analyse::{Leiden, Network};
use bookgraph::graph::{Shrinkage, WeightedPair, co_mentions, entry_links};
use bookgraph::model::EntryId;
use bookgraph::query::{ConceptNames, Corpus, Scope};
use bookgraph::summary::{Length, summarize, tell};
use criterion::Criterion;
use std::hint::black_box;

/// What is named together, what is alike, what hangs together.
pub(crate) fn graph(criterion: &mut Criterion) {
    let (library, tagging) = (&SAMPLE.library, &SAMPLE.tagging);
    let entries: Vec<EntryId> = library.entry_ids().collect();
    let mut group = criterion.benchmark_group("graph");
    let count = || co_mentions(library, tagging, black_box(&entries), Shrinkage::default());
    group.bench_function("co-mentions in 1,000 entries", |it| it.iter(count));
    group.bench_function("links of 1,000 entries", |it| {
        it.iter(|| entry_links(library, tagging, black_box(&entries), 2));
    });
    let pairs: Vec<WeightedPair> = count()
        .iter()
        .map(|pair| WeightedPair {
            a: pair.a.index(),
            b: pair.b.index(),
            weight: pair.weight,
        })
        .collect();
    let network = Network::new(library.vocabulary().len(), &pairs);
    let leiden = Leiden {
        runs: 1,
        ..Leiden::default()
    };
    group.bench_function("a run of Leiden on 500 concepts", |it| {
        it.iter(|| leiden.partition(black_box(&network)));
    });
    group.finish();
}

/// A query, and what a book says.
pub(crate) fn answers(criterion: &mut Criterion) {
    let (library, tagging) = (&SAMPLE.library, &SAMPLE.tagging);
    let placement = &SAMPLE.placement;
    let names = ConceptNames::of(library);
    let corpus = Corpus::new(library, tagging, placement);
    let label = |at: usize| library.vocabulary().concepts()[at].id.as_str();
    let asked = format!("{} OR ({} -{}) pages:1-900", label(3), label(7), label(11));
    let mut group = criterion.benchmark_group("answers");
    group.bench_function("read a query and evaluate it", |it| {
        it.iter(|| {
            let scope = Scope::new(library, &names);
            let condition = scope.condition(black_box(&asked)).expect("a query");
            condition.entries(corpus)
        });
    });
    let book = library.book_ids().next().expect("a book");
    group.sample_size(20);
    group.bench_function("tell a book of 20 chapters", |it| {
        it.iter(|| {
            let chapters = summarize(library, tagging, placement, black_box(book));
            tell(library, tagging, &chapters, Length::Normal)
        });
    });
    group.finish();
}
