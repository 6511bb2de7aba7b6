//! The answer to `path`.

use super::{AnswerSource, Document, Line};
use crate::analyse::{Apart, Chain, ChainAnswer, ChainQuestion, Meeting, Relation, Side, Step};
use crate::render::phrases;

/// So many entries are quoted for a step.
const QUOTED: usize = 2;
/// So many concepts of a side are named.
const OF_SIDE: usize = 8;

/// The chains between two concepts with what speaks for every step, or what keeps
/// the two apart.
pub fn chains(
    source: &AnswerSource<'_>,
    question: &ChainQuestion,
    answer: &ChainAnswer,
) -> Document {
    let mut document = Document::default();
    let title = |concept| phrases::concept_title(source.library, source.words, concept);
    let count = match (answer.chains.len(), source.words.is_korean()) {
        (0, true) => "이어지지 않음".to_owned(),
        (0, false) => "no chain".to_owned(),
        (1, false) => "1 chain".to_owned(),
        (count, true) => format!("길 {count}개"),
        (count, false) => format!("{count} chains"),
    };
    let ends = format!("{} → {}", title(question.from), title(question.to));
    document.title(Line::plain(format!("{ends}: {count}")));
    if !answer.left_out.is_empty() {
        let without = source.pick(
            "거의 모든 기록에 나와 뺀 개념",
            "without what is nearly everywhere",
        );
        let left_out = source.labels(&answer.left_out);
        document.text(Line::default().faint(format!("{without}: {left_out}")));
    }
    for chain in &answer.chains {
        told(&mut document, source, chain);
    }
    if let Some(step) = &answer.direct {
        let directly = source.pick("바로 이어지는 연결", "the link between the two themselves");
        document.heading(Line::plain(directly));
        one_step(&mut document, source, None, step);
    }
    if let Some(apart) = &answer.apart {
        why_apart(&mut document, source, apart);
    }
    document
}

fn told(document: &mut Document, source: &AnswerSource<'_>, chain: &Chain) {
    let first = chain.steps.first().map(|step| step.from);
    let nodes = first
        .into_iter()
        .chain(chain.steps.iter().map(|step| step.to));
    let labels: Vec<&str> = nodes.map(|concept| source.label(concept)).collect();
    let strength = format!("{:.2}", chain.weight);
    let said = match (chain.steps.len(), source.words.is_korean()) {
        (steps, true) => format!("{steps}단계, 세기 {strength}"),
        (1, false) => format!("1 step, strength {strength}"),
        (steps, false) => format!("{steps} steps, strength {strength}"),
    };
    document.heading(Line::plain(format!("{} ({said})", labels.join(" → "))));
    for (index, step) in chain.steps.iter().enumerate() {
        one_step(document, source, Some(index + 1), step);
    }
}

fn one_step(
    document: &mut Document,
    source: &AnswerSource<'_>,
    number: Option<usize>,
    step: &Step,
) {
    let ends = Line::default()
        .concept(source.label(step.from))
        .and(" – ")
        .concept(source.label(step.to));
    let together = step.witnesses.iter().filter(|witness| witness.together);
    let remarks = remarks(source, step, together.count());
    document.item(
        number,
        ends.faint(format!(" · {:.2} · {}", step.weight, remarks.join(" · "))),
    );
    for witness in step.witnesses.iter().take(QUOTED) {
        let remark = match (witness.together, witness.sentences.len()) {
            (true, _) => "",
            (false, 2) => source.pick(" · 서로 다른 문장에서", " · in different sentences"),
            (false, _) => source.pick(" · 태그로", " · by its tags"),
        };
        document.place(source, witness.entry, remark);
        document.quote(
            source,
            witness.entry,
            &witness.sentences,
            &[step.from, step.to],
        );
    }
    if step.witnesses.len() > QUOTED {
        let more = source.words.more_entries(step.witnesses.len() - QUOTED);
        let rest = step.witnesses[QUOTED..].iter();
        let rest: Vec<String> = rest
            .map(|witness| source.entry_of_book(witness.entry))
            .collect();
        document.detail(Line::default().faint(format!("{more}: {}", rest.join(", "))));
    }
}

