//! Themes as variables of CSS, for pages that switch between them.

use super::Theme;
use crate::map::scene::Ink;

/// The variable of CSS that holds an ink: `--group-3`.
pub fn variable(ink: Ink) -> String {
    let group = |group: u8| group % Theme::GROUPS;
    match ink {
        Ink::Paper => "--paper".to_owned(),
        Ink::Card => "--card".to_owned(),
        Ink::Text => "--text".to_owned(),
        Ink::Muted => "--muted".to_owned(),
        Ink::Line => "--line".to_owned(),
        Ink::Bridge => "--bridge".to_owned(),
        Ink::Band(second) => format!("--band-{}", u8::from(second)),
        Ink::Chapter(position) => format!("--chapter-{}", position.min(Theme::CHAPTERS - 1)),
        Ink::Group(number) => format!("--group-{}", group(number)),
        Ink::Region(number) => format!("--region-{}", group(number)),
        Ink::Tint(number) => format!("--tint-{}", group(number)),
        Ink::OnGroup(number) => format!("--on-group-{}", group(number)),
    }
}

impl Theme {
    /// Declarations of CSS that give every ink its colour, to stand in a rule
    /// such as `:root { … }`: `--paper:#FFFFFF;--card:…;`.
    pub fn variables(self) -> String {
        Self::inks()
            .map(|ink| format!("{}:{};", variable(ink), self.colour(ink)))
            .collect()
    }

    /// Every ink that looks like none before it.
    pub fn inks() -> impl Iterator<Item = Ink> {
        let single = [
            Ink::Paper,
            Ink::Card,
            Ink::Text,
            Ink::Muted,
            Ink::Line,
            Ink::Bridge,
            Ink::Band(false),
            Ink::Band(true),
        ];
        let chapters = (0..Self::CHAPTERS).map(Ink::Chapter);
        let groups = (0..Self::GROUPS).flat_map(|group| {
            [
                Ink::Group(group),
                Ink::Region(group),
                Ink::Tint(group),
                Ink::OnGroup(group),
            ]
        });
        single.into_iter().chain(chapters).chain(groups)
    }
}
