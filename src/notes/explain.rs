//! `ron`'s errors in the words of somebody who writes notes.

use crate::diagnostic::Code;
use crate::text::similarity::closest;
use ron::error::Error;

/// An error, told to the user.
pub(super) struct Explained {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
}

/// Explains an error at a field (`name`, empty for a list's item) whose value
/// is written as `written`.
pub(super) fn explain(error: &Error, name: &str, written: &str) -> Explained {
    let subject = if name.is_empty() {
        "this".to_owned()
    } else {
        format!("`{name}`")
    };
    let wrong = |message: String, label: &str, hint: Option<&str>| Explained {
        code: Code::WrongType,
        message,
        label: label.to_owned(),
        hint: hint.map(str::to_owned),
    };
    if let Some(explained) = bad_number(error, &subject, written) {
        return explained;
    }
    // Where `ron` names the word it does not know, so do we.
    let word_unknown = matches!(error, Error::NoSuchEnumVariant { .. });
    let page_bound = ["starts", "ends"].contains(&name);
    let field_unknown = matches!(error, Error::NoSuchStructField { .. });
    if let Some(form) = form_of(name)
        && !field_unknown
        && (page_bound || !word_unknown)
    {
        return wrong(format!("{subject} must be {form}"), "not used", None);
    }
    match error {
        Error::NoSuchStructField {
            expected, found, ..
        } => unknown_field(found, expected),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => {
            let near = closest(found, expected.iter().copied(), 1);
            let hint = match near.first() {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it can be {}", list(expected)),
            };
            wrong(
                format!("`{found}` is not known here"),
                "not used",
                Some(&hint),
            )
        }
        Error::ExpectedString | Error::ExpectedStringEnd | Error::ExpectedIdentifier => wrong(
            format!("{subject} must be a text in quotation marks"),
            "a text was expected",
            Some("write it as \"…\", or r\"…\" when it holds quotation marks or backslashes"),
        ),
        Error::ExpectedInteger
        | Error::InvalidIntegerDigit { .. }
        | Error::IntegerOutOfBounds
        | Error::ExpectedFloat => wrong(
            format!("{subject} must be a whole number"),
            "a whole number was expected",
            Some("write it in digits, without quotation marks: 19"),
        ),
        Error::ExpectedBoolean => wrong(
            format!("{subject} must be `true` or `false`"),
            "`true` or `false` was expected",
            Some("write true or false, without quotation marks"),
        ),
        Error::ExpectedArray | Error::ExpectedArrayEnd => wrong(
            format!("{subject} must be a list"),
            "a list was expected",
            Some("write it as [\"…\", \"…\"], also when it has one item"),
        ),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedMap
        | Error::ExpectedStructLikeEnd => wrong(
            format!("{subject} must be written with brackets and fields"),
            "( … ) was expected",
            Some("docs/file-format.md lists the fields that belong here"),
        ),
        Error::ExpectedDifferentStructName { expected, found } => wrong(
            format!("`{found}` stands where `{expected}` belongs"),
            &format!("`{expected}(…)` was expected"),
            None,
        ),
        Error::InvalidEscape(what) if what.contains("Not a valid") => wrong(
            format!("{subject} holds a `\\u{{…}}` that is no character"),
            "halves of pairs (D800 to DFFF) and numbers above 10FFFF are none",
            Some("write the character itself"),
        ),
        Error::InvalidEscape(_) => wrong(
            format!("{subject} holds a backslash that means nothing"),
            "after `\\` only n, r, t, \\, \", ' and u{…} may follow",
            Some("write `\\\\` for a backslash, or put the text into r\"…\""),
        ),
        Error::InvalidValueForType { expected, .. } => wrong(
            format!(
                "{subject} must be {}",
                expected.trim_start_matches("a value that matches ")
            ),
            "not used",
            None,
        ),
        Error::ExpectedDifferentLength { expected, .. } => {
            wrong(format!("{subject} must be {expected}"), "not used", None)
        }
        Error::Message(message) => wrong(message.clone(), "not used", None),
        other => wrong(
            format!("{subject} cannot be read: {other}"),
            "not used",
            None,
        ),
    }
}

/// What a field wants, where a word for its type would not say it.
fn form_of(name: &str) -> Option<&'static str> {
    Some(match name {
        "starts" | "ends" => "Page(353), Between(362, 370), AtLeast(401), AtMost(353) or Unknown",
        "pages" => "(353, 361), 353 or \"p353~361\"",
        "wording" => "Original or Retelling, without quotation marks",
        "voice" => "Own, Quotation or Both, without quotation marks",
        "chapter_certainty" => "Stated or Inferred, without quotation marks",
        "certainty" => "High, Medium or Low, without quotation marks",
        _ => return None,
    })
}

/// A field the format does not have, with the nearest one it has.
pub(super) fn unknown_field(found: &str, expected: &[&str]) -> Explained {
    let near = closest(found, expected.iter().copied(), 1);
    let hint = match near.first() {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the fields here are {}", list(expected)),
    };
    Explained {
        code: Code::UnknownField,
        message: format!("there is no field `{found}`"),
        label: "not used".to_owned(),
        hint: Some(hint),
    }
}

/// Numbers of the right kind that make no sense, which `ron` would call
/// wrong types or let pass.
fn bad_number(error: &Error, subject: &str, written: &str) -> Option<Explained> {
    let number = matches!(
        error,
        Error::ExpectedInteger
            | Error::IntegerOutOfBounds
            | Error::InvalidIntegerDigit { .. }
            | Error::ExpectedComma
            | Error::InvalidValueForType { .. }
    );
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    let why = if ["inf", "NaN", "inff32", "inff64", "NaNf32", "NaNf64"]
        .contains(&written.trim_start_matches(['+', '-']))
    {
        "is no number one can count with"
    } else if written.strip_prefix('-').is_some_and(digits) {
        "is negative"
    } else if digits(written) && written.len() > 9 {
        "is too large"
    } else if written
        .split_once('.')
        .is_some_and(|(whole, part)| digits(whole) && digits(part))
    {
        "is not a whole number"
    } else {
        return None;
    };
    number.then(|| Explained {
        code: Code::BadValue,
        message: format!("{subject} cannot be {written}"),
        label: why.to_owned(),
        hint: Some("write a whole number such as 19".to_owned()),
    })
}

fn list(names: &[&str]) -> String {
    names
        .iter()
        .filter(|name| !name.starts_with('_'))
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
