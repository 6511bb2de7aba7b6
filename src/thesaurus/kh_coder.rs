//! KH Coder's coding rules.

use super::builder::Builder;
use super::{Found, Remark, Thesaurus, ThesaurusError};
use crate::model::Language;

/// `＊name` on a line (or `*name`), and below it a condition. Words with `|` (or `or`)
/// between them are names of one thing; whatever else a condition asks (`&`, `!`,
/// brackets, `near(…)`, parts of speech) has no place in a vocabulary, and is said.
pub(super) struct KhCoder;

impl Thesaurus for KhCoder {
    fn name(&self) -> &'static str {
        "kh-coder"
    }

    fn about(&self) -> &'static str {
        "KH Coder's coding rules: *code, and words below it"
    }

    fn read(&self, text: &str) -> Result<Found, ThesaurusError> {
        let mut builder = Builder::default();
        let mut code: Option<String> = None;
        for (line, row) in super::detect::lines(text) {
            let row = row.trim();
            if row.starts_with(['#', '＃']) {
                continue;
            }
            if let Some(name) = row.strip_prefix(['*', '＊']) {
                let name = name.trim();
                builder.concept(name).label(Language::guess(name), name);
                code = Some(name.to_owned());
                continue;
            }
            match &code {
                None => builder
                    .remarks
                    .push(Remark::on(line, format!("`{row}` stands below no code"))),
                Some(code) => condition(&mut builder, code, line, row),
            }
        }
        Ok(builder.finish())
    }
}

fn condition(builder: &mut Builder, code: &str, line: usize, row: &str) {
    let words: Vec<&str> = row.split_whitespace().collect();
    for side in words.split(|word| matches!(*word, "|" | "or" | "｜" | "||")) {
        let side: Vec<&str> = side
            .iter()
            .map(|word| word.trim_matches(['\'', '"']))
            .collect();
        let operators = [
            "&", "&!", "|!", "!", "and", "not", "(", ")", "＆", "+", "-", "&&",
        ];
        let is_word = |word: &&str| {
            let marked = word.contains(['(', ')', '<', '>', '[', ']', '$', '=']);
            !word.is_empty()
                && !marked
                && !operators.contains(word)
                && !word.starts_with(['*', '＊'])
        };
        match side.as_slice() {
            [] => {}
            // A phrase is written with `+` between its words.
            [word] if is_word(word) => {
                let name = word.replace('+', " ");
                builder.concept(code).alias(Language::guess(&name), &name);
            }
            _ => {
                let asked = side.join(" ");
                let message =
                    format!("`{asked}` is a condition, no name of `{code}`; it was left out");
                builder.remarks.push(Remark::on(line, message));
            }
        }
    }
}
