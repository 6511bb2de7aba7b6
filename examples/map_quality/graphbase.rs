//! Books of the Stanford GraphBase: which characters meet in each chapter.
//!
//! The files (`anna.dat`, `david.dat`, `huck.dat` and others) are by D. Knuth,
//! "The Stanford GraphBase" (ACM Press, 1993), and may be copied freely.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// A book as its characters and who meets whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Book {
    /// The title and the author, as the file has them.
    pub(crate) title: String,
    /// The characters' names, in the order of the file.
    pub(crate) characters: Vec<String>,
    /// The chapters, in the order of the book.
    pub(crate) chapters: Vec<Chapter>,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chapter {
    /// Its number: `7`, or `1.7` in a book of several parts.
    pub(crate) name: String,
    /// The characters that meet, as indices into [`Book::characters`],
    /// ascending. A character may be alone.
    pub(crate) groups: Vec<Vec<usize>>,
}

/// Why a file could not be read.
#[derive(Debug)]
pub(crate) struct Error {
    path: PathBuf,
    /// From 1; `None` for the file as a whole.
    line: Option<usize>,
    message: String,
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        write!(out, ": {}", self.message)
    }
}

impl std::error::Error for Error {}

/// Reads a book.
pub(crate) fn read(path: impl AsRef<Path>) -> Result<Book, Error> {
    let path = path.as_ref();
    let error = |line, message| Error {
        path: path.to_owned(),
        line,
        message,
    };
    let text = std::fs::read_to_string(path).map_err(|e| error(None, e.to_string()))?;
    parse(&text).map_err(|(line, message)| error(line, message))
}

/// A line, or none for the whole file, and what is wrong there.
type Problem = (Option<usize>, String);

fn parse(text: &str) -> Result<Book, Problem> {
    let mut comments = text.lines().filter_map(|line| line.strip_prefix('*'));
    let title = comments.nth(1).map_or("", str::trim).to_owned();
    let mut numbered = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.starts_with('*'));

    let mut characters = Vec::new();
    let mut code = BTreeMap::new();
    // An empty line stands between the characters and the chapters.
    for (number, line) in numbered.by_ref().take_while(|(_, line)| !line.is_empty()) {
        let (short, name) = character(line).map_err(|message| (Some(number), message))?;
        if code.insert(short, characters.len()).is_some() {
            return Err((Some(number), format!("a second character `{short}`")));
        }
        characters.push(name.to_owned());
    }
    let mut chapters: Vec<Chapter> = Vec::new();
    for (number, line) in numbered.filter(|(_, line)| !line.is_empty()) {
        let (name, groups) = meetings(line, &code).map_err(|message| (Some(number), message))?;
        match chapters.last_mut() {
            // A long chapter goes on: `&:AA,BB`.
            Some(chapter) if name == "&" => chapter.groups.extend(groups),
            None if name == "&" => return Err((Some(number), "no chapter to go on".to_owned())),
            _ => chapters.push(Chapter {
                name: name.to_owned(),
                groups,
            }),
        }
    }
    match characters.is_empty() || chapters.is_empty() {
        true => Err((None, "no book of the Stanford GraphBase".to_owned())),
        false => Ok(Book {
            title,
            characters,
            chapters,
        }),
    }
}

/// `AL Alexey Alexandrovitch Karenin, minister of state`: the code, and the
/// name up to the comma.
fn character(line: &str) -> Result<(&str, &str), String> {
    let (code, rest) = line.split_once(' ').unwrap_or((line, ""));
    let name = rest.split_once(',').map_or(rest, |(name, _)| name).trim();
    match code.len() == 2 && !name.is_empty() {
        true => Ok((code, name)),
        false => Err("not a character: a code of two letters and a name".to_owned()),
    }
}

/// `1.2:ST,MR;ST,PH,MA`: a chapter and who meets in it. In some files a
/// chapter where nobody meets is just its name.
fn meetings<'a>(
    line: &'a str,
    code: &BTreeMap<&str, usize>,
) -> Result<(&'a str, Vec<Vec<usize>>), String> {
    let (name, rest) = line.split_once(':').unwrap_or((line, ""));
    if name.is_empty() || name.contains([',', ';', ' ']) {
        return Err("not a chapter: a name, a colon, and codes of characters".to_owned());
    }
    let group = |codes: &str| {
        let known = |short: &str| {
            let index = code.get(short).copied();
            index.ok_or_else(|| format!("no character has the code `{short}`"))
        };
        let mut group = codes.split(',').map(known).collect::<Result<Vec<_>, _>>()?;
        group.sort_unstable();
        group.dedup();
        Ok::<_, String>(group)
    };
    let groups = rest.split(';').filter(|codes| !codes.is_empty());
    Ok((name, groups.map(group).collect::<Result<Vec<_>, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOOK: &str = "* File \"two.dat\"\n* Two, by One\nAA Anna, wife of BB\nBB Count Bol\n\n1.1:AA,BB;BB\n1.2\n&:BB\n* End\n";

    #[test]
    fn a_book_is_read() {
        let book = parse(BOOK).unwrap();
        assert_eq!(book.title, "Two, by One");
        assert_eq!(book.characters, ["Anna", "Count Bol"]);
        assert_eq!(book.chapters[0].groups, [vec![0, 1], vec![1]]);
        assert_eq!(book.chapters[1].groups, [vec![1]]);
    }

    #[test]
    fn a_problem_has_its_line() {
        let line = |text: &str| parse(text).unwrap_err().0;
        assert_eq!(line(&BOOK.replace("1.1:AA", "1.1:XX")), Some(6));
        assert_eq!(
            line(&BOOK.replace("BB Count Bol", "BBB Count Bol")),
            Some(4)
        );
        assert_eq!(line(&BOOK.replace("BB Count", "AA Count")), Some(4));
        assert_eq!(line(""), None);
    }
}
