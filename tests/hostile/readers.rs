//! Who reads what the program writes.

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

/// What a page must not have done or hold; an empty list when all is well.
pub(super) const DONE: &str = r#"[
    ...(window.boom ? ["boom"] : []),
    ...[...document.querySelectorAll("iframe, object, embed, img, base, form, foreignObject")].map(e => e.localName),
    ...[...document.querySelectorAll("*")].flatMap(e => [...e.attributes])
        .filter(a => /^on/i.test(a.name) || (/(href|src|action)$/i.test(a.name)
            && !/^(#|https?:|mailto:|[\w./-]*$)/i.test(a.value)
            && !(a.value === "data:," && a.ownerElement.matches("link[rel=icon]"))))
        .map(a => a.name + "=" + a.value),
]"#;

/// Reads an answer in a form.
pub(super) fn read(form: &str, answer: &str, what: &str) {
    match form {
        "text" | "short" => words(answer, what),
        "md" => markdown(answer, what),
        "csv" => table(answer, what),
        "json" | "sarif" => drop(json(answer, what)),
        "jsonl" => answer.lines().for_each(|line| drop(json(line, what))),
        other => panic!("{what}: nobody reads `{other}` here"),
    }
}

/// A terminal: nothing moves its cursor, colours it or turns its direction.
pub(super) fn words(answer: &str, what: &str) {
    let harmful = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || ('\u{202A}'..='\u{202E}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    if let Some(at) = answer.find(harmful) {
        panic!(
            "{what}: {:?}",
            answer[at..].chars().take(20).collect::<String>()
        );
    }
}

/// A reader of Markdown: no HTML, and no link but into the text or the web.
fn markdown(answer: &str, what: &str) {
    words(answer, what);
    for event in Parser::new_ext(answer, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                assert!(
                    html.starts_with("<!--") || html.starts_with("<a id=\""),
                    "{what}: {html}"
                );
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let scheme = dest_url.split_once(':').map(|(scheme, _)| scheme);
                let harmless = [None, Some("http"), Some("https"), Some("mailto")];
                assert!(harmless.contains(&scheme), "{what}: {dest_url}");
            }
            _ => {}
        }
    }
}

/// A spreadsheet: no cell is a formula.
fn table(answer: &str, what: &str) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(answer.as_bytes());
    for row in reader.records() {
        for cell in &row.expect("a row") {
            let number = cell.parse::<f64>().is_ok();
            let formula =
                cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
            assert!(number || !formula, "{what}: {cell:?}");
        }
    }
}

fn json(answer: &str, what: &str) -> Value {
    serde_json::from_str(answer).unwrap_or_else(|error| panic!("{what}: {error}"))
}

/// The texts under a key, anywhere in an answer.
pub(super) fn texts(answer: &str, key: &str) -> Vec<String> {
    fn collect(value: &Value, key: &str, texts: &mut Vec<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| collect(item, key, texts)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| match value {
                Value::String(text) if name == key => texts.push(text.clone()),
                other => collect(other, key, texts),
            }),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    collect(&json(answer, key), key, &mut texts);
    texts
}

/// A reader of XML: all labels are there as words, and nothing else that does anything.
pub(super) fn picture(svg: &str, labels: &[String], what: &str) {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    let document = roxmltree::Document::parse_with_options(svg, options)
        .unwrap_or_else(|error| panic!("{what}: {error}"));
    let mut shown = String::new();
    for node in document.descendants() {
        let name = node.tag_name().name();
        let harmful = ["script", "foreignObject", "image", "iframe"];
        assert!(!harmful.contains(&name), "{what}: <{name}>");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on"), "{what}: {name}");
            let inside = value.starts_with('#') || value.starts_with("http");
            assert!(name != "href" || inside, "{what}: {value}");
        }
        if node.is_text() && node.ancestors().any(|it| it.tag_name().name() == "text") {
            shown.push_str(node.text().unwrap_or_default());
        }
    }
    let shown = skeleton(&shown);
    for label in labels {
        assert!(
            shown.contains(&skeleton(label)),
            "{what}: {label:?} is not in the picture"
        );
    }
}

/// Mermaid: what stands in quotation marks ends there.
pub(super) fn mermaid(diagram: &str, what: &str) {
    for line in diagram.lines() {
        words(line, what);
        if let Some(title) = line.strip_prefix("title: ") {
            // Shown as words, whatever they are.
            json(title, what);
            continue;
        }
        assert!(line.matches('"').count() % 2 == 0, "{what}: {line}");
        assert!(
            !line.contains("<script") && !line.contains("click "),
            "{what}: {line}"
        );
    }
}

/// A text without what is not seen: spaces, control characters and what stands for them.
pub(super) fn skeleton(text: &str) -> String {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2028}' | '\u{2029}' | '\u{FFFD}'..='\u{FFFF}')
    };
    text.chars().filter(|&c| !unseen(c)).collect()
}
