//! What makes a drawing bad, and how bad.
//!
//! The sum of weighed faults that annealing makes small is the idea of R. Davidson
//! and D. Harel, "Drawing graphs nicely using simulated annealing" (ACM Trans.
//! Graphics 15, 1996). One crossing costs 1; the rest was tuned on four books
//! and checked on others by `examples/map_quality`.

/// The least gap between two boxes, to the right and down, in pixels.
pub(super) const GAP: (f64, f64) = (8.0, 6.0);

/// Two lines that cross.
pub(super) const CROSSING: f64 = 1.0;

/// A line through a box.
pub(super) const THROUGH: f64 = 0.8;
/// A line that passes at less than this many pixels goes through a box, partly.
pub(super) const NEAR_LINE: f64 = 5.0;

/// Two boxes that overlap, at least, and for each pixel that they do.
pub(super) const OVERLAP: (f64, f64) = (1.8, 0.3);

/// How far a group's region reaches beyond its boxes and lines, in pixels, and a
/// little more so that the region's edge is seen.
pub(super) const REGION: f64 = 16.0;
/// A box in the middle of a region that is another group's.
pub(super) const STRANGER: f64 = 1.0;

/// A distance on the page that is wrong by a length of a line, for two
/// boxes with a line between them; less by 1/d² for others.
pub(super) const STRESS: f64 = 0.25;

/// A length of a line is so much longer than in the start: boxes are pushed towards the
/// edges of the page, so that none of it lies idle.
pub(super) const ROOM: f64 = 1.25;

/// A line of one length.
pub(super) const LENGTH: f64 = 0.15;

/// Two boxes of different groups at the same place; nothing at [`APART`].
pub(super) const MIXED: f64 = 0.5;
/// Boxes of different groups want to be so many lengths of a line apart.
pub(super) const APART: f64 = 1.0;

/// A box that is one length of a line from its earlier place.
pub(super) const MOVED: f64 = 4.0;
