//! Tables that a Lua program has written: `return { ["title"] = "…", … }`.
//!
//! Nothing is run, and nothing but constants is read: the parsers of Lua that there
//! are panic on texts that are no Lua, or run them.

mod reader;

use reader::Reader;

/// A value of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(f64),
    Flag(bool),
    Table(Table),
}

/// The fields of a table in order, each with the byte where it starts; an item
/// without a key has its number, from 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub(super) fields: Vec<(String, Value, usize)>,
}

/// What is wrong with a file, and where: a byte.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
}

impl Table {
    /// Reads the table that a file returns.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        Reader::new(text).file()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        let found = self.fields.iter().find(|(key, _, _)| key == name);
        found.map(|(_, value, _)| value)
    }

    pub(super) fn table(&self, name: &str) -> Option<&Self> {
        match self.get(name)? {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// A text, or a number as a text; empty when there is none.
    pub(super) fn text(&self, name: &str) -> String {
        match self.get(name) {
            Some(Value::Text(text)) => text.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }

    /// The tables in it, with the byte where each starts, by their numbers.
    pub(super) fn tables(&self) -> impl Iterator<Item = (&Self, usize)> {
        self.fields.iter().filter_map(|(_, value, at)| match value {
            Value::Table(table) => Some((table, *at)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn tables_as_koreader_writes_them() {
        let text = "-- remark\nreturn {\n [\"a\"] = {\n  [1] = {[\"text\"] = \"둘\\\n줄 \\\"q\\\" \\236\\149\\132\", n = -2.5, [\"ok\"] = true},\n },\n}\n";
        let table = Table::read(text).unwrap();
        let (first, at) = table.table("a").unwrap().tables().next().unwrap();
        assert_eq!(first.text("text"), "둘\n줄 \"q\" 아");
        assert_eq!(first.text("n"), "-2.5");
        assert_eq!(&text[at..at + 3], "[1]");
        let open = "return {\n  [\"a\"] = ";
        assert!(Table::read(open).unwrap_err().at > 9);
        assert!(Table::read(&format!("return {}", "{".repeat(100_000))).is_err());
    }
}
