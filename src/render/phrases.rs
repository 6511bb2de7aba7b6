//! Phrases that terminal and Markdown share, in Korean and English.

use crate::map::Words;
use crate::model::{
    ChapterId, Concept, ConceptId, EntryId, Extent, Library, LocalText, PageBound, Voice,
};
use crate::place::{Basis, Placement};
use crate::query::{Condition, FoundTag, Kin, NamedTag, Origins, Reach, Term, WeighedTag};
use crate::tag::Origin;

/// So many narrower concepts are named in a line.
const NARROWER: usize = 5;

/// `19일차 · 2023-10-17 · p353–361 · 8장 아마존 프라임 (추정)`.
pub(crate) fn entry_heading(
    library: &Library,
    placement: &Placement,
    words: Words,
    id: EntryId,
) -> String {
    let entry = library.entry(id);
    let mut parts = vec![
        entry
            .day
            .map_or_else(|| entry.title.clone(), |day| words.day(day)),
    ];
    parts.extend(entry.date.map(|date| date.to_string()));
    parts.extend(entry.pages.map(|pages| words.pages(pages)));
    parts.push(entry_chapters(library, placement, words, id));
    parts.extend(voice(words, entry.voice).map(str::to_owned));
    parts.join(" · ")
}

/// That a text is quoted from the book; nothing of the reader's own words.
pub(crate) fn voice(words: Words, voice: Voice) -> Option<&'static str> {
    Some(match voice {
        Voice::Own => return None,
        Voice::Quotation => words.pick("인용", "quotation"),
        Voice::Both => words.pick("인용과 생각", "quotation and remark"),
    })
}

/// `8장 아마존 프라임 (추정)`.
pub(super) fn entry_chapters(
    library: &Library,
    placement: &Placement,
    words: Words,
    id: EntryId,
) -> String {
    let chapters: Vec<String> = placement
        .chapters(library, id)
        .map(|chapter| words.chapter(library.chapter(chapter)))
        .collect();
    if chapters.is_empty() {
        return words.pick("장 미상", "chapter unknown").to_owned();
    }
    format!("{}{}", chapters.join(" → "), why_here(placement, words, id))
}

/// How an entry's chapter was worked out, when nobody said it.
pub(super) fn why_here(placement: &Placement, words: Words, id: EntryId) -> &'static str {
    match placement.basis(id) {
        Basis::Given | Basis::Stated | Basis::Unknown => "",
        Basis::GivenAsInferred => words.pick(" (추정)", " (inferred)"),
        Basis::Pages => words.pick(" (쪽 번호로 추정)", " (by its pages)"),
        Basis::Neighbours => words.pick(" (앞뒤 기록으로 추정)", " (by its neighbours)"),
    }
}

/// Who says that an entry is about a concept.
pub(super) fn origin(words: Words, origin: Origin) -> &'static str {
    match (origin, words.is_korean()) {
        (Origin::Authored, true) => "직접 단 태그",
        (Origin::Matched, true) => "본문에서 찾음",
        (Origin::AuthoredAndMatched, true) => "태그와 본문",
        (Origin::Authored, _) => "tagged by the reader",
        (Origin::Matched, _) => "named in the text",
        (Origin::AuthoredAndMatched, _) => "tagged and named",
    }
}

/// Said of a concept that an entry names and is not about.
pub(super) fn in_passing(words: Words) -> &'static str {
    words.pick("지나가며", "in passing")
}

/// Who says that an entry is about a concept, and whether it really is.
pub(crate) fn tag_remarks(words: Words, who: Origin, passing: bool) -> String {
    match passing {
        true => format!("{}, {}", origin(words, who), in_passing(words)),
        false => origin(words, who).to_owned(),
    }
}

/// Who says that an entry is about a concept, and what its text alone says.
pub(super) fn weighed_remarks(words: Words, tag: &WeighedTag) -> String {
    let mut remarks = tag_remarks(words, tag.tag.origin, tag.tag.is_passing());
    if tag.salience.evidence.verbatim {
        remarks.push_str(words.pick(", 글자 그대로", ", word for word"));
    }
    match tag.of_text() {
        Some(of_text) if tag.salience.authored => {
            let alone = words.pick("본문만 보면", "by the text alone");
            format!("{remarks}; {alone} {of_text:.2}")
        }
        _ => remarks,
    }
}

