//! The maps of the diary.

use bookgraph::map::scene::Scene;
use bookgraph::map::{self, MapOptions, MapSource};
use bookgraph::model::Language;

/// Each kind of map of the diary.
pub(crate) fn maps_of_the_diary(language: Language) -> [Vec<Scene>; 5] {
    let opened = super::diary();
    let options = MapOptions {
        language: Some(language),
        ..MapOptions::default()
    };
    let concept = opened.library.vocabulary().find("input-metrics");
    let around = MapOptions {
        around: concept.map(|concept| (concept, 1)),
        ..options.clone()
    };
    let placement = opened.graph.placement();
    let source = |options| MapSource::new(&opened.library, &opened.tagging, placement, options);
    let (whole, part) = (source(&options), source(&around));
    [
        map::book(&whole),
        vec![map::timeline(&whole)],
        vec![map::chapter(&whole)],
        vec![map::concept(&part)],
        vec![map::entries(&whole)],
    ]
}
