//! Summaries: what holds for every library, and the page. What they say is in
//! `suite/transcripts/summaries.md` and `diary.md`.

use crate::support::{Opened, TestLibrary, bookgraph, project};
use bookgraph::analyse::Family;
use bookgraph::model::BookId;
use bookgraph::summary::{
    ChapterSummary, Extract, Length, Method, Quote, Telling, stories, summarize, tell, tell_some,
};
use proptest::prelude::*;

/// Notes of whole sentences, questions, thoughts, quotations and cut-off ends.
fn note() -> impl Strategy<Value = String> {
    let sentence = prop_oneof![
        Just("등대는 배에게 길을 알려 준다."),
        Just("1장에서는 섬을 설명한다."),
        Just("2장에서 살펴봤듯이 불은 꺼졌다."),
        Just("왜 떠나지 않았는지 궁금하다."),
        Just("답은 두 가지다."),
        Just("그 점이 인상 깊었다."),
        Just("“가라. 오지 마라.”라고 그가 말했다."),
        Just("The lamp cost $3.50 then."),
        Just("I felt that Dr. Hale was right."),
        Just("Who lit it?"),
        Just("그리고 불빛이 .."),
        Just("And so …"),
        Just("1. 기름을 나른다."),
    ];
    let sentence = prop_oneof![
        sentence.prop_map(|text: &str| text.to_owned()),
        "[가-힣a-z ]{0,12}[.!?]"
    ];
    prop::collection::vec(sentence, 0..7).prop_map(|sentences| sentences.join(" "))
}

fn library(notes: &[(String, bool)]) -> Opened {
    let mut library =
        TestLibrary::with_concepts(&[("light", "불빛", "Light"), ("lamp", "등대", "Lamp")]);
    for (index, (text, truncated)) in notes.iter().enumerate() {
        let entry = format!("Entry(id: \"e{index}\", text: {text:?}, truncated: {truncated})");
        library = library.file(&format!("b/e{index}.ron"), &entry);
    }
    library.open()
}

fn quotes(telling: &Telling) -> Vec<(&Quote, bool)> {
    let key = telling.key.iter().map(|key| &key.quote);
    let questions = telling.questions.iter().map(|asked| &asked.quote);
    let single = telling.thesis.iter().chain(key).chain(&telling.reflections);
    let single = single.chain(questions).map(|quote| (quote, true));
    let answers = telling
        .questions
        .iter()
        .filter_map(|asked| asked.answer.as_ref());
    single.chain(answers.map(|quote| (quote, false))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// What is quoted is a whole sentence of its entry, quoted once, and nothing
    /// that was cut off; the same library gives the same summary.
    #[test]
    fn quotations_are_whole_sentences(notes in prop::collection::vec((note(), any::<bool>()), 1..5)) {
        let Opened { library, tagging, graph } = library(&notes);
        let summaries = summarize(&library, &tagging, graph.placement(), BookId(0));
        for length in [Length::Short, Length::Normal, Length::Long] {
            let tellings = tell(&library, &tagging, &summaries, length);
            assert_eq!(tellings, tell(&library, &tagging, &summaries, length));
            for telling in &tellings {
                let mut seen = Vec::new();
                for (quote, single) in quotes(telling) {
                    let sentences: Vec<_> = tagging.sentences(quote.entry).collect();
                    let starts = sentences.iter().position(|it| it.start == quote.span.start);
                    let ends = sentences.iter().position(|it| it.end == quote.span.end);
                    prop_assert!(starts.is_some() && ends.is_some(), "{:?}", quote.text(&library));
                    prop_assert!(!single || starts == ends);
                    let truncated = library.entry(quote.entry).truncated;
                    prop_assert!(!truncated || ends < Some(sentences.len() - 1));
                    let text = quote.text(&library);
                    prop_assert!(!text.ends_with("..") && !text.ends_with('…'), "{text:?}");
                    prop_assert!(!seen.contains(quote), "{text:?} is quoted twice");
                    seen.push(quote.clone());
                }
            }
        }
    }

    /// More sentences are the same ones and others; none comes twice.
    #[test]
    fn choices_grow(texts in prop::collection::vec("[가-힣]{2,4}( [가-힣]{2,4}| [a-z]{3,8}){0,6}", 1..90), count in 1_usize..8) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for method in [Method::Coverage, Method::Centrality] {
            let extract = Extract::by(method, &texts);
            let few = extract.choose(count, &[]);
            let more = extract.choose(count + 3, &[]);
            prop_assert_eq!(few.len(), count.min(texts.len()));
            prop_assert!(more.starts_with(&few));
            let without = extract.choose(count, &[0]);
            prop_assert!(!without.contains(&0) || texts.len() == 1);
            let mut once = more.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), more.len());
        }
    }

    /// Of each group there is a sentence, as long as there are enough.
    #[test]
    fn each_group_has_a_sentence(texts in prop::collection::vec("[가-힣]{2,4}( [가-힣]{2,4}){0,4}", 4..80), groups in 1_usize..5) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let group: Vec<usize> = (0..texts.len()).map(|index| index % groups).collect();
        for method in [Method::Coverage, Method::Centrality] {
            let chosen = Extract::by(method, &texts).choose_of_each(&group, groups, 4, &[]);
            let of = |wanted: usize| chosen.iter().any(|&index| group[index] == wanted);
            prop_assert!((0..groups.min(texts.len())).all(of), "{method:?} {chosen:?}");
        }
    }
}

