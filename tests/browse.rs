//! The terminal picker: what keys do to its state, what it looks like, and the
//! whole of it on a pseudo-terminal.

#[cfg(unix)]
mod terminal;

use crate::support::{bookgraph, project, two_books};
use bookgraph::browse::{self, Action, Catalogue, Effect, Look, Pane, State, Step};
use bookgraph::map::Words;
use bookgraph::model::Language;
use bookgraph::notes;
use bookgraph::place::Placement;
use bookgraph::tag::Tagging;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn catalogue(notes: &Path, language: Language) -> Catalogue {
    let library = notes::read(notes).library;
    let (tagging, placement) = (Tagging::of(&library), Placement::of(&library));
    let entries: Vec<_> = library.entry_ids().collect();
    Catalogue::new(library, tagging, placement, &entries, Words::new(language))
}

fn diary(language: Language, size: (u16, u16)) -> State {
    State::new(catalogue(&project().join("notes"), language), size)
}

fn key(code: KeyCode) -> Action {
    let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
    browse::action(&event).expect("a key that means something")
}

fn control(letter: char) -> Option<Action> {
    let event = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    browse::action(&Event::Key(event))
}

fn typed(state: &mut State, text: &str) {
    for letter in text.chars() {
        state.update(key(KeyCode::Char(letter)));
    }
}

fn draw(state: &State, (width, height): (u16, u16), look: Look) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
    terminal
        .draw(|frame| browse::draw(state, look, frame))
        .expect("a frame");
    terminal.backend().buffer().clone()
}

/// The rows of a frame as they are read; no letter sticks out of its cells.
fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let row = |y| {
        let mut row = String::new();
        let mut x = 0;
        while x < area.width {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        assert_eq!(x, area.width, "half a letter at the end of {row:?}");
        row.trim_end().to_owned()
    };
    (0..area.height).map(row).collect()
}

fn label(state: &State, size: (u16, u16)) -> String {
    let drawn = rows(&draw(state, size, Look::Plain));
    drawn.join("\n")
}

/// What is typed, in either language and however far, and the concept that is
/// chosen then.
#[test]
fn typing_finds_concepts() {
    for (text, language, first, count) in [
        ("인풋", "ko", "인풋 지표", None),
        ("인풋지표", "ko", "인풋 지표", None),
        ("인풋 짚", "ko", "인풋 지표", Some(1)),
        ("ㅇㅍㅈㅍ", "ko", "인풋 지표", Some(2)),
        ("input m", "ko", "인풋 지표", Some(1)),
        ("ＩＮＰＵＴ", "en", "Input metrics", None),
        (
            "\u{110B}\u{1175}\u{11AB}\u{1111}\u{116E}\u{11BA}",
            "en",
            "Input metrics",
            None,
        ),
        ("선순환", "en", "Flywheel", Some(1)),
        ("netfl", "en", "Netflix", Some(1)),
    ] {
        let mut state = diary(Language::parse(language).unwrap(), (80, 24));
        typed(&mut state, text);
        let shown = label(&state, (80, 24));
        let row = shown.lines().nth(2).unwrap();
        assert!(row.starts_with(&format!("▌ {first}")), "{text} {shown}");
        let fit = shown.lines().next().unwrap();
        if let Some(count) = count {
            assert!(fit.ends_with(&format!(" {count} / 101")), "{text} {shown}");
        }
        assert!(state.chosen_entry().is_some(), "{text}");
    }
    let mut state = diary(Language::ENGLISH, (80, 24));
    typed(&mut state, "그런 것은 없다");
    assert!(state.chosen_concept().is_none() && state.chosen_entry().is_none());
    assert_eq!(state.update(Action::Open), Effect::None);
    assert!(label(&state, (80, 24)).contains("no concept is called so"));
}

