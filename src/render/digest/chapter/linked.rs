//! What a chapter is linked to: concepts, other chapters, and what is missing.

use super::{BookSummary, Say};
use crate::model::ChapterId;
use crate::place::Reference;
use crate::render::digest::{Block, Form, Line, label, place, source};
use crate::render::phrases;
use crate::summary::{ChapterSummary, ConceptCount, Length, Telling};

impl Say<'_> {
    /// What the chapter is linked to: concepts, chapters, and what is missing.
    pub(super) fn linked(&self, summary: &ChapterSummary) -> Vec<Block> {
        let words = self.words;
        let (new, recurring) = self.length.concepts();
        let row = |heading: (&str, &str), lines: Vec<Line>| {
            Block::new(words.pick(heading.0, heading.1), Form::Row, lines)
        };
        let brief = self.length == Length::Short;
        let near = summary.near.iter().take(self.length.near_chapters());
        let near = near.map(|near| {
            let shared = near.shared.iter().map(|&it| label(self.library, words, it));
            Line {
                text: words.listed_chapter(self.library, near.chapter),
                remark: shared.collect::<Vec<_>>().join(", "),
                ..Line::default()
            }
        });
        let missing = summary.coverage.iter().flat_map(|it| &it.missing);
        let gaps = missing.map(|gap| Line::plain(words.pages(gap)));
        let cut_off = summary.cut_off(self.library);
        let cut_off = cut_off.map(|entry| Line::plain(source(self.library, words, entry)));
        let full = |lines: Vec<Line>| if brief { Vec::new() } else { lines };
        let blocks = [
            row(
                ("새 개념", "New"),
                self.concepts(&summary.new, new, |count| {
                    place(self.library, words, count.here)
                }),
            ),
            row(
                ("다시 나온 개념", "Back again"),
                self.concepts(&summary.recurring, recurring, |count| {
                    let first = place(self.library, words, count.first);
                    match words.is_korean() {
                        true => format!("{first}부터"),
                        false => format!("since {first}"),
                    }
                }),
            ),
            row(
                ("가리키는 장", "Points to"),
                full(self.references(&summary.references_out, true)),
            ),
            row(
                ("이 장을 가리킨 기록", "Pointed to by"),
                full(self.references(&summary.references_in, false)),
            ),
            row(("가까운 장", "Near"), near.collect()),
            row(("기록이 없는 쪽", "No notes on"), gaps.collect()),
            row(("원문이 잘린 기록", "Cut off"), full(cut_off.collect())),
        ];
        blocks.into_iter().flatten().collect()
    }

    fn concepts(
        &self,
        counts: &[ConceptCount],
        most: usize,
        place: impl Fn(&ConceptCount) -> String,
    ) -> Vec<Line> {
        let words = self.words;
        let mut lines: Vec<Line> = counts
            .iter()
            .take(most)
            .map(|count| {
                let mut remarks = vec![place(count)];
                remarks.extend(
                    count
                        .in_passing
                        .then(|| phrases::in_passing(words).to_owned()),
                );
                let name = label(self.library, words, count.concept);
                Line {
                    text: match count.count {
                        1 => name.to_owned(),
                        count => format!("{name} ×{count}"),
                    },
                    remark: remarks.join(", "),
                    ..Line::default()
                }
            })
            .collect();
        let more = counts.len() - lines.len();
        if more > 0 && most > 0 {
            lines.push(Line::plain(match words.is_korean() {
                true => format!("그 밖에 {more}개"),
                false => format!("and {more} more"),
            }));
        }
        lines
    }

    /// References, those of one entry to one chapter once: `6장 (19일차 · p353–361)`.
    fn references(&self, references: &[Reference], out: bool) -> Vec<Line> {
        let mut sorted: Vec<&Reference> = references.iter().collect();
        sorted.sort_by_key(|reference| (reference.chapter, reference.entry));
        sorted.dedup_by_key(|reference| (reference.chapter, reference.entry));
        let lines = sorted.into_iter().map(|reference| {
            let entry = self.library.entry(reference.entry);
            let from = source(self.library, self.words, reference.entry);
            let said = entry.text[reference.span.clone()].to_owned();
            match out {
                true => Line {
                    text: self.words.listed_chapter(self.library, reference.chapter),
                    remark: from,
                    ..Line::default()
                },
                false => Line {
                    text: from,
                    remark: format!("“{said}”"),
                    ..Line::default()
                },
            }
        });
        lines.collect()
    }

    /// The chapters without notes, and the entries that point to them.
    pub(super) fn without_notes(
        &self,
        book: &BookSummary,
        empty: &[&(ChapterSummary, Telling)],
    ) -> Option<Block> {
        let mut chapters: Vec<ChapterId> = book.without_notes.clone();
        chapters.extend(empty.iter().filter_map(|(summary, _)| summary.chapter));
        chapters.sort_unstable();
        chapters.dedup();
        let lines = chapters.iter().map(|&chapter| {
            let summary = empty
                .iter()
                .find(|(summary, _)| summary.chapter == Some(chapter));
            let pointing =
                summary.map(|(summary, _)| self.references(&summary.references_in, false));
            let from: Vec<String> = pointing
                .into_iter()
                .flatten()
                .map(|line| line.text)
                .collect();
            Line {
                text: self.words.listed_chapter(self.library, chapter),
                remark: match from.is_empty() {
                    true => String::new(),
                    false => format!("← {}", from.join(", ")),
                },
                ..Line::default()
            }
        });
        let heading = self.words.pick("기록이 없는 장", "Chapters without notes");
        Block::new(heading, Form::Row, lines.collect())
    }
}
