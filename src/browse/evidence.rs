//! The sentences of an entry that name a concept, as lines of a width.

use super::catalogue::{Catalogue, EntryRow};
use crate::model::ConceptId;
use crate::render::{harmless, phrases};
use crate::tag::{Field, Mention};
use crate::text::wrap::wrap;
use std::ops::Range;

/// Of an entry that does not name the concept, so many sentences are shown.
const FIRST_SENTENCES: usize = 4;
/// Before every sentence and what goes on of it.
const BAR: &str = "│ ";
const BAR_WIDTH: usize = 2;

/// How a piece of a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// As the text.
    Plain,
    /// A name that was looked for.
    Name,
    /// What is said about the text.
    Faint,
}

/// A line: its pieces from left to right.
pub(super) type EvidenceLine = Vec<(String, Tone)>;

/// What stands below the lists when an entry is chosen.
pub(super) fn evidence(
    catalogue: &Catalogue,
    chosen: ConceptId,
    row: &EntryRow,
    width: usize,
) -> Vec<EvidenceLine> {
    let entry = catalogue.library.entry(row.entry);
    let remark = remark(catalogue, chosen, row, width);
    let passages = passages(catalogue, chosen, row);
    if passages.is_empty() {
        let mut lines = remark;
        let gist = entry.gist.get(catalogue.words.language());
        let gist = gist.into_iter().flat_map(|gist| said(gist, width));
        lines.extend(gist);
        let sentences = catalogue.tagging.sentences(row.entry);
        for sentence in sentences.take(FIRST_SENTENCES) {
            lines.extend(quoted(&entry.text, &sentence, &[], Tone::Faint, width));
        }
        return lines;
    }
    let mut lines = Vec::new();
    for (sentence, names) in passages {
        lines.extend(quoted(&entry.text, &sentence, &names, Tone::Plain, width));
    }
    lines.extend(remark);
    lines
}

/// Who says that the entry is about it, and where it stands.
fn remark(
    catalogue: &Catalogue,
    chosen: ConceptId,
    row: &EntryRow,
    width: usize,
) -> Vec<EvidenceLine> {
    let words = catalogue.words;
    let entry = catalogue.library.entry(row.entry);
    let mut remarks = vec![phrases::tag_remarks(words, row.origin, row.passing)];
    if row.concept != chosen {
        let (label, broader) = (catalogue.label(row.concept), catalogue.label(chosen));
        remarks.push(match words.is_korean() {
            true => format!("‘{broader}’의 하위 개념 {label}"),
            false => format!("{label}, narrower than {broader}"),
        });
    }
    remarks.push(format!("{}:{}", entry.file, entry.line));
    said(&remarks.join(" · "), width)
}

fn said(text: &str, width: usize) -> Vec<EvidenceLine> {
    let lines = wrap(text, 0..text.len(), width).into_iter();
    lines
        .map(|line| vec![(harmless(&text[line]), Tone::Faint)])
        .collect()
}

/// The sentences that name the concept or a narrower one, with the names.
fn passages(
    catalogue: &Catalogue,
    chosen: ConceptId,
    row: &EntryRow,
) -> Vec<(Range<usize>, Vec<Range<usize>>)> {
    let asked = catalogue.library.vocabulary().narrower_closure(chosen);
    let wanted =
        |mention: &&Mention| mention.field == Field::Text && asked.contains(&mention.concept);
    let mentions = catalogue.tagging.mentions(row.entry).iter();
    let mentions: Vec<&Mention> = mentions.filter(wanted).collect();
    let sentences: Vec<Range<usize>> = catalogue.tagging.sentences(row.entry).collect();
    mentions
        .chunk_by(|a, b| a.sentence == b.sentence)
        .map(|mentions| {
            let names = mentions.iter();
            let names = names.map(|mention| mention.start as usize..mention.end as usize);
            (
                sentences[mentions[0].sentence as usize].clone(),
                names.collect(),
            )
        })
        .collect()
}

/// A sentence in lines, each behind a bar, with its names.
fn quoted(
    text: &str,
    sentence: &Range<usize>,
    names: &[Range<usize>],
    tone: Tone,
    width: usize,
) -> Vec<EvidenceLine> {
    let lines = wrap(text, sentence.clone(), width.saturating_sub(BAR_WIDTH));
    lines
        .into_iter()
        .map(|line| {
            let mut pieces = vec![(BAR.to_owned(), Tone::Faint)];
            let mut at = line.start;
            for name in names {
                let (start, end) = (name.start.max(at), name.end.min(line.end));
                if start < end {
                    pieces.push((harmless(&text[at..start]), tone));
                    pieces.push((harmless(&text[start..end]), Tone::Name));
                    at = end;
                }
            }
            pieces.push((harmless(&text[at..line.end]), tone));
            pieces.retain(|(piece, _)| !piece.is_empty());
            pieces
        })
        .collect()
}