#[test]
fn an_input_method_and_a_paste_type_the_same() {
    let mut one = diary(Language::KOREAN, (80, 24));
    typed(&mut one, "고객 경험");
    for text in ["고객 경험", "고객\n경험\r\n", "고\u{1b}객 경험"] {
        let mut other = diary(Language::KOREAN, (80, 24));
        let paste = browse::action(&Event::Paste(text.to_owned())).unwrap();
        other.update(paste);
        assert_eq!(one.chosen_concept(), other.chosen_concept(), "{text:?}");
    }
    // Letters are taken back whole, however they were composed.
    one.update(Action::Clear);
    one.update(Action::Insert("지\u{1111}\u{116D}".to_owned()));
    one.update(key(KeyCode::Backspace));
    assert_eq!(one.typed(), "지");
    one.update(Action::Insert(" 둘 셋".to_owned()));
    one.update(Action::DeleteWord);
    assert_eq!(one.typed(), "지 둘 ");
    // Not without end.
    one.update(Action::Insert("가".repeat(10_000)));
    assert!(one.typed().len() < 500);
}

#[test]
fn keys_move_through_the_panes() {
    let mut state = diary(Language::KOREAN, (80, 24));
    let first = state.chosen_concept();
    state.update(key(KeyCode::Up));
    assert_eq!(state.chosen_concept(), first);
    state.update(key(KeyCode::Down));
    assert_ne!(state.chosen_concept(), first);
    state.update(key(KeyCode::Home));
    assert_eq!(state.chosen_concept(), first);
    state.update(key(KeyCode::End));
    let last = state.chosen_concept();
    state.update(key(KeyCode::PageDown));
    assert_eq!(state.chosen_concept(), last);
    state.update(key(KeyCode::PageUp));
    assert_ne!(state.chosen_concept(), last);
    state.update(key(KeyCode::Home));

    state.update(key(KeyCode::Tab));
    assert_eq!(state.focus(), Pane::Entries);
    let entry = state.chosen_entry();
    state.update(control('n').unwrap());
    assert_ne!(state.chosen_entry(), entry);
    assert_eq!(state.chosen_concept(), first);
    state.update(key(KeyCode::Right));
    assert_eq!(state.focus(), Pane::Evidence);
    state.update(key(KeyCode::BackTab));
    state.update(key(KeyCode::Left));
    assert_eq!(state.focus(), Pane::Concepts);
    // Who types while elsewhere types a name.
    state.update(key(KeyCode::Tab));
    typed(&mut state, "구");
    assert_eq!(state.focus(), Pane::Concepts);

    assert_eq!(state.update(key(KeyCode::Esc)), Effect::None);
    assert_eq!(state.typed(), "");
    assert_eq!(state.update(key(KeyCode::Esc)), Effect::Quit);
    // The first key after the help takes it away and does nothing else.
    state.update(key(KeyCode::Char('?')));
    assert!(label(&state, (80, 24)).contains("Ctrl-R"));
    assert_eq!(state.update(key(KeyCode::Esc)), Effect::None);
    assert!(!label(&state, (80, 24)).contains("Ctrl-R"));
    assert_eq!(state.update(control('c').unwrap()), Effect::Quit);
    assert_eq!(state.update(control('z').unwrap()), Effect::Suspend);
    assert_eq!(control('x'), None);
}

#[test]
fn enter_opens_the_entry_at_its_line() {
    let mut state = diary(Language::KOREAN, (80, 24));
    typed(&mut state, "인풋 지표");
    state.update(key(KeyCode::Tab));
    state.update(key(KeyCode::Down));
    let file = "notes/working-backwards/entries/day-22.ron".to_owned();
    assert_eq!(
        state.update(key(KeyCode::Enter)),
        Effect::Edit { file, line: 3 }
    );
}

