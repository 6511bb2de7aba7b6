//! Tables as CSV (RFC 4180), for spreadsheets.

mod chains;
mod entry;
mod gaps;
mod search;
mod similar;

pub use chains::chains;
pub(super) use entry::{ENTRY_HEADINGS, entry_cells};
pub use gaps::gaps;
pub use search::search;
pub use similar::{review, similar};

/// A table as CSV, in UTF-8, with a line of headings and lines that end in a line feed.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, as
/// OWASP advises: a note is text, whatever it starts with.
pub fn table<'a, R>(headings: &[&str], rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = std::borrow::Cow<'a, str>>,
{
    let mut writer = csv::WriterBuilder::new()
        .flexible(true)
        .from_writer(Vec::new());
    let mut write = |row: Vec<String>| {
        let written = writer.write_record(row);
        written.expect("memory can be written to");
    };
    write(headings.iter().map(|&heading| heading.to_owned()).collect());
    for row in rows {
        write(row.into_iter().map(|cell| guarded(&cell)).collect());
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("cells are texts")
}

/// The cell, with an apostrophe before what would be a formula.
fn guarded(cell: &str) -> String {
    // Full-width ones are made plain by some programs.
    let formula = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    match cell.starts_with(formula) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn formulas_are_texts() {
        let cells = ["=HYPERLINK(\"x\")", "a, \"b\"", "한 줄\n두 줄", "-1", "＝1"];
        let printed = super::table(&["a", "b", "c", "d", "e"], [cells.map(Into::into)]);
        assert_eq!(
            printed,
            "a,b,c,d,e\n\"'=HYPERLINK(\"\"x\"\")\",\"a, \"\"b\"\"\",\"한 줄\n두 줄\",'-1,'＝1\n"
        );
    }
}
