//! A strand in words.

use super::Timeline;
use crate::analyse::{Burst, Course, Family, Silence, Strand};
use crate::model::EntryId;
use crate::render::phrases;

/// So many silences, the longest, and bursts, the strongest, are told.
const TOLD: usize = 3;
/// So many entries are named.
const NAMED: usize = 12;

/// What there is to say of a strand.
pub(crate) struct Told {
    /// `기록 4편 · 언급 5번 · 사라졌다 돌아옴`.
    pub(crate) summary: String,
    /// Its entries, with how often each names the concept.
    pub(crate) entries: String,
    /// Where it rests, and where it crowds: a line each.
    pub(crate) remarks: Vec<String>,
}

impl Told {
    pub(crate) fn of(timeline: &Timeline<'_>, strand: &Strand) -> Self {
        let words = timeline.words;
        let course = match strand.course {
            Course::Local => words.pick("한 장에만 나옴", "in one chapter"),
            Course::Thread => words.pick("이어서 나옴", "runs through"),
            Course::Returning => words.pick("사라졌다 돌아옴", "leaves and returns"),
        };
        let narrower = Family::through(strand.points.iter().map(|tag| tag.through.as_slice()));
        let narrower = phrases::through(timeline.library, words, narrower);
        let mut summary = vec![match words.is_korean() {
            true => format!("기록 {}편 가운데 {}편", strand.read, strand.points.len()),
            false => format!("{} of {} entries", strand.points.len(), strand.read),
        }];
        summary.extend(narrower);
        summary.push(words.mentions(strand.mentions() as usize));
        summary.push(course.to_owned());
        let named = strand.points.iter().take(NAMED).map(|point| {
            let name = words.entry(timeline.library, point.entry);
            match point.mentions {
                1 => name,
                times => format!("{name} ×{times}"),
            }
        });
        let mut entries = named.collect::<Vec<_>>().join(", ");
        if strand.points.len() > NAMED {
            entries.push_str(&format!(" +{}", strand.points.len() - NAMED));
        }
        let mut silences: Vec<&Silence> = strand.silences.iter().collect();
        silences.sort_by_key(|silence| std::cmp::Reverse(silence.entries));
        silences.truncate(TOLD);
        silences.sort_by_key(|silence| silence.after);
        let mut strongest: Vec<&Burst> = strand.bursts.iter().collect();
        strongest.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        strongest.truncate(TOLD);
        strongest.sort_by_key(|burst| burst.first);
        let mut remarks: Vec<String> = strongest.iter().map(|it| burst(timeline, it)).collect();
        remarks.extend(silences.iter().map(|it| silence(timeline, it)));
        Self {
            summary: summary.join(" · "),
            entries,
            remarks,
        }
    }
}

fn name(timeline: &Timeline<'_>, entry: EntryId) -> String {
    timeline.words.entry_name(timeline.library, entry)
}

fn burst(timeline: &Timeline<'_>, burst: &Burst) -> String {
    let words = timeline.words;
    let (first, last) = (name(timeline, burst.first), name(timeline, burst.last));
    let span = match burst.first == burst.last {
        true => first,
        false => format!("{first} – {last}"),
    };
    let count = burst.sentences;
    match words.is_korean() {
        true => format!("몰림: {span} (문장 {count}개)"),
        false => format!("burst: {span} ({count} sentences)"),
    }
}

fn silence(timeline: &Timeline<'_>, silence: &Silence) -> String {
    let words = timeline.words;
    let (after, before) = (
        name(timeline, silence.after),
        name(timeline, silence.before),
    );
    let korean = words.is_korean();
    let mut parts = vec![words.entries(silence.entries)];
    parts.extend(
        silence
            .pages
            .filter(|pages| *pages > 0)
            .map(|pages| match korean {
                true => format!("{pages}쪽"),
                false => format!("{pages} pages"),
            }),
    );
    parts.extend(
        silence
            .days
            .filter(|days| *days > 1)
            .map(|days| match korean {
                true => format!("{days}일 만에"),
                false => format!("after {days} days"),
            }),
    );
    let what = parts.join(", ");
    match korean {
        true => format!("침묵: {after} 다음, {before}에 돌아옴 ({what})"),
        false => format!("silence: after {after}, back in {before} ({what})"),
    }
}
