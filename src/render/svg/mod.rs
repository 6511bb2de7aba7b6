//! Maps as SVG: a picture that stands alone, or the heart of a page.
//!
//! Scripts find a node as `g.node` with `data-id` (the user's id), `data-subject`
//! (`concept`, `entry`, `chapter`, `group`), `data-group`, `data-weight` and
//! `data-quotes`, and an edge as `g.edge` with `data-from` and `data-to` (numbers
//! of nodes), `data-relation`, `data-weight` and `data-quotes`. Numbers are the
//! indices of the scene; node 5 has the id `map-n5`. The words on edge 7 are
//! `g.edge-words` with `data-edge` 7, over all edges. What lies under and over
//! them is `g.backdrop` and `g.captions`.

mod colours;
mod shapes;
mod xml;

pub use colours::Colours;
pub(in crate::render) use shapes::path_data;

use super::number::number;
use super::{positions, theme, told};
use crate::map::scene::{Ink, Mark, Scene, SceneEdge, SceneNode, TextLine};
use theme::Theme;
use xml::{Tag, Xml};

/// How a picture is written.
#[derive(Clone, Copy, Debug)]
pub struct SvgOptions<'a> {
    /// How its colours are.
    pub colours: Colours,
    /// A family of fonts that comes before all others.
    pub font: Option<&'a str>,
    /// What ids in it start with: several pictures on a page need several.
    pub prefix: &'a str,
}

impl Default for SvgOptions<'_> {
    fn default() -> Self {
        Self::themed(Theme::Light)
    }
}

impl SvgOptions<'_> {
    /// A picture that stands alone, in the colours of a theme.
    pub fn themed(theme: Theme) -> Self {
        Self {
            colours: Colours::Resolved(theme),
            font: None,
            prefix: "map",
        }
    }
}

/// Prints a scene as an element of SVG, which is a file as well.
pub fn print(scene: &Scene, options: &SvgOptions<'_>) -> String {
    let mut picture = Picture {
        scene,
        options,
        xml: Xml::new(),
    };
    picture.start();
    picture.marks("backdrop", &scene.backdrop, true);
    picture.layer("edges");
    for (index, edge) in scene.edges.iter().enumerate() {
        picture.edge(index, edge);
    }
    picture.xml.close();
    picture.layer("words");
    for (index, edge) in scene.edges.iter().enumerate() {
        picture.words(index, edge);
    }
    picture.xml.close();
    picture.layer("nodes");
    for (index, node) in scene.nodes.iter().enumerate() {
        picture.node(index, node);
    }
    picture.xml.close();
    picture.marks("captions", &scene.captions, false);
    picture.xml.finish()
}

struct Picture<'a> {
    scene: &'a Scene,
    options: &'a SvgOptions<'a>,
    xml: Xml,
}

