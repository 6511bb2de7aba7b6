//! A scene that has everything: every shape, ink, anchor and dash, every kind
//! of subject and relation.

use bookgraph::map::scene::{
    Anchor, Dash, Ink, Mark, Paint, Path, Quote, Scene, SceneChapter, SceneEdge, SceneEntry,
    SceneGroup, SceneKind, SceneNode, SceneRelation, Shape, Stroke, Subject, TextLine,
};
use bookgraph::map::{Point, Rect, Size};
use bookgraph::model::{BookId, ChapterId, ConceptId, EntryId, Language};

const WIDTH: f64 = 760.0;

fn text(text: &str, x: f64, y: f64, anchor: Anchor, ink: Ink) -> TextLine {
    TextLine {
        text: text.to_owned(),
        at: Point::new(x, y),
        anchor,
        size: 12.0,
        bold: false,
        ink,
        halo: false,
    }
}

fn caption(words: &str, x: f64, y: f64, ink: Ink) -> Mark {
    Mark::Text(text(words, x, y, Anchor::Start, ink))
}

/// Bands, chapters, groups with their regions and tints, and the three dashes.
fn backdrop() -> Vec<Mark> {
    let mut marks = vec![
        Mark::rect(
            Rect::new(20.0, 130.0, 360.0, 170.0),
            8.0,
            Paint::fill(Ink::Band(false)),
        ),
        Mark::rect(
            Rect::new(380.0, 130.0, 360.0, 170.0),
            8.0,
            Paint::fill(Ink::Band(true)),
        ),
    ];
    for position in 0..10 {
        let x = 20.0 + f64::from(position) * 72.0;
        let slot = Rect::new(x, 84.0, 70.0, 26.0);
        marks.push(Mark::rect(slot, 5.0, Paint::fill(Ink::Chapter(position))));
        let name = (position + 1).to_string();
        marks.push(Mark::Text(text(
            &name,
            x + 35.0,
            102.0,
            Anchor::Middle,
            Ink::Text,
        )));
    }
    for group in 0..8 {
        let x = 20.0 + f64::from(group) * 91.0;
        marks.push(Mark::Shape {
            shape: Shape::Rect {
                rect: Rect::new(x, 320.0, 84.0, 110.0),
                radius: 14.0,
            },
            paint: Paint::fill(Ink::Region(group)),
            group: Some(usize::from(group)),
        });
        let stroke = Stroke::solid(Ink::Group(group), 1.5);
        let tint = Rect::new(x + 10.0, 330.0, 64.0, 26.0);
        marks.push(Mark::rect(
            tint,
            6.0,
            Paint::outlined(Ink::Tint(group), stroke),
        ));
        let pill = Rect::new(x + 10.0, 364.0, 64.0, 26.0);
        marks.push(Mark::rect(pill, 13.0, Paint::fill(Ink::Group(group))));
        marks.push(Mark::Text(text(
            "Tint",
            x + 42.0,
            347.0,
            Anchor::Middle,
            Ink::Text,
        )));
        marks.push(Mark::Text(text(
            "Group",
            x + 42.0,
            381.0,
            Anchor::Middle,
            Ink::OnGroup(group),
        )));
        marks.push(Mark::Text(text(
            "muted",
            x + 42.0,
            412.0,
            Anchor::Middle,
            Ink::Muted,
        )));
    }
    let dashes = [Dash::Solid, Dash::Dashed, Dash::Dotted];
    for (row, dash) in (0..).zip(dashes) {
        let y = 446.0 + 8.0 * f64::from(row);
        let stroke = Stroke {
            ink: Ink::Line,
            width: 1.0,
            dash,
        };
        let (from, to) = (Point::new(20.0, y), Point::new(WIDTH - 20.0, y));
        marks.push(Mark::line(from, to, Paint::stroke(stroke)));
    }
    marks
}

fn node(subject: Subject, id: &str, label: &str, rect: Rect, paint: Paint) -> SceneNode {
    let center = rect.center();
    SceneNode {
        subject,
        id: id.to_owned(),
        label: label.to_owned(),
        rect,
        radius: 6.0,
        paint,
        lines: vec![text(
            label,
            center.x,
            center.y + 4.0,
            Anchor::Middle,
            Ink::Text,
        )],
        group: None,
        weight: 0.25,
        names: Vec::new(),
        facts: vec!["3 entries".to_owned(), "p12–40".to_owned()],
        quotes: vec![0],
    }
}

fn nodes() -> Vec<SceneNode> {
    let card = Paint::outlined(Ink::Card, Stroke::solid(Ink::Line, 1.0));
    let group = |group| Paint::outlined(Ink::Card, Stroke::solid(Ink::Group(group), 2.0));
    let dashed = Paint::outlined(Ink::Card, Stroke::dashed(Ink::Group(1), 1.5));
    let chapter = ChapterId {
        book: BookId(0),
        index: 0,
    };
    let mut row = node(
        Subject::Concept(ConceptId(1)),
        "habit",
        "Habit & <loop>",
        Rect::new(40.0, 246.0, 100.0, 18.0),
        Paint::default(),
    );
    // A row of a timeline: its words stand at the left of its box.
    row.lines = vec![TextLine {
        bold: true,
        ..text("Habit & <loop>", 136.0, 259.0, Anchor::End, Ink::Text)
    }];
    row.group = Some(0);
    let mut carried = node(
        Subject::Concept(ConceptId(0)),
        "cue",
        "Cue",
        Rect::new(180.0, 150.0, 80.0, 30.0),
        dashed,
    );
    carried.group = Some(1);
    vec![
        node(
            Subject::Group(0),
            "group-1",
            "Habits",
            Rect::new(40.0, 150.0, 90.0, 34.0),
            group(0),
        ),
        carried,
        row,
        node(
            Subject::Entry(EntryId(0)),
            "atoms/day-1",
            "Day 1",
            Rect::new(400.0, 150.0, 90.0, 30.0),
            card,
        ),
        node(
            Subject::Chapter(chapter),
            "atoms/1",
            "1 The Surprising Power",
            Rect::new(560.0, 150.0, 160.0, 30.0),
            card,
        ),
    ]
}

