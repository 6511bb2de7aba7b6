//! VOSviewer's thesaurus files.

use super::builder::Builder;
use super::{Found, Remark, Thesaurus, ThesaurusError};
use crate::model::Language;

/// A heading `labelTABreplace by`, and then a name and what stands for it. A name that
/// is replaced by nothing is not counted there; here it is left out, and said.
pub(super) struct VosViewer;

impl Thesaurus for VosViewer {
    fn name(&self) -> &'static str {
        "vosviewer"
    }

    fn about(&self) -> &'static str {
        "VOSviewer's thesaurus: label, tab, replace by"
    }

    fn read(&self, text: &str) -> Result<Found, ThesaurusError> {
        let mut builder = Builder::default();
        for (line, row) in super::detect::lines(text) {
            let mut cells = row.split('\t').map(|cell| cell.trim().trim_matches('"'));
            let (name, stands_for) = (cells.next().unwrap_or_default(), cells.next());
            if line == 1 && name.eq_ignore_ascii_case("label") {
                continue;
            }
            match stands_for {
                None => builder
                    .remarks
                    .push(Remark::on(line, format!("`{row}` has no tab in it"))),
                Some("") => {
                    builder.remarks.push(Remark::on(
                        line,
                        format!("`{name}` is to be left out, and was"),
                    ));
                }
                Some(label) => {
                    let draft = builder.concept(&label.to_lowercase());
                    draft.label(Language::guess(label), label);
                    if name.to_lowercase() != label.to_lowercase() {
                        draft.alias(Language::guess(name), name);
                    }
                }
            }
        }
        Ok(builder.finish())
    }
}
