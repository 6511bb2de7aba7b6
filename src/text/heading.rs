//! Names as an index writes them: "ABI (application binary interface)",
//! "thinking, reflective", "instinct(s)".

use super::fold::is_syllable;

/// Two words are forms of one when so many of their first letters are alike.
const COMMON_STEM: usize = 4;

/// An ending in brackets has at most so many letters: instinct(s), image(ry).
const LONGEST_ENDING: usize = 4;

/// The names that a heading stands for besides itself, as they are used in a
/// text:
///
/// * the words before a bracket, and those in it when they say the same in
///   another way: as an acronym, or in another script;
/// * with an ending in brackets, the word with and without it;
/// * words after a comma moved to the front, where an index puts them last; a
///   title with commas without them;
/// * each of several forms of one word.
pub fn names_of_heading(heading: &str) -> Vec<String> {
    let mut names = match split_bracket(heading) {
        Some((before, inside)) => bracketed(before, inside),
        None => Vec::new(),
    };
    let before_bracket = names.first().map_or(heading, String::as_str);
    names.extend(inverted(before_bracket));
    names.retain(|name| name != heading && name.chars().any(char::is_alphanumeric));
    names.dedup();
    names
}

/// Splits `A (B)` into `A`, with the space before the bracket, and `B`.
fn split_bracket(heading: &str) -> Option<(&str, &str)> {
    let heading = heading.trim();
    let closed = heading.strip_suffix(')').or(heading.strip_suffix('）'))?;
    let (before, inside) = closed.split_once(['(', '（'])?;
    let nested = inside.contains(['(', ')', '（', '）']);
    (!nested && !before.trim().is_empty()).then_some((before, inside.trim()))
}

fn bracketed(before: &str, inside: &str) -> Vec<String> {
    let is_ending = before.ends_with(|c: char| c.is_ascii_lowercase())
        && inside.len() <= LONGEST_ENDING
        && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_ending {
        return vec![before.to_owned(), format!("{before}{inside}")];
    }
    let before = before.trim();
    let mut names = vec![before.to_owned()];
    if is_acronym(before, inside) || is_acronym(inside, before) || scripts_differ(before, inside) {
        names.push(inside.to_owned());
    }
    names
}

/// Whether the letters of `short` are the initials of the words of `long`, in
/// order, or begin words of it.
fn is_acronym(short: &str, long: &str) -> bool {
    let letters = short
        .trim_end_matches('s')
        .chars()
        .filter(|c| c.is_alphanumeric());
    let letters: Vec<char> = letters.flat_map(char::to_lowercase).collect();
    let words = long
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let initials: Vec<char> = words
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    let mut rest = initials.iter();
    let in_order = letters
        .iter()
        .all(|letter| rest.any(|initial| initial == letter));
    (2..=8).contains(&letters.len()) && initials.len() >= 2 && in_order
}

fn scripts_differ(one: &str, other: &str) -> bool {
    let hangul = |text: &str| text.chars().any(is_syllable);
    let latin = |text: &str| text.chars().any(|c| c.is_ascii_alphabetic());
    (hangul(one) && !hangul(other) && latin(other)) || (hangul(other) && !hangul(one) && latin(one))
}

fn inverted(heading: &str) -> Vec<String> {
    let parts: Vec<&str> = heading.split(", ").map(str::trim).collect();
    let [first, others @ ..] = parts.as_slice() else {
        return Vec::new();
    };
    let forms = !others.is_empty() && others.iter().all(|other| share_a_stem(first, other));
    match others {
        _ if forms => parts.iter().map(|part| (*part).to_owned()).collect(),
        [] => Vec::new(),
        [last] if !last.is_empty() && !last.contains(" and ") => vec![format!("{last} {first}")],
        // "Thinking, Fast and Slow" is a title, which many write without the comma.
        _ => vec![parts.join(" ")],
    }
}

fn share_a_stem(one: &str, other: &str) -> bool {
    let same = |(a, b): &(char, char)| a.eq_ignore_ascii_case(b);
    let common = one.chars().zip(other.chars()).take_while(same).count();
    let shorter = one.chars().count().min(other.chars().count());
    common >= COMMON_STEM && 2 * common > shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_the_names_they_stand_for() {
        for (heading, names) in [
            (
                "ABI (application binary interface)",
                vec!["ABI", "application binary interface"],
            ),
            (
                "decentralized applications (DApps)",
                vec!["decentralized applications"],
            ),
            ("Ethereum (generally)", vec!["Ethereum"]),
            ("인자 (argument)", vec!["인자", "argument"]),
            (
                "인풋 지표(input metrics)",
                vec!["인풋 지표", "input metrics"],
            ),
            ("Instinct(s)", vec!["Instinct", "Instincts"]),
            ("thinking, reflective", vec!["reflective thinking"]),
            ("Dewey, John", vec!["John Dewey"]),
            (
                "Kant, Immanuel (1724–1804)",
                vec!["Kant, Immanuel", "Immanuel Kant"],
            ),
            ("Thinking, Fast and Slow", vec!["Thinking Fast and Slow"]),
            ("Guns, Germs, and Steel", vec!["Guns Germs and Steel"]),
            (
                "action, activity, activities",
                vec!["action", "activity", "activities"],
            ),
            ("인풋 지표", vec![]),
            ("PR/FAQ", vec![]),
            ("(see below)", vec![]),
        ] {
            assert_eq!(names_of_heading(heading), names, "{heading}");
        }
    }
}