/// A chapter that is told without the others says what it does beside them, though
/// it has entries that another one quotes.
#[test]
fn chapters_alone_say_the_same() {
    let opened = crate::support::diary();
    let (library, tagging) = (&opened.library, &opened.tagging);
    let placement = opened.graph.placement();
    let summaries = summarize(library, tagging, placement, BookId(0));
    let mut entries: Vec<_> = summaries.iter().flat_map(|it| &it.entries).collect();
    let all = entries.len();
    entries.sort_unstable();
    entries.dedup();
    assert!(entries.len() < all, "no entry is in two chapters");
    for length in [Length::Short, Length::Normal, Length::Long] {
        let tellings = tell(library, tagging, &summaries, length);
        for (summary, telling) in summaries.iter().zip(tellings) {
            let wanted = |it: &ChapterSummary| it.chapter == summary.chapter;
            let alone = tell_some(library, tagging, summaries.clone(), length, wanted);
            assert_eq!(alone.len(), 1);
            assert_eq!(alone[0].1, telling);
        }
    }
}

/// In a chapter of four entries or fewer each of them has its sentence, whatever
/// it says; the thesis counts.
#[test]
fn small_chapters_hear_every_entry() {
    let opened = crate::support::diary();
    let placement = opened.graph.placement();
    let summaries = summarize(&opened.library, &opened.tagging, placement, BookId(0));
    let tellings = tell(&opened.library, &opened.tagging, &summaries, Length::Normal);
    let mut small = 0;
    for (summary, telling) in summaries.iter().zip(&tellings) {
        if summary.entries.is_empty() || summary.entries.len() > 4 {
            continue;
        }
        small += 1;
        for &entry in &summary.entries {
            let thesis = telling.thesis.iter().any(|quote| quote.entry == entry);
            let key = telling.key.iter().any(|key| key.quote.entry == entry);
            assert!(thesis || key, "{}", opened.library.entry(entry).id);
        }
        let count = telling.thesis.len() + telling.key.len();
        assert!((2..=4).contains(&count), "{count} sentences");
    }
    assert_eq!(small, 4);
}

