//! The files of Apple Books, and what is asked of them.

use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The files that were found.
pub(super) struct Found {
    annotations: PathBuf,
    library: Option<PathBuf>,
}

/// An annotation, and the book it is in.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) asset: String,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) selected: Option<String>,
    pub(super) note: Option<String>,
    pub(super) style: Option<i64>,
    pub(super) underlined: bool,
    pub(super) kind: Option<i64>,
    pub(super) deleted: bool,
    /// Seconds since 2001.
    pub(super) created: Option<f64>,
    pub(super) location: Option<String>,
    pub(super) chapter: Option<String>,
}

impl Found {
    /// The files at a path: a file of annotations, with the books beside it or in the
    /// folder next to its own, or a folder that has both.
    pub(super) fn at(path: &Path) -> Option<Self> {
        let annotations = match path.is_dir() {
            true => inside(path, "AEAnnotation")?,
            false => path.to_path_buf(),
        };
        let folder = annotations.parent()?;
        let library = inside(folder, "BKLibrary").or_else(|| inside(folder.parent()?, "BKLibrary"));
        Some(Self {
            annotations,
            library,
        })
    }

    /// All annotations, by book and place, and what to tell the reader.
    pub(super) fn rows(&self) -> Result<(Vec<Row>, Vec<String>), String> {
        let copied = tempfile::tempdir().map_err(|error| error.to_string())?;
        let said = |error: rusqlite::Error| error.to_string();
        let database = open(&self.annotations, &copied)?;
        let mut remarks = Vec::new();
        let joined = match &self.library {
            Some(library) => {
                let library = copy(library, &copied)?;
                let attach = "ATTACH DATABASE ?1 AS books";
                database
                    .execute(attach, [library.to_string_lossy()])
                    .map_err(said)?;
                true
            }
            None => {
                remarks.push("BKLibrary….sqlite, which has the titles, is not there".to_owned());
                false
            }
        };
        let columns = columns(&database)?;
        let mut statement = database.prepare(&query(&columns, joined)).map_err(said)?;
        let rows = statement.query_map([], |row| {
            Ok(Row {
                id: row.get(0)?,
                asset: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                title: row.get(2)?,
                author: row.get(3)?,
                selected: row.get(4)?,
                note: row.get(5)?,
                style: row.get(6)?,
                underlined: row.get::<_, Option<i64>>(7)?.unwrap_or(0) != 0,
                kind: row.get(8)?,
                deleted: row.get::<_, Option<i64>>(9)?.unwrap_or(0) != 0,
                created: row.get(10)?,
                location: row.get(11)?,
                chapter: row.get(12)?,
            })
        });
        let rows = rows
            .map_err(said)?
            .collect::<Result<_, _>>()
            .map_err(said)?;
        Ok((rows, remarks))
    }
}

/// A file of a kind in a folder, or in the folder of that name in it.
fn inside(folder: &Path, kind: &str) -> Option<PathBuf> {
    let of_kind = |folder: &Path| {
        let found = fs::read_dir(folder)
            .ok()?
            .filter_map(Result::ok)
            .map(|item| item.path());
        let mut found: Vec<PathBuf> = found
            .filter(|path| {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                name.starts_with(kind) && name.ends_with(".sqlite")
            })
            .collect();
        found.sort();
        found.into_iter().next()
    };
    of_kind(folder).or_else(|| of_kind(&folder.join(kind)))
}

/// Opens a copy, as opening would change the file of a program that runs.
fn open(path: &Path, copied: &TempDir) -> Result<Connection, String> {
    let copy = copy(path, copied)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(copy, flags).map_err(|error| error.to_string())
}

/// Copies a database, and what was written to it last (`-wal`).
fn copy(path: &Path, into: &TempDir) -> Result<PathBuf, String> {
    let name = path.file_name().unwrap_or_default();
    let target = into.path().join(name);
    fs::copy(path, &target).map_err(|error| error.to_string())?;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    if Path::new(&log).exists() {
        let mut copied = target.as_os_str().to_owned();
        copied.push("-wal");
        fs::copy(&log, copied).map_err(|error| error.to_string())?;
    }
    Ok(target)
}

/// The columns that the table has: older versions have fewer.
fn columns(database: &Connection) -> Result<Vec<String>, String> {
    let said = |error: rusqlite::Error| error.to_string();
    let mut statement = database
        .prepare("SELECT name FROM pragma_table_info('ZAEANNOTATION')")
        .map_err(said)?;
    let names = statement.query_map([], |row| row.get(0)).map_err(said)?;
    let names: Vec<String> = names.collect::<Result<_, _>>().map_err(said)?;
    match names.is_empty() {
        true => Err("the table ZAEANNOTATION is not there".to_owned()),
        false => Ok(names),
    }
}

fn query(columns: &[String], joined: bool) -> String {
    let column = |name: &str| match columns.iter().any(|known| known == name) {
        true => format!("a.{name}"),
        false => "NULL".to_owned(),
    };
    let id = match columns.iter().any(|known| known == "ZANNOTATIONUUID") {
        true => "coalesce(a.ZANNOTATIONUUID, 'pk ' || a.Z_PK)",
        false => "'pk ' || a.Z_PK",
    };
    let (title, author, join) = match joined {
        true => (
            "b.ZTITLE",
            "b.ZAUTHOR",
            "LEFT JOIN books.ZBKLIBRARYASSET b ON b.ZASSETID = a.ZANNOTATIONASSETID",
        ),
        false => ("NULL", "NULL", ""),
    };
    let rest = [
        "ZANNOTATIONSELECTEDTEXT",
        "ZANNOTATIONNOTE",
        "ZANNOTATIONSTYLE",
        "ZANNOTATIONISUNDERLINE",
        "ZANNOTATIONTYPE",
        "ZANNOTATIONDELETED",
        "ZANNOTATIONCREATIONDATE",
        "ZANNOTATIONLOCATION",
        "ZFUTUREPROOFING5",
    ];
    let rest = rest.map(column).join(", ");
    let start = column("ZPLLOCATIONRANGESTART");
    format!(
        "SELECT {id}, a.ZANNOTATIONASSETID, {title}, {author}, {rest} \
         FROM main.ZAEANNOTATION a {join} \
         ORDER BY a.ZANNOTATIONASSETID, {start}, a.Z_PK"
    )
}
