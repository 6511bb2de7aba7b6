//! The science of the graph: communities, bridges, rank, gaps, and how a
//! concept runs through a book.
//!
//! Everything here works on flat arrays and node indices, and gives the same
//! answer on every machine and for every order of its edges. Each formula
//! names its source.

mod colours;
mod community;
mod gaps;
mod leiden;
mod merging;
mod network;
mod pagerank;
mod participation;
mod partition;
mod random;
mod reading;
mod standing;
mod stats;
mod strand;
mod trajectory;
mod weigh;

pub use colours::stable_colours;
pub use community::{Communities, Grouping};
pub use gaps::{Gap, Gaps};
pub use leiden::Leiden;
pub use network::Network;
pub use pagerank::PageRank;
pub use participation::{Bridge, bridges};
pub use partition::Partition;
pub use random::Random;
pub use reading::{
    BookCoverage, ChapterCoverage, DayOfReading, Growth, Origins, Pace, PagesOfDay, Pause, Streak,
    coverage,
};
pub use standing::{Standing, Standings};
pub use stats::Stats;
pub use strand::{Burst, Point, Silence, Strand, strands};
pub use trajectory::{Course, Trajectory, trajectories};
pub use weigh::{Weighed, take_hubs, weigh};
