//! What is said of a book, chapter by chapter.

use super::coverage::covered;
use super::{Block, Digest, Form, Line, Section, dates, label, place, source};
use crate::map::Words;
use crate::model::{BookId, ChapterId, EntryId, Library};
use crate::place::{Basis, Placement, Reference};
use crate::render::phrases;
use crate::summary::{ChapterSummary, ConceptCount, Length, Question, Quote, Telling};

/// A book, its chapters, and what is told of each.
#[derive(Clone, Debug)]
pub struct BookSummary {
    /// The book.
    pub book: BookId,
    /// Its chapters, in order, each with its telling.
    pub chapters: Vec<(ChapterSummary, Telling)>,
    /// Its chapters that have no notes, where all of them were asked for.
    pub without_notes: Vec<ChapterId>,
}

/// What there is to say of a book in so many words.
pub fn digest(
    library: &Library,
    placement: &Placement,
    book: &BookSummary,
    length: Length,
    words: Words,
) -> Digest {
    let say = Say {
        library,
        placement,
        words,
        length,
    };
    let chapters = book.chapters.iter();
    let (noted, empty): (Vec<_>, Vec<_>) =
        chapters.partition(|(summary, _)| !summary.entries.is_empty());
    let sections = noted
        .iter()
        .map(|(summary, telling)| say.chapter(summary, telling));
    Digest {
        title: say.title(book.book),
        facts: say.book_facts(&noted.iter().map(|(summary, _)| summary).collect::<Vec<_>>()),
        sections: sections.collect(),
        closing: say.without_notes(book, &empty).into_iter().collect(),
    }
}

struct Say<'a> {
    library: &'a Library,
    placement: &'a Placement,
    words: Words,
    length: Length,
}

