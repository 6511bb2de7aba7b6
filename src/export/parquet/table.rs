//! A table that is written a group of rows at a time.

use parquet::basic::{Compression, Repetition, Type};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::io::{self, Write};
use std::sync::Arc;

/// As many rows are gathered before they are written …
const ROWS: usize = 1 << 16;
/// … or as many bytes of text.
const BYTES: usize = 8 << 20;

/// A value of a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cell<'a> {
    Text(&'a str),
    Whole(u32),
    /// Days since 1970-01-01.
    Days(i32),
    Number(f32),
    Flag(bool),
    Nothing,
}

/// The values of a column in a group of rows, and for each row whether there is one.
struct Column {
    values: Values,
    /// 1 where there is a value and 0 where there is none; `None` where there is always
    /// one.
    defined: Option<Vec<i16>>,
}

enum Values {
    Texts(Vec<ByteArray>),
    Wholes(Vec<i32>),
    Numbers(Vec<f32>),
    Flags(Vec<bool>),
}

/// A table in the making.
pub(super) struct Table<'a> {
    writer: SerializedFileWriter<&'a mut (dyn Write + Send)>,
    columns: Vec<Column>,
    rows: usize,
    bytes: usize,
}

impl<'a> Table<'a> {
    /// A table with columns in the language of Parquet's schemas.
    pub(super) fn new(
        name: &str,
        columns: &str,
        out: &'a mut (dyn Write + Send),
    ) -> io::Result<Self> {
        let schema = parse_message_type(&format!("message {name} {{ {columns} }}"))?;
        let columns = schema.get_fields().iter();
        let columns = columns.map(|field| Column {
            values: Values::of(field.get_physical_type()),
            defined: match field.get_basic_info().repetition() {
                Repetition::OPTIONAL => Some(Vec::new()),
                _ => None,
            },
        });
        let columns = columns.collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by("bookgraph".to_owned())
            .build();
        Ok(Self {
            writer: SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))?,
            columns,
            rows: 0,
            bytes: 0,
        })
    }

    /// Adds a row: a cell for each column, of its type.
    ///
    /// # Panics
    ///
    /// When a cell is not of its column's type.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        assert_eq!(cells.len(), self.columns.len(), "a cell for each column");
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            self.bytes += column.push(*cell);
        }
        self.rows += 1;
        match self.rows >= ROWS || self.bytes >= BYTES {
            true => self.give(),
            false => Ok(()),
        }
    }

    /// Writes the rest and the table's end.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.give()?;
        self.writer.close()?;
        Ok(())
    }

    fn give(&mut self) -> io::Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        let mut columns = self.columns.iter_mut();
        while let (Some(mut writer), Some(column)) = (group.next_column()?, columns.next()) {
            column.give(writer.untyped())?;
            writer.close()?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

impl Values {
    fn of(physical: Type) -> Self {
        match physical {
            Type::INT32 => Self::Wholes(Vec::new()),
            Type::FLOAT => Self::Numbers(Vec::new()),
            Type::BOOLEAN => Self::Flags(Vec::new()),
            _ => Self::Texts(Vec::new()),
        }
    }
}

impl Column {
    /// Adds a value; gives how many bytes of text it has.
    fn push(&mut self, cell: Cell<'_>) -> usize {
        if let Some(defined) = &mut self.defined {
            defined.push(i16::from(!matches!(cell, Cell::Nothing)));
        }
        match (&mut self.values, cell) {
            (Values::Texts(texts), Cell::Text(text)) => {
                texts.push(ByteArray::from(text.as_bytes().to_vec()));
                return text.len();
            }
            (Values::Wholes(values), Cell::Whole(value)) => {
                values.push(i32::try_from(value).unwrap_or(i32::MAX));
            }
            (Values::Wholes(values), Cell::Days(days)) => values.push(days),
            (Values::Numbers(values), Cell::Number(value)) => values.push(value),
            (Values::Flags(values), Cell::Flag(value)) => values.push(value),
            (_, Cell::Nothing) if self.defined.is_some() => {}
            (_, cell) => unreachable!("{cell:?} is of another type than its column"),
        }
        0
    }

    /// Writes the values and forgets them.
    fn give(&mut self, writer: &mut ColumnWriter<'_>) -> io::Result<()> {
        let levels = self.defined.as_deref();
        match (writer, &mut self.values) {
            (ColumnWriter::ByteArrayColumnWriter(writer), Values::Texts(values)) => {
                writer.write_batch(values, levels, None)?;
                values.clear();
            }
            (ColumnWriter::Int32ColumnWriter(writer), Values::Wholes(values)) => {
                writer.write_batch(values, levels, None)?;
                values.clear();
            }
            (ColumnWriter::FloatColumnWriter(writer), Values::Numbers(values)) => {
                writer.write_batch(values, levels, None)?;
                values.clear();
            }
            (ColumnWriter::BoolColumnWriter(writer), Values::Flags(values)) => {
                writer.write_batch(values, levels, None)?;
                values.clear();
            }
            _ => unreachable!("columns are made from the schema"),
        }
        if let Some(defined) = &mut self.defined {
            defined.clear();
        }
        Ok(())
    }
}
