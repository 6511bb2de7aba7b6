//! Tables for `neo4j-admin database import`.

use super::cell::cell;
use super::cypher::{label, type_name};
use super::record::{EdgeField, FieldType, NodeField, Value};
use super::{Exported, Exporter, Folder, Form};
use std::borrow::Cow;
use std::io::{self, Write};

/// `nodes.csv` and `relationships.csv` with typed headings; lists have `;` between
/// their items, and texts may have line breaks (`--multiline-fields=true`).
pub(super) struct Neo4j;

impl Exporter for Neo4j {
    fn name(&self) -> &'static str {
        "neo4j"
    }

    fn about(&self) -> &'static str {
        "Tables for neo4j-admin database import, the fast way for large libraries"
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
    folder.file("relationships.csv", &mut |out| relationships(exported, out))
}

fn nodes(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    for heading in ["id:ID", ":LABEL", "label"] {
        table.write_field(heading)?;
    }
    for field in NodeField::ALL {
        table.write_field(heading(field.name(), field.field_type()))?;
    }
    table.write_record(None::<&[u8]>)?;
    exported.each_node(&mut |node| {
        table.write_field(node.id)?;
        table.write_field(label(node.kind))?;
        table.write_field(node.label)?;
        let mut known = node.values.iter().peekable();
        for field in NodeField::ALL {
            let value = known.next_if(|(of, _)| *of == field);
            table.write_field(listed(value.map(|(_, value)| value)).as_bytes())?;
        }
        Ok(table.write_record(None::<&[u8]>)?)
    })?;
    table.flush()
}

fn relationships(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    for heading in [":START_ID", ":END_ID", ":TYPE", "weight:double"] {
        table.write_field(heading)?;
    }
    for field in EdgeField::ALL {
        table.write_field(heading(field.name(), field.field_type()))?;
    }
    table.write_record(None::<&[u8]>)?;
    exported.each_edge(&mut |edge| {
        table.write_field(edge.source)?;
        table.write_field(edge.target)?;
        table.write_field(type_name(edge.kind))?;
        table.write_field(edge.weight.to_string())?;
        let mut known = edge.values.iter().peekable();
        for field in EdgeField::ALL {
            let value = known.next_if(|(of, _)| *of == field);
            table.write_field(listed(value.map(|(_, value)| value)).as_bytes())?;
        }
        Ok(table.write_record(None::<&[u8]>)?)
    })?;
    table.flush()
}

/// A cell; in a list, a semicolon inside of an item becomes a comma.
fn listed<'v>(value: Option<&Value<'v>>) -> Cow<'v, str> {
    match value {
        None => Cow::Borrowed(""),
        Some(Value::Texts(texts)) => {
            let texts: Vec<String> = texts.iter().map(|text| text.replace(';', ",")).collect();
            Cow::Owned(texts.join(";"))
        }
        Some(value) => cell(value, ";"),
    }
}

/// `first_page:int`.
fn heading(name: &str, of_type: FieldType) -> String {
    let of_type = match of_type {
        FieldType::Text => return name.to_owned(),
        FieldType::Texts => "string[]",
        FieldType::Integer => "int",
        FieldType::Number => "double",
        FieldType::Date => "date",
    };
    format!("{name}:{of_type}")
}