impl Picture<'_> {
    fn id(&self, rest: impl std::fmt::Display) -> String {
        format!("{}-{rest}", self.options.prefix)
    }

    /// The root with what is known of the whole, and the page.
    fn start(&mut self) {
        let (scene, prefix) = (self.scene, self.options.prefix);
        let (width, height) = (number(scene.size.width), number(scene.size.height));
        let stack = theme::css_stack();
        let fonts = match self.options.font {
            Some(font) => format!("'{}',{stack}", font.replace(['\'', '\\'], "")),
            None => stack,
        };
        self.xml.open("svg", |tag| {
            tag.with("xmlns", "http://www.w3.org/2000/svg")
                .with("class", format!("bookgraph {}", scene.kind.name()))
                .with("width", &width)
                .with("height", &height)
                .with("viewBox", format!("0 0 {width} {height}"))
                .with("role", "graphics-document document")
                .with("aria-labelledby", format!("{prefix}-title {prefix}-desc"))
                .with("lang", scene.language.code())
                .with("font-family", fonts)
        });
        let title = Tag::new("title").with("id", self.id("title"));
        self.xml.text(title, &[&scene.title]);
        let desc = Tag::new("desc").with("id", self.id("desc"));
        self.xml.text(desc, &[&scene.subtitle]);
        self.metadata();
        let page = Tag::new("rect")
            .with("class", "paper")
            .with("width", width)
            .with("height", height)
            .with("fill", self.options.colours.ink(Ink::Paper));
        self.xml.empty(page);
    }

    fn metadata(&mut self) {
        let generator = concat!("bookgraph ", env!("CARGO_PKG_VERSION"));
        let text = match positions::line(self.scene) {
            Some(line) => format!("{generator}\n{line}\n"),
            None => generator.to_owned(),
        };
        self.xml.safe_text(Tag::new("metadata"), &text);
    }

    fn layer(&mut self, class: &str) {
        self.xml.open("g", |tag| tag.with("class", class));
    }

    fn marks(&mut self, class: &str, marks: &[Mark], hidden: bool) {
        let colours = self.options.colours;
        self.xml.open("g", |tag| {
            tag.with("class", class)
                .maybe("aria-hidden", hidden.then_some("true"))
        });
        for mark in marks {
            match mark {
                Mark::Shape {
                    shape,
                    paint,
                    group,
                } => {
                    let tag = shapes::shape(shape, paint, colours);
                    self.xml.empty(
                        tag.maybe("class", group.map(|_| "region"))
                            .maybe("data-group", group.map(|group| group.to_string())),
                    );
                }
                Mark::Text(line) => self.line(line),
            }
        }
        self.xml.close();
    }

    fn line(&mut self, line: &TextLine) {
        let tag = shapes::text(line, self.options.colours);
        self.xml.text(tag, &[&line.text]);
    }

    fn edge(&mut self, index: usize, edge: &SceneEdge) {
        let colours = self.options.colours;
        let id = self.id(format_args!("e{index}"));
        self.xml.open("g", |tag| {
            tag.with("class", format!("edge {}", edge.relation.name()))
                .with("id", id)
                .with("data-from", edge.from.to_string())
                .with("data-to", edge.to.to_string())
                .with("data-relation", edge.relation.name())
                .with("data-weight", number(f64::from(edge.weight)))
                .maybe("data-quotes", numbers(&edge.quotes))
        });
        self.xml
            .text(Tag::new("title"), &told::edge(self.scene, edge));
        if let Some(shape) = &edge.shape {
            self.xml.empty(shapes::shape(shape, &edge.paint, colours));
        }
        if let Some((head, paint)) = edge.arrowhead() {
            self.xml.empty(shapes::shape(&head, &paint, colours));
        }
        self.xml.close();
    }

    /// The words on an edge, over all edges; what they say is in its title.
    fn words(&mut self, index: usize, edge: &SceneEdge) {
        if edge.lines.is_empty() {
            return;
        }
        self.xml.open("g", |tag| {
            tag.with("class", "edge-words")
                .with("data-edge", index.to_string())
                .with("aria-hidden", "true")
        });
        for line in &edge.lines {
            self.line(line);
        }
        self.xml.close();
    }

    fn node(&mut self, index: usize, node: &SceneNode) {
        let id = self.id(format_args!("n{index}"));
        let told = told::node(self.scene, node);
        self.xml.open("g", |tag| {
            tag.with("class", "node")
                .with("id", id)
                .with("role", "graphics-symbol img")
                .with("tabindex", "0")
                .with("aria-label", told.join(". "))
                .with("data-id", &node.id)
                .with("data-subject", node.subject.name())
                .maybe("data-group", node.group.map(|group| group.to_string()))
                .with("data-weight", number(f64::from(node.weight)))
                .maybe("data-quotes", numbers(&node.quotes))
        });
        self.xml.text(Tag::new("title"), &told);
        let tag = shapes::shape(&node.shape(), &node.paint, self.options.colours);
        self.xml.empty(tag);
        for line in &node.lines {
            self.line(line);
        }
        self.xml.close();
    }
}

/// `1 4 7`; nothing of none.
fn numbers(numbers: &[u32]) -> Option<String> {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    (!numbers.is_empty()).then(|| numbers.join(" "))
}
