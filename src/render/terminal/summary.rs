//! The chapter-by-chapter summary.

use super::Styling;
use crate::map::Words;
use crate::model::{BookId, ConceptId, EntryId, Library};
use crate::place::{Placement, Reference};
use crate::render::harmless;
use crate::render::phrases;
use crate::summary::{ChapterSummary, ConceptCount, gist};
use crate::tag::Tagging;

/// A book's summary: one paragraph a chapter.
pub fn summary(
    library: &Library,
    tagging: &Tagging,
    placement: &Placement,
    book: BookId,
    chapters: &[ChapterSummary],
    words: Words,
    styling: Styling,
) -> String {
    let title = phrases::titled(&library.book(book).title, words)
        .unwrap_or_else(|| library.book(book).id.clone());
    let mut entries: Vec<EntryId> = chapters
        .iter()
        .flat_map(|chapter| chapter.entries.clone())
        .collect();
    entries.sort_unstable();
    entries.dedup();
    let mut text = format!(
        "{} · {}\n",
        styling.heading(&title),
        words.entries(entries.len())
    );
    let page = Page {
        library,
        tagging,
        placement,
        words,
        styling,
    };
    for chapter in chapters {
        text.push('\n');
        page.chapter(chapter, &mut text);
    }
    text
}

struct Page<'a> {
    library: &'a Library,
    tagging: &'a Tagging,
    placement: &'a Placement,
    words: Words,
    styling: Styling,
}

impl Page<'_> {
    fn chapter(&self, summary: &ChapterSummary, text: &mut String) {
        let words = self.words;
        let title = match summary.chapter {
            Some(chapter) => words.chapter(self.library.chapter(chapter)),
            None => words
                .pick("장 미상 기록", "Entries of unknown chapter")
                .to_owned(),
        };
        text.push_str(&format!(
            "{}{}\n",
            self.styling.heading(&title),
            self.extent(summary)
        ));
        for &entry in &summary.entries {
            self.entry(entry, text);
        }
        self.concepts(words.pick("새 개념", "new"), &summary.new, false, text);
        self.concepts(
            words.pick("다시 나온 개념", "back again"),
            &summary.recurring,
            true,
            text,
        );
        self.references(
            words.pick("가리키는 장", "points to"),
            &summary.references_out,
            |reference| words.short_chapter(self.library, reference.chapter),
            text,
        );
        self.references(
            words.pick("이 장을 가리킨 기록", "pointed to by"),
            &summary.references_in,
            |_| String::new(),
            text,
        );
        if !summary.gaps.is_empty() {
            let gaps: Vec<String> = summary.gaps.iter().map(|gap| words.pages(gap)).collect();
            text.push_str(&format!(
                "  {}: {}\n",
                words.pick("기록이 없는 쪽", "pages without an entry"),
                gaps.join(", ")
            ));
        }
    }

    /// ` · p362–401 (40쪽) · 2023-10-18–2023-10-21 · 시작 p362..370, 끝 p401..409`.
    fn extent(&self, summary: &ChapterSummary) -> String {
        let words = self.words;
        let mut parts = Vec::new();
        if !summary.pages.is_empty() {
            let pages: Vec<String> = summary
                .pages
                .iter()
                .map(|pages| words.pages(pages))
                .collect();
            let count = summary.pages_covered();
            let counted = match words.is_korean() {
                true => format!("{count}쪽"),
                _ if count == 1 => "1 page".to_owned(),
                false => format!("{count} pages"),
            };
            parts.push(format!("{} ({counted})", pages.join(", ")));
        }
        parts.extend(summary.dates.map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first} – {last}"),
        }));
        parts.extend(
            summary
                .chapter
                .and_then(|chapter| phrases::chapter_extent(self.library, words, chapter)),
        );
        if summary.entries.is_empty() {
            parts.push(words.pick("기록 없음", "no entries").to_owned());
        }
        match parts.is_empty() {
            true => String::new(),
            false => self.styling.faint(&format!(" · {}", parts.join(" · "))),
        }
    }

    fn entry(&self, entry: EntryId, text: &mut String) {
        let name = self.words.entry(self.library, entry);
        let gist =
            gist(self.library, self.tagging, entry, self.words.language()).unwrap_or_default();
        let cut = match self.library.entry(entry).truncated {
            true => self.styling.faint(
                self.words
                    .pick(" (원문이 잘림)", " (cut off at the source)"),
            ),
            false => String::new(),
        };
        let why = phrases::why_here(self.placement, self.words, entry);
        text.push_str(&format!(
            "  {}{} {}{cut}\n",
            self.styling.concept(&name),
            self.styling.faint(why),
            harmless(gist)
        ));
    }

    fn concepts(
        &self,
        heading: &str,
        counts: &[ConceptCount],
        with_first: bool,
        text: &mut String,
    ) {
        if counts.is_empty() {
            return;
        }
        let names: Vec<String> = counts
            .iter()
            .map(|count| {
                let mut name = harmless(self.label(count.concept));
                if count.count > 1 {
                    name.push_str(&format!(" ×{}", count.count));
                }
                if count.in_passing {
                    let remark = format!(" ({})", phrases::in_passing(self.words));
                    name.push_str(&self.styling.faint(&remark));
                }
                let page = self.library.entry(count.first).pages;
                if let Some(page) = page.filter(|_| with_first).map(|page| page.first) {
                    let since = match self.words.is_korean() {
                        true => format!(" (p{page}부터)"),
                        false => format!(" (since p{page})"),
                    };
                    name.push_str(&self.styling.faint(&since));
                }
                name
            })
            .collect();
        text.push_str(&format!("  {heading}: {}\n", names.join(", ")));
    }

    /// References, those of one chapter together: `6장 (19일차)`.
    fn references(
        &self,
        heading: &str,
        references: &[Reference],
        name: impl Fn(&Reference) -> String,
        text: &mut String,
    ) {
        if references.is_empty() {
            return;
        }
        let mut sorted: Vec<&Reference> = references.iter().collect();
        sorted.sort_by_key(|reference| (reference.chapter, reference.entry));
        sorted.dedup_by_key(|reference| (reference.chapter, reference.entry));
        let names: Vec<String> = sorted
            .chunk_by(|a, b| a.chapter == b.chapter)
            .map(|of_one| {
                let entries = of_one
                    .iter()
                    .map(|one| self.words.entry(self.library, one.entry));
                let entries = harmless(&entries.collect::<Vec<_>>().join(", "));
                match name(of_one[0]) {
                    name if name.is_empty() => entries,
                    name => format!("{name} ← {entries}"),
                }
            })
            .collect();
        text.push_str(&format!("  {heading}: {}\n", names.join("; ")));
    }

    fn label(&self, concept: ConceptId) -> &str {
        self.library
            .vocabulary()
            .get(concept)
            .label_in(self.words.language())
    }
}
