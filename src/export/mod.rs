//! Library, tags and graph → files of other tools. One file for each kind, behind one
//! trait.
//!
//! What is exported is read once ([`Exported`]); an exporter is given nodes and edges
//! one after the other and writes each before it gets the next, so that memory does
//! not grow with what is written. Ids are made of the reader's own, and so the same
//! next time.

mod anki;
mod canvas;
mod cell;
mod csv_tables;
mod cypher;
mod cytoscape;
mod dot;
mod edges;
mod exported;
mod file_names;
mod folder;
mod gexf;
mod graphml;
mod json_text;
mod library_json;
mod logseq;
mod markdown_text;
mod mermaid;
mod names;
mod neo4j;
mod node_link;
mod nodes;
mod obsidian;
mod pages;
mod pair;
mod parquet;
mod rdf;
mod record;
mod stream;
mod xml;

pub use exported::Exported;
pub use folder::Folder;

use std::io::{self, Write};

/// Writes for one kind of tool.
pub trait Exporter: Sync {
    /// What the kind is called on the command line.
    fn name(&self) -> &'static str;

    /// What it is for, in one line.
    fn about(&self) -> &'static str;

    /// What the names of its files end in, without a dot.
    fn ending(&self) -> &'static str;

    /// One file or several, and what writes them.
    fn form(&self) -> Form;
}

/// Where an export goes.
#[derive(Clone, Copy)]
pub enum Form {
    /// Into one file.
    One(fn(&Exported<'_>, &mut dyn Write) -> io::Result<()>),
    /// Into a folder with files.
    Many(fn(&Exported<'_>, &mut dyn Folder) -> io::Result<()>),
}

/// All exporters, in the order they are listed.
pub const EXPORTERS: [&dyn Exporter; 17] = [
    &library_json::LibraryJson,
    &graphml::GraphMl,
    &gexf::Gexf,
    &node_link::NodeLink,
    &cytoscape::Cytoscape,
    &csv_tables::CsvTables,
    &dot::Dot,
    &mermaid::Mermaid,
    &canvas::Canvas,
    &obsidian::Obsidian,
    &logseq::Logseq,
    &rdf::Skos,
    &rdf::Rdf,
    &anki::Anki,
    &cypher::Cypher,
    &neo4j::Neo4j,
    &parquet::Parquet,
];
