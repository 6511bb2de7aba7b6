//! What is to be read.

use super::home::Home;
use super::parse::Parsed;
use super::problems::Problems;
use super::{names, walk};
use crate::model::Book;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Texts in the place of files, by their names, and files that are not there yet; none
/// for a file that is to go away.
pub(super) type Instead<'a> = BTreeMap<&'a str, Option<&'a str>>;

/// What is to be read.
pub(super) struct Asked<'t> {
    pub(super) home: Home,
    pub(super) paths: Vec<walk::NotePath>,
    /// What there is to say about the names of files.
    pub(super) problems: Problems,
    pub(super) texts: &'t Instead<'t>,
    /// Books without a file of their own that are there, when not all files are read.
    pub(super) known: Vec<Book>,
    /// In how many files that are not read the names of notes are.
    pub(super) elsewhere: HashMap<String, usize>,
    /// A vocabulary in the place of all others, with its problems.
    pub(super) vocabulary: Option<(Parsed, Problems)>,
    /// Called after each file.
    pub(super) tick: &'t (dyn Fn() + Sync),
}

impl<'t> Asked<'t> {
    /// All files of a library.
    pub(super) fn all(notes: &Path, texts: &'t Instead<'t>, tick: &'t (dyn Fn() + Sync)) -> Self {
        let home = Home::of_folder(notes);
        let (mut paths, of_walk) = walk::note_files(&home);
        let mut problems = Problems::new();
        problems.extend(of_walk.into_iter().chain(names::problems(&paths)));
        let there = texts.iter().filter(|(_, text)| text.is_some());
        walk::add(&mut paths, &home, there.map(|(name, _)| *name));
        paths.retain(|path| texts.get(path.shown.as_str()) != Some(&None));
        Self {
            home,
            paths,
            problems,
            texts,
            known: Vec::new(),
            elsewhere: HashMap::new(),
            vocabulary: None,
            tick,
        }
    }
}
