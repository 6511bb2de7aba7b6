//! Constants of Lua, from a text.

use super::{Fault, Table, Value};

/// Tables nested deeper are none of KOReader's.
const DEEPEST: usize = 100;

/// A place in a text.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// `return { … }`
    pub(super) fn file(&mut self) -> Result<Table, Fault> {
        self.skip();
        if self.word() != "return" {
            return Err(self.fault("the file returns no table"));
        }
        self.skip();
        match self.value(0)? {
            Some(Value::Table(table)) => Ok(table),
            _ => Err(self.fault("the file returns no table")),
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn fault(&self, message: impl Into<String>) -> Fault {
        Fault {
            at: self.at,
            message: message.into(),
        }
    }

    /// Takes a piece that stands here.
    fn take(&mut self, piece: &str) -> bool {
        let here = self.rest().starts_with(piece);
        self.at += if here { piece.len() } else { 0 };
        here
    }

    /// Goes over white space and comments.
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if !self.take("--") {
                return;
            }
            if self.long_text().is_none() {
                let line = self.rest().find('\n').unwrap_or(self.rest().len());
                self.at += line;
            }
        }
    }

    /// A name; empty when none stands here.
    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let length = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// A value; none for `nil`.
    fn value(&mut self, depth: usize) -> Result<Option<Value>, Fault> {
        let start = self.at;
        let value = match self.rest().chars().next() {
            Some('{') => Value::Table(self.table(depth)?),
            Some(mark @ ('"' | '\'')) => Value::Text(self.quoted(mark)?),
            Some('[') => match self.long_text() {
                Some(text) => Value::Text(text.to_owned()),
                None => return Err(self.fault("this text has no end")),
            },
            Some(c) if c.is_ascii_digit() || matches!(c, '-' | '.') => self.number()?,
            _ => match self.word() {
                "true" => Value::Flag(true),
                "false" => Value::Flag(false),
                "nil" => return Ok(None),
                _ => {
                    self.at = start;
                    return Err(self.fault("a text, a number or a table should stand here"));
                }
            },
        };
        Ok(Some(value))
    }

    fn table(&mut self, depth: usize) -> Result<Table, Fault> {
        if depth >= DEEPEST {
            return Err(self.fault(format!("tables are nested deeper than {DEEPEST} levels")));
        }
        self.take("{");
        let mut table = Table::default();
        let mut next = 1_usize;
        loop {
            self.skip();
            if self.take("}") {
                return Ok(table);
            }
            let at = self.at;
            let key = match self.key(depth)? {
                Some(key) => key,
                None => {
                    next += 1;
                    (next - 1).to_string()
                }
            };
            self.skip();
            let value = self.value(depth + 1)?;
            table.fields.extend(value.map(|value| (key, value, at)));
            self.skip();
            if !self.take(",") && !self.take(";") && !self.rest().starts_with('}') {
                return Err(self.fault("a comma or a closing bracket is missing"));
            }
        }
    }

    /// `["title"] =`, `[1] =` or `title =`; none where a value stands alone.
    fn key(&mut self, depth: usize) -> Result<Option<String>, Fault> {
        let start = self.at;
        let rest = self.rest();
        let key = if rest.starts_with('[') && !rest.starts_with("[[") && !rest.starts_with("[=") {
            self.take("[");
            self.skip();
            let key = match self.value(depth + 1)? {
                Some(Value::Text(text)) => text,
                Some(Value::Number(number)) => number.to_string(),
                _ => return Err(self.fault("a key is a text or a number")),
            };
            self.skip();
            if !self.take("]") {
                return Err(self.fault("a closing bracket is missing"));
            }
            key
        } else {
            self.word().to_owned()
        };
        self.skip();
        if !key.is_empty() && !self.rest().starts_with("==") && self.take("=") {
            return Ok(Some(key));
        }
        self.at = start;
        Ok(None)
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let rest = self.rest();
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
        let length = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let number = rest[..length].parse().ok();
        let number = number.ok_or_else(|| self.fault("this is no number"))?;
        self.at += length;
        Ok(Value::Number(number))
    }

    /// A text in quotation marks, with its escapes resolved; `\\ddd` is a byte.
    fn quoted(&mut self, mark: char) -> Result<String, Fault> {
        let mut bytes = Vec::new();
        let mut rest = self.rest().as_bytes().get(1..).unwrap_or_default();
        let open = self.fault("this text has no end");
        loop {
            let [first, after @ ..] = rest else {
                return Err(open);
            };
            rest = after;
            match *first {
                b'\\' => rest = escape(rest, &mut bytes),
                // A line ends a text, unless a backslash stands before it.
                b'\n' => return Err(open),
                end if char::from(end) == mark => break,
                other => bytes.push(other),
            }
        }
        self.at = self.text.len() - rest.len();
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// `[[ … ]]` or `[=[ … ]=]`, without the line break at its start.
    fn long_text(&mut self) -> Option<&'a str> {
        let rest = self.rest().strip_prefix('[')?;
        let level = rest.len() - rest.trim_start_matches('=').len();
        let inside = rest[level..].strip_prefix('[')?;
        let closing = format!("]{}]", "=".repeat(level));
        let length = inside.find(&closing)?;
        let start = self.text.len() - inside.len();
        self.at = start + length + closing.len();
        let text = &inside[..length];
        Some(text.strip_prefix('\n').unwrap_or(text))
    }
}

/// What stands after a backslash; gives the rest.
fn escape<'a>(rest: &'a [u8], bytes: &mut Vec<u8>) -> &'a [u8] {
    let digits = rest.iter().take(3).take_while(|byte| byte.is_ascii_digit());
    let digits = digits.count();
    if digits > 0 {
        let number = rest[..digits]
            .iter()
            .fold(0_u32, |number, digit| number * 10 + u32::from(digit - b'0'));
        bytes.push(u8::try_from(number).unwrap_or(b'?'));
        return &rest[digits..];
    }
    let [escaped, after @ ..] = rest else {
        return rest;
    };
    bytes.push(match escaped {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        other => *other,
    });
    after
}
