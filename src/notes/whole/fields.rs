//! The fields of a struct in RON.

use crate::model::{Certainty, LocalText};
use crate::notes::edit::quoted;

/// Fields in the order in which they are written; what says nothing is left out.
#[derive(Default)]
pub(in crate::notes) struct Fields(Vec<String>);

impl Fields {
    /// A field with a value as it is written.
    pub(in crate::notes) fn raw(&mut self, name: &str, value: impl std::fmt::Display) {
        self.0.push(format!("{name}: {value}"));
    }

    /// A text.
    pub(in crate::notes) fn text(&mut self, name: &str, text: &str) {
        self.raw(name, quoted(text));
    }

    /// A text, where there is one.
    pub(in crate::notes) fn maybe_text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// A number, where there is one.
    pub(in crate::notes) fn maybe(&mut self, name: &str, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.raw(name, value);
        }
    }

    /// `name: true`.
    pub(in crate::notes) fn flag(&mut self, name: &str, flag: bool) {
        if flag {
            self.raw(name, true);
        }
    }

    /// A text in some languages, where there is any.
    pub(in crate::notes) fn local(&mut self, name: &str, text: &LocalText) {
        if !text.is_empty() {
            self.raw(name, local(text));
        }
    }

    /// A list of texts, where there are any.
    pub(in crate::notes) fn texts(
        &mut self,
        name: &str,
        texts: impl IntoIterator<Item = impl AsRef<str>>,
    ) {
        let texts: Vec<String> = texts
            .into_iter()
            .map(|text| quoted(text.as_ref()))
            .collect();
        if !texts.is_empty() {
            self.raw(name, format!("[{}]", texts.join(", ")));
        }
    }

    /// How sure something is, unless it is quite sure.
    pub(in crate::notes) fn certainty(&mut self, certainty: Certainty) {
        match certainty {
            Certainty::Low => self.raw("certainty", "Low"),
            Certainty::Medium => self.raw("certainty", "Medium"),
            Certainty::High => {}
        }
    }

    /// The fields as they are written.
    pub(in crate::notes) fn into_vec(self) -> Vec<String> {
        self.0
    }

    /// `Name(…)` on one line.
    pub(in crate::notes) fn line(&self, name: &str) -> String {
        format!("{name}({})", self.0.join(", "))
    }

    /// `Name(…)` with a field a line.
    pub(in crate::notes) fn tall(&self, name: &str, indent: &str) -> String {
        let fields = self.0.iter().map(|field| format!("{indent}    {field},\n"));
        format!("{name}(\n{}{indent})", fields.collect::<String>())
    }
}

/// `(ko: "…", en: "…")`.
pub(in crate::notes) fn local(text: &LocalText) -> String {
    let texts = text
        .iter()
        .map(|(language, text)| format!("{language}: {}", quoted(text)));
    format!("({})", texts.collect::<Vec<_>>().join(", "))
}
