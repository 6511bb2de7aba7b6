//! Values as RON.

use super::NewConcept;
use crate::model::Alias;
use crate::notes::whole::{Fields, aliases_by_language, local};

/// A text in quotation marks.
pub(in crate::notes) fn quoted(text: &str) -> String {
    escaped(text, |code| format!("\\u{{{code:x}}}"))
}

/// A text in quotation marks on one line, as RON and YAML have it alike but for control
/// characters, which are written by their codes.
pub(in crate::notes) fn escaped(text: &str, control: impl Fn(u32) -> String) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&control(c.into())),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A name with its options: `"AWS"`, `(text: "AWS", case: true)`.
pub(in crate::notes) fn alias(alias: &Alias) -> String {
    let flags = [
        ("case", alias.case),
        ("weak", alias.weak),
        ("strict", alias.strict),
        ("inner_particles", alias.inner_particles),
        ("keep_inner", alias.keep_inner),
    ];
    let flags = flags.into_iter().filter(|(_, set)| *set);
    let mut options: Vec<String> = flags.map(|(name, _)| format!("{name}: true")).collect();
    for (name, texts) in [("exclude", &alias.exclude), ("unless", &alias.unless)] {
        if !texts.is_empty() {
            let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
            options.push(format!("{name}: [{}]", texts.join(", ")));
        }
    }
    match options.is_empty() {
        true => quoted(&alias.text),
        false => format!("(text: {}, {})", quoted(&alias.text), options.join(", ")),
    }
}

/// A long text: as it stands, lines and all, in quotation marks, or between `r"` and
/// `"` when it has such itself; escaped when it has characters that no editor shows.
pub(in crate::notes) fn long(text: &str) -> String {
    let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if text.contains(hidden) || text.replace("\r\n", "\n").contains('\r') {
        return quoted(text);
    }
    if !text.contains(['"', '\\']) {
        return format!("\"{text}\"");
    }
    let mut fence = String::new();
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    format!("r{fence}\"{text}\"{fence}")
}

/// How a concept is set.
pub(super) struct ConceptStyle<'a> {
    /// `Concept`, or nothing where the others have no name.
    pub(super) name: &'a str,
    /// What one level is indented by, and the line break; none for a concept
    /// on one line.
    pub(super) lines: Option<(&'a str, &'a str)>,
    /// Whether the last field has a comma, too.
    pub(super) last_comma: bool,
}

/// A concept whose first line is indented by `indent` already.
pub(super) fn concept(new: &NewConcept, style: &ConceptStyle<'_>, indent: &str) -> String {
    let mut fields = Fields::default();
    fields.text("id", &new.id);
    fields.raw("label", local(&new.label));
    if !new.aliases.is_empty() {
        fields.raw(
            "aliases",
            format!("({})", aliases_by_language(&new.aliases)),
        );
    }
    fields.texts("exclude", &new.exclude);
    fields.local("definition", &new.definition);
    fields.maybe_text("kind", new.kind.as_deref());
    fields.texts("broader", &new.broader);
    fields.texts("related", &new.related);
    fields.maybe_text("note", new.note.as_deref());
    let fields = fields.into_vec();
    let name = style.name;
    let comma = if style.last_comma { "," } else { "" };
    match style.lines {
        None => format!("{name}({}{comma})", fields.join(", ")),
        Some((unit, line_break)) => {
            let inner = format!("{line_break}{indent}{unit}");
            let fields = fields.join(&format!(",{inner}"));
            format!("{name}({inner}{fields}{comma}{line_break}{indent})")
        }
    }
}
