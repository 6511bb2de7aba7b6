//! `bookgraph browse`

use crate::browse::{self, Catalogue, Effect, Look, State};
use crate::cli::counted::counted;
use crate::cli::editor::Editor;
use crate::cli::exit::{CliError, Status};
use crate::cli::filters::FilterArgs;
use crate::cli::printer::Printer;
use crate::cli::screen::Screen;
use crate::cli::workspace::{Opened, Workspace};
use crate::render::terminal::Styling;
use std::path::Path;

/// Pick concepts and entries on the terminal, and open them in your editor.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../help/browse.txt"))]
pub(in crate::cli) struct BrowseArgs {
    /// What to start with, as if it were typed
    #[arg(value_name = "NAME")]
    typed: Vec<String>,
    #[command(flatten)]
    filters: FilterArgs,
}

pub(in crate::cli) fn run(
    args: &BrowseArgs,
    workspace: &Workspace<'_>,
    printer: &mut Printer,
) -> Result<Status, CliError> {
    if !Screen::is_there() {
        return Err(CliError::usage(
            "`bookgraph browse` needs a terminal to show itself on",
            "`bookgraph find 인풋 지표` prints the entries about a concept",
        ));
    }
    let root = workspace.root()?;
    let opened = workspace.open(printer)?;
    let catalogue = catalogue(args, workspace, opened)?;
    let look = match printer.styling() {
        Styling::Ansi => Look::Colour,
        Styling::Plain => Look::Plain,
    };
    let mut screen = Screen::open()?;
    let mut state = State::new(catalogue, screen.size()?);
    state.update(browse::Action::Insert(args.typed.join(" ")));
    let ended = show(&mut screen, &mut state, look, |state, screen, effect| {
        let read = |state: &mut State| read_again(args, workspace, state);
        match effect {
            Effect::Edit { file, line } => edit(&root, &file, line, screen, state, read),
            Effect::Reload => {
                read(state);
                Ok(())
            }
            _ => Ok(()),
        }
    });
    // The screen is given back before anything is said.
    drop(screen);
    ended?;
    Ok(Status::Done)
}

/// Shows the state and does what a person does, until they quit.
fn show(
    screen: &mut Screen,
    state: &mut State,
    look: Look,
    mut outside: impl FnMut(&mut State, &mut Screen, Effect) -> Result<(), CliError>,
) -> Result<(), CliError> {
    loop {
        let (width, height) = screen.size()?;
        state.update_size(width, height);
        screen.draw(|frame| browse::draw(state, look, frame))?;
        let Some(events) = screen.wait()? else {
            return Ok(());
        };
        for action in events.iter().filter_map(browse::action) {
            match state.update(action) {
                Effect::None => {}
                Effect::Quit => return Ok(()),
                Effect::Suspend => screen.suspend()?,
                Effect::Redraw => screen.clear()?,
                effect => outside(state, screen, effect)?,
            }
        }
    }
}

fn catalogue(
    args: &BrowseArgs,
    workspace: &Workspace<'_>,
    opened: Opened,
) -> Result<Catalogue, CliError> {
    let book = args.filters.book(&opened.library)?;
    let words = workspace.words(&opened.library, book);
    let entries = args.filters.select(&opened)?;
    let Opened {
        library,
        tagging,
        placement,
        ..
    } = opened;
    Ok(Catalogue::new(library, tagging, placement, &entries, words))
}

/// Opens an entry, and reads the library again if its file has changed.
fn edit(
    root: &Path,
    file: &str,
    line: usize,
    screen: &mut Screen,
    state: &mut State,
    read: impl Fn(&mut State),
) -> Result<(), CliError> {
    let path = root.join(file);
    let before = std::fs::read(&path).ok();
    let editor = Editor::of_environment();
    let ended = screen.lend(|| editor.open(&path, line))?;
    if std::fs::read(&path).ok() != before {
        read(state);
    }
    if let Err(trouble) = ended {
        state.tell(trouble);
    }
    Ok(())
}

/// Reads the library again; when that fails, what was there stays.
fn read_again(args: &BrowseArgs, workspace: &Workspace<'_>, state: &mut State) {
    let mut problems = 0;
    let renewed = workspace.open_quietly().and_then(|(opened, found)| {
        problems = found;
        catalogue(args, workspace, opened)
    });
    match renewed {
        Ok(catalogue) => state.renew(catalogue),
        Err(error) => return state.tell(error.to_string()),
    }
    if problems > 0 {
        state.tell(format!(
            "{} in the notes: `bookgraph check` shows them",
            counted(problems, "problem", "problems")
        ));
    }
}
