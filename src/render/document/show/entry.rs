//! An entry, whole.

use super::{AnswerSource, Block, Document, Line};
use crate::model::{EntryId, Wording};
use crate::render::document::quotes::with_marks;
use crate::render::phrases;
use crate::tag::Field;

/// An entry: its heading, its tags, and its text with the concepts marked.
pub fn show_entry(source: &AnswerSource<'_>, id: EntryId) -> Document {
    let (library, words) = (source.library, source.words);
    let entry = library.entry(id);
    let mut document = Document::default();
    let qualified = format!(" {}", library.qualified_id(id));
    document.title(Line::plain(entry.title.as_str()).faint(qualified));
    let heading = phrases::entry_heading(library, source.placement, words, id);
    document.fact_line(Line::plain(heading));
    document.fact_line(Line::default().faint(format!("{}:{}", entry.file, entry.line)));
    if let Some(tags) = tags(source, id) {
        document.fact_line(tags);
    }
    let references = source.placement.references(id).iter();
    let chapters = references.map(|reference| words.chapter(library.chapter(reference.chapter)));
    document.fact(
        words.pick("가리키는 장", "points to"),
        &chapters.collect::<Vec<_>>(),
    );
    let titles = |ids: Vec<EntryId>| -> Vec<String> {
        let titles = ids.iter().map(|&id| library.brief(id).title.to_owned());
        titles.collect()
    };
    let links = titles(library.links_of(id));
    document.fact(words.pick("링크", "links to"), &links);
    let from = titles(library.linked_from(id));
    document.fact(words.pick("이 기록을 가리키는 기록", "linked from"), &from);
    if entry.wording == Wording::Retelling {
        let remark = words.pick("다시 쓴 글", "a retelling, not the reader's own words");
        document.fact_line(Line::default().faint(remark));
    }
    let gist = entry.gist.get(words.language());
    let gist: Vec<String> = gist.map(str::to_owned).into_iter().collect();
    document.fact(words.pick("한 줄로", "in one line"), &gist);
    document.blocks.push(Block::Gap);
    text(&mut document, source, id);
    if entry.truncated {
        let remark = words.pick("(원문이 여기서 잘림)", "(cut off at the source)");
        let remark = Line::default().faint(remark);
        document.blocks.push(Block::Passage(remark));
    }
    document
}

/// What the entry is about, and by whom.
fn tags(source: &AnswerSource<'_>, id: EntryId) -> Option<Line> {
    let tags = source.tagging.tags(id);
    let mut line = Line::plain(source.pick("개념: ", "concepts: "));
    for (index, tag) in tags.iter().enumerate() {
        let remarks = phrases::tag_remarks(source.words, tag.origin, tag.is_passing());
        line = line.and(if index > 0 { ", " } else { "" });
        line = line.concept(source.label(tag.concept)).and(" ");
        line = line.faint(format!("({remarks})"));
    }
    (!tags.is_empty()).then_some(line)
}

/// The text, line by line, with the names of concepts marked.
fn text(document: &mut Document, source: &AnswerSource<'_>, id: EntryId) {
    let text = &source.library.entry(id).text;
    let mentions = source.tagging.mentions(id).iter();
    let named = mentions.filter(|mention| mention.field == Field::Text);
    let marks: Vec<_> = named
        .map(|mention| mention.start as usize..mention.end as usize)
        .collect();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.trim_end().len();
        let inside = marks.iter().filter(|mark| range.contains(&mark.start));
        let line_of_text = with_marks(text, range.clone(), inside.cloned());
        document.blocks.push(Block::Passage(line_of_text));
        start += line.len();
    }
}
