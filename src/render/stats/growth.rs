//! How the vocabulary grows.

use super::{Section, Source};
use crate::render::share::percent;
use crate::text::width::shorten;

pub(super) fn section(source: &Source<'_>) -> Section {
    let words = source.words;
    let growth = &source.stats.growth;
    let mut section = source.section("개념의 늘어남", "Growth");
    let used = percent(growth.used as f64 / growth.known.max(1) as f64);
    let (seen, known) = (growth.used, growth.known);
    section.lines.push(match words.is_korean() {
        true => format!("어휘의 개념 {known}개 가운데 {seen}개가 기록에 나옴 ({used})"),
        false => {
            format!("{seen} of the {known} concepts of the vocabulary are in the notes ({used})")
        }
    });
    section.lines.extend(
        growth
            .halves()
            .map(|[first, last]| match words.is_korean() {
                true => {
                    format!("새 개념: 앞 절반에서 기록마다 {first:.1}개, 뒤 절반에서 {last:.1}개")
                }
                false => format!(
                    "new concepts: {first:.1} an entry in the first half, {last:.1} in the second"
                ),
            }),
    );
    let (once, unseen) = (growth.once.len(), percent(growth.unseen()));
    if growth.tags > 0 {
        section.lines.push(match words.is_korean() {
            true => format!("기록 하나에만 나온 개념 {once}개: 다음 태그가 새 개념일 확률 {unseen} (굿–튜링)"),
            false => format!("in one entry only: {once}, so the next tag is a new concept with probability {unseen} (Good–Turing)"),
        });
    }
    section.table = source.table(&[
        ("장", "chapter"),
        ("새 개념#", "new concepts#"),
        ("모두#", "in all#"),
    ]);
    let several = source.stats.coverage.len() > 1;
    let mut all = 0;
    for &(chapter, new) in &growth.chapters {
        all += new;
        let name = match chapter {
            Some(id) if several => {
                let book = source.library.book(id.book).title_in(words.language());
                let chapter = words.chapter(source.library.chapter(id));
                format!("{} {chapter}", shorten(book, 24))
            }
            Some(id) => words.chapter(source.library.chapter(id)),
            None => words.pick("장 미상", "chapter unknown").to_owned(),
        };
        let row = vec![shorten(&name, 60), new.to_string(), all.to_string()];
        section.table.rows.push(row);
    }
    section
}
