//! The answer to `gaps`.

use super::{AnswerSource, Document, Line};
use crate::analyse::{ApartPair, ChapterGap, GroupGap, NamedOnce, PageGap, Unconnected, naming};
use crate::model::{ConceptId, EntryId};
use crate::render::phrases;

/// So many concepts of a group are named.
const OF_GROUP: usize = 6;

/// What of the gaps is told.
#[derive(Clone, Copy, Debug)]
pub struct GapsShown {
    /// Groups of concepts.
    pub groups: bool,
    /// Pairs of concepts.
    pub pairs: bool,
    /// Chapters.
    pub chapters: bool,
    /// Pages.
    pub pages: bool,
    /// Concepts that are named once.
    pub once: bool,
    /// Concepts that are never named: how many there are.
    pub never: bool,
    /// And which.
    pub never_listed: bool,
    /// At most so many of each.
    pub limit: usize,
}

impl GapsShown {
    /// Whether there is a gap of what is told.
    pub fn any(&self, found: &Unconnected) -> bool {
        (self.groups && !found.groups.is_empty())
            || (self.pairs && !found.pairs.is_empty())
            || (self.chapters && !found.chapters.is_empty())
            || (self.pages && !found.pages.is_empty())
            || (self.once && !found.once.is_empty())
            || (self.never && !found.never.is_empty())
    }
}

/// Every gap with its evidence, and with what to read or write to close it.
pub fn gaps(source: &AnswerSource<'_>, found: &Unconnected, shown: GapsShown) -> Document {
    let mut telling = Telling {
        document: Document::default(),
        source,
        limit: shown.limit,
    };
    let title = source.pick("기록의 빈틈", "gaps in the notes");
    telling.document.title(Line::plain(title));
    if shown.groups {
        let head = source.pick(
            "이어지지 않은 개념 묶음",
            "groups of concepts left unconnected",
        );
        telling.section(head, &found.groups, Telling::group);
    }
    if shown.pairs {
        let head = source.pick(
            "같은 장에서 읽고 한 기록에 함께 쓰지 않은 개념",
            "concepts read in the same chapters, never in one entry",
        );
        telling.section(head, &found.pairs, Telling::pair);
    }
    if shown.chapters {
        let head = source.pick("기록이 없는 장", "chapters without an entry");
        telling.section(head, &found.chapters, Telling::chapter);
    }
    if shown.pages {
        let head = source.pick("기록이 없는 쪽", "pages without an entry");
        telling.section(head, &found.pages, Telling::pages);
    }
    if shown.once {
        let head = source.pick("한 번만 나온 개념", "concepts named once");
        telling.section(head, &found.once, Telling::once);
    }
    if shown.never {
        telling.never(&found.never, shown.never_listed);
    }
    telling.document
}

struct Telling<'s, 'a> {
    document: Document,
    source: &'s AnswerSource<'a>,
    limit: usize,
}

impl Telling<'_, '_> {
    /// A heading with how many there are, and the first few of them.
    fn section<T>(&mut self, head: &str, items: &[T], one: impl Fn(&mut Self, usize, &T)) {
        let shown = items.len().min(self.limit);
        let count = match (shown == items.len(), self.source.words.is_korean()) {
            (true, _) => items.len().to_string(),
            (false, true) => format!("{}, 앞의 {shown}", items.len()),
            (false, false) => format!("{}, the first {shown}", items.len()),
        };
        self.document
            .heading(Line::plain(format!("{head}: {count}")));
        for (index, item) in items[..shown].iter().enumerate() {
            one(self, index + 1, item);
        }
    }

    fn group(&mut self, number: usize, gap: &GroupGap) {
        let source = self.source;
        let [a, b] = gap
            .groups
            .each_ref()
            .map(|group| source.some_labels(group, OF_GROUP));
        self.document.item(Some(number), a.and(" ↔ ").and_line(b));
        let percent = (100.0 * gap.observed / gap.expected).round();
        let chapters = source.chapters(&gap.chapters);
        self.say(match source.words.is_korean() {
            true => format!("함께 나온 정도가 우연의 {percent}% · 만나는 장: {chapters}"),
            false => {
                format!("named together {percent}% as often as by chance · both are in: {chapters}")
            }
        });
        if !gap.bridges.is_empty() {
            let between = source.pick("사이에 있는 개념: ", "between them: ");
            let bridges = source.some_labels(&gap.bridges, OF_GROUP);
            self.document.detail(Line::plain(between).and_line(bridges));
        }
        self.close(&gap.entries, &gap.bridges);
    }

    fn pair(&mut self, number: usize, pair: &ApartPair) {
        let source = self.source;
        let [a, b] = pair.concepts;
        let line = Line::default()
            .concept(source.label(a))
            .and(" ↔ ")
            .concept(source.label(b));
        let related = match pair.related {
            true => source.pick(" · 어휘에서는 관련 개념", " · related in the vocabulary"),
            false => "",
        };
        self.document.item(Some(number), line.faint(related));
        let (expected, chapters) = (pair.expected, source.chapters(&pair.chapters));
        let percent = (100.0 * pair.chance).round();
        self.say(match source.words.is_korean() {
            true => format!(
                "{chapters}: 우연이라면 기록 {expected:.1}편에 함께 나옴, 한 편도 없을 확률 {percent}%"
            ),
            false => format!(
                "{chapters}: {expected:.1} entries would have both by chance, none at all in {percent}% of cases"
            ),
        });
        for (concept, entry) in pair.concepts.into_iter().zip(pair.entries) {
            self.quoted(entry, concept);
        }
        self.close(&pair.entries, &[]);
    }

