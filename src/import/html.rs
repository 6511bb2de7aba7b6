//! HTML → plain text: what a reader sees, without scripts and styles.

use scraper::{ElementRef, Html, Node};

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
const SILENT: [&str; 9] = [
    "script", "style", "noscript", "iframe", "template", "head", "object", "svg", "title",
];

/// The text of a piece of HTML: a line for each block, an empty line between
/// paragraphs, entities resolved. Plain text comes out as it is, but for runs of
/// spaces.
pub(super) fn text(html: &str) -> String {
    let document = Html::parse_fragment(html);
    let mut text = String::new();
    write(document.root_element(), &mut text);
    tidy(&text)
}

/// Everything below an element, blocks apart. Not recursive, as HTML may be nested
/// deeply.
fn write(root: ElementRef<'_>, text: &mut String) {
    let mut silent = 0_usize;
    for edge in root.traverse() {
        let (node, opens) = match edge {
            ego_tree::iter::Edge::Open(node) => (node, true),
            ego_tree::iter::Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(words) if opens && silent == 0 => text.push_str(&one_line(words)),
            Node::Element(element) => {
                let name = element.name();
                if SILENT.contains(&name) {
                    silent = if opens { silent + 1 } else { silent - 1 };
                } else if name == "br" && opens {
                    text.push('\n');
                } else if name == "p" || name == "blockquote" {
                    text.push_str("\n\n");
                } else if BLOCKS.contains(&name) {
                    text.push('\n');
                } else if (name == "td" || name == "th") && !opens {
                    text.push(' ');
                }
            }
            _ => {}
        }
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
        ] {
            assert_eq!(text(html), expected, "{html}");
        }
    }
}
