//! Files with entries that have no problem, read without a tree.
//!
//! What comes of a file is what comes of its tree; where there is anything to say about
//! it, this gives up, and the tree tells.

use super::decode::decode_plain;
use super::format::{EntrySource, VERSION};
use super::known::{Known, KnownEntry, written};
use super::limits::ITEM_LIMIT;
use super::located::Located;
use super::parse::Parsed;
use super::syntax::{LateTree, Skimmed, SkimmedField, SkimmedItem, skim};
use crate::source::{Place, SourceFile};
use memchr::memchr;
use rayon::iter::Either;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// The entries of a file; `None` when it holds anything else, or something is not plainly
/// right.
pub(super) fn entries(file: &Arc<SourceFile>, folder: &str) -> Option<Parsed> {
    let (parsed, _) = entries_but(file, folder, None)?;
    Some(parsed)
}

/// The entries of a file but for those of a list that are known as they are written.
pub(super) fn entries_but(
    file: &Arc<SourceFile>,
    folder: &str,
    known: Option<&Known>,
) -> Option<(Parsed, Vec<KnownEntry>)> {
    let text = &file.text;
    // Most of what is no file with entries is told by its beginning.
    if !text.trim_ascii_start().starts_with("Entr") && !text.starts_with("//") {
        return None;
    }
    let skimmed = skim(text)?;
    let field = |name: &str| {
        let mut fields = skimmed.fields.iter();
        fields.find(|field| &text[field.name.clone()] == name)
    };
    if !field("format").is_none_or(|format| is_known(&text[format.value.clone()])) {
        return None;
    }
    let tree = Arc::new(LateTree::of(file));
    let located = |item: &SkimmedItem| {
        let value = entry(text, item)?;
        Some(Located::in_tree(value, &tree, item.span.clone()))
    };
    let folder = folder.to_owned();
    match &text[skimmed.name.clone()] {
        "Entry" => {
            let item = SkimmedItem {
                span: skimmed.span.clone(),
                text: field("text").map(|text| text.value.clone()),
            };
            let parsed = Parsed::Entries {
                folder,
                book: None,
                single: true,
                entries: vec![located(&item)?],
            };
            Some((parsed, Vec::new()))
        }
        "Entries" => {
            let items = field("entries")?.items.as_ref()?;
            if items.len() > ITEM_LIMIT || !knows_all(text, &skimmed) {
                return None;
            }
            let book = match field("book") {
                None => None,
                Some(book) => Some(named(file, book)?),
            };
            let (known, others) = known_of(file, book.as_ref(), items, known);
            let entries = others.par_iter().with_min_len(64).map(|item| located(item));
            let parsed = Parsed::Entries {
                folder,
                single: false,
                entries: entries.collect::<Option<_>>()?,
                book,
            };
            Some((parsed, known))
        }
        _ => None,
    }
}

/// The entry that an item is; its text, which is most of it, goes past `ron`.
fn entry(text: &str, item: &SkimmedItem) -> Option<EntrySource> {
    let Range { start, end } = item.span;
    let Some((value, body)) = item
        .text
        .as_ref()
        .and_then(|value| Some((value, as_written(&text[value.clone()])?)))
    else {
        return decode_plain(&text[start..end]).ok();
    };
    let others = [&text[start..value.start], "\"\"", &text[value.end..end]].concat();
    let mut entry: EntrySource = decode_plain(&others).ok()?;
    body.clone_into(&mut entry.text);
    Some(entry)
}

/// What stands in a string, if it is a raw one, or one without a backslash.
fn as_written(string: &str) -> Option<&str> {
    if let Some(raw) = string.strip_prefix('r') {
        let body = raw.trim_start_matches('#');
        let hashes = raw.len() - body.len();
        return body
            .strip_prefix('"')?
            .get(..body.len().checked_sub(2 + hashes)?);
    }
    let body = string.strip_prefix('"')?.strip_suffix('"')?;
    memchr(b'\\', body.as_bytes()).is_none().then_some(body)
}

/// The items of a list that are known as they are written, and the others.
fn known_of<'a>(
    file: &SourceFile,
    book: Option<&(String, Place)>,
    items: &'a [SkimmedItem],
    known: Option<&Known>,
) -> (Vec<KnownEntry>, Vec<&'a SkimmedItem>) {
    let book = book.map(|(name, _)| name.as_str());
    let met = items.par_iter().with_min_len(64).enumerate();
    met.partition_map(|(number_of_item, item)| {
        let entry = known.and_then(|known| {
            let number = known(&file.name, written(book, &file.text[item.span.clone()]))?;
            Some(KnownEntry {
                item: number_of_item as u32,
                number,
                line: file.line(item.span.start),
            })
        });
        match entry {
            Some(entry) => Either::Left(entry),
            None => Either::Right(item),
        }
    })
}

fn is_known(format: &str) -> bool {
    let version = format.parse::<u32>();
    version.is_ok_and(|version| (1..=VERSION).contains(&version))
}

