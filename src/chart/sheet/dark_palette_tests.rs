use super::*;
use crate::chart::parts::ramp;
use crate::chart::sheet::palette::tests::grey;
use crate::chart::sheet::palette::{ABSORBED, BASELINE, GOING, SIDES};

/// A colour of this opacity on the dark sheet.
fn mixed(Colour(r, g, b): Colour, opacity: f64) -> Colour {
    let paper = on_dark(PAPER);
    let mix = |over: u8, under: u8| (opacity * f64::from(over) + (1.0 - opacity) * f64::from(under)).round() as u8;
    Colour(mix(r, paper.0), mix(g, paper.1), mix(b, paper.2))
}

#[test]
fn what_must_be_read_stands_out_on_the_dark_sheet() {
    let paper = on_dark(PAPER);
    for ink in [INK, QUIET] {
        assert!(on_dark(ink).contrast(paper) >= 4.5, "{ink:?}");
    }
    // The name of a shaded span stands in its bar.
    assert!(on_dark(INK).contrast(mixed(on_dark(SPAN), 0.75)) >= 4.5);
    let lines = LINES.map(|line| line.0);
    for colour in lines.into_iter().chain(SIDES).chain([BASELINE, KEY]).chain(LAYERS).chain(CAUSES) {
        assert!(on_dark(colour).contrast(paper) >= 3.0, "{colour:?}: {}", on_dark(colour).contrast(paper));
    }
}

#[test]
fn text_stays_readable_on_every_area() {
    for colour in LAYERS.into_iter().chain(CAUSES) {
        let ink = colour.ink();
        assert_eq!(on_dark(ink), ink, "text on areas keeps its colour");
        assert!(on_dark(colour).contrast(ink) > 4.0, "{colour:?}");
    }
    for step in 0..=1000 {
        let colour = ramp(f64::from(step) / 1000.0);
        assert_eq!((on_dark(colour), on_dark(colour.ink())), (colour, colour.ink()), "a scale keeps its colours");
    }
}

#[test]
fn neighbours_still_differ_in_grey() {
    let apart = |a: Colour, b: Colour| (grey(on_dark(a)) - grey(on_dark(b))).abs();
    for pair in LINES.windows(2) {
        assert!(apart(pair[0].0, pair[1].0) > 18.0, "{pair:?}");
    }
    assert!(apart(LAYERS[0], LAYERS[5]) > 35.0, "what lasts and what has ended");
    for (a, b) in [(0, 1), (1, 2), (0, 2)] {
        assert!(apart(SIDES[a], SIDES[b]) > 35.0, "{a} {b}");
    }
    let causes: Vec<Colour> = CAUSES.into_iter().chain([GOING, ABSORBED]).collect();
    for pair in LAYERS.windows(2).chain(causes.windows(2)) {
        assert!(apart(pair[0], pair[1]) > 35.0, "{pair:?}");
    }
}

#[test]
fn pairs_may_be_replaced_one_after_the_other() {
    let pairs = dark_colours();
    assert_eq!(pairs[0], ("#ffffff".to_owned(), "#15181c".to_owned()), "the sheet comes first");
    for (place, (light, dark)) in pairs.iter().enumerate() {
        assert!(!pairs.iter().any(|(other, _)| other == dark), "{dark} would be replaced again");
        assert!(!pairs[..place].iter().any(|(other, _)| other == light), "{light} twice");
    }
}