/// What ties the ends of a step: `같은 문장 ×1`, `vocabulary: related`.
fn remarks(source: &AnswerSource<'_>, step: &Step, together: usize) -> Vec<String> {
    let apart = step.witnesses.len() - together;
    let counted = |count, korean, english| {
        let said = source.pick(korean, english);
        (count > 0).then(|| format!("{said} ×{count}"))
    };
    let mut remarks: Vec<String> = counted(together, "같은 문장", "in the same sentence")
        .into_iter()
        .chain(counted(apart, "같은 기록", "in the same entry"))
        .collect();
    remarks.extend(step.relation.map(|relation| {
        let vocabulary = source.pick("어휘: ", "vocabulary: ");
        format!("{vocabulary}{}", relation_said(source, step, relation))
    }));
    remarks
}

fn relation_said(source: &AnswerSource<'_>, step: &Step, relation: Relation) -> String {
    let to = source.label(step.to);
    match (relation, source.words.is_korean()) {
        (Relation::Broader, true) => format!("‘{to}’의 하위 개념"),
        (Relation::Broader, false) => format!("narrower than {to}"),
        (Relation::Narrower, true) => format!("‘{to}’의 상위 개념"),
        (Relation::Narrower, false) => format!("broader than {to}"),
        (Relation::Related, true) => "관련 개념".to_owned(),
        (Relation::Related, false) => "related".to_owned(),
    }
}

fn why_apart(document: &mut Document, source: &AnswerSource<'_>, apart: &Apart) {
    let korean = source.words.is_korean();
    if let Some(steps) = apart.longer {
        document.text(Line::plain(match korean {
            true => format!("{steps}단계 길은 있음: --max-steps {steps}"),
            false => format!("there is one of {steps} steps: --max-steps {steps}"),
        }));
    }
    if !apart.through.is_empty() {
        let through = source.labels(&apart.through);
        document.text(Line::plain(match korean {
            true => format!("뺀 개념을 거치면 이어짐: {through}"),
            false => format!("there is one through what was left out: {through}"),
        }));
    }
    for side in &apart.sides {
        one_side(document, source, side);
    }
    if apart.meetings.is_empty() {
        return;
    }
    document.heading(Line::plain(source.pick(
        "둘이 가장 가까워지는 곳 (같은 장에서 읽고, 한 기록에 함께 쓰지 않은 개념)",
        "where the two come nearest (read in one chapter, never noted in one entry)",
    )));
    for meeting in &apart.meetings {
        one_meeting(document, source, meeting);
    }
}

fn one_side(document: &mut Document, source: &AnswerSource<'_>, side: &Side) {
    let entries = match side.entries {
        0 => source.pick("기록에 나오지 않음", "in no entry").to_owned(),
        count => source.words.entries(count),
    };
    let line = Line::default()
        .concept(source.label(side.concept))
        .faint(format!(" · {entries}"));
    document.item(None, line);
    if side.neighbours.is_empty() {
        let alone = match side.avoided {
            0 => source.pick("이어진 개념이 없음", "linked with nothing"),
            _ => source.pick("뺀 개념과만 이어짐", "linked only with what was left out"),
        };
        document.detail(Line::plain(alone));
        return;
    }
    let named = &side.neighbours[..side.neighbours.len().min(OF_SIDE)];
    let count = source.words.concepts(side.neighbours.len());
    let more = if named.len() < side.neighbours.len() {
        ", …"
    } else {
        ""
    };
    let labels = source.labels(named);
    document.detail(Line::plain(match source.words.is_korean() {
        true => format!("이어진 {count}: {labels}{more}"),
        false => format!("linked with {count}: {labels}{more}"),
    }));
    let reach = side.within_reach.len();
    if reach > side.neighbours.len() {
        let line = match source.words.is_korean() {
            true => format!("여러 단계로 이어진 것까지 {}", source.words.concepts(reach)),
            false => format!(
                "{} within reach, over any number of steps",
                source.words.concepts(reach)
            ),
        };
        document.detail(Line::default().faint(line));
    }
}

fn one_meeting(document: &mut Document, source: &AnswerSource<'_>, meeting: &Meeting) {
    let [a, b] = meeting.concepts;
    let chapter = source.chapters(&[meeting.chapter]);
    let line = Line::default()
        .concept(source.label(a))
        .and(" ↔ ")
        .concept(source.label(b))
        .faint(format!(" · {chapter}"));
    document.item(None, line);
    for (concept, entry) in meeting.concepts.into_iter().zip(meeting.entries) {
        document.place(source, entry, "");
        let sentences = crate::analyse::naming(source.tagging, entry, concept);
        document.quote(
            source,
            entry,
            &sentences[..sentences.len().min(1)],
            &[concept],
        );
    }
}
