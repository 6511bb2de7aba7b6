//! The colours of the themes, measured.

use bookgraph::map::scene::Ink;
use bookgraph::render::theme::{Rgb, Theme};
use palette::cam16::{Cam16, Cam16Jmh, Cam16UcsJab, Parameters, StaticWp};
use palette::white_point::D65;
use palette::{FromColor, LinSrgb, Srgb, Xyz};
use std::f64::consts::PI;

/// What a reader sees of linear red, green and blue.
type Sight = [[f64; 3]; 3];

/// Normal sight.
const NORMAL: Sight = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// Readers without one kind of cones: Machado, Oliveira and Fernandes, “A
/// Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE
/// TVCG 15 (2009), the matrices for severity 1.0 of
/// <https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html>.
const PROTAN: Sight = [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
];
/// See [`PROTAN`].
const DEUTAN: Sight = [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.011820, 0.042940, 0.968881],
];
/// See [`PROTAN`].
const TRITAN: Sight = [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.303900],
];

fn seen(colour: Rgb, sight: &Sight) -> LinSrgb<f64> {
    let [red, green, blue] = colour.channels;
    let linear = Srgb::new(red, green, blue).into_linear::<f64>();
    let mix = |row: [f64; 3]| {
        let sum = row[0] * linear.red + row[1] * linear.green + row[2] * linear.blue;
        sum.clamp(0.0, 1.0)
    };
    LinSrgb::new(mix(sight[0]), mix(sight[1]), mix(sight[2]))
}

/// The distance of two colours in CAM16-UCS (Li et al., “Comprehensive color
/// solutions: CAM16, CAT16, and CAM16-UCS”, 2017), for sRGB on a screen in an
/// office of 64 lux.
fn distance(a: Rgb, b: Rgb, sight: &Sight) -> f64 {
    let office = Parameters::<StaticWp<D65>, f64>::default_static_wp(64.0 / PI * 0.2).bake();
    let place = |colour| {
        let cam = Cam16::from_xyz(Xyz::from_color(seen(colour, sight)), office);
        Cam16UcsJab::from_color(Cam16Jmh::from(cam))
    };
    let (a, b) = (place(a), place(b));
    ((a.lightness - b.lightness).powi(2) + (a.a - b.a).powi(2) + (a.b - b.b).powi(2)).sqrt()
}

fn groups(theme: Theme) -> Vec<Rgb> {
    let inks = (0..Theme::GROUPS).map(Ink::Group);
    inks.map(|ink| theme.colour(ink)).collect()
}

/// The least distance of two colours, whoever looks.
fn least(colours: &[Rgb]) -> f64 {
    let mut least = f64::INFINITY;
    for sight in [&NORMAL, &PROTAN, &DEUTAN, &TRITAN] {
        for (index, &a) in colours.iter().enumerate() {
            for &b in &colours[..index] {
                least = least.min(distance(a, b, sight));
            }
        }
    }
    least
}

#[test]
fn distances_are_those_of_the_literature() {
    let hex = |channels| Rgb { channels };
    // Black to white is 100 in CAM16-UCS whatever the office.
    let span = distance(hex([0; 3]), hex([255; 3]), &NORMAL);
    assert!((span - 100.0).abs() < 0.5, "{span}");
    // Red and green that only normal readers tell apart.
    let (red, green) = (hex([0xC0, 0x50, 0x30]), hex([0x7A, 0x7A, 0x2E]));
    assert!(distance(red, green, &NORMAL) > 3.0 * distance(red, green, &DEUTAN));
}

#[test]
fn every_reader_can_tell_groups_apart() {
    for theme in Theme::ALL {
        let groups = groups(theme);
        let (all, first) = (least(&groups), least(&groups[..6]));
        assert!(all >= 15.0, "{theme:?}: {all:.1}");
        assert!(first >= all + 1.5, "{theme:?}: the first six {first:.1}");
    }
}

#[test]
fn groups_stand_out_from_the_page_and_from_chapters() {
    for theme in Theme::ALL {
        for (group, colour) in groups(theme).into_iter().enumerate() {
            for ink in [Ink::Paper, Ink::Card] {
                let contrast = colour.contrast(theme.colour(ink));
                assert!(
                    contrast >= 3.0,
                    "{theme:?} {group} on {ink:?}: {contrast:.2}"
                );
            }
            for position in 0..Theme::CHAPTERS {
                let chapter = theme.colour(Ink::Chapter(position));
                let distance = distance(colour, chapter, &NORMAL);
                assert!(
                    distance >= 12.0,
                    "{theme:?} {group}, chapter {position}: {distance:.1}"
                );
            }
        }
    }
}

#[test]
fn words_are_legible_wherever_they_stand() {
    for theme in Theme::ALL {
        let under = Theme::inks().filter(|ink| {
            !matches!(
                ink,
                Ink::Text | Ink::Muted | Ink::Line | Ink::Bridge | Ink::Group(_) | Ink::OnGroup(_)
            )
        });
        for under in under {
            let inks = match under {
                // Headings stand on chapters, notes don't.
                Ink::Chapter(_) => &[Ink::Text][..],
                _ => &[Ink::Text, Ink::Muted],
            };
            for &ink in inks {
                let contrast = theme.colour(ink).contrast(theme.colour(under));
                assert!(
                    contrast >= 4.5,
                    "{theme:?}: {ink:?} on {under:?}: {contrast:.2}"
                );
            }
        }
        for group in 0..Theme::GROUPS {
            let (under, ink) = (Ink::Group(group), Ink::OnGroup(group));
            let contrast = theme.colour(ink).contrast(theme.colour(under));
            assert!(contrast >= 4.5, "{theme:?}: {ink:?}: {contrast:.2}");
        }
    }
}

#[test]
fn groups_differ_in_grey_on_paper() {
    // CIE lightness, https://en.wikipedia.org/wiki/CIELAB_color_space
    let lightness = |colour: Rgb| {
        let paper = Theme::Print.colour(Ink::Paper);
        let luminance = 1.05 / colour.contrast(paper) - 0.05;
        116.0 * luminance.cbrt() - 16.0
    };
    let mut greys: Vec<f64> = groups(Theme::Print).into_iter().map(lightness).collect();
    greys.sort_by(f64::total_cmp);
    for pair in greys.windows(2) {
        assert!(pair[1] - pair[0] >= 4.0, "{greys:.1?}");
    }
}

#[test]
fn chapters_are_a_scale() {
    for theme in Theme::ALL {
        let paper = theme.colour(Ink::Paper);
        let steps = (0..Theme::CHAPTERS).map(|position| theme.colour(Ink::Chapter(position)));
        let contrasts: Vec<f64> = steps.map(|step| step.contrast(paper)).collect();
        assert!(
            contrasts.windows(2).all(|pair| pair[1] > pair[0]),
            "{theme:?}"
        );
        assert_eq!(
            theme.colour(Ink::Chapter(9)),
            theme.colour(Ink::Chapter(200))
        );
    }
}

#[test]
fn a_theme_as_variables_names_every_ink_once() {
    for theme in Theme::ALL {
        let css = theme.variables();
        let names: Vec<&str> = css
            .split_terminator(';')
            .filter_map(|line| line.split(':').next())
            .collect();
        let mut distinct = names.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(names.len(), distinct.len());
        assert!(css.contains(&format!("--tint-7:{};", theme.colour(Ink::Tint(7)))));
    }
}
