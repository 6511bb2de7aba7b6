//! The first library: a Korean reader's diary of *Working Backwards*.

use crate::support::{Opened, bookgraph, diary, project};
use bookgraph::model::EntryId;
use bookgraph::place::Basis;
use bookgraph::query::{ConceptNames, Condition, Corpus, Reach, Term};
use bookgraph::tag::Origin;

fn entry(opened: &Opened, id: &str) -> EntryId {
    opened.library.find_entries(id)[0]
}

fn ids(opened: &Opened, entries: impl IntoIterator<Item = EntryId>) -> Vec<String> {
    entries
        .into_iter()
        .map(|entry| opened.library.entry(entry).id.clone())
        .collect()
}

#[test]
fn ten_entries_with_their_pages_and_chapters() {
    let opened = diary();
    let placement = opened.graph.placement();
    let rows: Vec<String> = opened
        .library
        .entry_ids()
        .map(|id| {
            let entry = opened.library.entry(id);
            let chapters: Vec<&str> = placement
                .chapters(&opened.library, id)
                .map(|c| opened.library.chapter(c).id.as_str())
                .collect();
            let inferred = if placement.basis(id) == Basis::Given {
                ""
            } else {
                "?"
            };
            format!(
                "{} {} {} {}{inferred}",
                entry.id,
                entry.date.unwrap(),
                entry.pages.unwrap(),
                chapters.join("+"),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            "day-19 2023-10-17 353–361 8?",
            "day-20 2023-10-18 362–370 9",
            "day-21 2023-10-19 371–382 9?",
            "day-22 2023-10-20 383–391 9?",
            "day-23 2023-10-21 392–401 9?",
            "day-24 2023-10-22 402–410 10",
            "day-25 2023-10-23 411–418 10",
            "day-26 2023-10-24 419–424 10?",
            "day-27 2023-10-25 425–431 10+conclusion?",
            "day-28 2023-10-26 432–440 conclusion?",
        ]
    );
}

/// "6장에서 …" on day 19 and "7장에서 …" on day 22 look back; "9장에서는" on day 20
/// and "10장에서는" on days 24 and 25 speak of the chapter being read.
#[test]
fn two_cross_references_and_no_self_reference() {
    let opened = diary();
    let references: Vec<(String, String)> = opened
        .graph
        .placement()
        .all_references()
        .iter()
        .map(|reference| {
            let entry = opened.library.entry(reference.entry).id.clone();
            (entry, opened.library.chapter(reference.chapter).id.clone())
        })
        .collect();
    let expected = [("day-19", "6"), ("day-22", "7")];
    assert_eq!(
        references,
        expected.map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
}

/// Without the chapters the notes give, the outline's page intervals and the
/// texts say the same.
#[test]
fn chapters_can_be_worked_out() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("notes");
    for (path, bytes) in crate::support::files(&project().join("notes")) {
        let text = String::from_utf8(bytes).unwrap();
        let kept: Vec<&str> = text
            .lines()
            .filter(|line| {
                !line.starts_with("    chapters:") && !line.starts_with("    chapter_certainty:")
            })
            .collect();
        let to = notes.join(path.strip_prefix(project().join("notes")).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, kept.join("\n")).unwrap();
    }
    let opened = crate::support::open(&notes);
    let placement = opened.graph.placement();
    let chapters: Vec<String> = opened
        .library
        .entry_ids()
        .map(|id| {
            let chapters: Vec<&str> = placement
                .chapters(&opened.library, id)
                .map(|c| opened.library.chapter(c).id.as_str())
                .collect();
            chapters.join("+")
        })
        .collect();
    assert_eq!(
        chapters,
        [
            "8",
            "9",
            "9",
            "9",
            "9",
            "10",
            "10",
            "10",
            "10+conclusion",
            "conclusion"
        ]
    );
    assert_eq!(placement.basis(entry(&opened, "day-20")), Basis::Stated);
    assert_eq!(placement.basis(entry(&opened, "day-21")), Basis::Pages);
}

/// Every concept that an entry was tagged with by hand is found by its label
/// in each language, without its spaces, and in full-width letters: the same
/// entries each time, and all of the tagged ones.
#[test]
fn every_concept_is_found_by_every_name() {
    let opened = diary();
    let names = ConceptNames::of(&opened.library);
    let mut asked = 0;
    for id in opened.library.vocabulary().ids() {
        let tagged: Vec<EntryId> = opened
            .library
            .entry_ids()
            .filter(|&e| opened.library.entry(e).tags.contains(&id))
            .collect();
        if tagged.is_empty() {
            continue;
        }
        let concept = opened.library.vocabulary().get(id);
        for (_, label) in concept.label.iter() {
            let full_width: String = label
                .chars()
                .map(|c| {
                    if c.is_ascii_graphic() {
                        char::from_u32(c as u32 + 0xFEE0).unwrap()
                    } else {
                        c
                    }
                })
                .collect();
            // English words may be written apart, not together.
            let hangul = label.chars().any(|c| ('가'..='힣').contains(&c));
            let unspaced = label.replace(if hangul { " " } else { "-" }, "");
            for name in [label.to_owned(), unspaced, label.to_uppercase(), full_width] {
                asked += 1;
                let resolved = names.resolve(&name).concepts;
                assert!(
                    resolved.contains(&id),
                    "{name} does not name {}",
                    concept.id
                );
                let term = Term::new(&opened.library, &name, &resolved, Reach::Exact);
                let placement = opened.graph.placement();
                let corpus = Corpus::new(&opened.library, &opened.tagging, placement);
                let found: Vec<EntryId> = Condition::About(term).entries(corpus);
                for entry in &tagged {
                    assert!(
                        found.contains(entry),
                        "{name}: {} is missing",
                        opened.library.entry(*entry).id
                    );
                }
            }
        }
    }
    assert!(asked > 300, "{asked}");
}

/// The text of every entry names every concept its reader tagged it with.
#[test]
fn the_tagger_agrees_with_the_reader() {
    let opened = diary();
    let missed: Vec<String> = opened
        .tagging
        .all_tags()
        .iter()
        .filter(|tag| tag.origin == Origin::Authored)
        .map(|tag| {
            let concept = &opened.library.vocabulary().get(tag.concept).id;
            format!("{} {concept}", opened.library.entry(tag.entry).id)
        })
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn traps_are_not_fallen_into() {
    let opened = diary();
    let apple = opened.library.vocabulary().find("apple").unwrap();
    let day_24 = entry(&opened, "day-24");
    assert!(opened.library.entry(day_24).text.contains("애플리케이션"));
    assert_eq!(opened.tagging.tag(day_24, apple), None);
    let about: Vec<EntryId> = opened.tagging.about(apple).map(|tag| tag.entry).collect();
    assert_eq!(ids(&opened, about), ["day-20", "day-21"]);
}

#[test]
fn aws_is_found_where_it_is_written_out_in_korean() {
    let found = bookgraph(&project(), &["find", "AWS", "--no-narrower"]);
    assert_eq!(found.status, 0);
    assert!(
        found.stdout.contains("day-24") && found.stdout.contains("*아마존 웹서비스*"),
        "{}",
        found.stdout
    );
}

#[test]
fn the_same_question_in_other_words_has_the_same_answer() {
    let answers: Vec<serde_json::Value> = [
        vec!["find", "인풋지표", "-f", "json"],
        vec!["find", "input metrics", "-f", "json"],
        vec!["find", "인풋", "지표", "-f", "json"],
        vec!["find", "ＩＮＰＵＴ－ＭＥＴＲＩＣ", "-f", "json"],
    ]
    .iter()
    .map(|args| {
        let printed = bookgraph(&project(), args);
        assert_eq!(printed.status, 0, "{args:?}: {}", printed.stderr);
        serde_json::from_str(&printed.stdout).unwrap()
    })
    .collect();
    for answer in &answers {
        assert_eq!(answer["count"], 4);
        assert_eq!(answer["entries"], answers[0]["entries"]);
    }
}

#[test]
fn the_outline_keeps_what_is_not_known() {
    let opened = diary();
    let outline = &opened.library.books()[0].outline;
    let unknown = outline
        .chapters
        .iter()
        .filter(|c| c.starts.is_unknown() && c.ends.is_unknown())
        .count();
    assert_eq!(outline.chapters.len(), 16);
    assert_eq!(unknown, 9);
    assert!(
        outline
            .chapters
            .iter()
            .all(|chapter| chapter.starts.exact().is_none())
    );
}
