//! Nodes and edges as two tables of CSV.

use super::cell::{cell, guarded};
use super::record::{EdgeField, NodeField};
use super::{Exported, Exporter, Folder, Form};
use std::io::{self, Write};

/// `nodes.csv` and `edges.csv`, with the headings that Gephi knows (RFC 4180).
pub(super) struct CsvTables;

impl Exporter for CsvTables {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "Nodes and edges as two tables, for spreadsheets, Gephi, databases"
    }

    fn ending(&self) -> &'static str {
        "csv"
    }

    fn form(&self) -> Form {
        Form::Many(write)
    }
}

fn write(exported: &Exported<'_>, folder: &mut dyn Folder) -> io::Result<()> {
    folder.file("nodes.csv", &mut |out| nodes(exported, out))?;
    folder.file("edges.csv", &mut |out| edges(exported, out))
}

fn nodes(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let fields = NodeField::ALL.map(NodeField::name);
    table.write_record(["Id", "Kind", "Label"].iter().chain(&fields))?;
    exported.each_node(&mut |node| {
        table.write_field(node.id)?;
        table.write_field(node.kind.name())?;
        table.write_field(guarded(node.label).as_bytes())?;
        let mut known = node.values.iter().peekable();
        for field in NodeField::ALL {
            match known.next_if(|(of, _)| *of == field) {
                Some((_, value)) => table.write_field(guarded(&cell(value, "; ")).as_bytes())?,
                None => table.write_field("")?,
            }
        }
        Ok(table.write_record(None::<&[u8]>)?)
    })?;
    table.flush()
}

fn edges(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    let fields = EdgeField::ALL.map(EdgeField::name);
    table.write_record(
        ["Source", "Target", "Type", "Kind", "Weight"]
            .iter()
            .chain(&fields),
    )?;
    exported.each_edge(&mut |edge| {
        table.write_field(edge.source)?;
        table.write_field(edge.target)?;
        table.write_field(match edge.kind.is_mutual() {
            true => "Undirected",
            false => "Directed",
        })?;
        table.write_field(edge.kind.name())?;
        table.write_field(edge.weight.to_string())?;
        let mut known = edge.values.iter().peekable();
        for field in EdgeField::ALL {
            match known.next_if(|(of, _)| *of == field) {
                Some((_, value)) => table.write_field(guarded(&cell(value, "; ")).as_bytes())?,
                None => table.write_field("")?,
            }
        }
        Ok(table.write_record(None::<&[u8]>)?)
    })?;
    table.flush()
}
