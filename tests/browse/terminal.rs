//! `bookgraph browse` on a pseudo-terminal.

use crate::support::terminal::PseudoTerminal;
use crate::support::{TestLibrary, project};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// What is after the picker has ended: its exit status, and whether the terminal
/// is as it was.
const AFTER: &str = "echo \"status $?\"; stty -a | tr ' ' '\\n' | grep -x -e '-\\?icanon;\\?' -e '-\\?echo;\\?'; echo over; read line";

/// A program of a name that writes down what it is called with, and then does
/// something.
fn editor(folder: &Path, name: &str, then: &str) -> String {
    let path = folder.join(name);
    let called = folder.join("called");
    let script = format!(
        "#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n{then}\n",
        called.display()
    );
    fs::write(&path, script).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    path.to_str().expect("a path").to_owned()
}

fn is_restored(terminal: &PseudoTerminal) {
    terminal.wait_for("over");
    terminal.wait("the terminal as it was", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    });
    let text = terminal.text();
    let modes = |name: &str| text.lines().any(|line| line.trim_end_matches(';') == name);
    assert!(modes("icanon") && modes("echo"), "{text}");
}

#[test]
fn from_typing_to_the_editor_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let vim = editor(folder.path(), "vim", "");
    let script = format!("\"$BOOKGRAPH\" browse; {AFTER}");
    let mut terminal = PseudoTerminal::run(&project(), (80, 24), &script, &[("EDITOR", &vim)]);
    terminal.wait_for("아마존");
    terminal.wait("a screen of its own", vt100::Screen::alternate_screen);
    terminal.press("인풋");
    terminal.wait_for("› 인풋");
    terminal.wait_for("기록 4편 · 인풋 지표 (Input metrics)");
    terminal.wait_for("핵심 인풋에서 눈을");
    terminal.press("\t\u{1b}[B");
    terminal.wait_for("day-22.ron:3");
    terminal.press("\r");
    let called = folder.path().join("called");
    terminal.wait("the editor", |_| called.exists());
    // Back where one was.
    terminal.wait_for("day-22.ron:3");
    let arguments = fs::read_to_string(&called).unwrap();
    let file = project().join("notes/working-backwards/entries/day-22.ron");
    let lines: Vec<&str> = arguments.lines().collect();
    assert_eq!(lines, ["+3", file.to_str().unwrap()]);
    terminal.press("\u{1b}");
    terminal.wait_for("개념 101개");
    terminal.press("\u{1b}");
    terminal.wait_for("status 0");
    is_restored(&terminal);
    terminal.press("\n");
    assert_eq!(terminal.end(), 0);
}

/// What the editor changes is read again; what it cannot do is said.
#[test]
fn the_library_is_read_again_after_a_change() {
    let library =
        TestLibrary::with_concepts(&[("wheel", "바퀴", "Wheel")]).entry("a", "바퀴가 돈다.");
    let folder = tempfile::tempdir().unwrap();
    let change = "for last; do :; done; sed -i.bak 's/돈다/멈췄다/' \"$last\"; exit 3";
    let script = format!("\"$BOOKGRAPH\" browse --lang en; {AFTER}");
    let editor = editor(folder.path(), "my editor", change);
    let environment = [("VISUAL", editor.as_str()), ("NO_COLOR", "1")];
    let mut terminal = PseudoTerminal::run(library.root(), (80, 24), &script, &environment);
    terminal.wait_for("바퀴가 돈다.");
    terminal.press("\r");
    terminal.wait_for("바퀴가 멈췄다.");
    terminal.wait_for("exit status: 3");
    terminal.press("\u{3}");
    terminal.wait_for("status 0");
    is_restored(&terminal);
}

#[test]
fn the_screen_follows_the_terminal() {
    let script = format!("\"$BOOKGRAPH\" browse --lang en; {AFTER}");
    let mut terminal = PseudoTerminal::run(&project(), (80, 24), &script, &[]);
    terminal.wait_for("Concepts");
    terminal.resize(40, 12);
    terminal.wait("a narrow screen", |screen| {
        let text = screen.contents();
        !text.contains('┬') && text.contains("Amazon") && text.lines().count() <= 12
    });
    terminal.resize(100, 30);
    terminal.wait_for("┬");
    terminal.press("?");
    terminal.wait_for("read the notes again");
    terminal.press("\u{1b}");
    terminal.wait("no help", |screen| {
        !screen.contents().contains("read the notes")
    });
    terminal.press("\u{1b}[200~flywheel\n\u{1b}[201~");
    terminal.wait_for("Flywheel (플라이휠)");
    terminal.press("\u{4}");
    is_restored(&terminal);
}

/// Ctrl-Z gives the terminal back to the shell, and `fg` goes on.
#[test]
fn it_can_be_suspended() {
    let script =
        format!("set -m; \"$BOOKGRAPH\" browse --lang en; echo stopped; read line; fg; {AFTER}");
    let mut terminal = PseudoTerminal::run(&project(), (80, 24), &script, &[]);
    terminal.wait_for("Concepts");
    terminal.press("flyw");
    terminal.wait_for("› flyw");
    terminal.press("\u{1a}");
    terminal.wait_for("stopped");
    terminal.wait("the shell's screen", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor()
    });
    terminal.press("\n");
    terminal.wait("a screen of its own", vt100::Screen::alternate_screen);
    terminal.wait_for("› flyw");
    terminal.press("\u{3}");
    is_restored(&terminal);
}

/// A signal ends it as a key would.
#[test]
fn a_signal_gives_the_terminal_back() {
    let folder = tempfile::tempdir().unwrap();
    let pid = folder.path().join("pid");
    let script =
        format!("sh -c 'echo $$ > \"$PID\"; exec \"$BOOKGRAPH\" browse --lang en'; {AFTER}");
    let environment = [("PID", pid.to_str().unwrap())];
    let terminal = PseudoTerminal::run(&project(), (80, 24), &script, &environment);
    terminal.wait_for("Concepts");
    let pid = fs::read_to_string(&pid).unwrap();
    let killed = std::process::Command::new("kill")
        .args(["-TERM", pid.trim()])
        .status();
    assert!(killed.unwrap().success());
    is_restored(&terminal);
}

/// When the window is closed, the program ends, and does not wait for keys that
/// never come.
#[test]
fn it_ends_with_its_terminal() {
    let pair = portable_pty::native_pty_system();
    let pair = pair.openpty(portable_pty::PtySize::default()).unwrap();
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_bookgraph"));
    command.args(["browse", "--lang", "en"]);
    command.cwd(project());
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut output = pair.master.try_clone_reader().unwrap();
    let mut shown = Vec::new();
    while !String::from_utf8_lossy(&shown).contains("Concepts") {
        let mut bytes = [0; 4096];
        let read = std::io::Read::read(&mut output, &mut bytes).unwrap();
        shown.extend(&bytes[..read]);
    }
    drop(output);
    drop(pair.master);
    let start = std::time::Instant::now();
    while child.try_wait().unwrap().is_none() {
        if start.elapsed().as_secs() > 120 {
            child.kill().unwrap();
            panic!("it goes on without a terminal");
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