/// A name, unless it is the concept's label.
pub(super) fn other_name<'a>(words: Words, concept: &Concept, name: &'a str) -> Option<&'a str> {
    (concept.label_in(words.language()) != name).then_some(name)
}

/// How a concept is written, unless as its label, and how often: ` (데크) ×2`.
pub(super) fn times_written(label: &str, written: &str, times: u32) -> String {
    let mut said = String::new();
    if written != label {
        said.push_str(&format!(" ({written})"));
    }
    if times > 1 {
        said.push_str(&format!(" ×{times}"));
    }
    said
}

/// Like [`called`]; of a single name the count is left out, which stands before it.
pub(super) fn found_names(names: &[(String, u32)], label: &str) -> Option<String> {
    match names {
        [(name, _)] => (name != label).then(|| name.clone()),
        names => called(names, label),
    }
}

/// The names by which an entry calls a concept, unless that is its label only:
/// `핵심 인풋 ×2, 인풋 지표`.
pub(super) fn names(tag: &NamedTag, label: &str) -> Option<String> {
    called(&tag.names, label)
}

/// A concept's label, and in brackets its label in the other languages.
pub(crate) fn concept_title(library: &Library, words: Words, concept: ConceptId) -> String {
    let concept = library.vocabulary().get(concept);
    titled(&concept.label, words).unwrap_or_else(|| concept.id.clone())
}

/// What was asked for: `넷플릭스 + 구독` for concepts that must all be there,
/// `넷플릭스 또는 구독` for any, and the query in words for anything else.
pub(super) fn question(library: &Library, words: Words, condition: &Condition) -> String {
    let or = words.pick(" 또는 ", " or ");
    let title = |term: &Term| {
        let titles = term.asked.iter();
        let titles: Vec<String> = titles
            .map(|&concept| concept_title(library, words, concept))
            .collect();
        match titles.is_empty() {
            true => term.name.clone(),
            false => titles.join(or),
        }
    };
    let names = |parts: &[Condition], joiner: &str| {
        let terms: Option<Vec<String>> = parts
            .iter()
            .map(|part| match part {
                Condition::About(term) if is_plain(term) => Some(title(term)),
                _ => None,
            })
            .collect();
        terms.map(|terms| terms.join(joiner))
    };
    let plain = match condition {
        Condition::About(term) if is_plain(term) => Some(title(term)),
        Condition::All(parts) => names(parts, " + "),
        Condition::Any(parts) => names(parts, or),
        _ => None,
    };
    plain.unwrap_or_else(|| told(library, words, condition))
}

/// Whether a term is no more than a name.
fn is_plain(term: &Term) -> bool {
    term.reach != Reach::Group && term.origins == Origins::ANY
}

/// A query in words, with the labels of its concepts.
pub(super) fn told(library: &Library, words: Words, condition: &Condition) -> String {
    let label = |concept| {
        let concept = library.vocabulary().get(concept);
        concept.label_in(words.language()).to_owned()
    };
    condition.told(words.connectives(), label)
}

/// What the concept of a tag is to the one asked for: `narrower than Amazon`.
fn kin(library: &Library, words: Words, kin: Kin) -> Option<String> {
    let label = |concept| {
        let concept = library.vocabulary().get(concept);
        concept.label_in(words.language())
    };
    match (kin, words.is_korean()) {
        (Kin::Itself | Kin::Group, _) => None,
        (Kin::Narrower(asked), true) => Some(format!("‘{}’의 하위 개념", label(asked))),
        (Kin::Broader(asked), true) => Some(format!("‘{}’의 상위 개념", label(asked))),
        (Kin::Narrower(asked), _) => Some(format!("narrower than {}", label(asked))),
        (Kin::Broader(asked), _) => Some(format!("broader than {}", label(asked))),
    }
}

/// The same where the one asked for stands right before it: `narrower`.
pub(super) fn kin_alone(words: Words, kin: Kin) -> Option<&'static str> {
    match kin {
        Kin::Itself | Kin::Group => None,
        Kin::Narrower(_) => Some(words.pick("하위 개념", "narrower")),
        Kin::Broader(_) => Some(words.pick("상위 개념", "broader")),
    }
}