/// After the notes have changed, one is where one was.
#[test]
fn a_renewed_library_is_shown_at_the_same_place() {
    let mut state = diary(Language::KOREAN, (80, 24));
    typed(&mut state, "지표");
    state.update(key(KeyCode::Down));
    state.update(key(KeyCode::Up));
    state.update(key(KeyCode::Tab));
    state.update(key(KeyCode::Down));
    let before = label(&state, (80, 24));
    let (concept, entry) = (state.chosen_concept(), state.chosen_entry());
    state.renew(catalogue(&project().join("notes"), Language::KOREAN));
    assert_eq!(
        (state.chosen_concept(), state.chosen_entry()),
        (concept, entry)
    );
    assert_eq!(label(&state, (80, 24)), before);
    // In another library nothing of it is there.
    state.renew(catalogue(&two_books().join("notes"), Language::KOREAN));
    assert!(label(&state, (80, 24)).contains("지표"));
    let nothing = tempfile::tempdir().unwrap();
    state.renew(catalogue(nothing.path(), Language::KOREAN));
    assert!(state.chosen_concept().is_none());
}

/// A name, notes, a language, a size, and what is done.
type Frame<'a> = (&'a str, &'a Path, &'a str, (u16, u16), Vec<Action>);

/// Frames that a reader can look at.
#[test]
fn frames_are_as_they_were() {
    let diary = project().join("notes");
    let books = two_books().join("notes");
    let down = || Action::Move(Step::Down);
    let insert = |text: &str| Action::Insert(text.to_owned());
    let all: Vec<Frame<'_>> = vec![
        ("start-ko-80x24", &diary, "ko", (80, 24), vec![]),
        ("start-en-80x24", &diary, "en", (80, 24), vec![]),
        ("start-en-120x40", &diary, "en", (120, 40), vec![]),
        (
            "typed-ko-80x24",
            &diary,
            "ko",
            (80, 24),
            vec![insert("ㅇㅍㅈㅍ")],
        ),
        (
            "typed-en-80x24",
            &diary,
            "en",
            (80, 24),
            vec![insert("met"), Action::NextPane, down()],
        ),
        (
            "nothing-ko-80x24",
            &diary,
            "ko",
            (80, 24),
            vec![insert("없는 이름")],
        ),
        (
            "narrow-ko-40x12",
            &diary,
            "ko",
            (40, 12),
            vec![insert("인풋")],
        ),
        (
            "narrow-ko-40x12-entries",
            &diary,
            "ko",
            (40, 12),
            vec![insert("인풋"), Action::NextPane, down()],
        ),
        (
            "narrow-en-40x12",
            &diary,
            "en",
            (40, 12),
            vec![insert("flywheel")],
        ),
        ("tiny-ko-20x6", &diary, "ko", (20, 6), vec![down()]),
        ("tiny-en-9x2", &diary, "en", (9, 2), vec![]),
        (
            "books-ko-80x24",
            &books,
            "ko",
            (80, 24),
            vec![insert("AWS")],
        ),
        (
            "books-en-100x30",
            &books,
            "en",
            (100, 30),
            vec![insert("cloud"), Action::NextPane, down()],
        ),
        ("help-ko-80x24", &diary, "ko", (80, 24), vec![Action::Help]),
        ("help-en-40x12", &diary, "en", (40, 12), vec![Action::Help]),
    ];
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    for (name, notes, language, size, actions) in all {
        let language = Language::parse(language).unwrap();
        let mut state = State::new(catalogue(notes, language), size);
        for action in actions {
            state.update(action);
        }
        let mut drawn = rows(&draw(&state, size, Look::Colour)).join("\n");
        drawn.push('\n');
        let path = project().join(format!("tests/suite/browse/{name}.txt"));
        let expected = snapbox::Data::read_from(&path, None).raw();
        assert.eq(snapbox::Data::text(drawn).raw(), expected);
    }
}

/// The documents show a frame as it is drawn.
#[test]
fn the_documents_show_a_real_frame() {
    let read = |path: &str| std::fs::read_to_string(project().join(path)).expect("a file");
    let frame = read("tests/suite/browse/typed-ko-80x24.txt");
    for document in ["docs/tour.md", "docs/browse.md"] {
        assert!(
            read(document).contains(&frame),
            "{document} shows another frame"
        );
    }
}

