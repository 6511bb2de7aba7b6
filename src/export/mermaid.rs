//! The concepts and their strongest links as a Mermaid chart.

use super::exported::Exported;
use super::stream::{Escape, Stream, plain, position};
use super::{Exporter, Form};
use crate::graph::{WeightedPair, backbone};
use crate::model::ConceptId;
use std::io::{self, Write};

/// Mermaid refuses a chart with more edges (`maxEdges`), and one with many more nodes
/// is too long a text (`maxTextSize`, 50,000 characters).
const MOST_EDGES: usize = 500;

/// Links for each concept, as on maps.
const EDGES_PER_NODE: f32 = 1.75;

/// A chart as GitHub, GitLab and Obsidian draw it in Markdown.
pub(super) struct Mermaid;

/// What may stand in `["…"]`: entities by number are read, Markdown and HTML are not
/// meant.
const LABEL: Escape = Escape {
    next: |bytes| {
        position(bytes, |byte| {
            byte < b'0' && byte != b' ' || b":;<=>?@[\\]^_`{|}~\x7F".contains(&byte)
        })
    },
    write: |c, out| match c {
        ',' | '.' | '-' => plain(c, out),
        '\n' | '\r' | '\t' => out.push(b' '),
        c if c.is_control() => plain('\u{FFFD}', out),
        c => out.extend_from_slice(format!("#{};", c as u32).as_bytes()),
    },
};

impl Exporter for Mermaid {
    fn name(&self) -> &'static str {
        "mermaid"
    }

    fn about(&self) -> &'static str {
        "The concepts and their strongest links, at most 500, as a Mermaid chart"
    }

    fn ending(&self) -> &'static str {
        "mmd"
    }

    fn form(&self) -> Form {
        Form::One(write)
    }
}

/// A link and how it is drawn.
struct Link {
    ends: [ConceptId; 2],
    arrow: &'static str,
}

fn write(exported: &Exported<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut stream = Stream::new(out);
    let (links, all) = links(exported);
    stream.text("flowchart LR\n");
    if links.len() < all {
        stream.text(&format!("%% {} of {all} links\n", links.len()));
    }
    let mut linked = vec![false; exported.library.vocabulary().len()];
    for end in links.iter().flat_map(|link| link.ends) {
        linked[end.index()] = true;
    }
    for &concept in exported.concepts.iter().filter(|id| linked[id.index()]) {
        stream.text(&format!("    {}[\"", name(exported, concept)));
        stream.escaped(exported.label(concept), &LABEL);
        stream.text("\"]\n");
        stream.flow()?;
    }
    for Link { ends, arrow } in links {
        let [a, b] = ends.map(|end| name(exported, end));
        stream.text(&format!("    {a} {arrow} {b}\n"));
        stream.flow()?;
    }
    stream.finish()
}

/// A concept's id as Mermaid takes it: whatever is no letter of ours and no digit by
/// its number.
fn name(exported: &Exported<'_>, concept: ConceptId) -> String {
    let mut name = "c_".to_owned();
    for c in exported.library.vocabulary().get(concept).id.chars() {
        match c.is_ascii_alphanumeric() || ('가'..='힣').contains(&c) {
            true => name.push(c),
            false => name.push_str(&format!("_{:x}_", c as u32)),
        }
    }
    name
}

/// The links of the vocabulary, then the backbone of co-mentions, as many as are
/// drawn; and how many there are in all.
fn links(exported: &Exported<'_>) -> (Vec<Link>, usize) {
    let vocabulary = exported.library.vocabulary();
    let mut links = Vec::new();
    for &id in &exported.concepts {
        let concept = vocabulary.get(id);
        let broader = concept.broader.iter().map(|&other| (other, "-->"));
        let related = concept
            .related
            .iter()
            .filter(|other| **other > id && exported.has(**other));
        let related = related.map(|&other| (other, "-.-"));
        let of_it = broader.chain(related);
        links.extend(of_it.map(|(other, arrow)| Link {
            ends: [id, other],
            arrow,
        }));
    }
    let pairs = exported.pairs();
    let weighted: Vec<WeightedPair> = pairs
        .iter()
        .map(|pair| WeightedPair {
            a: pair.a.index(),
            b: pair.b.index(),
            weight: pair.weight,
        })
        .collect();
    let all = links.len() + pairs.len();
    let mut kept = backbone(vocabulary.len(), &weighted, EDGES_PER_NODE).edges;
    kept.sort_by(|&x, &y| pairs[y].weight.total_cmp(&pairs[x].weight).then(x.cmp(&y)));
    links.extend(kept.into_iter().map(|at| Link {
        ends: [pairs[at].a, pairs[at].b],
        arrow: "---",
    }));
    links.truncate(MOST_EDGES);
    (links, all)
}