/// A concept that is silent for some chapters comes back, and the story says where
/// it was silent.
#[test]
fn stories_know_their_silences() {
    let chapter = |n: u32| format!("Chapter(id: \"{n}\", number: {n}, title: (en: \"C{n}\"))");
    let chapters: Vec<String> = (1..=4).map(chapter).collect();
    let book = format!(
        "Book(id: \"b\", title: \"A book\", language: \"en\", outline: [{}])",
        chapters.join(", ")
    );
    let mut library =
        TestLibrary::with_concepts(&[("light", "불빛", "Light")]).file("b/book.ron", &book);
    for (n, text) in [
        (1, "The light burns every night here."),
        (2, "Nothing of that kind is told."),
        (3, "A ship goes by without a word."),
        (4, "At last the light is back again."),
    ] {
        let entry = format!("Entry(id: \"e{n}\", chapters: [\"{n}\"], text: {text:?})");
        library = library.file(&format!("b/e{n}.ron"), &entry);
    }
    let Opened {
        library,
        tagging,
        graph,
    } = library.open();
    let entries: Vec<_> = library.entry_ids().collect();
    let light = library.vocabulary().find("light").expect("a concept");
    let stories = stories(
        &library,
        &tagging,
        graph.placement(),
        &Family::alone(light),
        &entries,
    );
    let [story] = stories.as_slice() else {
        panic!("one book, one story")
    };
    let silent: Vec<Vec<u32>> = story
        .steps
        .iter()
        .map(|step| {
            step.silence
                .iter()
                .map(|chapter| chapter.index + 1)
                .collect()
        })
        .collect();
    assert_eq!(silent, [vec![], vec![2, 3]]);
    let said = story.steps[1]
        .key
        .as_ref()
        .map(|quote| quote.text(&library));
    assert_eq!(said, Some("At last the light is back again."));
}

/// The sentence of a thought is marked as one; the gist told in its place is not.
#[test]
fn a_mark_goes_with_its_sentence() {
    let library = TestLibrary::new()
        .file("b/book.ron", r#"Book(id: "b", title: (ko: "책", en: "A book"), language: "ko")"#)
        .file(
            "concepts.ron",
            r#"Vocabulary(concepts: [Concept(id: "light", label: (ko: "불빛", en: "Light"))])"#,
        )
        .file(
            "b/a.ron",
            r#"Entry(id: "a", gist: (en: "The light saves ships."), text: "그 불빛이 참 인상 깊었다고 생각한다.")"#,
        );
    let story = |lang| {
        library
            .run(&["summary", "--concept", "불빛", "--lang", lang])
            .stdout
    };
    let korean = story("ko");
    assert!(
        korean.contains("│ 그 불빛이 참 인상 깊었다고 생각한다.") && korean.contains("감상"),
        "{korean}"
    );
    let english = story("en");
    assert!(
        english.contains("│ The light saves ships.") && !english.contains("a thought"),
        "{english}"
    );
}

/// The page runs nothing, fetches nothing, and escapes what the notes say.
#[test]
fn the_page_is_harmless() {
    let library = TestLibrary::with_concepts(&[("light", "불빛", "Light & lamp")]).entry(
        "a",
        "The light <script>alert(1)</script> burns. “불빛” & more burns here.",
    );
    let page = library.run(&["summary", "-f", "html"]).stdout;
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("default-src &#39;none&#39;") || page.contains("default-src 'none'"));
    assert!(
        page.contains("&lt;script&gt;") || page.contains("&#60;script&#62;"),
        "{page}"
    );
    let diary = bookgraph(&project(), &["summary", "-f", "html", "--lang", "en"]).stdout;
    assert!(diary.contains("<html lang=\"en\">"));
    assert!(diary.contains("<h2>Chapter 9 Prime Video</h2>"));
    assert!(diary.contains("day 22 · p383–391"));
}

/// What a note says never becomes a heading, a list or markup of the post.
#[test]
fn markdown_is_escaped() {
    let library = TestLibrary::with_concepts(&[("light", "불빛", "*Light*")]).entry(
        "a",
        "- The light is *not* a [link](x). # No heading follows here.",
    );
    let post = library.run(&["summary", "-f", "md"]).stdout;
    assert!(
        post.contains("\\- The light is \\*not\\* a \\[link\\](x)"),
        "{post}"
    );
    assert!(post.contains("\\*Light\\*"), "{post}");
}

