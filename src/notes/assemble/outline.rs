//! The outline of a book that has none: the chapters that its notes name.

use crate::model::{Certainty, Chapter, Language, LocalText, Outline, PageBound};
use crate::notes::format::{ChapterName, EntrySource, guess_language};
use crate::notes::markdown::folded;
use crate::text::slug::slug;

/// The chapters of a book, as they are met.
#[derive(Debug)]
pub(super) struct OutlineOf {
    title: String,
    korean: bool,
    chapters: Vec<NamedChapter>,
}

/// A chapter as a note names it.
#[derive(Debug)]
struct NamedChapter {
    id: String,
    number: Option<u32>,
    title: String,
}

impl OutlineOf {
    pub(super) fn new(title: String) -> Self {
        Self {
            korean: guess_language(&title) == Language::KOREAN,
            title,
            chapters: Vec::new(),
        }
    }

    /// Learns the chapters that an entry names, or else the headings above it do.
    pub(super) fn learn(&mut self, entry: &EntrySource) {
        let title = entry.title.as_deref().unwrap_or_default();
        self.korean |= guess_language(title) == Language::KOREAN;
        for name in &entry.chapters {
            self.chapter(&name.0);
        }
        let above = entry.note.as_ref().and_then(|note| note.above.as_ref());
        if let (true, Some(name)) = (entry.chapters.is_empty(), above) {
            self.chapter(name);
        }
    }

    fn chapter(&mut self, name: &str) {
        let (id, number, title) = read(name);
        let known = self.chapters.iter_mut().find(|chapter| chapter.id == id);
        match known {
            // A title says more than a number.
            Some(chapter) if chapter.title.is_empty() => chapter.title = title.to_owned(),
            Some(_) => {}
            None => self.chapters.push(NamedChapter {
                id,
                number,
                title: title.to_owned(),
            }),
        }
    }

    /// The title, the language, and the chapters: those with numbers first.
    pub(super) fn parts(mut self) -> (String, Language, Outline) {
        self.chapters
            .sort_by_key(|chapter| (chapter.number.is_none(), chapter.number));
        let language = if self.korean {
            Language::KOREAN
        } else {
            Language::ENGLISH
        };
        let chapter = |named: NamedChapter| Chapter {
            id: named.id,
            number: named.number,
            part: None,
            title: match named.title.is_empty() {
                true => LocalText::default(),
                false => LocalText::new(guess_language(&named.title), named.title),
            },
            starts: PageBound::UNKNOWN,
            ends: PageBound::UNKNOWN,
            certainty: Certainty::Low,
            note: None,
            sections: Vec::new(),
        };
        let outline = Outline {
            parts: Vec::new(),
            chapters: self.chapters.into_iter().map(chapter).collect(),
        };
        (self.title, language, outline)
    }
}

/// Puts ids in the place of the chapters that an entry names, in a book whose outline is
/// made of them.
pub(super) fn name_chapters(entry: &mut EntrySource) {
    chapters_or_above(entry);
    for name in &mut entry.chapters {
        *name = ChapterName(read(&name.0).0);
    }
}

/// A note that names no chapter is in the one that the heading above it is.
fn chapters_or_above(entry: &mut EntrySource) {
    let above = entry.note.as_mut().and_then(|note| note.above.take());
    if entry.chapters.is_empty() {
        entry.chapters.extend(above.map(ChapterName));
    }
}

/// The id, the number, and the title of a chapter by its name.
fn read(name: &str) -> (String, Option<u32>, &str) {
    let (number, title) = match numbered(name) {
        Some((number, title)) => (Some(number), title),
        None => (None, name.trim()),
    };
    let id = match number {
        Some(number) => number.to_string(),
        None => slug(name),
    };
    let id = if id.is_empty() { folded(name) } else { id };
    (id, number, title)
}

/// Puts ids in the place of what an entry calls chapters of a known outline; what is
/// no chapter stays as it was written.
pub(super) fn match_chapters(entry: &mut EntrySource, outline: &Outline) {
    let find = |name: &str| {
        let by_id = outline.find(name).map(|it| outline.chapters[it].id.clone());
        let key = folded(name);
        let titled =
            |chapter: &&Chapter| chapter.title.iter().any(|(_, title)| folded(title) == key);
        let by_title = || outline.chapters.iter().find(titled).map(|it| it.id.clone());
        let by_number = || {
            let number = numbered(name).map(|(number, _)| number);
            let numbered = |it: &&Chapter| number.is_some() && it.number == number;
            outline
                .chapters
                .iter()
                .find(numbered)
                .map(|it| it.id.clone())
        };
        by_id.or_else(by_title).or_else(by_number)
    };
    for name in &mut entry.chapters {
        if let Some(id) = find(&name.0) {
            *name = ChapterName(id);
        }
    }
    let above = entry.note.as_mut().and_then(|note| note.above.take());
    if entry.chapters.is_empty() {
        entry
            .chapters
            .extend(above.and_then(|name| find(&name)).map(ChapterName));
    }
}

/// The number of `9`, `9장 …`, `제9장`, `Chapter 9: …`, `9. …`, and the title after it.
fn numbered(name: &str) -> Option<(u32, &str)> {
    let name = name.trim();
    let words = ["chapter", "ch.", "제"];
    let after_word = words.iter().find_map(|word| {
        let start = name.get(..word.len())?;
        start
            .eq_ignore_ascii_case(word)
            .then(|| name[word.len()..].trim_start())
    });
    let rest = after_word.unwrap_or(name);
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let number = rest[..end].parse().ok()?;
    let after = &rest[end..];
    let title = after.strip_prefix('장').unwrap_or(after);
    let ends = title.len() < after.len() || after.is_empty() || after.starts_with(['.', ':', ')']);
    let title = title.trim_start_matches([' ', '.', ':', ')', '-', '–', '—']);
    (ends || after_word.is_some()).then_some((number, title))
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn numbers_of_chapters() {
        for (name, read) in [
            ("9", Some((9, ""))),
            ("9장 킨들", Some((9, "킨들"))),
            ("제9장", Some((9, ""))),
            ("Chapter 9: Kindle", Some((9, "Kindle"))),
            ("9. Kindle", Some((9, "Kindle"))),
            ("Conclusion", None),
            ("3 ideas", None),
        ] {
            assert_eq!(numbered(name), read, "{name}");
        }
    }
}
