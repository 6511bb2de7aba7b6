//! The program on a real pseudo-terminal, with what it shows on it.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Nothing on a screen takes so long, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(120);
const GLANCE: Duration = Duration::from_millis(20);

/// A terminal in which a shell runs a script.
pub(crate) struct PseudoTerminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser>>,
}

impl PseudoTerminal {
    /// Runs a shell script in a folder, on a terminal of columns and rows.
    /// `$BOOKGRAPH` is the program.
    pub(crate) fn run(
        folder: &Path,
        (width, height): (u16, u16),
        script: &str,
        environment: &[(&str, &str)],
    ) -> Self {
        let pair = native_pty_system()
            .openpty(size(width, height))
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", script]);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("BOOKGRAPH", env!("CARGO_BIN_EXE_bookgraph"));
        for unset in ["BOOKGRAPH_LIBRARY", "NO_COLOR", "VISUAL", "EDITOR"] {
            command.env_remove(unset);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("a shell");
        drop(pair.slave);
        let mut output = pair.master.try_clone_reader().expect("a reader");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(
            cells(height),
            cells(width),
            0,
        )));
        let shown = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut bytes) {
                shown.lock().expect("the screen").process(&bytes[..read]);
            }
        });
        Self {
            keys: pair.master.take_writer().expect("a writer"),
            master: pair.master,
            child,
            screen,
        }
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("keys");
        self.keys.flush().expect("keys");
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&self, width: u16, height: u16) {
        let mut screen = self.screen.lock().expect("the screen");
        screen.screen_mut().set_size(cells(height), cells(width));
        self.master.resize(size(width, height)).expect("a size");
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let start = Instant::now();
        while !is_so(self.screen.lock().expect("the screen").screen()) {
            let waited = start.elapsed();
            assert!(waited < PATIENCE, "{what} never came:\n{}", self.text());
            std::thread::sleep(GLANCE);
        }
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// What is on the screen.
    pub(crate) fn text(&self) -> String {
        let screen = self.screen.lock().expect("the screen");
        screen.screen().contents()
    }

    /// Waits until the script ends; gives its exit status.
    pub(crate) fn end(mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status.exit_code();
            }
            assert!(start.elapsed() < PATIENCE, "no end:\n{}", self.text());
            std::thread::sleep(GLANCE);
        }
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal with cells")
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}
