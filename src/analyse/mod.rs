//! The science of the graph: communities, bridges, rank, gaps, and how a
//! concept runs through a book.
//!
//! Everything here works on flat arrays and node indices, and gives the same
//! answer on every machine and for every order of its edges. Each formula
//! names its source.

mod alike;
mod apart;
mod chains;
mod colours;
mod community;
mod family;
mod gaps;
mod grouped;
mod hubs;
mod leiden;
mod links;
mod meeting;
mod members;
mod merging;
mod network;
mod pagerank;
mod participation;
mod partition;
mod paths;
mod random;
mod reading;
mod review;
mod similar;
mod standing;
mod stats;
mod strand;
mod trajectory;
mod unconnected;
mod weigh;
mod witness;

pub use apart::{Apart, Meeting, Side};
pub use chains::{Chain, ChainAnswer, ChainQuestion, Step, chains};
pub use colours::stable_colours;
pub use community::{Communities, Grouping};
pub use family::{Family, FamilyTag};
pub use gaps::{Gap, Gaps};
pub use hubs::{hubs, take_hubs};
pub use leiden::Leiden;
pub use links::{ConceptLink, ConceptLinks, Relation};
pub use meeting::{ChapterConcepts, concepts_by_chapter};
pub use network::Network;
pub use pagerank::PageRank;
pub use participation::{Bridge, bridges};
pub use partition::Partition;
pub use paths::{Path, Paths, Strength, pieces};
pub use random::Random;
pub use reading::{
    BookCoverage, ChapterCoverage, DayOfReading, Growth, Origins, Pace, PagesOfDay, Pause, Streak,
    coverage,
};
pub use review::{INTERVALS, Review, ToReview, due, review};
pub use similar::{SimilarEntry, similar_entries};
pub use standing::{Standing, Standings};
pub use stats::Stats;
pub use strand::{Burst, Silence, Strand, strands};
pub(crate) use trajectory::chapters as noted_chapters;
pub use trajectory::{Course, Trajectory, trajectories};
pub use unconnected::{ApartPair, ChapterGap, GroupGap, NamedOnce, PageGap, Unconnected};
pub use weigh::{Weighed, weigh};
pub use witness::{Witness, naming};