impl Say<'_> {
    fn title(&self, book: BookId) -> String {
        let book = self.library.book(book);
        phrases::titled(&book.title, self.words).unwrap_or_else(|| book.id.clone())
    }

    fn book_facts(&self, summaries: &[&ChapterSummary]) -> Vec<String> {
        let mut entries: Vec<EntryId> = summaries
            .iter()
            .flat_map(|summary| summary.entries.iter().copied())
            .collect();
        entries.sort_unstable();
        entries.dedup();
        let chapters = summaries.iter().filter(|summary| summary.chapter.is_some());
        let days = || summaries.iter().filter_map(|summary| summary.dates);
        let first = days().map(|(first, _)| first).min();
        let last = days().map(|(_, last)| last).max();
        let mut facts = vec![self.words.entries(entries.len())];
        facts.push(self.words.chapters(chapters.count()));
        facts.extend(first.zip(last).map(dates));
        facts
    }

    fn chapter(&self, summary: &ChapterSummary, telling: &Telling) -> Section {
        let words = self.words;
        let title = match summary.chapter {
            Some(chapter) => words.chapter(self.library.chapter(chapter)),
            None => words
                .pick("장 미상 기록", "Entries of unknown chapter")
                .to_owned(),
        };
        let mut blocks = self.told(summary, telling);
        blocks.extend(self.linked(summary));
        Section {
            title,
            facts: self.facts(summary),
            blocks,
        }
    }

    /// Pages, what is covered of them, days, entries; where the chapter begins and
    /// ends.
    fn facts(&self, summary: &ChapterSummary) -> Vec<String> {
        let words = self.words;
        let pages: Vec<String> = summary
            .pages
            .iter()
            .map(|pages| words.pages(pages))
            .collect();
        let mut facts = Vec::new();
        if self.length == Length::Short && pages.len() > 3 {
            facts.extend(
                pages
                    .first()
                    .zip(pages.last())
                    .map(|(a, b)| format!("{a} … {b}")),
            );
        } else if !pages.is_empty() {
            facts.push(pages.join(", "));
        }
        let coverage = summary.coverage.as_ref();
        facts.extend(coverage.and_then(|coverage| covered(coverage, words)));
        facts.extend(summary.dates.map(dates));
        facts.push(self.entries(summary));
        if self.length == Length::Long {
            facts.extend(coverage.and_then(|coverage| phrases::extent(words, coverage.extent)));
        }
        facts
    }

    /// `기록 4편 (3편은 장을 추정)`.
    fn entries(&self, summary: &ChapterSummary) -> String {
        let worked_out = summary.entries.iter().filter(|&&entry| {
            let basis = self.placement.basis(entry);
            !matches!(basis, Basis::Given | Basis::Stated | Basis::Unknown)
        });
        let entries = self.words.entries(summary.entries.len());
        match (worked_out.count(), self.words.is_korean()) {
            (0, _) => entries,
            (count, true) if count == summary.entries.len() => format!("{entries} (장은 추정)"),
            (count, false) if count == summary.entries.len() => {
                format!("{entries} (placed by inference)")
            }
            (count, true) => format!("{entries} ({count}편은 장을 추정)"),
            (count, false) => format!("{entries} ({count} placed by inference)"),
        }
    }

    /// What the notes say.
    fn told(&self, summary: &ChapterSummary, telling: &Telling) -> Vec<Block> {
        let words = self.words;
        let gists = self.gists(summary);
        let brief = self.length == Length::Short && gists.is_some();
        let quotes = |quotes: &[Quote]| quotes.iter().map(|quote| self.quote(quote)).collect();
        let thesis = Block::new(
            words.pick("이 장은", "The chapter"),
            Form::Quotes,
            quotes(&telling.thesis),
        );
        let key = telling.key.iter().map(|key| Line {
            remark: match key.of_reader {
                true => words.pick("감상", "a thought").to_owned(),
                false => String::new(),
            },
            ..self.quote(&key.quote)
        });
        let key = Block::new(
            words.pick("핵심", "Key sentences"),
            Form::Quotes,
            key.collect(),
        );
        let reflections = Block::new(
            words.pick("느낀 점", "Thoughts"),
            Form::Quotes,
            quotes(&telling.reflections),
        );
        let questions = telling.questions.iter().map(|asked| self.question(asked));
        let questions = Block::new(
            words.pick("물음", "Questions"),
            Form::Quotes,
            questions.collect(),
        );
        let quoted = [thesis, key].into_iter().filter(|_| !brief);
        let blocks = [gists]
            .into_iter()
            .chain(quoted)
            .chain([reflections, questions]);
        blocks.flatten().collect()
    }

    /// What the reader wrote as the gist of entries, in the language asked for.
    fn gists(&self, summary: &ChapterSummary) -> Option<Block> {
        let lines = summary.entries.iter().filter_map(|&entry| {
            let gist = self.library.entry(entry).gist.get(self.words.language())?;
            Some(Line {
                text: gist.to_owned(),
                source: source(self.library, self.words, entry),
                ..Line::default()
            })
        });
        let heading = self.words.pick("한 줄씩", "In short");
        Block::new(heading, Form::List, lines.collect())
    }

    fn quote(&self, quote: &Quote) -> Line {
        Line {
            text: quote.text(self.library).to_owned(),
            source: source(self.library, self.words, quote.entry),
            ..Line::default()
        }
    }

    fn question(&self, asked: &Question) -> Line {
        let answer = asked.answer.as_ref();
        Line {
            then: answer
                .map(|answer| self.answer(answer))
                .into_iter()
                .collect(),
            remark: match answer {
                Some(_) => String::new(),
                None => self.words.pick("열린 물음", "open").to_owned(),
            },
            ..self.quote(&asked.quote)
        }
    }

    fn answer(&self, answer: &Quote) -> Line {
        let line = self.quote(answer);
        Line {
            text: format!("→ {}", line.text),
            ..line
        }
    }

    /// What the chapter is linked to: concepts, chapters, and what is missing.
    fn linked(&self, summary: &ChapterSummary) -> Vec<Block> {
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
                text: words.short_chapter(self.library, near.chapter),
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
                    text: self.words.short_chapter(self.library, reference.chapter),
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
    fn without_notes(
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
                text: self.words.short_chapter(self.library, chapter),
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