fn edge(
    from: usize,
    to: usize,
    relation: SceneRelation,
    shape: Option<Shape>,
    paint: Paint,
) -> SceneEdge {
    SceneEdge {
        from,
        to,
        relation,
        weight: 0.5,
        shape,
        paint,
        lines: Vec::new(),
        label: format!("{} between {from} and {to}", relation.name()),
        quotes: vec![0, 1],
    }
}

fn edges() -> Vec<SceneEdge> {
    let path = |path| Some(Shape::Path(path));
    let at = Point::new;
    let arc = Path::curve(
        at(445.0, 180.0),
        at(460.0, 232.0),
        at(610.0, 232.0),
        at(640.0, 182.0),
    );
    let dot = |x, radius| {
        Some(Shape::Circle {
            center: Point::new(x, 255.0),
            radius,
        })
    };
    let square = Shape::Rect {
        rect: Rect::new(500.0, 249.0, 12.0, 12.0),
        radius: 2.0,
    };
    let pill = Shape::Rect {
        rect: Rect::new(600.0, 246.0, 44.0, 18.0),
        radius: 9.0,
    };
    let mut refers = edge(
        3,
        4,
        SceneRelation::RefersTo,
        path(arc),
        Paint::stroke(Stroke::dotted(Ink::Muted, 1.5)),
    );
    refers.lines = vec![TextLine {
        halo: true,
        ..text("refers to ch. 1", 540.0, 222.0, Anchor::Middle, Ink::Muted)
    }];
    let mut also = edge(
        2,
        4,
        SceneRelation::AlsoIn,
        Some(pill),
        Paint::fill(Ink::Chapter(3)),
    );
    also.lines = vec![text("→ 10", 622.0, 259.0, Anchor::Middle, Ink::Text)];
    vec![
        edge(
            0,
            1,
            SceneRelation::Across,
            path(Path::line(at(130.0, 167.0), at(180.0, 165.0))),
            Paint::stroke(Stroke::dashed(Ink::Bridge, 1.5)),
        ),
        edge(
            1,
            3,
            SceneRelation::Shares,
            path(Path::line(at(260.0, 165.0), at(400.0, 165.0))),
            Paint::stroke(Stroke::solid(Ink::Group(1), 2.0)),
        ),
        edge(0, 2, SceneRelation::Together, None, Paint::default()),
        edge(
            2,
            3,
            SceneRelation::Names,
            dot(445.0, 6.0),
            Paint::fill(Ink::Group(0)),
        ),
        edge(
            2,
            3,
            SceneRelation::Names,
            Some(square),
            Paint::outlined(Ink::Tint(0), Stroke::solid(Ink::Group(0), 1.0)),
        ),
        also,
        refers,
    ]
}

/// The scene that has everything, in English.
pub(crate) fn sampler() -> Scene {
    let entry = |id: &str, label: &str| SceneEntry {
        id: id.to_owned(),
        label: label.to_owned(),
        date: Some("2024-01-02".to_owned()),
        chapters: vec![0],
    };
    let title = TextLine {
        bold: true,
        size: 20.0,
        ..text(
            "Everything a map can hold",
            20.0,
            40.0,
            Anchor::Start,
            Ink::Text,
        )
    };
    Scene {
        kind: SceneKind::Timeline,
        language: Language::ENGLISH,
        title: "Everything a map can hold".to_owned(),
        subtitle: "5 nodes · 7 links".to_owned(),
        findings: Vec::new(),
        size: Size::new(WIDTH, 480.0),
        groups: vec![
            SceneGroup {
                name: "Habits".to_owned(),
                colour: 0,
            },
            SceneGroup {
                name: "Cues".to_owned(),
                colour: 1,
            },
        ],
        chapters: vec![SceneChapter {
            id: "atoms/1".to_owned(),
            label: "1 The Surprising Power".to_owned(),
        }],
        entries: vec![
            entry("atoms/day-1", "Day 1 (p12–20)"),
            entry("atoms/day-2", "Day 2 (p21–40)"),
        ],
        quotes: vec![
            Quote {
                entry: 0,
                sentence: Some("A cue starts the habit.".to_owned()),
            },
            Quote {
                entry: 1,
                sentence: None,
            },
        ],
        backdrop: backdrop(),
        edges: edges(),
        nodes: nodes(),
        captions: vec![
            Mark::Text(title),
            caption("5 nodes · 7 links", 20.0, 62.0, Ink::Muted),
            Mark::shape(
                Shape::Path(Path::polygon(
                    Point::new(690.0, 30.0),
                    [Point::new(706.0, 58.0), Point::new(674.0, 58.0)],
                )),
                Paint::outlined(Ink::Tint(2), Stroke::solid(Ink::Group(2), 2.0)),
            ),
        ],
    }
}
