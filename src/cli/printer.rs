//! The only place that writes to the terminal.

use super::color::ColorArg;
use super::exit::CliError;
use crate::render::terminal::{self, Styling};
use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, BufWriter, IsTerminal, Stderr, Stdout, Write};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();

/// Standard output and standard error.
pub(super) struct Printer {
    output: BufWriter<AutoStream<Stdout>>,
    errors: AutoStream<Stderr>,
    styling: Styling,
    quiet: bool,
    progress: bool,
    printed: bool,
}

impl Printer {
    pub(super) fn new(color: ColorArg, quiet: bool, progress: bool) -> Self {
        let output = AutoStream::new(io::stdout(), color.into());
        let plain = output.current_choice() == anstream::ColorChoice::Never;
        Self {
            styling: if plain { Styling::Plain } else { Styling::Ansi },
            output: BufWriter::new(output),
            errors: AutoStream::new(io::stderr(), color.into()),
            quiet,
            printed: false,
            progress: progress && !quiet && io::stderr().is_terminal(),
        }
    }

    /// Whether a part of an answer was written.
    pub(super) fn has_printed(&self) -> bool {
        self.printed
    }

    /// How answers should be styled.
    pub(super) fn styling(&self) -> Styling {
        self.styling
    }

    /// Whether the terminal knows links.
    pub(super) fn links(&self) -> bool {
        self.styling == Styling::Ansi
            && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout)
    }

    /// Writes an answer.
    pub(super) fn print(&mut self, text: &str) -> io::Result<()> {
        self.printed = true;
        self.output.write_all(text.as_bytes())
    }

    /// Writes a picture or a script, whatever the terminal.
    pub(super) fn print_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.printed = true;
        self.output.flush()?;
        let mut raw = io::stdout().lock();
        raw.write_all(bytes)?;
        raw.flush()
    }

    /// Standard output for a long answer, whatever the terminal.
    pub(super) fn stream(&mut self) -> io::Result<Stdout> {
        self.printed = true;
        self.output.flush()?;
        Ok(io::stdout())
    }

    /// Says something about the work, unless told to be quiet.
    pub(super) fn note(&mut self, text: &str) {
        if !self.quiet {
            self.warn_raw(&format!("{text}\n"));
        }
    }

    /// Warns, with a remedy.
    pub(super) fn warn(&mut self, text: &str, hint: Option<&str>) {
        let mut message = format!("{WARNING}warning{WARNING:#}: {text}\n");
        if let Some(hint) = hint {
            message.push_str(&format!("{HINT}hint{HINT:#}: {hint}\n"));
        }
        if !self.quiet {
            self.warn_raw(&message);
        }
    }

    /// Says why the command could not do its work.
    pub(super) fn error(&mut self, error: &CliError) {
        if let CliError::Query(mistake) = error {
            // Where colours are not wanted, the stream strips them.
            self.warn_raw(&terminal::query_error(mistake, Styling::Ansi));
            return;
        }
        let mut message = format!("{ERROR}error{ERROR:#}: {error}\n");
        if let Some(hint) = error.hint() {
            message.push_str(&format!("{HINT}hint{HINT:#}: {hint}\n"));
        }
        self.warn_raw(&message);
    }

    /// Writes to standard error. There is nobody to tell if that fails.
    pub(super) fn warn_raw(&mut self, text: &str) {
        let _ = self.output.flush();
        let _ = self.errors.write_all(text.as_bytes());
    }

    /// A counter of work that may be long.
    pub(super) fn counter(&self, what: &'static str) -> Counter {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} {msg}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Counter {
            bar,
            may_show: self.progress,
        }
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

/// Counts steps, and shows the count once there are many, on a terminal.
pub(super) struct Counter {
    bar: ProgressBar,
    may_show: bool,
}

impl Counter {
    /// Fewer steps than this take no time worth showing.
    const LONG_WORK: u64 = 1_000;

    /// One step is done; may be called from any thread.
    pub(super) fn step(&self) {
        self.bar.inc(1);
        if self.may_show && self.bar.position() == Self::LONG_WORK {
            self.bar
                .set_draw_target(ProgressDrawTarget::stderr_with_hz(4));
        }
    }

    /// All is done; the line is cleared.
    pub(super) fn finish(self) {
        self.bar.finish_and_clear();
    }
}
