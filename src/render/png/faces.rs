//! The fonts of this computer.

use super::{Font, PngError};
use crate::render::theme::FAMILIES;
use resvg::usvg::fontdb::{Database, FaceInfo, Source};
use skrifa::{FontRef, MetadataProvider};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Families without Hangul for words without Hangul, on every platform.
const LATIN: [&str; 6] = [
    "Noto Sans",
    "Helvetica Neue",
    "Segoe UI",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
];

/// Parts of the names of faces without serifs.
const SANS: [&str; 3] = ["Sans", "Gothic", "고딕"];

/// The fonts that can be had, and the one that was asked for.
pub(super) struct Faces {
    database: Database,
    asked: Option<String>,
}

impl Faces {
    /// Reads the fonts that are installed, or that of a file.
    pub(super) fn load(font: Option<&Font>) -> Result<Self, PngError> {
        let mut database = Database::new();
        let asked = match font {
            Some(Font::File(path)) => Some(load_file(&mut database, path)?),
            Some(Font::Family(name)) => Some(name.clone()),
            None => None,
        };
        database.load_system_fonts();
        Ok(Self { database, asked })
    }

    /// The family for words with or without Hangul: the one that was asked for,
    /// or the best there is.
    pub(super) fn family(&self, hangul: bool) -> Result<String, PngError> {
        if let Some(asked) = &self.asked {
            if !self.has(asked, None) {
                return Err(PngError::UnknownFamily(asked.clone()));
            }
            if hangul && !self.has(asked, Some('가')) {
                return Err(PngError::NoHangulIn(asked.clone()));
            }
            return Ok(asked.clone());
        }
        let letter = if hangul { '가' } else { 'a' };
        let latin: &[&str] = if hangul { &[] } else { &LATIN };
        let known = FAMILIES.iter().chain(latin).copied();
        let mut fitting = known.filter(|family| self.has(family, Some(letter)));
        match fitting.next() {
            Some(family) => Ok(family.to_owned()),
            None => self.any_with(letter).ok_or(match hangul {
                true => PngError::NoHangul,
                false => PngError::NoFont,
            }),
        }
    }

    /// The fonts, for drawing with one family. Its files are read into memory: the database
    /// would map them anew for every piece of text, which takes longer than all the rest.
    pub(super) fn into_database(mut self, family: &str) -> Arc<Database> {
        let faces = self.database.faces();
        let faces = faces.filter(|face| face.families.iter().any(|(name, _)| name == family));
        let faces: Vec<FaceInfo> = faces.cloned().collect();
        let mut read: Vec<(PathBuf, Source)> = Vec::new();
        for face in faces {
            let Source::File(path) = &face.source else {
                continue;
            };
            let source = match read.iter().find(|(other, _)| other == path) {
                Some((_, source)) => source.clone(),
                // What can't be read now stays a file, and is missed when it is drawn with.
                None => match fs::read(path) {
                    Ok(data) => Source::Binary(Arc::new(data)),
                    Err(_) => continue,
                },
            };
            read.push((path.clone(), source.clone()));
            self.database.remove_face(face.id);
            self.database.push_face_info(FaceInfo { source, ..face });
        }
        Arc::new(self.database)
    }

    /// Whether there is a family, with a letter if one is given.
    fn has(&self, family: &str, letter: Option<char>) -> bool {
        self.database
            .faces()
            .filter(|face| face.families.iter().any(|(name, _)| name == family))
            .any(|face| letter.is_none_or(|letter| self.covers(face, letter)))
    }

    /// The first family by name that has a letter, one without serifs if there
    /// is one.
    fn any_with(&self, letter: char) -> Option<String> {
        let fitting = self
            .database
            .faces()
            .filter(|face| self.covers(face, letter));
        fitting
            .filter_map(|face| face.families.first())
            .map(|(name, _)| (!SANS.iter().any(|part| name.contains(part)), name.clone()))
            .min()
            .map(|(_, name)| name)
    }

    fn covers(&self, face: &FaceInfo, letter: char) -> bool {
        let covers = |data: &[u8], index: u32| {
            let font = FontRef::from_index(data, index);
            font.is_ok_and(|font| font.charmap().map(letter).is_some())
        };
        self.database
            .with_face_data(face.id, covers)
            .unwrap_or(false)
    }
}

/// Reads a file of a font; gives its family.
fn load_file(database: &mut Database, path: &Path) -> Result<String, PngError> {
    let data = fs::read(path).map_err(|source| PngError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let faces = database.load_font_source(Source::Binary(Arc::new(data)));
    let family = faces
        .first()
        .and_then(|&id| database.face(id)?.families.first());
    match family {
        Some((name, _)) => Ok(name.clone()),
        None => Err(PngError::NotAFont(path.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_fonts_nothing_is_drawn_as_boxes() {
        let none = Faces {
            database: Database::new(),
            asked: None,
        };
        assert!(matches!(none.family(true), Err(PngError::NoHangul)));
        assert!(matches!(none.family(false), Err(PngError::NoFont)));
    }
}
