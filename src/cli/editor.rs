//! The reader's editor, at a line.

use std::path::Path;
use std::process::Command;

/// An editor as `$VISUAL` or `$EDITOR` names it: a program and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Editor {
    command: String,
}

/// How an editor is told the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LineSyntax {
    /// `+12 FILE`
    Plus,
    /// `FILE:12`
    Colon,
    /// `-g FILE:12`
    Goto,
    /// `--line 12 FILE`
    Option,
    /// `-l 12 FILE`
    ShortOption,
    /// `-n12 FILE`
    Joined,
    /// It is not known to be told at all: `FILE`.
    None,
}

/// Editors by the names of their programs.
const SYNTAXES: &[(LineSyntax, &[&str])] = &[
    (
        LineSyntax::Plus,
        &[
            "vi",
            "vim",
            "nvim",
            "view",
            "vimx",
            "gvim",
            "mvim",
            "nano",
            "pico",
            "rnano",
            "emacs",
            "emacsclient",
            "emacsclient.emacs",
            "kak",
            "micro",
            "ne",
            "joe",
            "jed",
            "jmacs",
            "mg",
            "zile",
            "vis",
            "ed",
            "ex",
            "gedit",
            "gnome-text-editor",
            "bbedit",
            "mcedit",
            "nvim-qt",
            "neovide",
            "tilde",
            "dte",
        ],
    ),
    (
        LineSyntax::Colon,
        &[
            "hx",
            "helix",
            "subl",
            "sublime_text",
            "zed",
            "zeditor",
            "lapce",
            "atom",
        ],
    ),
    (
        LineSyntax::Goto,
        &[
            "code",
            "code-insiders",
            "codium",
            "vscodium",
            "code-oss",
            "cursor",
            "windsurf",
        ],
    ),
    (
        LineSyntax::Option,
        &[
            "kate",
            "kwrite",
            "idea",
            "pycharm",
            "webstorm",
            "clion",
            "rustrover",
            "xed",
        ],
    ),
    (LineSyntax::ShortOption, &["mate"]),
    (LineSyntax::Joined, &["notepad++"]),
];

/// What there is where neither variable is set.
const FALLBACK: &str = if cfg!(windows) { "notepad" } else { "vi" };

impl Editor {
    /// `$VISUAL`, or else `$EDITOR`, or else the system's.
    pub(super) fn of_environment() -> Self {
        let named = |name| std::env::var(name).ok();
        let named = ["VISUAL", "EDITOR"].into_iter().filter_map(named);
        let mut named = named.filter(|command| !command.trim().is_empty());
        Self {
            command: named.next().unwrap_or_else(|| FALLBACK.to_owned()),
        }
    }

    /// Opens a file at a line, and waits until the editor is closed. What went
    /// wrong is said in a sentence.
    pub(super) fn open(&self, file: &Path, line: usize) -> Result<(), String> {
        let Some((program, arguments)) = self.call(&file.to_string_lossy(), line) else {
            return Err(format!("$EDITOR is no command: {}", self.command));
        };
        match Command::new(&program).args(arguments).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{program}: {status}")),
            Err(error) => Err(format!("{program}: {error}; set $EDITOR to your editor")),
        }
    }

    /// The program and its arguments.
    fn call(&self, file: &str, line: usize) -> Option<(String, Vec<String>)> {
        // A path with spaces may be written as it is.
        let words = match Path::new(self.command.trim()).is_file() {
            true => vec![self.command.trim().to_owned()],
            false => shell_words::split(&self.command).ok()?,
        };
        let (program, arguments) = words.split_first()?;
        let mut arguments = arguments.to_vec();
        let file = file.to_owned();
        match syntax(program) {
            LineSyntax::Plus => arguments.extend([format!("+{line}"), file]),
            LineSyntax::Colon => arguments.push(format!("{file}:{line}")),
            LineSyntax::Goto => {
                let goto = |word: &String| word == "-g" || word == "--goto";
                if !arguments.iter().any(goto) {
                    arguments.push("-g".to_owned());
                }
                arguments.push(format!("{file}:{line}"));
            }
            LineSyntax::Option => arguments.extend(["--line".to_owned(), line.to_string(), file]),
            LineSyntax::ShortOption => arguments.extend(["-l".to_owned(), line.to_string(), file]),
            LineSyntax::Joined => arguments.extend([format!("-n{line}"), file]),
            LineSyntax::None => arguments.push(file),
        }
        Some((program.clone(), arguments))
    }
}

fn syntax(program: &str) -> LineSyntax {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    let name = name.to_ascii_lowercase();
    let name = [".exe", ".cmd", ".bat"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .unwrap_or(&name);
    let known = SYNTAXES.iter().find(|(_, names)| names.contains(&name));
    known.map_or(LineSyntax::None, |(syntax, _)| *syntax)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_are_told_the_line_in_their_own_words() {
        for (command, called) in [
            ("vi", "vi +12 a b.ron"),
            ("/usr/bin/nvim -u NONE", "/usr/bin/nvim -u NONE +12 a b.ron"),
            ("emacsclient -t", "emacsclient -t +12 a b.ron"),
            ("nano", "nano +12 a b.ron"),
            ("code --wait", "code --wait -g a b.ron:12"),
            ("code -g", "code -g a b.ron:12"),
            ("hx", "hx a b.ron:12"),
            ("subl -w", "subl -w a b.ron:12"),
            ("kate", "kate --line 12 a b.ron"),
            ("mate -w", "mate -w -l 12 a b.ron"),
            ("Notepad++.exe", "Notepad++.exe -n12 a b.ron"),
            ("'my editor' --x 'y z'", "my editor --x y z a b.ron"),
        ] {
            let editor = Editor {
                command: command.to_owned(),
            };
            let (program, arguments) = editor.call("a b.ron", 12).unwrap();
            assert_eq!(format!("{program} {}", arguments.join(" ")), called);
            assert!(arguments.last().unwrap().starts_with("a b.ron"));
        }
        let broken = Editor {
            command: "vi 'x".to_owned(),
        };
        assert!(broken.open(Path::new("f"), 1).is_err());
    }
}
