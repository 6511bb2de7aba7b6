//! What can be asked of `bookgraph map`.

use crate::cli::filters::FilterArgs;
use crate::map::{MapOptions, SceneKind};
use crate::render::MapFormat;
use crate::render::theme::Theme;
use std::path::PathBuf;

/// Draw a map of the library.
#[derive(Debug, clap::Args)]
#[command(after_help = include_str!("../../help/map.txt"), allow_negative_numbers = true)]
pub(in crate::cli) struct MapArgs {
    /// What to draw [default: book, or concept with --around]
    #[arg(short, long, value_enum)]
    pub(super) kind: Option<Kind>,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    /// Without this concept; may be given several times
    #[arg(long, value_name = "CONCEPT", help_heading = "Filters")]
    pub(super) hide: Vec<String>,
    /// Only concepts named at least so often
    #[arg(long, default_value_t = 1, value_name = "N", help_heading = "Filters")]
    pub(super) min_mentions: u32,
    /// At most so many concepts, the most named ones
    #[arg(long, value_name = "N", value_parser = at_least_one, help_heading = "Filters")]
    pub(super) top: Option<usize>,
    /// Only this group of a library too large for one map: 1, 2, …
    #[arg(long, value_name = "N", value_parser = at_least_one, help_heading = "Filters")]
    pub(super) group: Option<usize>,
    /// A book map of more than 60 concepts on one picture, not as an overview: up to 5,000
    #[arg(long, conflicts_with = "group")]
    pub(super) flat: bool,
    /// The concept that the map is about
    #[arg(long, value_name = "CONCEPT")]
    pub(super) around: Option<String>,
    /// A book map of what is so many links away from the concept of --around
    #[arg(long, requires = "around", value_name = "N")]
    pub(super) depth: Option<usize>,
    /// Links for each concept: more show more, fewer read better
    #[arg(long, default_value_t = MapOptions::default().edges_per_node, value_name = "N", value_parser = edges_per_node)]
    pub(super) edges_per_node: f32,
    /// What links are drawn: 0 favours rare pairs that always go together, 8
    /// frequent ones
    #[arg(long, default_value_t = MapOptions::default().shrinkage.0, value_name = "λ", value_parser = shrinkage)]
    pub(super) shrinkage: f32,
    /// Colours [default: light; a page follows the reader's system]
    #[arg(long, value_enum)]
    theme: Option<ThemeArg>,
    /// The form of the map [default: by the ending of --output, or dot]
    #[arg(short, long, value_enum)]
    pub(super) format: Option<Format>,
    /// Write to this file instead of the standard output, which - is as well
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Place everything anew, even if the file of --output has a drawing of this
    /// map already
    #[arg(long, requires = "output")]
    pub(super) fresh: bool,
    /// For PNG: pixels of the picture for each of the drawing [default: 2]
    #[arg(long, value_name = "FACTOR", value_parser = scale)]
    pub(super) scale: Option<f32>,
    /// For PNG: a font file, or the name of an installed family
    #[arg(long, value_name = "FONT")]
    pub(super) font: Option<String>,
}

/// The themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum ThemeArg {
    /// For screens and documents
    Light,
    /// For dark screens
    Dark,
    /// For paper
    Print,
}

impl MapArgs {
    /// The theme asked for.
    pub(super) fn theme(&self) -> Option<Theme> {
        self.theme.map(|theme| match theme {
            ThemeArg::Light => Theme::Light,
            ThemeArg::Dark => Theme::Dark,
            ThemeArg::Print => Theme::Print,
        })
    }
}

/// The kinds of maps, by the question they answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Kind {
    /// What is the book about? Concepts in groups
    #[value(alias = "concepts")]
    Book,
    /// Where does a concept come, rest and return?
    Timeline,
    /// What is in a chapter, and what is new there?
    #[value(alias = "chapters")]
    Chapter,
    /// Everything about the concept of --around
    Concept,
    /// Which entries to read together?
    Entries,
}

impl Kind {
    /// The kind asked for: what is around a concept is a concept map, unless it
    /// is told how far around.
    pub(super) fn of(args: &MapArgs) -> Self {
        let around = args.around.is_some() && args.depth.is_none();
        args.kind.unwrap_or(match around {
            true => Self::Concept,
            false => Self::Book,
        })
    }

    /// The kind of its scenes.
    pub(super) fn scene(self) -> SceneKind {
        match self {
            Self::Book => SceneKind::Book,
            Self::Timeline => SceneKind::Timeline,
            Self::Chapter => SceneKind::Chapter,
            Self::Concept => SceneKind::Concept,
            Self::Entries => SceneKind::Entries,
        }
    }
}

/// The forms of a map, as they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// Graphviz's language, with the places of everything
    Dot,
    /// A picture for any size
    Svg,
    /// A picture of pixels
    Png,
    /// A page for the browser, with search and evidence
    Html,
    /// The map in words
    Text,
    /// A diagram for Markdown
    Mermaid,
    /// The scene, for programs
    Json,
}

impl From<Format> for MapFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Dot => Self::Dot,
            Format::Svg => Self::Svg,
            Format::Png => Self::Png,
            Format::Html => Self::Html,
            Format::Text => Self::Text,
            Format::Mermaid => Self::Mermaid,
            Format::Json => Self::Json,
        }
    }
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse::<usize>() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("a number from 1 on".to_owned()),
    }
}

fn edges_per_node(text: &str) -> Result<f32, String> {
    between(text, 0.5, 20.0, "a number from 0.5 to 20, such as 1.75")
}

fn shrinkage(text: &str) -> Result<f32, String> {
    between(text, 0.0, 1000.0, "a number from 0 to 1000, such as 1")
}

fn scale(text: &str) -> Result<f32, String> {
    between(text, 0.1, 16.0, "a number from 0.1 to 16, such as 2")
}

fn between(text: &str, least: f32, most: f32, expected: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => Err(expected.to_owned()),
    }
}
