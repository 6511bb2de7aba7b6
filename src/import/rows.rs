//! The rows of a table in CSV, by the heads of their columns.

use super::note::Imported;
use crate::source::{Place, SourceFile};
use csv::{ReaderBuilder, StringRecord};
use std::sync::Arc;

/// A table.
pub(super) struct Rows<'a> {
    file: &'a Arc<SourceFile>,
    heads: Vec<String>,
    records: Vec<StringRecord>,
}

/// A row of a table.
pub(super) struct Row<'a> {
    table: &'a Rows<'a>,
    record: &'a StringRecord,
}

impl<'a> Rows<'a> {
    /// Reads a table that must have these columns. A tab or a semicolon may stand in
    /// the place of the comma. Rows that cannot be read, and what is in them beyond
    /// the last column, are reported.
    pub(super) fn read(
        file: &'a Arc<SourceFile>,
        needed: &[&str],
        imported: &mut Imported,
    ) -> Option<Self> {
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .delimiter(delimiter(&file.text))
            .from_reader(file.text.as_bytes());
        let heads: Vec<String> = match reader.headers() {
            Ok(heads) => heads.iter().map(|head| head.trim().to_owned()).collect(),
            Err(_) => Vec::new(),
        };
        let missing = needed
            .iter()
            .find(|need| !heads.iter().any(|head| head == *need));
        if let Some(missing) = missing {
            imported.report(
                Place::new(file, 0..0),
                format!("the table has no column `{missing}`"),
                "nothing was imported",
                format!("its columns are: {}", heads.join(", ")),
            );
            return None;
        }
        let mut records = Vec::new();
        let mut record = StringRecord::new();
        loop {
            let at = reader.position().byte() as usize;
            match reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) if record.len() > heads.len() => imported.report(
                    Place::new(file, at..at),
                    format!(
                        "this row has {} fields, and the table {} columns",
                        record.len(),
                        heads.len()
                    ),
                    "this row was not imported",
                    "put a field with a comma in it into quotation marks",
                ),
                Ok(true) => records.push(record.clone()),
                Err(error) => imported.report(
                    Place::new(file, at..at),
                    format!("this row cannot be read: {error}"),
                    "this row was not imported",
                    "put it right, and import again",
                ),
            }
        }
        Some(Self {
            file,
            heads,
            records,
        })
    }

    /// The heads of the columns.
    pub(super) fn heads(&self) -> &[String] {
        &self.heads
    }

    /// The rows, in order.
    pub(super) fn iter(&'a self) -> impl Iterator<Item = Row<'a>> {
        self.records.iter().map(|record| Row {
            table: self,
            record,
        })
    }
}

impl Row<'_> {
    /// What stands in a column; empty when the table has none of this name, or the
    /// row ends before it.
    pub(super) fn get(&self, head: &str) -> &str {
        let at = self.table.heads.iter().position(|known| known == head);
        at.and_then(|at| self.record.get(at))
            .unwrap_or_default()
            .trim()
    }

    /// What stands in a column, between commas.
    pub(super) fn list(&self, head: &str) -> Vec<String> {
        let items = self.get(head).split(',').map(|item| item.trim().to_owned());
        items.filter(|item| !item.is_empty()).collect()
    }

    /// Where the row starts.
    pub(super) fn place(&self) -> Place {
        let at = self.record.position().map_or(0, |at| at.byte() as usize);
        // The reader counts empty lines before a row to the row.
        let text = &self.table.file.text[at.min(self.table.file.text.len())..];
        let at = at + text.len() - text.trim_start_matches(['\r', '\n']).len();
        let end = text
            .trim_start_matches(['\r', '\n'])
            .find('\n')
            .map_or(at, |end| at + end);
        Place::new(self.table.file, at..end)
    }
}

/// What stands between the fields of the first line.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let count = |delimiter: char| line.matches(delimiter).count();
    match (count('\t') > count(','), count(';') > count(',')) {
        (true, _) => b'\t',
        (false, true) => b';',
        (false, false) => b',',
    }
}
