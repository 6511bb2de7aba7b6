//! `Library( … )`: the settings of a library.

use serde::Deserialize;

/// A saved query: `Query(name: "cloud", query: "AWS or 클라우드")`.
#[derive(Deserialize, Debug, PartialEq)]
#[serde(rename = "Query", deny_unknown_fields)]
pub(in crate::notes) struct QuerySource {
    pub(in crate::notes) name: String,
    pub(in crate::notes) query: String,
}
