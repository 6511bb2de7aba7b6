//! Whether one concept has all the links.

use crate::sample::Sample;
use bookgraph::graph::{Shrinkage, co_mentions};
use bookgraph::model::EntryId;
use bookgraph::store::{self, Opening};

/// So many links, the strongest by the weight that maps use.
const LINKS: usize = 200;

/// The largest share of the strongest links that end at one concept.
pub(crate) fn share(sample: &Sample) -> Result<Option<f64>, String> {
    let Opening::Open(snapshot) = store::open(&sample.snapshot()) else {
        return Ok(None);
    };
    let Some((library, tagging, ..)) = snapshot.load() else {
        return Ok(None);
    };
    let entries: Vec<EntryId> = library.entry_ids().collect();
    let mut pairs = co_mentions(&library, &tagging, &entries, Shrinkage::default());
    pairs.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    pairs.truncate(LINKS);
    let mut links = vec![0_u32; library.vocabulary().len()];
    for pair in &pairs {
        links[pair.a.index()] += 1;
        links[pair.b.index()] += 1;
    }
    let most = links.into_iter().max().unwrap_or(0);
    Ok((!pairs.is_empty()).then(|| f64::from(most) / pairs.len() as f64))
}
