//! How long the hot pieces take, one by one: `cargo bench --bench pieces`. With `-- --test`
//! each runs once, and `-- NAME` picks some.
//!
//! All work on one library that is made up: 1,000 entries of some 400 characters, in
//! Korean and English, and 500 concepts.

mod drawing;
#[path = "../matching/corpus.rs"]
mod made_up;
mod reading;
mod sample;
mod science;

use criterion::{criterion_group, criterion_main};

criterion_group!(
    pieces,
    reading::text,
    reading::notes,
    science::graph,
    science::answers,
    drawing::layout,
    drawing::pictures
);
criterion_main!(pieces);
