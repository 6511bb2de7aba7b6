//! From graphs to pictures.

use crate::sample::SAMPLE;
use bookgraph::analyse::Random;
use bookgraph::map::layout::{LayoutEdge, LayoutGraph, LayoutOptions, lay_out};
use bookgraph::map::{self, MapOptions, MapSource, Size};
use bookgraph::render::svg::SvgOptions;
use bookgraph::render::theme::Theme;
use bookgraph::render::{dot, svg};
use criterion::{BenchmarkId, Criterion};
use std::hint::black_box;

/// Placing boxes.
pub(crate) fn layout(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout");
    group.sample_size(10);
    for boxes in [8, 13, 50] {
        let graph = graph(boxes);
        group.bench_function(BenchmarkId::new("boxes", boxes), |it| {
            it.iter(|| lay_out(black_box(&graph), &[], &LayoutOptions::default()));
        });
    }
    group.finish();
}

/// Writing pictures.
pub(crate) fn pictures(criterion: &mut Criterion) {
    let options = MapOptions {
        top: Some(40),
        ..MapOptions::default()
    };
    let (library, tagging) = (&SAMPLE.library, &SAMPLE.tagging);
    let source = MapSource::new(library, tagging, &SAMPLE.placement, &options);
    let scene = &map::book(&source)[0];
    let mut group = criterion.benchmark_group("pictures");
    group.bench_function("a map of 40 concepts as SVG", |it| {
        it.iter(|| svg::print(black_box(scene), &SvgOptions::default()));
    });
    group.bench_function("a map of 40 concepts as DOT", |it| {
        it.iter(|| dot::print(black_box(scene), Theme::Light));
    });
    group.finish();
}

/// Boxes in groups of seven, each linked with one before it and some others.
fn graph(boxes: usize) -> LayoutGraph {
    let mut random = Random::new(1);
    let mut edges = Vec::new();
    for b in 1..boxes {
        for a in [random.below(b), random.below(b)] {
            edges.push(LayoutEdge {
                a,
                b,
                weight: random.unit(),
            });
        }
    }
    LayoutGraph {
        boxes: (0..boxes)
            .map(|_| Size::new(60.0 + 60.0 * random.unit(), 28.0))
            .collect(),
        edges,
        groups: (0..boxes).map(|at| at / 7).collect(),
    }
}
