//! HTML → plain text: what a reader sees, without scripts and styles.

mod elements;

pub(super) use elements::{Element, Event, elements};

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "table",
    "tr",
    "section",
    "article",
    "figure",
    "figcaption",
    "header",
    "footer",
    "hr",
];

/// Elements that have nothing to read.
const SILENT: [&str; 8] = [
    "script", "style", "noscript", "iframe", "template", "object", "svg", "title",
];

/// The text of a piece of HTML: a line for each block, an empty line between
/// paragraphs, entities resolved. Plain text comes out as it is, but for runs of
/// spaces.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    let mut silent = 0_usize;
    elements(html, &mut |event| match event {
        Event::Open(element) | Event::Close(element) if is_silent(element) => {
            silent = match event {
                Event::Open(_) => silent + 1,
                _ => silent - 1,
            };
        }
        Event::Words(words) if silent == 0 => text.push_str(&one_line(words)),
        Event::Open(element) => text.push_str(apart(&element.name, true)),
        Event::Close(element) => text.push_str(apart(&element.name, false)),
        Event::Words(_) => {}
    });
    tidy(&text)
}

fn is_silent(element: &Element) -> bool {
    SILENT.contains(&element.name.as_str())
}

/// What stands where an element of a name opens or closes.
fn apart(name: &str, opens: bool) -> &'static str {
    match name {
        "br" if opens => "\n",
        "p" | "blockquote" => "\n\n",
        "td" | "th" if !opens => " ",
        _ if BLOCKS.contains(&name) => "\n",
        _ => "",
    }
}

/// Line breaks in HTML are spaces.
fn one_line(words: &str) -> String {
    words.replace(['\n', '\r', '\t'], " ")
}

/// Single spaces, and at most one empty line in a row.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let words: Vec<&str> = line
            .split([' ', '\u{A0}'])
            .filter(|word| !word.is_empty())
            .collect();
        let line = words.join(" ");
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_a_reader_sees() {
        for (html, expected) in [
            (
                "<p>첫째&nbsp;문단 &amp; 더</p>\n<p>둘째<br/>줄</p>",
                "첫째 문단 & 더\n\n둘째\n줄",
            ),
            ("a<script>alert(1)</script><style>p{}</style>b", "ab"),
            ("<ul><li>하나<li>둘</ul>", "하나\n\n둘"),
            ("plain &lt;b&gt; text", "plain <b> text"),
            ("<iframe src='x'>no</iframe>yes", "yes"),
            (
                "<html><head><title>t</title><body><P class=x>하나<p>둘 &copy; &#44032;&hellip;</b></div>",
                "하나\n\n둘 © 가…",
            ),
            (
                "<svg/>a<svg><path/><text>b</text></svg>c<template><p>d</template>",
                "ac",
            ),
            (
                "<table><tr><td>가<td>나<tr><td>다</table>a < b &unknown; c",
                "가 나\n\n다\n\na < b &unknown; c",
            ),
            ("<p>a<div>b</p>c</div>d", "a\n\nb\n\nc\nd"),
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }
}
