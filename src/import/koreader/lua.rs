//! Tables that a Lua program has written: `return { ["title"] = "…", … }`.
//!
//! Nothing is run: the file is parsed, and of its tables the constants are taken.

use full_moon::ast::{Ast, Expression, Field, LastStmt, TableConstructor, UnOp};
use full_moon::tokenizer::{Position, StringLiteralQuoteType, TokenReference, TokenType};

/// Tables nested deeper are none of KOReader's.
const DEEPEST: usize = 100;

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
        if depth(text) > DEEPEST {
            return Err(Fault {
                at: 0,
                message: format!("tables are nested deeper than {DEEPEST} levels"),
            });
        }
        let ast = full_moon::parse(text).map_err(|errors| {
            let first = errors.first();
            Fault {
                at: first.map_or(0, |error| error.range().0.bytes()),
                message: first.map_or_else(String::new, |error| error.error_message().into_owned()),
            }
        })?;
        returned(&ast).map(table).ok_or_else(|| Fault {
            at: 0,
            message: "the file returns no table".to_owned(),
        })
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

/// How deep curly brackets are nested, those in texts included.
fn depth(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn returned(ast: &Ast) -> Option<&TableConstructor> {
    let LastStmt::Return(returned) = ast.nodes().last_stmt()? else {
        return None;
    };
    match returned.returns().iter().next()? {
        Expression::TableConstructor(table) => Some(table),
        _ => None,
    }
}

fn table(constructor: &TableConstructor) -> Table {
    let mut table = Table::default();
    let mut next = 1_usize;
    for field in constructor.fields() {
        let read = match field {
            Field::ExpressionKey {
                brackets,
                key,
                value,
                ..
            } => {
                let at = brackets.tokens().0.start_position();
                key_of(key).and_then(|key| Some((key, self::value(value)?, at.bytes())))
            }
            Field::NameKey { key, value, .. } => {
                let at = key.start_position();
                self::value(value).map(|value| (key.token().to_string(), value, at.bytes()))
            }
            Field::NoKey(expression) => {
                let number = next.to_string();
                next += 1;
                value(expression).map(|value| (number, value, start(expression).bytes()))
            }
            _ => None,
        };
        table.fields.extend(read);
    }
    table
}

fn start(expression: &Expression) -> Position {
    use full_moon::node::Node;
    expression.start_position().unwrap_or_default()
}

fn key_of(key: &Expression) -> Option<String> {
    match value(key)? {
        Value::Text(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn value(expression: &Expression) -> Option<Value> {
    Some(match expression {
        Expression::TableConstructor(inside) => Value::Table(table(inside)),
        Expression::String(token) => Value::Text(literal(token)?),
        Expression::Number(token) => Value::Number(token.token().to_string().parse().ok()?),
        Expression::Symbol(token) => match token.token().to_string().as_str() {
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            _ => return None,
        },
        Expression::UnaryOperator {
            unop: UnOp::Minus(_),
            expression,
        } => match value(expression)? {
            Value::Number(number) => Value::Number(-number),
            _ => return None,
        },
        _ => return None,
    })
}

/// A text with its escapes resolved; `\ddd` is a byte.
fn literal(token: &TokenReference) -> Option<String> {
    let TokenType::StringLiteral {
        literal,
        quote_type,
        ..
    } = token.token().token_type()
    else {
        return None;
    };
    let text = literal.to_string();
    if *quote_type == StringLiteralQuoteType::Brackets {
        return Some(text.strip_prefix('\n').unwrap_or(&text).to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'\\' {
            bytes.push(*first);
            continue;
        }
        let digits = rest
            .iter()
            .take(3)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        if digits > 0 {
            let number = std::str::from_utf8(&rest[..digits])
                .ok()?
                .parse::<u8>()
                .ok()?;
            bytes.push(number);
            rest = &rest[digits..];
        } else if let [escaped, after @ ..] = rest {
            rest = after;
            bytes.push(match escaped {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                other => *other,
            });
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
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
