//! Scenes by hand, for the tests of renderers: small, and with every kind of
//! shape, ink, anchor and dash.

use bookgraph::map::scene::{
    Anchor, Ink, Mark, Paint, Path, Quote, Scene, SceneChapter, SceneEdge, SceneEntry, SceneGroup,
    SceneKind, SceneNode, SceneRelation, Segment, Shape, Stroke, Subject, TextLine,
};
use bookgraph::map::{Point, Rect, Size};
use bookgraph::model::{ConceptId, Language};

fn at(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

fn words(text: &str, x: f64, y: f64, size: f64, ink: Ink) -> TextLine {
    TextLine {
        text: text.to_owned(),
        at: at(x, y),
        anchor: Anchor::Start,
        size,
        bold: false,
        ink,
        halo: false,
    }
}

fn middle(line: TextLine) -> TextLine {
    let anchor = Anchor::Middle;
    TextLine { anchor, ..line }
}

fn bold(line: TextLine) -> TextLine {
    TextLine { bold: true, ..line }
}

fn entry(id: &str, label: &str, date: &str, chapter: usize) -> SceneEntry {
    SceneEntry {
        id: id.to_owned(),
        label: label.to_owned(),
        date: (!date.is_empty()).then(|| date.to_owned()),
        chapters: vec![chapter],
    }
}

fn quote(entry: usize, sentence: &str) -> Quote {
    Quote {
        entry,
        sentence: (!sentence.is_empty()).then(|| sentence.to_owned()),
    }
}

/// A box with its label in the middle, in the colour of a group.
fn concept(index: u32, id: &str, lines: &[&str], center: Point, group: usize) -> SceneNode {
    let size = 15.0;
    let longest = lines.iter().map(|line| line.chars().count()).max();
    let width = longest.unwrap_or(0) as f64 * size + 22.0;
    let height = lines.len() as f64 * 19.0 + 13.0;
    let first = center.y - lines.len() as f64 * 9.5 + 14.5;
    let colour = group as u8;
    SceneNode {
        subject: Subject::Concept(ConceptId(index)),
        id: id.to_owned(),
        label: lines.join(" "),
        rect: Rect::centered(center, Size::new(width, height)),
        radius: 8.0,
        paint: Paint::outlined(Ink::Card, Stroke::solid(Ink::Group(colour), 2.0)),
        lines: (0..)
            .zip(lines)
            .map(|(row, line)| {
                let y = first + f64::from(row) * 19.0;
                middle(words(line, center.x, y, size, Ink::Text))
            })
            .collect(),
        group: Some(group),
        weight: 1.0 / (index as f32 + 1.0),
        names: Vec::new(),
        facts: vec![format!("기록 {}편", index + 1)],
        quotes: vec![index % 3],
    }
}

fn link(from: usize, to: usize, path: Path, stroke: Stroke) -> SceneEdge {
    let across = stroke.ink == Ink::Bridge;
    SceneEdge {
        from,
        to,
        relation: match across {
            true => SceneRelation::Across,
            false => SceneRelation::Together,
        },
        weight: 0.5,
        shape: Some(Shape::Path(path)),
        paint: Paint::stroke(stroke),
        lines: Vec::new(),
        label: format!("{from}번과 {to}번: 기록 2편"),
        quotes: vec![0, 2],
    }
}

/// A region with curved corners.
fn region(group: usize, min: Point, max: Point) -> Mark {
    let r = 18.0;
    let outline = Path {
        start: at(min.x + r, min.y),
        segments: vec![
            Segment::Line(at(max.x - r, min.y)),
            Segment::Cubic(at(max.x, min.y), at(max.x, min.y), at(max.x, min.y + r)),
            Segment::Line(at(max.x, max.y - r)),
            Segment::Cubic(at(max.x, max.y), at(max.x, max.y), at(max.x - r, max.y)),
            Segment::Line(at(min.x + r, max.y)),
            Segment::Cubic(at(min.x, max.y), at(min.x, max.y), at(min.x, max.y - r)),
            Segment::Line(at(min.x, min.y + r)),
            Segment::Cubic(at(min.x, min.y), at(min.x, min.y), at(min.x + r, min.y)),
        ],
        closed: true,
    };
    Mark::Shape {
        shape: Shape::Path(outline),
        paint: Paint::fill(Ink::Region(group as u8)),
        group: Some(group),
    }
}

/// A small book map in Korean.
pub(crate) fn book() -> Scene {
    let places = [
        (at(150.0, 130.0), 0, "input-metrics", vec!["인풋 지표"]),
        (at(330.0, 120.0), 0, "flywheel", vec!["플라이휠"]),
        (
            at(240.0, 215.0),
            0,
            "selection",
            vec!["가격·구색·", "편의성"],
        ),
        (at(560.0, 130.0), 1, "digital-media", vec!["디지털 미디어"]),
        (at(610.0, 225.0), 1, "kindle", vec!["킨들"]),
        (at(190.0, 345.0), 2, "aws", vec!["AWS"]),
        (at(370.0, 350.0), 2, "cloud", vec!["클라우드", "컴퓨팅"]),
    ];
    let nodes = (0..)
        .zip(&places)
        .map(|(index, (place, group, id, lines))| concept(index, id, lines, *place, *group))
        .collect();
    let line = |from: usize, to: usize, width: f64| {
        let (start, end) = (places[from].0, places[to].0);
        let ink = match places[from].1 == places[to].1 {
            true => Ink::Group(places[from].1 as u8),
            false => Ink::Bridge,
        };
        (
            start,
            end,
            Stroke {
                ink,
                ..Stroke::solid(ink, width)
            },
        )
    };
    let straight = |from, to, width| {
        let (start, end, stroke) = line(from, to, width);
        link(from, to, Path::line(start, end), stroke)
    };
    let bent = |from, to, by: f64| {
        let (start, end, stroke) = line(from, to, 1.5);
        let middle = at((start.x + end.x) / 2.0 + by, (start.y + end.y) / 2.0);
        let curve = Path::curve(start, middle, middle, end);
        link(from, to, curve, Stroke::dashed(stroke.ink, stroke.width))
    };
    let legend = [
        (30.0, 0, "인풋 지표 · 플라이휠"),
        (220.0, 1, "디지털 미디어 · 킨들"),
        (410.0, 2, "AWS · 클라우드 컴퓨팅"),
    ];
    let mut captions = vec![
        Mark::Text(bold(words(
            "『순서 파괴』 개념 지도",
            30.0,
            40.0,
            20.0,
            Ink::Text,
        ))),
        Mark::Text(words(
            "기록 10편 · p353–440 · 개념 7개",
            30.0,
            62.0,
            12.0,
            Ink::Muted,
        )),
    ];
    for (x, colour, name) in legend {
        let key = Rect::new(x, 424.0, 12.0, 12.0);
        captions.push(Mark::rect(key, 3.0, Paint::fill(Ink::Group(colour))));
        captions.push(Mark::Text(words(name, x + 18.0, 435.0, 12.0, Ink::Muted)));
    }
    Scene {
        kind: SceneKind::Book,
        language: Language::KOREAN,
        title: "『순서 파괴』 개념 지도".to_owned(),
        subtitle: "기록 10편 · p353–440 · 개념 7개".to_owned(),
        findings: Vec::new(),
        size: Size::new(720.0, 460.0),
        groups: (0..)
            .zip(legend)
            .map(|(colour, (_, _, name))| SceneGroup {
                name: name.to_owned(),
                colour,
            })
            .collect(),
        chapters: vec![
            SceneChapter {
                id: "working-backwards/8".to_owned(),
                label: "8장 아마존 프라임".to_owned(),
            },
            SceneChapter {
                id: "working-backwards/9".to_owned(),
                label: "9장 프라임 비디오".to_owned(),
            },
        ],
        entries: vec![
            entry(
                "working-backwards/day-19",
                "19일차 (p353–361)",
                "2023-10-17",
                0,
            ),
            entry(
                "working-backwards/day-20",
                "20일차 (p362–370)",
                "2023-10-18",
                1,
            ),
            entry("working-backwards/day-22", "22일차 (p383–391)", "", 1),
        ],
        quotes: vec![
            quote(0, "인풋 지표가 플라이휠을 돌린다."),
            quote(1, "디지털 미디어로 옮겨 간다."),
            quote(2, ""),
        ],
        backdrop: vec![
            region(0, at(70.0, 85.0), at(400.0, 255.0)),
            region(1, at(480.0, 95.0), at(685.0, 265.0)),
            region(2, at(130.0, 305.0), at(450.0, 395.0)),
        ],
        edges: vec![
            bent(2, 5, -40.0),
            bent(1, 3, 0.0),
            bent(4, 6, 30.0),
            straight(3, 4, 1.2),
            straight(5, 6, 3.0),
            straight(1, 2, 1.5),
            straight(0, 2, 2.2),
            straight(0, 1, 4.0),
        ],
        nodes,
        captions,
    }
}
