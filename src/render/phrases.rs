//! Phrases that terminal and Markdown share, in Korean and English.

use crate::map::Words;
use crate::model::{ChapterId, ConceptId, EntryId, Library, LocalText};
use crate::place::{Basis, Placement};
use crate::query::{Ask, Resolution};
use crate::tag::Origin;

/// `19일차 · 2023-10-17 · p353–361 · 8장 아마존 프라임 (추정)`.
pub(super) fn entry_heading(
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
    parts.join(" · ")
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
        return words.pick("장을 모름", "chapter unknown").to_owned();
    }
    let why = match placement.basis(id) {
        Basis::Given | Basis::Stated | Basis::Unknown => "",
        Basis::GivenAsInferred => words.pick(" (추정)", " (inferred)"),
        Basis::Pages => words.pick(" (쪽수로 봄)", " (by its pages)"),
        Basis::Neighbours => words.pick(" (앞뒤 기록으로 봄)", " (by its neighbours)"),
    };
    format!("{}{why}", chapters.join(" → "))
}

/// Who says that an entry is about a concept.
pub(super) fn origin(words: Words, origin: Origin) -> &'static str {
    match (origin, words.pick("ko", "en")) {
        (Origin::Authored, "ko") => "직접 단 태그",
        (Origin::Matched, "ko") => "본문에서 찾음",
        (Origin::AuthoredAndMatched, "ko") => "태그와 본문",
        (Origin::Authored, _) => "tagged by the reader",
        (Origin::Matched, _) => "named in the text",
        (Origin::AuthoredAndMatched, _) => "tagged and named",
    }
}

/// A concept's label, and in brackets its label in the other languages.
pub(super) fn concept_title(library: &Library, words: Words, concept: ConceptId) -> String {
    let concept = library.vocabulary().get(concept);
    titled(&concept.label, words).unwrap_or_else(|| concept.id.clone())
}

/// The names that were asked for: `넷플릭스 + 구독` for all of them, `넷플릭스 또는
/// 구독` for any.
pub(super) fn question(library: &Library, words: Words, asked: &[Resolution], ask: Ask) -> String {
    let or = words.pick(" 또는 ", " or ");
    let names: Vec<String> = asked
        .iter()
        .map(|name| {
            let concepts = name.concepts.iter();
            let titles: Vec<String> = concepts
                .map(|&concept| concept_title(library, words, concept))
                .collect();
            titles.join(or)
        })
        .collect();
    names.join(match ask {
        Ask::All => " + ",
        Ask::Any => or,
    })
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

/// What is known of a chapter's pages, when that is less than everything:
/// `362..370–401..409`.
pub(super) fn chapter_extent(library: &Library, words: Words, id: ChapterId) -> Option<String> {
    let chapter = library.chapter(id);
    if chapter.starts.is_unknown() && chapter.ends.is_unknown() {
        return None;
    }
    Some(match words.pick("ko", "en") {
        "ko" => format!("시작 p{}, 끝 p{}", chapter.starts, chapter.ends),
        _ => format!("starts p{}, ends p{}", chapter.starts, chapter.ends),
    })
}
