//! An imported entry that says what its source says now.

use super::entry::{ORDER, find};
use super::error::EditError;
use super::group::Group;
use super::insert::{Piece, insert};
use super::lines::line_break;
use super::page::Page;
use super::render::{long, quoted};
use super::splice::{Splice, splice};
use super::vocabulary::after;
use super::{EntryRef, Revision};
use crate::model::Voice;
use crate::notes::format::{EntrySource, VoiceSource};

/// The fields of a source that stand before its fingerprint.
const BEFORE_DIGEST: [&str; 9] = [
    "kind", "key", "title", "time", "location", "chapter", "color", "tags", "url",
];

/// A field and what it is to say.
struct Field {
    in_source: bool,
    name: &'static str,
    literal: String,
    /// The fields that it stands after, when it is new.
    before: &'static [&'static str],
}

/// Takes over what the source says: each field that says something else, one
/// after the other, so that the places are true.
pub(super) fn revise(
    page: &Page,
    entry: &EntryRef,
    revision: &Revision,
) -> Result<Option<String>, EditError> {
    let mut patched: Option<String> = None;
    for field in changes(page, entry, revision)? {
        let read = patched
            .as_ref()
            .map(|text| Page::read(&page.name(), text))
            .transpose()?;
        let page = read.as_ref().unwrap_or(page);
        patched = Some(splice(page.text(), set(page, entry, &field)?));
    }
    Ok(patched)
}

fn changes(page: &Page, entry: &EntryRef, revision: &Revision) -> Result<Vec<Field>, EditError> {
    let located = find(page, entry)?;
    let value = &located.value;
    let Some(source) = &value.source else {
        return Err(page.lacks(format!("the source of the entry `{}`", entry.id)));
    };
    let mut fields = text_changes(page, value, revision, located.place().span.start);
    let mut say = |name, now: Option<&String>, wanted: Option<&String>, before| {
        if let Some(wanted) = wanted.filter(|wanted| now != Some(*wanted)) {
            fields.push(Field {
                in_source: true,
                name,
                literal: quoted(wanted),
                before,
            });
        }
    };
    say(
        "title",
        source.title.as_ref(),
        revision.title.as_ref(),
        &BEFORE_DIGEST[..2],
    );
    say(
        "digest",
        source.digest.as_ref(),
        Some(&revision.digest),
        &BEFORE_DIGEST,
    );
    Ok(fields)
}

fn text_changes(page: &Page, value: &EntrySource, revision: &Revision, at: usize) -> Vec<Field> {
    let Some(revised) = &revision.text else {
        return Vec::new();
    };
    let mut fields = Vec::new();
    let mut say = |name, literal: String| {
        let rank = ORDER.iter().position(|other| *other == name);
        fields.push(Field {
            in_source: false,
            name,
            literal,
            before: &ORDER[..rank.unwrap_or(ORDER.len())],
        });
    };
    if !same_lines(&value.text, &revised.text) {
        let ending = line_break(page.text(), at);
        say("text", long(&revised.text.replace('\n', ending)));
    }
    if value.voice != voice_source(revised.voice) {
        say("voice", format!("{:?}", revised.voice));
    }
    if value.truncated != revised.truncated {
        say("truncated", revised.truncated.to_string());
    }
    fields
}

/// Replaces a field's value, or puts the field in.
fn set(page: &Page, entry: &EntryRef, field: &Field) -> Result<Vec<Splice>, EditError> {
    let whole = find(page, entry)?.node();
    let node = match field.in_source {
        true => {
            &whole
                .field(page.text(), "source")
                .ok_or_else(|| page.cannot_patch())?
                .value
        }
        false => whole,
    };
    let group = Group::of(page.text(), node).ok_or_else(|| page.cannot_patch())?;
    Ok(match group.field(field.name) {
        Some(item) => vec![Splice {
            range: item.value.span.clone(),
            text: field.literal.clone(),
        }],
        None => {
            let new = Piece::Line(format!("{}: {}", field.name, field.literal));
            insert(group, after(group, field.before), &new)
        }
    })
}

/// Whether two texts are the same but for their line endings.
pub(super) fn same_lines(one: &str, other: &str) -> bool {
    one.replace("\r\n", "\n") == other.replace("\r\n", "\n")
}

/// A voice as the format has it.
pub(super) fn voice_source(voice: Voice) -> VoiceSource {
    match voice {
        Voice::Own => VoiceSource::Own,
        Voice::Quotation => VoiceSource::Quotation,
        Voice::Both => VoiceSource::Both,
    }
}
