//! What keys mean.

use super::action::{Action, Step};
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What an event of the terminal means; `None` when it means nothing.
pub fn action(event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => of_key(key),
        Event::Paste(text) => Some(Action::Insert(text.clone())),
        Event::Resize(width, height) => Some(Action::Resize(*width, *height)),
        _ => None,
    }
}

fn of_key(key: &KeyEvent) -> Option<Action> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return with_control(key.code);
    }
    Some(match key.code {
        KeyCode::Char('?') | KeyCode::F(1) => Action::Help,
        KeyCode::Char(_) if key.modifiers.contains(KeyModifiers::ALT) => return None,
        KeyCode::Char(letter) => Action::Insert(letter.to_string()),
        KeyCode::Backspace => Action::DeleteLetter,
        KeyCode::Enter => Action::Open,
        KeyCode::Esc => Action::Escape,
        KeyCode::Tab | KeyCode::Right => Action::NextPane,
        KeyCode::BackTab | KeyCode::Left => Action::PreviousPane,
        KeyCode::Up => Action::Move(Step::Up),
        KeyCode::Down => Action::Move(Step::Down),
        KeyCode::PageUp => Action::Move(Step::PageUp),
        KeyCode::PageDown => Action::Move(Step::PageDown),
        KeyCode::Home => Action::Move(Step::First),
        KeyCode::End => Action::Move(Step::Last),
        KeyCode::F(5) => Action::Reload,
        _ => return None,
    })
}

fn with_control(code: KeyCode) -> Option<Action> {
    Some(match code {
        KeyCode::Char('c' | 'd') => Action::Quit,
        KeyCode::Char('z') => Action::Suspend,
        KeyCode::Char('l') => Action::Redraw,
        KeyCode::Char('r') => Action::Reload,
        KeyCode::Char('u') => Action::Clear,
        KeyCode::Char('w') | KeyCode::Backspace => Action::DeleteWord,
        // What terminals send for the backspace key, some of them.
        KeyCode::Char('h') => Action::DeleteLetter,
        KeyCode::Char('n') => Action::Move(Step::Down),
        KeyCode::Char('p') => Action::Move(Step::Up),
        KeyCode::Home => Action::Move(Step::First),
        KeyCode::End => Action::Move(Step::Last),
        _ => return None,
    })
}
