//! The words of the page, in Korean and English.

use crate::model::Language;
use serde::Serialize;

/// The words of the page. In some a number comes in the place of `{}`.
#[derive(Debug, Serialize)]
pub(super) struct PageWords {
    pub(super) search: &'static str,
    pub(super) found: &'static str,
    pub(super) nothing: &'static str,
    pub(super) filter: &'static str,
    pub(super) chapters: &'static str,
    pub(super) groups: &'static str,
    pub(super) all: &'static str,
    pub(super) shown: &'static str,
    pub(super) theme: &'static str,
    pub(super) help: &'static str,
    pub(super) maps: &'static str,
    pub(super) list: &'static str,
    pub(super) zoom: &'static str,
    pub(super) closer: &'static str,
    pub(super) farther: &'static str,
    pub(super) whole: &'static str,
    pub(super) evidence: &'static str,
    pub(super) tagged: &'static str,
    pub(super) neighbours: &'static str,
    pub(super) why: &'static str,
    pub(super) open: &'static str,
    pub(super) close: &'static str,
}

const KOREAN: PageWords = PageWords {
    search: "이름으로 찾기",
    found: "{}개 찾음",
    nothing: "찾은 것이 없습니다",
    filter: "골라 보기",
    chapters: "장",
    groups: "묶음",
    all: "모두 보기",
    shown: "{}개 보임",
    theme: "밝게, 어둡게",
    help: "도움말",
    maps: "지도",
    list: "지도에 담긴 내용",
    zoom: "확대와 축소",
    closer: "크게",
    farther: "작게",
    whole: "전체 보기",
    evidence: "근거",
    tagged: "기록 전체",
    neighbours: "이웃",
    why: "근거 {}",
    open: "이 묶음의 지도 열기",
    close: "닫기",
};

const ENGLISH: PageWords = PageWords {
    search: "Find by name",
    found: "{} found",
    nothing: "Nothing found",
    filter: "Show only",
    chapters: "Chapters",
    groups: "Groups",
    all: "Show all",
    shown: "{} shown",
    theme: "Light or dark",
    help: "Help",
    maps: "Maps",
    list: "What is on the map",
    zoom: "Zoom",
    closer: "Closer",
    farther: "Farther",
    whole: "All of it",
    evidence: "Evidence",
    tagged: "The entry as a whole",
    neighbours: "Neighbours",
    why: "evidence: {}",
    open: "Open the map of this group",
    close: "Close",
};

impl PageWords {
    /// The words in a language; English for any but Korean.
    pub(super) fn of(language: Language) -> &'static Self {
        if language == Language::KOREAN {
            &KOREAN
        } else {
            &ENGLISH
        }
    }
}
