//! `bookgraph.path/1`.

use super::print;
use super::schema::JsonAnswer;
use super::shapes::{ConceptShape, EntryShape, hundredths};
use super::witness::WitnessShape;
use crate::analyse::{Apart, Chain, ChainAnswer, ChainQuestion, Meeting, Relation, Step};
use crate::model::ConceptId;
use crate::render::{AnswerSource, phrases};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Serialize, JsonSchema)]
pub(super) struct PathShape {
    schema: &'static str,
    from: ConceptShape,
    to: ConceptShape,
    left_out: Vec<ConceptShape>,
    count: usize,
    chains: Vec<ChainShape>,
    direct: Option<StepShape>,
    apart: Option<ApartShape>,
}

impl JsonAnswer for PathShape {
    const SCHEMA: &'static str = "bookgraph.path/1";
}

#[derive(Serialize, JsonSchema)]
struct ChainShape {
    strength: f64,
    steps: Vec<StepShape>,
}

#[derive(Serialize, JsonSchema)]
struct StepShape {
    from: ConceptShape,
    to: ConceptShape,
    strength: f64,
    relation: Option<&'static str>,
    entries: Vec<WitnessShape>,
}

#[derive(Serialize, JsonSchema)]
struct ApartShape {
    longer: Option<usize>,
    through: Vec<ConceptShape>,
    sides: Vec<SideShape>,
    meetings: Vec<MeetingShape>,
}

#[derive(Serialize, JsonSchema)]
struct SideShape {
    concept: ConceptShape,
    entries: usize,
    linked_with: Vec<ConceptShape>,
    within_reach: usize,
}

#[derive(Serialize, JsonSchema)]
struct MeetingShape {
    concepts: Vec<ConceptShape>,
    chapter: Option<String>,
    entries: Vec<EntryShape>,
}

/// The chains between two concepts, or what keeps them apart.
pub fn chains(source: &AnswerSource<'_>, question: &ChainQuestion, answer: &ChainAnswer) -> String {
    print(&PathShape {
        schema: PathShape::SCHEMA,
        from: concept(source, question.from),
        to: concept(source, question.to),
        left_out: concepts(source, &answer.left_out),
        count: answer.chains.len(),
        chains: answer
            .chains
            .iter()
            .map(|chain| chain_shape(source, chain))
            .collect(),
        direct: answer.direct.as_ref().map(|step| step_shape(source, step)),
        apart: answer
            .apart
            .as_ref()
            .map(|apart| apart_shape(source, apart)),
    })
}

fn concept(source: &AnswerSource<'_>, id: ConceptId) -> ConceptShape {
    ConceptShape::new(source.library, source.words, id)
}

fn concepts(source: &AnswerSource<'_>, ids: &[ConceptId]) -> Vec<ConceptShape> {
    ids.iter().map(|&id| concept(source, id)).collect()
}

fn chain_shape(source: &AnswerSource<'_>, chain: &Chain) -> ChainShape {
    let steps = chain.steps.iter();
    ChainShape {
        strength: hundredths(chain.weight),
        steps: steps.map(|step| step_shape(source, step)).collect(),
    }
}

fn step_shape(source: &AnswerSource<'_>, step: &Step) -> StepShape {
    let witnesses = step.witnesses.iter();
    StepShape {
        from: concept(source, step.from),
        to: concept(source, step.to),
        strength: hundredths(step.weight),
        relation: step.relation.map(|relation| match relation {
            Relation::Broader => "broader",
            Relation::Narrower => "narrower",
            Relation::Related => "related",
        }),
        entries: witnesses
            .map(|witness| WitnessShape::new(source, witness))
            .collect(),
    }
}

fn apart_shape(source: &AnswerSource<'_>, apart: &Apart) -> ApartShape {
    ApartShape {
        longer: apart.longer,
        through: concepts(source, &apart.through),
        sides: apart
            .sides
            .iter()
            .map(|side| SideShape {
                concept: concept(source, side.concept),
                entries: side.entries,
                linked_with: concepts(source, &side.neighbours),
                within_reach: side.within_reach.len(),
            })
            .collect(),
        meetings: apart
            .meetings
            .iter()
            .map(|meeting| meeting_shape(source, meeting))
            .collect(),
    }
}

fn meeting_shape(source: &AnswerSource<'_>, meeting: &Meeting) -> MeetingShape {
    let entry = |id| EntryShape::new(source.library, source.placement, id);
    MeetingShape {
        concepts: concepts(source, &meeting.concepts),
        chapter: meeting
            .chapter
            .map(|chapter| phrases::chapter_id(source.library, chapter)),
        entries: meeting.entries.map(entry).into(),
    }
}
