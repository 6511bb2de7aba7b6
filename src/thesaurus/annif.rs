//! Annif's vocabularies as tables.

use super::builder::Builder;
use super::{Found, Remark, Thesaurus, ThesaurusError};
use crate::model::Language;

/// `<uri>TABlabel` and, in newer ones, `TABnotation`: a line for each concept. A
/// concept may have several lines.
pub(super) struct AnnifTsv;

impl Thesaurus for AnnifTsv {
    fn name(&self) -> &'static str {
        "annif"
    }

    fn about(&self) -> &'static str {
        "Annif's TSV: <uri>, tab, label"
    }

    fn read(&self, text: &str) -> Result<Found, ThesaurusError> {
        let mut builder = Builder::default();
        for (line, row) in super::detect::lines(text) {
            let mut cells = row.split('\t').map(str::trim);
            let (uri, label) = (
                cells.next().unwrap_or_default(),
                cells.next().unwrap_or_default(),
            );
            let uri = uri.strip_prefix('<').and_then(|uri| uri.strip_suffix('>'));
            let (Some(uri), false) = (uri, label.is_empty()) else {
                builder.remarks.push(Remark::on(
                    line,
                    format!("`{row}` is no `<uri>`, tab, label"),
                ));
                continue;
            };
            let draft = builder.concept(uri);
            draft.label(Language::guess(label), label);
            if let Some(notation) = cells.next().filter(|it| !it.is_empty()) {
                draft.notation(notation);
            }
        }
        Ok(builder.finish())
    }
}
