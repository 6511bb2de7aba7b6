//! Texts in which every mention is marked: was each found, and nothing else?

use crate::baseline::Literal;
use crate::read::MarkedText;
use crate::score::{Row, Score};
use bookgraph::model::{ConceptId, Vocabulary};
use bookgraph::tag::{Lexicon, Matcher, Standing};
use std::collections::BTreeSet;
use std::ops::Range;

/// A concept (its index) and where it is named.
type Mention = (usize, (usize, usize));
/// What finds concepts in a text: their indices, and where.
type Finder<'a> = dyn FnMut(&str) -> Vec<(usize, Range<usize>)> + 'a;

/// What each method reaches. A mention is right when it overlaps a marked one of
/// its concept that no other mention took; implicit ones are neither asked for
/// nor held against a method.
pub(crate) fn measure(
    dataset: &str,
    texts: &[MarkedText],
    vocabulary: &Vocabulary,
    errors: bool,
) -> Result<Vec<Row>, String> {
    let lexicon = Lexicon::of(vocabulary);
    let mut matcher = Matcher::new(&lexicon);
    let mut ours = |text: &str| {
        let mut found = Vec::new();
        matcher.find(text, |hit| {
            if hit.standing == Standing::Tagged {
                found.push((lexicon.name(hit.name).concept.index(), hit.span));
            }
        });
        found
    };
    let substring = Literal::new(vocabulary, false)?;
    let words = Literal::new(vocabulary, true)?;
    Ok(vec![
        row(
            dataset,
            "substring",
            texts,
            vocabulary,
            false,
            &mut |text| substring.find(text),
        ),
        row(
            dataset,
            "word-boundary",
            texts,
            vocabulary,
            false,
            &mut |text| words.find(text),
        ),
        row(dataset, "bookgraph", texts, vocabulary, errors, &mut ours),
    ])
}

fn row(
    dataset: &str,
    method: &'static str,
    texts: &[MarkedText],
    vocabulary: &Vocabulary,
    errors: bool,
    find: &mut Finder<'_>,
) -> Row {
    let (mut all, mut plain, mut cases) = (Score::default(), Score::default(), 0);
    for text in texts {
        let found: BTreeSet<Mention> = find(&text.text)
            .into_iter()
            .map(|(concept, span)| (concept, (span.start, span.end)))
            .collect();
        let score = compare(text, &found, vocabulary, errors);
        cases += usize::from(score.wrong + score.missing == 0);
        for total in [Some(&mut all), (!text.hard).then_some(&mut plain)]
            .into_iter()
            .flatten()
        {
            total.right += score.right;
            total.wrong += score.wrong;
            total.missing += score.missing;
        }
    }
    Row::new(dataset, method, all)
        .with("p-non-hard", plain.precision())
        .with("r-non-hard", plain.recall())
        .with("texts-right", cases as f64)
        .with("texts", texts.len() as f64)
}

fn compare(
    text: &MarkedText,
    found: &BTreeSet<Mention>,
    vocabulary: &Vocabulary,
    errors: bool,
) -> Score {
    let mut score = Score::default();
    let mut left = found.clone();
    for marked in &text.mentions {
        let concept = vocabulary.find(&marked.concept).map(ConceptId::index);
        let same = |(found, (start, end)): &&Mention| {
            Some(*found) == concept && *start < marked.byte_end && marked.byte_start < *end
        };
        let hit = left.iter().find(same).copied();
        if let Some(hit) = hit {
            left.remove(&hit);
            score.right += usize::from(marked.is_required());
        } else if marked.is_required() {
            score.missing += 1;
            if errors {
                let surface = &text.text[marked.byte_start..marked.byte_end];
                crate::eprint(&format!("missed {} {}: {surface}", text.id, marked.concept));
            }
        }
    }
    for (concept, (start, end)) in left {
        score.wrong += 1;
        if errors {
            let id = &vocabulary.concepts()[concept].id;
            crate::eprint(&format!(
                "wrong {} {id}: {}",
                text.id,
                &text.text[start..end]
            ));
        }
    }
    score
}
