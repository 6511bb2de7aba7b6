//! What maps are called, and the stretch of a book that they cover.

use super::source::MapSource;
use crate::model::{ConceptId, EntryId, PageRange};
use jiff::civil::Date;

impl MapSource<'_> {
    /// `『순서 파괴』 9장 개념 타임라인`, `Working Backwards ch. 9: concept timeline`.
    pub(super) fn title(&self, kind: &str) -> String {
        let named = match self.books()[..] {
            [book] => {
                let title = self.library.book(book).title_in(self.words.language());
                match self.words.is_korean() {
                    true => format!("『{title}』"),
                    false => title.to_owned(),
                }
            }
            _ => self.words.pick("서재", "Library").to_owned(),
        };
        let chapters: Vec<String> = self
            .options
            .filter
            .chapters
            .iter()
            .map(|&chapter| self.words.listed_chapter(self.library, chapter))
            .collect();
        let mut title = named;
        if !chapters.is_empty() {
            title = format!("{title} {}", chapters.join(", "));
        }
        match self.words.is_korean() {
            true => format!("{title} {kind}"),
            false => format!("{title}: {kind}"),
        }
    }

    /// The title of a book map; `about` is the concept or the group it is about.
    pub(super) fn book_title(&self, about: Option<&str>) -> String {
        let kind = self.words.pick("개념 지도", "concept map");
        match about {
            Some(about) => format!("{} · {about}", self.title(kind)),
            None => self.title(kind),
        }
    }

    /// `기록 10편 · p353–440 · 개념 44개 · 연결 77개 (전체 278개 가운데)`, and what was
    /// left out. Of concepts and links it takes how many are drawn, and of how many.
    pub(super) fn extent(&self, concepts: (usize, usize), links: (usize, usize)) -> String {
        let words = self.words;
        let part = |shown: String, (drawn, all): (usize, usize)| match words.is_korean() {
            _ if drawn == all => shown,
            true => format!("{shown} (전체 {all}개 가운데)"),
            false => format!("{shown} of {all}"),
        };
        let mut parts = vec![words.entries(self.entries.len())];
        parts.extend(self.page_span(&self.entries));
        parts.push(part(words.concepts(concepts.0), concepts));
        parts.push(part(words.links(links.0), links));
        parts.extend(self.remarks());
        parts.join(" · ")
    }

    /// The pages from the first to the last of some entries of one book: `p353–440`;
    /// `None` where several books have pages of their own.
    pub(super) fn page_span(&self, entries: &[EntryId]) -> Option<String> {
        let book = |&entry: &EntryId| self.library.book_of(entry);
        if entries.first().map(book) != entries.last().map(book) {
            return None;
        }
        let pages = || {
            let pages = |&entry: &EntryId| self.library.brief(entry).pages;
            entries.iter().filter_map(pages)
        };
        let first = pages().map(|pages| pages.first).min()?;
        let last = pages().map(|pages| pages.last).max()?;
        PageRange::new(first, last).map(|pages| self.words.pages(pages))
    }

    /// The days from the first to the last of some entries:
    /// `2023-10-17–2023-10-26`.
    pub(super) fn date_span(&self, entries: &[EntryId]) -> Option<String> {
        let dates = || {
            let date = |&entry: &EntryId| self.library.brief(entry).date;
            entries.iter().filter_map(date)
        };
        let (first, last): (Date, Date) = (dates().min()?, dates().max()?);
        Some(match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        })
    }

    /// What picks the entries, and what was left out: for being asked to, and for
    /// being nearly everywhere.
    pub(super) fn remarks(&self) -> Option<String> {
        let words = self.words;
        let only = self.options.filter.only.as_ref().map(|condition| {
            let told = condition.told(words.connectives(), |concept| {
                self.label(concept).to_owned()
            });
            format!("{}: {told}", words.pick("조건", "only"))
        });
        let hidden = self.listed(&self.options.hide).map(|list| {
            let hidden = words.pick("숨긴 개념", "hidden");
            format!("{hidden}: {list}")
        });
        let everywhere = self.listed(&self.hubs).map(|list| {
            let left_out = words.pick(
                "거의 모든 기록에 나오는 개념 제외",
                "without what is nearly everywhere",
            );
            format!("{left_out}: {list}")
        });
        let parts: Vec<String> = [only, hidden, everywhere].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// The labels of some concepts, the last ones counted.
    fn listed(&self, concepts: &[ConceptId]) -> Option<String> {
        const NAMED: usize = 3;
        let names: Vec<&str> = concepts.iter().map(|&it| self.label(it)).collect();
        let (named, more) = names.split_at(names.len().min(NAMED));
        match (named.is_empty(), more.len()) {
            (true, _) => None,
            (_, 0) => Some(named.join(", ")),
            (_, more) => Some(format!("{} +{more}", named.join(", "))),
        }
    }
}
