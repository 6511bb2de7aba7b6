//! Why a place in an entry counts as a name or not, and what makes a tag
//! salient, in Korean and English.

use crate::map::Words;
use crate::query::{Attached, Cause, Doubt, Reason, Suggestion, Verdict, WeighedTag};
use crate::tag::{Feature, Head, Rejection, Salience, Spacing};
use crate::text::tail::Tail;

/// Said of an entry without a place that reads like a name.
pub(super) fn nothing(words: Words) -> &'static str {
    words.pick("이름으로 읽히는 곳이 없음", "nothing reads like a name")
}

/// What a place counts for, in one word.
pub(super) fn counts_for(words: Words, verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Tagged(_) => words.pick("태그", "tagged"),
        Verdict::Nested { .. } => words.pick("안쪽", "nested"),
        Verdict::Suggested { .. } => words.pick("제안", "suggested"),
        Verdict::Rejected(_) => words.pick("아님", "rejected"),
    }
}

/// Why it does: `조사: 에서는`, `part of a longer word: 애플리케이션`.
pub(super) fn verdict(words: Words, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Tagged(seen) => grounds(words, seen),
        Verdict::Nested { inside, .. } => inside_of(words, inside),
        Verdict::Suggested { doubt, word, .. } => doubtful(words, *doubt, word),
        Verdict::Rejected(reason) => rejection(words, reason),
    }
}

/// Said of a name that a longer one has in it.
pub(super) fn inside_of(words: Words, longer: &str) -> String {
    let inside = words.pick("더 긴 이름 안에 있음", "inside of");
    let colon = words.pick(": ", " ");
    format!("{inside}{colon}{longer}")
}

/// What speaks for a mention, or that it is a word of its own.
fn grounds(words: Words, seen: &Attached) -> String {
    let Attached {
        grounds,
        before,
        after,
        particles,
    } = seen;
    let mut remarks = Vec::new();
    remarks.extend(spacing(words, grounds.spacing).map(str::to_owned));
    match grounds.head {
        Head::Clean => {}
        Head::Prefix => remarks.push(format!("{}: {before}", words.pick("접두사", "prefix"))),
        Head::Grown => remarks.push(format!(
            "{}: {before}",
            words.pick("앞에 붙은 말", "grown onto")
        )),
    }
    let tail = match grounds.tail {
        Tail::Clean | Tail::Inflected if *particles => words.pick("조사", "particles"),
        Tail::Clean => "",
        Tail::Inflected => words.pick("‘이다’나 접미사", "이다 or a suffix"),
        Tail::Verb => words.pick("동사로 쓰임", "as a verb"),
        Tail::Compound => words.pick("이름에 잘 붙는 말", "a noun that names take"),
        Tail::Unknown => words.pick("모르는 말이 붙음", "unknown ending"),
    };
    if !tail.is_empty() {
        remarks.push(format!("{tail}: {after}"));
    }
    if remarks.is_empty() {
        return words.pick("홀로 나옴", "on its own").to_owned();
    }
    remarks.join(", ")
}

fn spacing(words: Words, spacing: Spacing) -> Option<&'static str> {
    match spacing {
        Spacing::AsWritten => None,
        Spacing::Joined => Some(words.pick("붙여 씀", "written without its spaces")),
        Spacing::Split => Some(words.pick(
            "띄어 썼지만 알아볼 만한 이름",
            "split, but distinctive enough",
        )),
        Spacing::InnerParticle => Some(words.pick("이름 사이에 조사가 있음", "a particle inside")),
    }
}

/// Why a hit in a word is no more than a suggestion.
fn doubtful(words: Words, doubt: Doubt, word: &str) -> String {
    match doubt {
        Doubt::WeakName => words
            .pick("흔한 말(weak)이라 제안만 함", "too common to tag (weak)")
            .to_owned(),
        Doubt::UnknownTail => {
            let unknown = words.pick("모르는 말이 뒤에 붙음", "unknown ending");
            format!("{unknown}: {word}")
        }
        Doubt::ShortCompound => {
            let compound = words.pick("짧은 이름이 든 합성어", "a short name in a compound");
            format!("{compound}: {word}")
        }
    }
}

/// What makes a suggestion doubtful.
pub(super) fn suggestion(words: Words, suggestion: &Suggestion) -> String {
    doubtful(words, suggestion.doubt, &suggestion.word)
}

/// Why a place does not count.
fn rejection(words: Words, reason: &Reason) -> String {
    let said = cause(words, reason.cause);
    match &reason.words {
        Some(because) => format!("{said}: {because}"),
        None => said.to_owned(),
    }
}

fn cause(words: Words, cause: Cause) -> &'static str {
    match cause {
        Cause::Rejected(rejection) => match rejection {
            Rejection::Spacing => words.pick(
                "띄어쓰기가 다르고, 알아보기에는 짧은 이름",
                "other spaces, and too short a name to tell",
            ),
            Rejection::InsideWord => words.pick("낱말 중간에서 시작함", "starts inside of a word"),
            Rejection::LongerWord => words.pick("더 긴 낱말의 일부", "part of a longer word"),
            Rejection::Strict => words.pick(
                "홀로 쓰일 때만 찾는 이름(strict)",
                "the name only counts on its own (strict)",
            ),
            Rejection::Case => words.pick("대소문자가 이름과 다름", "case differs from the name"),
            Rejection::Excluded => words.pick("제외한 말(exclude)", "excluded by"),
            Rejection::Guarded => words.pick(
                "문장에 다른 뜻을 알리는 말(unless)이 있음",
                "a word of the sentence rules it out (unless)",
            ),
            Rejection::Overlapped => words.pick("겹치는 이름이 먼저임", "overlapped by"),
        },
        Cause::SameConcept => {
            words.pick("같은 개념의 더 긴 이름", "in a longer name of the concept")
        }
        Cause::Refused => words.pick("읽은 이가 거절한 개념", "refused by the reader"),
        Cause::BookTitle => words.pick("이 책의 제목", "the book's own title"),
    }
}

/// A feature of salience.
fn feature(words: Words, feature: Feature) -> &'static str {
    match feature {
        Feature::Mentions => words.pick("횟수", "mentions"),
        Feature::Share => words.pick("비중", "share"),
        Feature::Rarity => words.pick("드묾", "rarity"),
        Feature::AsNamed => words.pick("이름 그대로", "as named"),
        Feature::Title => words.pick("제목", "title"),
        Feature::Quoted => words.pick("따옴표", "quoted"),
        Feature::Introduces => words.pick("책에서 처음", "first in the book"),
    }
}

/// The sum that a salience is made of, in pieces: `rarity 3.90`, `+ share 0.23`,
/// `− 4.60`, `= −0.47`. Nothing when the entry does not name the concept.
pub(super) fn sum(words: Words, tag: &WeighedTag) -> Vec<String> {
    let mut pieces = Vec::new();
    for &(name, weight) in &tag.terms {
        let plus = if pieces.is_empty() { "" } else { "+ " };
        pieces.push(format!("{plus}{} {}", feature(words, name), signed(weight)));
    }
    if !pieces.is_empty() {
        pieces.push(signed(Salience::BASE).replacen('−', "− ", 1));
        pieces.push(format!("= {}", signed(tag.salience.sum())));
    }
    pieces
}

/// A number with two digits after the point, and a real minus sign.
fn signed(number: f32) -> String {
    let digits = format!("{:.2}", number.abs());
    match number < 0.0 && digits != "0.00" {
        true => format!("−{digits}"),
        false => digits,
    }
}
