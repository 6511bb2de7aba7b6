//! What can be done in the picker, and what it asks for.

/// What a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Types a letter, or pastes a text.
    Insert(String),
    /// Takes back the last letter.
    DeleteLetter,
    /// Takes back the last word.
    DeleteWord,
    /// Takes back all that was typed.
    Clear,
    /// Moves in the pane that has the focus.
    Move(Step),
    /// Goes to the next pane.
    NextPane,
    /// Goes to the pane before.
    PreviousPane,
    /// Opens the entry.
    Open,
    /// Clears what was typed; quits when nothing is.
    Escape,
    /// Shows the keys, or hides them.
    Help,
    /// Reads the library anew.
    Reload,
    /// Stops for a while.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Ends.
    Quit,
    /// The terminal has another size now: columns and rows.
    Resize(u16, u16),
}

/// How far to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// As far up as is seen.
    PageUp,
    /// As far down as is seen.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// The parts of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The concepts.
    #[default]
    Concepts,
    /// The entries about the concept.
    Entries,
    /// The sentences of the entry.
    Evidence,
}

impl Pane {
    pub(super) fn next(self) -> Self {
        match self {
            Self::Concepts => Self::Entries,
            Self::Entries => Self::Evidence,
            Self::Evidence => Self::Concepts,
        }
    }

    pub(super) fn previous(self) -> Self {
        self.next().next()
    }
}

/// What is to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing; the state may have changed.
    None,
    /// Open a file of the library in the reader's editor.
    Edit {
        /// The file, relative to the library.
        file: String,
        /// The line, from 1.
        line: usize,
    },
    /// Read the library anew.
    Reload,
    /// Stop until the shell goes on.
    Suspend,
    /// Draw everything anew, also what did not change.
    Redraw,
    /// End.
    Quit,
}
