//! The terminal as a screen, which is given back whatever happens.

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event, poll, read};
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};
use ratatui::{Frame, Terminal};
use std::io::{self, IsTerminal, Stdout};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// So often is looked whether the program was told to end.
const LOOK: Duration = Duration::from_millis(200);

/// The terminal, whole.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    /// Somebody asked the program to end: a signal.
    ended: Arc<AtomicBool>,
}

impl Screen {
    /// Whether there is a terminal, for keys and for pictures.
    pub(super) fn is_there() -> bool {
        let dumb = std::env::var_os("TERM").is_some_and(|kind| kind == "dumb");
        io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb
    }

    /// Takes the terminal, until this is dropped, or the program panics.
    pub(super) fn open() -> io::Result<Self> {
        let ended = Arc::new(AtomicBool::new(false));
        watch_signals(&ended)?;
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        take()?;
        // From here on it is given back, also when the next step fails.
        let terminal = Terminal::new(CrosstermBackend::new(io::stdout()));
        match terminal {
            Ok(terminal) => Ok(Self { terminal, ended }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws a frame; only what changed is written.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(draw).map(|_| ())
    }

    /// Waits for something to happen, and gives all that has; `None` when the
    /// program was told to end.
    pub(super) fn wait(&self) -> io::Result<Option<Vec<Event>>> {
        while !poll(LOOK)? {
            if self.ended.load(Ordering::Relaxed) {
                return Ok(None);
            }
        }
        let mut events = vec![read()?];
        while events.len() < 1_000 && poll(Duration::ZERO)? {
            events.push(read()?);
        }
        Ok(Some(events))
    }

    /// Draws everything anew next time.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        // `Terminal::clear` asks the terminal where its cursor is, and waits for an
        // answer that some never give. A new one knows that nothing is drawn.
        self.terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
        execute!(io::stdout(), Clear(ClearType::All))
    }

    /// Gives the terminal back while something else uses it.
    pub(super) fn lend<T>(&mut self, other: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let answer = other();
        // Ctrl-C in the other program was not meant for us.
        self.ended.store(false, Ordering::Relaxed);
        take()?;
        self.clear()?;
        Ok(answer)
    }

    /// Stops, as Ctrl-Z does elsewhere, until the shell goes on.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        self.lend(stop)?
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    let taken = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste);
    if taken.is_err() {
        give_back();
    }
    taken
}

/// There is nobody to tell if this fails.
fn give_back() {
    let _ = execute!(
        io::stdout(),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

#[cfg(unix)]
fn watch_signals(ended: &Arc<AtomicBool>) -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    for signal in [SIGHUP, SIGINT, SIGTERM] {
        signal_hook::flag::register(signal, Arc::clone(ended))?;
    }
    let gone = Arc::new(AtomicBool::new(false));
    signal_hook::flag::register(SIGHUP, Arc::clone(&gone))?;
    std::thread::spawn(move || end_without_terminal(&gone));
    Ok(())
}

/// Ends the program when its terminal is gone: `poll` never comes back then.
#[cfg(unix)]
fn end_without_terminal(gone: &AtomicBool) {
    while !gone.load(Ordering::Relaxed) {
        std::thread::sleep(LOOK);
    }
    // Where the terminal is still there, the program has ended by now.
    std::thread::sleep(4 * LOOK);
    give_back();
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGHUP);
}

#[cfg(not(unix))]
fn watch_signals(_ended: &Arc<AtomicBool>) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn stop() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};
    kill_current_process_group(Signal::TSTP).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Ok(())
}
