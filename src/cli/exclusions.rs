//! Words of a query that start with a minus, beside options that do, too.

use std::ffi::OsString;

/// The commands whose queries may exclude words.
const COMMANDS: [&str; 2] = ["find", "search"];

/// The options of these that are one letter and take no value.
const SWITCHES: &str = "cl0qh";

/// The minus of mathematics, which the language of queries takes for the other one,
/// and no option starts with.
const MINUS: char = '−';

/// The arguments, in which the words that a query is to exclude start with a minus that
/// is no option's: `find 고객 -애플`, `find -netflix 구독`.
///
/// An argument with one hyphen is such a word when it cannot be options: when what
/// follows is not made of switches, and no `-n5`, `-fjson` or `-Cfolder`.
pub(super) fn told_apart(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut args: Vec<OsString> = args.into_iter().collect();
    let is_one = |arg: &OsString| COMMANDS.iter().any(|command| arg == command);
    let Some(command) = args.iter().position(is_one) else {
        return args;
    };
    for arg in &mut args[command + 1..] {
        if arg == "--" {
            break;
        }
        let word = arg.to_str().and_then(|arg| arg.strip_prefix('-'));
        if let Some(word) = word.filter(|word| is_excluded(word)) {
            *arg = OsString::from(format!("{MINUS}{word}"));
        }
    }
    args
}

/// Whether what follows a hyphen is a word and not options.
fn is_excluded(word: &str) -> bool {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return false;
    };
    let rest = letters.as_str();
    match first {
        '-' => false,
        first if !first.is_ascii_alphanumeric() => true,
        _ if rest.is_empty() => false,
        'C' => false,
        'n' => !rest
            .trim_start_matches('=')
            .bytes()
            .all(|byte| byte.is_ascii_digit()),
        'f' => {
            let format = rest.trim_start_matches('=');
            !["text", "md", "json", "jsonl", "csv"].contains(&format)
        }
        _ => {
            // Switches, and at their end one with a value: -ln5.
            let switches = word.trim_start_matches(|c| SWITCHES.contains(c));
            let ends = switches.is_empty() || switches.starts_with(['n', 'f', 'C']);
            !(word.len() > switches.len()
                && ends
                && (switches.is_empty() || !is_excluded(switches)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_options_are_told_apart() {
        for (arg, word) in [
            ("-애플", true),
            ("-(애플", true),
            ("-\"약속\"", true),
            ("-AWS", true),
            ("-netflix", true),
            ("-cloud", true),
            ("-fire", true),
            ("-c", false),
            ("-lc", false),
            ("-l0", false),
            ("-ln5", false),
            ("-n5", false),
            ("-n=5", false),
            ("-fjson", false),
            ("-f", false),
            ("-", false),
            ("--lang", false),
            ("-Cfolder", false),
        ] {
            let told = told_apart(["bookgraph", "find", arg].map(OsString::from));
            assert_eq!(told[2] != *arg, word, "{arg}");
            let told = told_apart(["bookgraph", "search", arg].map(OsString::from));
            assert_eq!(told[2] != *arg, word, "{arg}");
        }
        let args = ["bookgraph", "find", "--", "-애플"].map(OsString::from);
        assert_eq!(told_apart(args.clone()), args);
        let args = ["bookgraph", "map", "-애플"].map(OsString::from);
        assert_eq!(told_apart(args.clone()), args);
    }
}
