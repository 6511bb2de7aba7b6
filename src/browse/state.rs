//! Where in the picker a person is.

use super::action::{Action, Effect, Pane, Step};
use super::areas::Areas;
use super::catalogue::{Catalogue, ConceptRow, EntryRow};
use super::cursor::Cursor;
use super::evidence::{EvidenceLine, evidence};
use crate::model::{ConceptId, EntryId};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// No name is longer than so many bytes; more that is pasted is left out.
const LONGEST_TYPED: usize = 400;

/// Everything that is seen follows from this.
#[derive(Debug)]
pub struct State {
    pub(super) catalogue: Catalogue,
    pub(super) size: (u16, u16),
    pub(super) typed: String,
    pub(super) focus: Pane,
    pub(super) concepts: Vec<ConceptRow>,
    pub(super) concept: Cursor,
    pub(super) entries: Vec<EntryRow>,
    pub(super) entry: Cursor,
    pub(super) evidence: Vec<EvidenceLine>,
    pub(super) line: Cursor,
    pub(super) help: bool,
    pub(super) notice: Option<String>,
}

impl State {
    /// At the start, on a screen of so many columns and rows.
    pub fn new(catalogue: Catalogue, size: (u16, u16)) -> Self {
        let mut state = Self {
            concepts: catalogue.concepts(""),
            catalogue,
            size,
            typed: String::new(),
            focus: Pane::default(),
            concept: Cursor::default(),
            entries: Vec::new(),
            entry: Cursor::default(),
            evidence: Vec::new(),
            line: Cursor::default(),
            help: false,
            notice: None,
        };
        state.choose_concept();
        state.settle();
        state
    }

    /// The concept that is chosen; none when nothing fits what was typed.
    pub fn chosen_concept(&self) -> Option<ConceptId> {
        self.concepts.get(self.concept.at).map(|row| row.concept)
    }

