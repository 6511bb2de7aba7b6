//! The terminal picker: concepts on the left, their entries on the right, and the
//! sentences that say so below.
//!
//! It has no terminal and no clock: [`State`] changes by [`Action`]s and says by an
//! [`Effect`] what is to be done outside, [`draw`] makes a frame of a state, and
//! [`action`] knows what keys mean. `cli::cmd::browse` has the terminal.

mod action;
mod areas;
mod catalogue;
mod cursor;
mod evidence;
mod keys;
mod state;
mod view;

pub use action::{Action, Effect, Pane, Step};
pub use catalogue::{Catalogue, EntryRow};
pub use keys::action;
pub use state::State;
pub use view::{Look, draw};
