//! The `bookgraph` program.

fn main() {}