/// Whether a file with several entries has no other fields than it may have.
fn knows_all(text: &str, skimmed: &Skimmed) -> bool {
    let mut names = skimmed.fields.iter().map(|field| &text[field.name.clone()]);
    names.all(|name| super::format::ENTRIES_FIELDS.contains(&name))
}

fn named(file: &Arc<SourceFile>, book: &SkimmedField) -> Option<(String, Place)> {
    let name = ron::from_str(&file.text[book.value.clone()]).ok()?;
    Some((name, Place::new(file, book.value.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::parse::parse_by_tree;
    use crate::notes::problems::Problems;
    use proptest::prelude::*;

    /// What there is to know of a file: its entries, and the places of their fields.
    fn told(parsed: &Parsed) -> String {
        let Parsed::Entries {
            folder,
            book,
            single,
            entries,
        } = parsed
        else {
            return String::new();
        };
        let book = book
            .as_ref()
            .map(|(name, place)| (name, place.span.clone()));
        let entries = entries.iter().map(|entry| {
            let fields = ["id", "text", "tags", "nothing"].map(|name| entry.field(name).span);
            let (place, head) = (entry.place().span, entry.head().span);
            format!("{:?} {place:?} {head:?} {fields:?}\n", entry.value)
        });
        let entries: String = entries.collect();
        format!("{folder} {book:?} {single}\n{entries}")
    }

    /// Both ways agree, or the quick one gives up; gives whether it went through.
    fn agree(text: &str) -> bool {
        let file = SourceFile::new("notes/a.ron", text);
        let Some(quick) = entries(&file, "b") else {
            return false;
        };
        let mut problems = Problems::new();
        let slow = parse_by_tree(&file, "b", &mut problems).expect("the same");
        assert!(problems.is_empty(), "{text}\n{problems:#?}");
        assert_eq!(told(&quick), told(&slow), "{text}");
        true
    }

    const TEXTS: [&str; 12] = [
        "Entry(\n    format: 1,\n    id: \"day-1\", // 첫날\n    text: \"고객은 \\\"왕\\\"이다.\",\n)\n",
        "Entry(text: r#\"그는 \"네\"라고 했다.\"#, pages: (353, 361), chapters: [9, \"끝\"])",
        "// 기록\nEntries(book: \"b\", entries: [Entry(id: \"a\", text: \"x\"), (id: \"b\", text: \"\",),])",
        "Entries(format: 1, entries: [(id: \"a\", gist: (ko: \"하나\", en: \"one\"), text: \"t\")])",
        "Entry(text: \"t\", wording: Retelling, source: Source(kind: \"k\", key: \"1\"), day: 3)",
        "Entry (text : \"t\" , tags: [ ], chapter_certainty: Inferred, truncated: true)",
        "Entries(entries: [])",
        "Entry(text: \"t\", gist: \"요지\", source: (kind: \"k\", key: \"1\", title: \"제목\"))",
        "Entry(text: \"a\\\\\", date: \"2023-10-17\", pages: 353)",
        "Entries(entries: [(text: r\"왕\\\", day: 1), (text: r##\"고객\"#이다\"##), (text: r#\"\"#)])",
        "Entry(gist: (ko: \"글\", en: \"text\"), text: r#\"text: \"t\"\"#, tags: [\"text\"])",
        "Entries(entries: [(text: \"\\u{ACE0}객\"), (text: \"한\\n줄\"), (text: \"두\n줄\")])",
    ];

    /// What mistakes are made of.
    const SLIPS: [&str; 30] = [
        "",
        "(",
        ")",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "#",
        "r#\"",
        "\"#",
        "//",
        "/*",
        "\n",
        " ",
        "\u{3000}",
        "，",
        "“",
        "text: \"u\",",
        "id: \"a\",",
        "en: \"two\",",
        "1",
        "-",
        "'",
        "Some(",
        "{",
        "format: 2,",
        "\u{200E}",
        "\r",
    ];

    #[test]
    fn well_formed_files_go_through() {
        for text in TEXTS {
            assert!(agree(text), "{text}");
        }
        for text in [
            "Entries(entries: [(id: \"a\", gist: (ko: \"하나\", ko: \"둘\"), text: \"t\")])",
            "Entry(format: 2, text: \"t\")",
            "Entry(text: \"he said \"yes\" to it\")",
            "Entry(text: \"t\", colour: \"red\")",
            "Entries(entries: [], colour: \"red\")",
            "(text: \"t\")",
            "Entry(text: \"t\") Entry(text: \"u\")",
            "Book(id: \"b\", title: \"B\")",
        ] {
            assert!(!agree(text), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn slips_are_left_to_the_tree(
            text in 0..TEXTS.len(),
            slips in prop::collection::vec((any::<prop::sample::Index>(), 0..3_usize, 0..SLIPS.len()), 1..4),
        ) {
            let mut text = TEXTS[text].to_owned();
            for (at, gone, slip) in slips {
                let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
                let first = at.index(starts.len());
                let last = (first + gone).min(starts.len() - 1);
                text.replace_range(starts[first]..starts[last], SLIPS[slip]);
            }
            agree(&text);
        }
    }
}