    fn chapter(&mut self, number: usize, gap: &ChapterGap) {
        let source = self.source;
        let chapter = source.words.chapter(source.library.chapter(gap.chapter));
        let mut remarks: Vec<String> = Vec::new();
        remarks.extend(source.book(gap.chapter.book).map(str::to_owned));
        remarks.extend(phrases::extent(source.words, gap.extent));
        let remarks: String = remarks
            .iter()
            .map(|remark| format!(" · {remark}"))
            .collect();
        self.document
            .item(Some(number), Line::plain(chapter).faint(remarks));
        for reference in &gap.pointing {
            let ranges: Vec<_> = source.tagging.sentences(reference.entry).collect();
            let at = crate::text::sentence::sentence_at(&ranges, reference.span.start);
            let remark = source.pick(" · 이 장을 가리킴", " · points to it");
            self.document.place(source, reference.entry, remark);
            let sentence: Vec<u32> = at.into_iter().map(|at| at as u32).collect();
            self.document.quote(source, reference.entry, &sentence, &[]);
        }
    }

    fn pages(&mut self, number: usize, gap: &PageGap) {
        let source = self.source;
        let pages = source.words.pages(gap.pages);
        let count = gap.pages.count();
        let count = match (source.words.is_korean(), count) {
            (true, _) => format!(" · {count}쪽"),
            (false, 1) => " · 1 page".to_owned(),
            (false, _) => format!(" · {count} pages"),
        };
        let book = source.book(gap.book).map(|book| format!(" · {book}"));
        let remarks = format!("{count}{}", book.unwrap_or_default());
        self.document
            .item(Some(number), Line::plain(pages).faint(remarks));
        if !gap.chapters.is_empty() {
            let chapters: Vec<_> = gap.chapters.iter().map(|&chapter| Some(chapter)).collect();
            let within = source.pick("장", "chapters");
            self.say(format!("{within}: {}", source.chapters(&chapters)));
        }
        let sides = [
            (gap.before, source.pick("앞 기록", "the entry before")),
            (gap.after, source.pick("뒤 기록", "the entry after")),
        ];
        for (entry, said) in sides {
            if let Some(entry) = entry {
                self.say(format!(
                    "{said}: {} · {}",
                    source.entry(entry),
                    source.entry_id(entry)
                ));
            }
        }
    }

    fn once(&mut self, number: usize, named: &NamedOnce) {
        let source = self.source;
        let line = Line::default().concept(source.label(named.concept));
        self.document.item(Some(number), line);
        self.document.place(source, named.entry, "");
        let sentence: Vec<u32> = named.sentence.into_iter().collect();
        self.document
            .quote(source, named.entry, &sentence, &[named.concept]);
        if named.with.is_empty() {
            return;
        }
        let with = source.pick("함께 나온 개념: ", "named with: ");
        let mut line = Line::plain(with).and_line(source.some_labels(&named.with, OF_GROUP));
        if let (Some(entry), Some(&first)) = (named.may_belong, named.with.first()) {
            let (entry, first) = (source.entry_of_book(entry), source.label(first));
            line = line.faint(match source.words.is_korean() {
                true => format!(" · ‘{first}’의 다른 기록에도 있는지 보기: {entry}"),
                false => format!(" · look for it where else {first} is: {entry}"),
            });
        }
        self.document.detail(line);
    }

    fn never(&mut self, never: &[ConceptId], listed: bool) {
        let source = self.source;
        let head = source.pick("기록에 나오지 않은 개념", "concepts never named");
        let count = never.len();
        self.document
            .heading(Line::plain(format!("{head}: {count}")));
        match (listed, count) {
            (_, 0) => {}
            (true, _) => {
                for &concept in never {
                    let id = &source.library.vocabulary().get(concept).id;
                    let line = Line::default().concept(source.label(concept));
                    self.document.item(None, line.faint(format!(" · {id}")));
                }
            }
            (false, _) => {
                let hint = source.pick("--kind never로 모두 보기", "--kind never lists them");
                self.document.text(Line::default().faint(hint));
            }
        }
    }

    /// What to read again and write to close a gap.
    fn close(&mut self, entries: &[EntryId], about: &[ConceptId]) {
        let source = self.source;
        let mut entries = entries.to_vec();
        entries.sort_unstable();
        if entries.is_empty() {
            return;
        }
        let named: Vec<String> = entries
            .iter()
            .map(|&entry| format!("{} · {}", source.entry(entry), source.entry_id(entry)))
            .collect();
        let named = named.join(", ");
        let way = about.first().map(|&concept| source.label(concept));
        self.say(match (source.words.is_korean(), way) {
            (true, None) => format!("메우려면: {named} 다시 읽고, 둘이 어떻게 이어지는지 쓰기"),
            (true, Some(way)) => {
                format!("메우려면: {named} 다시 읽고, 둘이 어떻게 이어지는지 쓰기 (이를테면 {way})")
            }
            (false, None) => format!("to close it: reread {named}; write how the two meet"),
            (false, Some(way)) => {
                format!(
                    "to close it: reread {named}; write how the two meet, by way of {way} for one"
                )
            }
        });
    }

    fn quoted(&mut self, entry: EntryId, concept: ConceptId) {
        let sentences = naming(self.source.tagging, entry, concept);
        let first = &sentences[..sentences.len().min(1)];
        self.document.place(self.source, entry, "");
        self.document.quote(self.source, entry, first, &[concept]);
    }

    fn say(&mut self, text: String) {
        self.document.detail(Line::plain(text));
    }
}
