//! What a chapter's notes say, in their own words.

use super::extract::Extract;
use super::quote::{Quote, Said, said};
use super::thesis::is_thesis;
use super::voice::{Voice, announces, answers};
use super::{ChapterSummary, Length};
use crate::model::{EntryId, Library};
use crate::tag::Tagging;
use std::collections::BTreeSet;

/// The sentences that tell a chapter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling {
    /// What the chapter is about, as its notes say it.
    pub thesis: Vec<Quote>,
    /// The sentences that say most of the rest, in reading order.
    pub key: Vec<KeySentence>,
    /// What the reader thought of it, in reading order.
    pub reflections: Vec<Quote>,
    /// What the reader asked, in reading order.
    pub questions: Vec<Question>,
}

/// A sentence that says much of its chapter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeySentence {
    /// The sentence.
    pub quote: Quote,
    /// It is the reader's thought: the entry says nothing else.
    pub of_reader: bool,
}

/// A question of the reader's, and the answer that the note goes on to give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub quote: Quote,
    /// The answer: a sentence, or several in a row.
    pub answer: Option<Quote>,
}

/// Tells the chapters of a book, which come in its order. A sentence is quoted in
/// one chapter only, as long as an entry that is in two has others.
pub fn tell(
    library: &Library,
    tagging: &Tagging,
    summaries: &[ChapterSummary],
    length: Length,
) -> Vec<Telling> {
    let wanted = vec![true; summaries.len()];
    tell_wanted(library, tagging, summaries, length, &wanted)
}

/// Tells some of the chapters of a book, all of which come in its order, as
/// [`tell`] does.
pub fn tell_some(
    library: &Library,
    tagging: &Tagging,
    summaries: Vec<ChapterSummary>,
    length: Length,
    wanted: impl Fn(&ChapterSummary) -> bool,
) -> Vec<(ChapterSummary, Telling)> {
    let wanted: Vec<bool> = summaries.iter().map(wanted).collect();
    let tellings = tell_wanted(library, tagging, &summaries, length, &wanted);
    let told = summaries.into_iter().zip(tellings).zip(wanted);
    told.filter(|(_, wanted)| *wanted)
        .map(|(told, _)| told)
        .collect()
}

/// The tellings of the chapters wanted, and anything for the others.
fn tell_wanted(
    library: &Library,
    tagging: &Tagging,
    summaries: &[ChapterSummary],
    length: Length,
    wanted: &[bool],
) -> Vec<Telling> {
    let mut told = BTreeSet::new();
    let needed = needed(summaries, wanted);
    let chapters = summaries.iter().zip(needed);
    chapters
        .map(|(summary, needed)| {
            if !needed {
                return Telling::default();
            }
            let telling = tell_one(library, tagging, summary, length, &told);
            told.extend(telling.key.iter().map(|key| key.quote.clone()));
            told.extend(telling.thesis.iter().cloned());
            told.extend(telling.reflections.iter().cloned());
            told.extend(telling.questions.iter().map(|asked| asked.quote.clone()));
            telling
        })
        .collect()
}

/// Which chapters must be told for those wanted: these, and those before that share
/// an entry with one that must be.
fn needed(summaries: &[ChapterSummary], wanted: &[bool]) -> Vec<bool> {
    let mut entries: BTreeSet<EntryId> = BTreeSet::new();
    let mut needed = wanted.to_vec();
    for (summary, needed) in summaries.iter().zip(&mut needed).rev() {
        *needed |= summary.entries.iter().any(|entry| entries.contains(entry));
        if *needed {
            entries.extend(&summary.entries);
        }
    }
    needed
}

