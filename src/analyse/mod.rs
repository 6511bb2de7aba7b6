//! The science of the graph: communities, bridges, rank, gaps, and how a
//! concept runs through a book.
//!
//! Everything here works on flat arrays and node indices, and gives the same
//! answer on every machine and for every order of its edges. Each formula
//! names its source.

mod colours;
mod community;
mod leiden;
mod merging;
mod network;
mod partition;
mod random;

pub use colours::stable_colours;
pub use community::{Communities, Grouping};
pub use leiden::Leiden;
pub use network::Network;
pub use partition::Partition;
pub use random::Random;