/// Without colour, what is chosen and what was found is seen all the same.
#[test]
fn plain_type_has_no_colour() {
    use ratatui::style::{Color, Modifier};
    let mut state = diary(Language::KOREAN, (80, 24));
    typed(&mut state, "인풋");
    let plain = draw(&state, (80, 24), Look::Plain);
    for cell in plain.content() {
        assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset));
    }
    assert!(plain[(4, 2)].modifier.contains(Modifier::REVERSED));
    let underlined = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
    assert!(plain.content().iter().any(|cell| underlined(&cell)));
    let colour = draw(&state, (80, 24), Look::Colour);
    assert!(colour.content().iter().any(|cell| cell.fg == Color::Yellow));
}

/// A note cannot rewrite the screen.
#[test]
fn control_characters_stay_out_of_the_cells() {
    let library = crate::support::TestLibrary::with_concepts(&[
        ("aws", "클라\u{1b}]0;owned\u{7}우드", "AWS"),
        ("evil", "악\u{1b}[2J의", "Ev\u{202E}il"),
    ])
    .file(
        "b/a.ron",
        r#"Entry(id: "a", title: "t\u{1b}[2J", gist: "g\u{7}", text: "AWS \u{1b}]0;owned\u{7} \u{202E}txt")"#,
    );
    let notes = library.root().join("notes");
    let mut state = State::new(catalogue(&notes, Language::KOREAN), (80, 24));
    state.tell("\u{1b}[2J".to_owned());
    let shown = rows(&draw(&state, (80, 24), Look::Colour)).join("");
    assert!(
        !shown.contains(['\u{1b}', '\u{7}', '\u{202E}']),
        "{shown:?}"
    );
    assert!(shown.contains("owned"));
}

/// Where there is no terminal, the remedy is named.
#[test]
fn without_a_terminal_it_says_so() {
    let printed = bookgraph(&project(), &["browse"]);
    assert_eq!((printed.status, printed.stdout.as_str()), (2, ""));
    assert!(printed.stderr.contains("needs a terminal") && printed.stderr.contains("find"));
}

fn any_action() -> impl Strategy<Value = Action> {
    let step = prop::sample::select(vec![
        Step::Up,
        Step::Down,
        Step::PageUp,
        Step::PageDown,
        Step::First,
        Step::Last,
    ]);
    prop_oneof![
        5 => step.prop_map(Action::Move),
        2 => prop::sample::select(vec!["ㅇ", "인", "a", " ", "고객", "\u{1112}"])
            .prop_map(|text| Action::Insert(text.to_owned())),
        3 => Just(Action::NextPane),
        1 => Just(Action::PreviousPane),
        1 => Just(Action::DeleteLetter),
        1 => Just(Action::DeleteWord),
        1 => Just(Action::Escape),
        1 => Just(Action::Help),
        2 => (0_u16..120, 0_u16..40).prop_map(|(width, height)| Action::Resize(width, height)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is done on whatever screen, a frame comes out of it, no letter in
    /// it is cut in half, and what is chosen is in sight.
    #[test]
    fn every_state_can_be_drawn(
        actions in prop::collection::vec(any_action(), 1..40),
        korean: bool,
        start in (0_u16..120, 0_u16..40),
    ) {
        let language = if korean { Language::KOREAN } else { Language::ENGLISH };
        let mut state = diary(language, start);
        let mut size = start;
        for action in actions {
            if let Action::Resize(width, height) = action {
                size = (width, height);
            }
            state.update(action);
            let shown = rows(&draw(&state, size, Look::Plain));
            let side_by_side = size.0 >= 60 && size.1 >= 4;
            let seen = shown.iter().any(|row| row.starts_with('▌'));
            let helped = shown.iter().any(|row| row.contains("Ctrl-R"));
            prop_assert!(
                !side_by_side || helped || seen || state.chosen_concept().is_none(),
                "{shown:#?}"
            );
        }
    }
}