fn tell_one(
    library: &Library,
    tagging: &Tagging,
    summary: &ChapterSummary,
    length: Length,
    told: &BTreeSet<Quote>,
) -> Telling {
    let number = summary.chapter.and_then(|id| library.chapter(id).number);
    let mut sentences: Vec<Said> = Vec::new();
    let mut questions = Vec::new();
    for &entry in &summary.entries {
        let (rest, asked) = set_questions_apart(library, said(library, tagging, entry));
        let fresh = rest.iter().any(|said| !told.contains(&said.quote));
        let rest = rest.into_iter();
        sentences.extend(rest.filter(|said| !(fresh && told.contains(&said.quote))));
        questions.extend(
            asked
                .into_iter()
                .filter(|asked| !told.contains(&asked.quote)),
        );
    }
    if !length.tells_questions() {
        questions.clear();
    }
    let says = |said: &Said| is_thesis(said.quote.text(library), number);
    let (thesis, sentences): (Vec<Said>, Vec<Said>) = sentences.into_iter().partition(says);
    let most = length.key_sentences(summary.entries.len());
    let thesis: Vec<Said> = thesis.into_iter().take(most).collect();
    let key = key(library, summary, &thesis, &sentences, most);
    let left = sentences.iter().filter(|said| {
        said.voice == Voice::Reader && !key.iter().any(|key| key.quote == said.quote)
    });
    let left: Vec<&Said> = left.collect();
    Telling {
        thesis: thesis.into_iter().map(|said| said.quote).collect(),
        reflections: best(library, &left, length.reflections()),
        key,
        questions,
    }
}

/// The key sentences: of each entry at least one where there are as many to choose
/// as entries, what the book says before what the reader thinks.
fn key(
    library: &Library,
    summary: &ChapterSummary,
    thesis: &[Said],
    sentences: &[Said],
    most: usize,
) -> Vec<KeySentence> {
    let of_book = sentences.iter().filter(|said| said.voice == Voice::Book);
    let with_book: BTreeSet<EntryId> = thesis
        .iter()
        .chain(of_book)
        .map(|said| said.quote.entry)
        .collect();
    let may_be = |said: &&Said| said.voice == Voice::Book || !with_book.contains(&said.quote.entry);
    let mut pool: Vec<&Said> = thesis
        .iter()
        .chain(sentences.iter().filter(may_be))
        .collect();
    pool.sort_by(|a, b| a.quote.cmp(&b.quote));
    let given: Vec<usize> = (0..pool.len())
        .filter(|&index| thesis.iter().any(|said| said.quote == pool[index].quote))
        .collect();
    let texts: Vec<&str> = pool.iter().map(|said| said.quote.text(library)).collect();
    let group: Vec<usize> = pool
        .iter()
        .map(|said| {
            summary
                .entries
                .partition_point(|&entry| entry < said.quote.entry)
        })
        .collect();
    let entries = summary.entries.len();
    let groups = if entries <= most { entries } else { 0 };
    let count = most.saturating_sub(given.len());
    let mut chosen = Extract::of(&texts).choose_of_each(&group, groups, count, &given);
    chosen.sort_unstable();
    chosen
        .into_iter()
        .map(|index| KeySentence {
            quote: pool[index].quote.clone(),
            of_reader: pool[index].voice == Voice::Reader,
        })
        .collect()
}

/// The sentences that say most of some, in reading order.
fn best(library: &Library, sentences: &[&Said], most: usize) -> Vec<Quote> {
    let mut chosen: Vec<usize> = (0..sentences.len()).collect();
    if sentences.len() > most {
        let texts = sentences.iter().map(|said| said.quote.text(library));
        chosen = Extract::of(&texts.collect::<Vec<_>>()).choose(most, &[]);
        chosen.sort_unstable();
    }
    let quotes = chosen
        .into_iter()
        .map(|index| sentences[index].quote.clone());
    quotes.collect()
}

/// Takes the questions of an entry, and what answers them, out of its sentences.
fn set_questions_apart(library: &Library, said: Vec<Said>) -> (Vec<Said>, Vec<Question>) {
    let (mut rest, mut questions) = (Vec::new(), Vec::new());
    let mut said = said.into_iter().peekable();
    while let Some(sentence) = said.next() {
        if sentence.voice != Voice::Question {
            rest.push(sentence);
            continue;
        }
        let mut last = sentence.sentence;
        let answer = said
            .next_if(|next| follows(last, next) && answers(next.quote.text(library)))
            .map(|answer| {
                last = answer.sentence;
                let announced = announces(answer.quote.text(library));
                let more = said.next_if(|next| announced && follows(last, next));
                let end = more.map_or(answer.quote.span.end, |more| more.quote.span.end);
                Quote {
                    entry: answer.quote.entry,
                    span: answer.quote.span.start..end,
                }
            });
        questions.push(Question {
            quote: sentence.quote,
            answer,
        });
    }
    (rest, questions)
}

/// Whether a sentence that asks nothing comes right after another one.
fn follows(before: usize, next: &Said) -> bool {
    next.sentence == before + 1 && next.voice != Voice::Question
}