/// The heading of a chapter says what the entries that pass the filters cover.
#[test]
fn coverage_is_that_of_the_entries_asked_for() {
    let outline = "[Chapter(id: \"1\", number: 1, starts: Page(1), ends: Page(40))]";
    let library = TestLibrary::with_concepts(&[("light", "불빛", "Light")])
        .file(
            "b/book.ron",
            &format!("Book(id: \"b\", title: \"A book\", language: \"en\", outline: {outline})"),
        )
        .file(
            "b/days.ron",
            r#"Entries(entries: [
                Entry(id: "one", date: "2024-05-01", pages: (1, 10), text: "The light burns."),
                Entry(id: "two", date: "2024-05-02", pages: (11, 40), text: "It goes out."),
            ])"#,
        );
    for (language, whole, part) in [
        (
            "en",
            "p1–40 · all of its 40 pages noted",
            "p1–10 · 25% of its 40 pages noted",
        ),
        (
            "ko",
            "p1–40 · 40쪽 모두 적음",
            "p1–10 · 40쪽 가운데 25%를 적음",
        ),
    ] {
        let of = |args: &[&str]| {
            let args = [&["summary", "--lang", language], args].concat();
            library.run(&args).stdout
        };
        assert!(of(&[]).contains(whole) && of(&["--chapter", "1"]).contains(whole));
        for filter in [
            ["--until", "2024-05-01"],
            ["--only", "light"],
            ["--pages", "1..5"],
        ] {
            let said = of(&filter);
            assert!(said.contains(part), "{said}");
            assert!(said.contains("p11–40"), "what is not noted: {said}");
        }
    }
}

/// What comes up on the pages of a chapter does not come back there, even where its
/// first entry is of the chapter before as well, or is filtered out.
#[test]
fn what_comes_up_in_a_chapter_is_new_there() {
    let library = TestLibrary::with_concepts(&[
        ("light", "불빛", "Light"),
        ("ship", "나룻배", "Ship"),
        ("rope", "밧줄", "Rope"),
    ])
    .file(
        "b/book.ron",
        r#"Book(id: "b", title: "A book", language: "en", outline: [
            Chapter(id: "1", number: 1), Chapter(id: "2", number: 2),
        ])"#,
    )
    .file(
        "b/days.ron",
        r#"Entries(entries: [
            Entry(id: "one", date: "2024-05-01", pages: (1, 5), chapters: ["1"], text: "The light burns."),
            Entry(id: "two", date: "2024-05-02", pages: (6, 9), chapters: ["1", "2"], text: "A ship goes by."),
            Entry(id: "three", date: "2024-05-03", pages: (10, 12), chapters: ["2"], text: "The ship has a rope, and a light."),
            Entry(id: "four", date: "2024-05-04", pages: (13, 15), chapters: ["2"], text: "A rope."),
        ])"#,
    );
    for (language, new, again) in [
        (
            "en",
            "New         Rope ×2 (p10), Ship ×2 (p6)",
            "Back again  Light (since p1)",
        ),
        (
            "ko",
            "새 개념         밧줄 ×2 (p10), 나룻배 ×2 (p6)",
            "다시 나온 개념  불빛 (p1부터)",
        ),
    ] {
        let args = ["summary", "--chapter", "2", "--lang", language];
        let said = library.run(&args).stdout;
        assert!(said.contains(new) && said.contains(again), "{said}");
        let late = library.run(&[&args[..], &["--since", "2024-05-04"]].concat());
        // The rope came up in this chapter, in an entry that is filtered out.
        let heading = &again[..again.find("  ").unwrap()];
        assert!(!late.stdout.contains(heading), "{}", late.stdout);
    }
}