/// What the concept of each of the tags in a line is to the one asked for, which is
/// named once.
pub(super) fn kins(library: &Library, words: Words, tags: &[FoundTag]) -> Vec<Option<String>> {
    let mut before = None;
    let kins = tags.iter().map(|tag| match before.replace(tag.kin) {
        Some(before) if before == tag.kin => kin_alone(words, tag.kin).map(str::to_owned),
        _ => kin(library, words, tag.kin),
    });
    kins.collect()
}

/// How many entries count by narrower concepts alone, and by which: `of these 3 through
/// narrower ones: Price, Selection`; nothing where none does.
pub(super) fn through(
    library: &Library,
    words: Words,
    (count, concepts): (usize, Vec<ConceptId>),
) -> Option<String> {
    let named = concepts.iter().take(NARROWER);
    let label = |&concept: &ConceptId| library.vocabulary().get(concept).label_in(words.language());
    let mut labels = named.map(label).collect::<Vec<_>>().join(", ");
    if concepts.len() > NARROWER {
        labels.push_str(", …");
    }
    (count > 0).then(|| match words.is_korean() {
        true => format!("그중 {count}편은 하위 개념으로: {labels}"),
        false => format!("of these {count} through narrower ones: {labels}"),
    })
}

/// The names by which an entry calls a concept, unless that is its label only.
pub(super) fn called(names: &[(String, u32)], label: &str) -> Option<String> {
    let only_label = names.iter().all(|(name, _)| name == label);
    let names = names.iter().map(|(name, times)| match times {
        1 => name.clone(),
        times => format!("{name} ×{times}"),
    });
    (!only_label).then(|| names.collect::<Vec<_>>().join(", "))
}

/// A text, and in brackets the same in other languages, if it differs.
pub(super) fn titled(text: &LocalText, words: Words) -> Option<String> {
    let best = text.best(words.language())?;
    let others: Vec<&str> = text
        .iter()
        .map(|(_, text)| text)
        .filter(|other| *other != best)
        .collect();
    if others.is_empty() {
        Some(best.to_owned())
    } else {
        Some(format!("{best} ({})", others.join(", ")))
    }
}

/// What is known of where something starts and ends: `p362–370 사이에 시작`, `starts
/// between p362 and p370`; nothing of an end that is not known.
pub(super) fn extent(words: Words, extent: Extent) -> Option<String> {
    let starts = bound(words, extent.starts).map(|page| match words.is_korean() {
        true => format!("{page} 시작"),
        false => format!("starts {page}"),
    });
    let ends = bound(words, extent.ends).map(|page| match words.is_korean() {
        true => format!("{page} 끝"),
        false => format!("ends {page}"),
    });
    let known: Vec<String> = starts.into_iter().chain(ends).collect();
    (!known.is_empty()).then(|| known.join(", "))
}

/// Where a page is, as far as it is known.
fn bound(words: Words, bound: PageBound) -> Option<String> {
    let korean = words.is_korean();
    Some(match (bound.earliest, bound.latest) {
        (None, None) => return None,
        (Some(a), Some(b)) if a == b && korean => format!("p{a}에"),
        (Some(a), Some(b)) if a == b => format!("on p{a}"),
        (Some(a), Some(b)) if korean => format!("p{a}–{b} 사이에"),
        (Some(a), Some(b)) => format!("between p{a} and p{b}"),
        (Some(a), None) if korean => format!("빨라도 p{a}에"),
        (Some(a), None) => format!("on p{a} or later"),
        (None, Some(b)) if korean => format!("늦어도 p{b}에"),
        (None, Some(b)) => format!("on p{b} or earlier"),
    })
}

/// A chapter's id, with its book's where there are several.
pub(super) fn chapter_id(library: &Library, id: ChapterId) -> String {
    let chapter = &library.chapter(id).id;
    match library.book_count() {
        0 | 1 => chapter.clone(),
        _ => format!("{}/{chapter}", library.book(id.book).id),
    }
}

/// An entry's id, with its book's where there are several.
pub fn entry_id(library: &Library, id: EntryId) -> String {
    match library.book_count() {
        0 | 1 => library.brief(id).id.to_owned(),
        _ => library.qualified_id(id),
    }
}
