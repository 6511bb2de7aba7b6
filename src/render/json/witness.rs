//! Where entries speak of two concepts.

use super::shapes::EntryShape;
use crate::analyse::Witness;
use crate::render::AnswerSource;
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct WitnessShape {
    entry: EntryShape,
    in_one_sentence: bool,
    sentences: Vec<String>,
}

impl WitnessShape {
    pub(super) fn new(source: &AnswerSource<'_>, witness: &Witness) -> Self {
        let sentences = witness.sentences.iter();
        Self {
            entry: EntryShape::new(source.library, source.placement, witness.entry),
            in_one_sentence: witness.together,
            sentences: sentences
                .filter_map(|&sentence| source.sentence(witness.entry, sentence))
                .map(str::to_owned)
                .collect(),
        }
    }
}
