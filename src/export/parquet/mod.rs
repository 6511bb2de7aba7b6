//! Tables as Parquet, for DuckDB, Spark, pandas, Polars and warehouses.

mod rows;
mod table;

use super::exported::Exported;
use super::{Exporter, Folder, Form};
use std::io::{self, Write};
use table::Table;

/// A table a file. They hold what the graph is counted from, so that `sql/` can count
/// it anew where the notes are too many for one machine: see docs/scale-out.md.
pub(super) struct Parquet;

impl Exporter for Parquet {
    fn name(&self) -> &'static str {
        "parquet"
    }

    fn about(&self) -> &'static str {
        "Tables of entries, concepts, mentions and links, for DuckDB, Spark, pandas"
    }

    fn ending(&self) -> &'static str {
        "parquet"
    }

    fn form(&self) -> Form {
        Form::Many(write)
    }
}

/// A table: its name, its columns, and what fills it.
type Filled = (
    &'static str,
    &'static str,
    fn(&Exported<'_>, &mut Table<'_>) -> io::Result<()>,
);

/// All tables, with their columns in the language of Parquet's schemas.
const TABLES: [Filled; 8] = [
    (
        "books",
        "required binary id (STRING); required binary title (STRING); required binary language (STRING); optional int32 pages;",
        rows::books,
    ),
    (
        "chapters",
        "required binary id (STRING); required binary book (STRING); optional int32 number; required binary title (STRING); optional int32 first_page; optional int32 last_page;",
        rows::chapters,
    ),
    (
        "entries",
        "required binary id (STRING); required int32 position; required binary book (STRING); required binary title (STRING); optional int32 date (DATE); optional int32 day; optional int32 first_page; optional int32 last_page; required int32 sentences; required binary text (STRING);",
        rows::entries,
    ),
    (
        "concepts",
        "required binary id (STRING); required int32 position; required binary label (STRING); optional binary sort (STRING); optional binary definition (STRING);",
        rows::concepts,
    ),
    (
        "names",
        "required binary concept (STRING); required binary language (STRING); required binary name (STRING); required boolean preferred;",
        rows::names,
    ),
    (
        "tags",
        "required binary entry (STRING); required binary concept (STRING); required binary origin (STRING); required int32 mentions; required float salience; required boolean passing;",
        rows::tags,
    ),
    (
        "mentions",
        "required binary entry (STRING); required binary concept (STRING); required binary field (STRING); optional int32 sentence; required int32 start; required int32 stop;",
        rows::mentions,
    ),
    (
        "links",
        "required binary source (STRING); required binary target (STRING); required binary kind (STRING); required float weight; optional float count; optional float expected; optional int32 sentences; optional int32 entries; optional int32 shared;",
        rows::links,
    ),
];

fn write(exported: &Exported<'_>, folder: &mut dyn Folder) -> io::Result<()> {
    for (name, columns, fill) in TABLES {
        folder.file(
            &format!("{name}.parquet"),
            &mut |out: &mut (dyn Write + Send)| {
                let mut table = Table::new(name, columns, out)?;
                fill(exported, &mut table)?;
                table.finish()
            },
        )?;
    }
    Ok(())
}
