//! What meets a part of a query, and what lacks it, in Korean and English.

use super::Finding;
use super::phrases;
use crate::query::{Condition, FoundEntry, FoundTag, Kin, Met, MetBy};

/// What meets a part; nothing more than that for what is written down: `named 2 times: 핵심 인풋, 인풋 지표; tagged and named`.
pub(super) fn by(finding: Finding<'_>, met: &Met<'_>, found: &FoundEntry) -> String {
    let words = finding.words;
    let korean = words.is_korean();
    match &met.by {
        MetBy::Tags(concepts) => {
            let tags = found.tags.iter();
            let tags = tags.filter(|tag| concepts.contains(&tag.concept));
            let told: Vec<String> = tags.map(|tag| tagged(finding, tag)).collect();
            told.join(" · ")
        }
        MetBy::Words(times) if korean => format!("글에 {times}번 나옴"),
        MetBy::Words(1) => "said once".to_owned(),
        MetBy::Words(times) => format!("said {times} times"),
        MetBy::Fact => String::new(),
        MetBy::Sentences(0) => words.pick("한 문장에 나옴", "in one sentence").to_owned(),
        MetBy::Sentences(apart) if korean => format!("{apart}문장 떨어져 나옴"),
        MetBy::Sentences(1) => "one sentence apart".to_owned(),
        MetBy::Sentences(apart) => format!("{apart} sentences apart"),
        MetBy::Nothing => words.pick("해당 없음", "nothing of it is there").to_owned(),
    }
}

fn tagged(finding: Finding<'_>, tag: &FoundTag) -> String {
    let words = finding.words;
    let label = finding
        .corpus
        .library
        .vocabulary()
        .get(tag.concept)
        .label_in(words.language());
    let mut remarks = vec![phrases::tag_remarks(words, tag.origin, tag.is_passing())];
    // The one asked for stands before the colon.
    remarks.extend(phrases::kin_alone(words, tag.kin).map(str::to_owned));
    let times = match tag.mentions {
        0 => String::new(),
        mentions => format!(" ×{mentions}"),
    };
    let names = phrases::found_names(&tag.names, label);
    let names = names.map_or(String::new(), |names| format!(": {names}"));
    match tag.kin {
        Kin::Itself => format!("{}{times}{names}", remarks.join(", ")),
        _ => format!("{label}{times} ({}){names}", remarks.join(", ")),
    }
}

/// What an entry lacks that comes close.
pub(super) fn lacks(finding: Finding<'_>, part: &Condition) -> String {
    let told = |part| phrases::told(finding.corpus.library, finding.words, part);
    let korean = finding.words.is_korean();
    match part {
        Condition::Not(inner) if korean => format!("제외한 것: {}", told(inner)),
        Condition::Not(inner) => format!("excluded: {}", told(inner)),
        part if korean => format!("없는 것: {}", told(part)),
        part => format!("lacks: {}", told(part)),
    }
}
