//! An earlier drawing of the same map, so that a reader finds everything where
//! it was.

use super::geometry::Point;
use std::collections::BTreeMap;

/// Where concepts were drawn, on one map or on those of several groups, and in
/// which colours, by their ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EarlierMap {
    /// The centre of each concept's box, in the earlier scene.
    pub places: BTreeMap<String, Point>,
    /// The colour of each concept's group, where all stood on one map.
    pub colours: BTreeMap<String, u8>,
    /// The same on the maps that followed an overview, each with groups of its
    /// own.
    pub group_colours: BTreeMap<String, u8>,
}
