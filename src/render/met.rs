//! What meets a part of a query, and what lacks it, in Korean and English.

use super::Finding;
use super::phrases;
use crate::map::Words;
use crate::query::{Condition, FoundEntry, FoundTag, Kin, Met, MetBy, Missed};

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
        MetBy::Sentences(apart) => sentences_apart(words, *apart),
        MetBy::Nothing => words.pick("해당 없음", "nothing of it is there").to_owned(),
    }
}

/// How far two things stand from each other.
fn sentences_apart(words: Words, apart: u32) -> String {
    match (apart, words.is_korean()) {
        (0, _) => words.pick("한 문장에 나옴", "in one sentence").to_owned(),
        (apart, true) => format!("{apart}문장 떨어져 나옴"),
        (1, false) => "one sentence apart".to_owned(),
        (apart, false) => format!("{apart} sentences apart"),
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
pub(super) fn lacks(finding: Finding<'_>, missed: &Missed<'_>) -> String {
    let told = |part| phrases::told(finding.corpus.library, finding.words, part);
    let korean = finding.words.is_korean();
    let lacks = match missed.lacks {
        Condition::Not(inner) if korean => format!("제외한 것: {}", told(inner)),
        Condition::Not(inner) => format!("excluded: {}", told(inner)),
        part if korean => format!("없는 것: {}", told(part)),
        part => format!("lacks: {}", told(part)),
    };
    match (missed.lacks, missed.nearest) {
        (_, Some(apart)) => format!("{lacks} — {}", sentences_apart(finding.words, apart)),
        (Condition::Near(_), None) => {
            let both = finding
                .words
                .pick("둘 다 나오지는 않음", "not both are named");
            format!("{lacks} — {both}")
        }
        _ => lacks,
    }
}
