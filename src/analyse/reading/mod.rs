//! How the reading went: what was covered, at which pace, and what it brought.

mod coverage;
mod day;
mod growth;
mod origins;
mod pace;
mod share;

pub use coverage::{BookCoverage, ChapterCoverage, coverage};
pub use day::{DayOfReading, PagesOfDay};
pub use growth::Growth;
pub use origins::Origins;
pub use pace::{Pace, Pause, Streak};