    /// The entry that is chosen.
    pub fn chosen_entry(&self) -> Option<EntryId> {
        self.entries.get(self.entry.at).map(|row| row.entry)
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The pane that has the focus.
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// Does what a person does; gives what is to be done outside.
    pub fn update(&mut self, action: Action) -> Effect {
        self.notice = None;
        let effect = match action {
            Action::Quit => Effect::Quit,
            Action::Suspend => Effect::Suspend,
            Action::Redraw => Effect::Redraw,
            Action::Resize(width, height) => {
                self.update_size(width, height);
                Effect::None
            }
            // Any other key only takes the help away.
            _ if std::mem::take(&mut self.help) => Effect::None,
            Action::Help => {
                self.help = true;
                Effect::None
            }
            Action::Reload => Effect::Reload,
            Action::Escape if self.typed.is_empty() => Effect::Quit,
            Action::Escape | Action::Clear => self.retype(String::new()),
            Action::Insert(text) => self.insert(&text),
            Action::DeleteLetter => self.retype(without_last_letter(&self.typed)),
            Action::DeleteWord => self.retype(without_last_word(&self.typed)),
            Action::Move(step) => self.move_by(step),
            Action::NextPane => self.focus_on(self.focus.next()),
            Action::PreviousPane => self.focus_on(self.focus.previous()),
            Action::Open => self.open(),
        };
        self.settle();
        effect
    }

    /// The screen has this size: columns and rows.
    pub fn update_size(&mut self, width: u16, height: u16) {
        if self.size != (width, height) {
            self.size = (width, height);
            self.choose_entry();
            self.settle();
        }
    }

    /// Says something, until the next key.
    pub fn tell(&mut self, notice: String) {
        self.notice = Some(notice);
    }

    /// Goes on with the library as it is now: at the same concept and the same
    /// entry, as far as they are still there.
    pub fn renew(&mut self, catalogue: Catalogue) {
        let before = std::mem::replace(&mut self.catalogue, catalogue);
        let concept = self
            .chosen_concept()
            .map(|id| before.library.vocabulary().get(id).id.clone());
        let entry = self
            .chosen_entry()
            .map(|id| before.library.qualified_id(id));
        let (concept_at, entry_at) = (self.concept, self.entry);
        self.concepts = self.catalogue.concepts(&self.typed);
        let library = &self.catalogue.library;
        let known = concept.and_then(|id| library.vocabulary().find(&id));
        let at = known.and_then(|id| self.concepts.iter().position(|row| row.concept == id));
        self.concept = concept_at;
        let last = self.concepts.len().saturating_sub(1);
        self.concept.at = at.unwrap_or(concept_at.at).min(last);
        self.choose_concept();
        self.entry = entry_at;
        let library = &self.catalogue.library;
        let same = |row: &EntryRow| Some(library.qualified_id(row.entry)) == entry;
        if let Some(at) = self.entries.iter().position(same) {
            self.entry.at = at;
        }
        self.settle();
        self.choose_entry();
        self.settle();
    }

    fn insert(&mut self, text: &str) -> Effect {
        let mut typed = self.typed.clone();
        for c in text.chars() {
            // A line break in a name that is pasted is a space.
            let c = if c.is_whitespace() { ' ' } else { c };
            let starts_with_space = c == ' ' && typed.is_empty();
            if !c.is_control() && !starts_with_space && typed.len() < LONGEST_TYPED {
                typed.push(c);
            }
        }
        self.retype(typed.nfc().collect())
    }

    fn retype(&mut self, typed: String) -> Effect {
        if typed != self.typed {
            self.typed = typed;
            self.concepts = self.catalogue.concepts(&self.typed);
            self.concept = Cursor::default();
            self.focus = Pane::Concepts;
            self.choose_concept();
        }
        Effect::None
    }

    fn focus_on(&mut self, pane: Pane) -> Effect {
        self.focus = pane;
        Effect::None
    }

    fn move_by(&mut self, step: Step) -> Effect {
        let areas = self.areas();
        let (concept, entry) = (self.concept.at, self.entry.at);
        match self.focus {
            Pane::Concepts => {
                let height = areas.concepts.height.into();
                self.concept.step(step, self.concepts.len(), height);
            }
            Pane::Entries => {
                let height = areas.entries.height.into();
                self.entry.step(step, self.entries.len(), height);
            }
            Pane::Evidence => {
                let height = areas.evidence.height.into();
                self.line.scroll(step, self.evidence.len(), height);
            }
        }
        if self.concept.at != concept {
            self.choose_concept();
        } else if self.entry.at != entry {
            self.choose_entry();
        }
        Effect::None
    }

    fn open(&self) -> Effect {
        let Some(entry) = self.chosen_entry() else {
            return Effect::None;
        };
        let entry = self.catalogue.library.entry(entry);
        Effect::Edit {
            file: entry.file.clone(),
            line: entry.line,
        }
    }

    /// Shows the entries of the concept that is chosen now.
    fn choose_concept(&mut self) {
        let chosen = self.chosen_concept();
        self.entries = chosen.map_or_else(Vec::new, |id| self.catalogue.entries(id));
        self.entry = Cursor::default();
        self.choose_entry();
    }

    /// Shows the evidence of the entry that is chosen now.
    fn choose_entry(&mut self) {
        let width = usize::from(self.areas().evidence.width).saturating_sub(2);
        let row = self.entries.get(self.entry.at);
        let chosen = self.chosen_concept().zip(row);
        self.evidence = match chosen {
            Some((concept, row)) if width > 0 => evidence(&self.catalogue, concept, row, width),
            _ => Vec::new(),
        };
        self.line = Cursor::default();
    }

    /// Keeps what is chosen in sight.
    fn settle(&mut self) {
        let areas = self.areas();
        let height = |rows: u16| usize::from(rows.max(1));
        let concepts = height(areas.concepts.height);
        self.concept.settle(self.concepts.len(), concepts);
        let entries = height(areas.entries.height);
        self.entry.settle(self.entries.len(), entries);
    }

    pub(super) fn areas(&self) -> Areas {
        Areas::of(self.size, self.focus)
    }
}

fn without_last_letter(typed: &str) -> String {
    let last = typed.grapheme_indices(true).next_back();
    typed[..last.map_or(0, |(at, _)| at)].to_owned()
}

fn without_last_word(typed: &str) -> String {
    let rest = typed.trim_end();
    let word = rest.rfind(char::is_whitespace);
    rest[..word.map_or(0, |at| at + 1)].to_owned()
}
