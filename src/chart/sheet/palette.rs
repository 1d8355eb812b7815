use super::colour::Colour;
use super::pen::Stroke;

/// Titles and what must be read.
pub(in crate::chart) const INK: Colour = Colour(0x1a, 0x1a, 0x1a);
/// Everything said beside the point: captions, tick labels, stems of marks.
pub(in crate::chart) const QUIET: Colour = Colour(0x55, 0x55, 0x55);
/// Lines that guide the eye.
pub(in crate::chart) const GRID: Colour = Colour(0xdd, 0xdd, 0xdd);
/// A key to lines of several colours.
pub(in crate::chart) const KEY: Colour = Colour(0x44, 0x44, 0x44);
/// The shaded time span.
pub(in crate::chart) const SPAN: Colour = Colour(0xc8, 0xb9, 0x8a);
/// The sheet.
pub(in crate::chart) const PAPER: Colour = Colour(0xff, 0xff, 0xff);

/// Where there is no data.
pub(in crate::chart) const EMPTY: Colour = Colour(0xf0, 0xf0, 0xf0);
/// Slanted lines where there is no data.
pub(in crate::chart) const HATCH: Colour = Colour(0xb4, 0xb4, 0xb4);
/// A line for comparison.
pub(in crate::chart) const BASELINE: Colour = Colour(0x77, 0x77, 0x77);

/// Most groups one chart tells apart.
pub(in crate::chart) const MAX_GROUPS: usize = 8;

/// Lines: colours after Okabe and Ito (2008), in an order in which neighbours differ in luminance, each with a dash of
/// its own, so that they can be told apart in grey too.
pub(in crate::chart) const LINES: [(Colour, &[f64]); MAX_GROUPS] = [
    (Colour(0x00, 0x44, 0x88), &[]),
    (Colour(0xd4, 0x7c, 0x00), &[]),
    (Colour(0x00, 0x8a, 0x65), &[14.0, 5.0]),
    (Colour(0xc6, 0x6a, 0x9c), &[4.0, 4.0]),
    (Colour(0x22, 0x22, 0x22), &[16.0, 5.0, 4.0, 5.0]),
    (Colour(0x4d, 0xa6, 0xdb), &[20.0, 7.0]),
    (Colour(0xb3, 0x3a, 0x00), &[9.0, 4.0, 3.0, 4.0, 3.0, 4.0]),
    (Colour(0x88, 0x88, 0x33), &[8.0, 8.0]),
];

/// Layers: colours after Paul Tol's "high-contrast" and "medium-contrast" sets, in an order in which neighbours differ
/// strongly in luminance, and the first from the sixth most of all: where layers are stages, they are what lasts and what has ended.
pub(in crate::chart) const LAYERS: [Colour; MAX_GROUPS] = [
    DEEP,
    FILL,
    Colour(0xe0, 0xb8, 0x48),
    Colour(0xd0, 0x7a, 0x8c),
    Colour(0x1b, 0x7a, 0x4b),
    PALE,
    Colour(0x99, 0x44, 0x55),
    Colour(0x99, 0xdd, 0xcc),
];

/// A bar of something, what stands out in it, and what is only there.
pub(in crate::chart) const FILL: Colour = Colour(0x66, 0x99, 0xcc);
/// The dark part of a bar.
pub(in crate::chart) const DEEP: Colour = Colour(0x00, 0x44, 0x88);
/// A bar of what cannot be told, or is beside the point.
pub(in crate::chart) const PALE: Colour = Colour(0xdc, 0xdc, 0xdc);

/// Most causes one chart tells apart.
pub(in crate::chart) const MAX_CAUSES: usize = 6;
/// Causes of an end, the largest first: like [`LAYERS`], without the colour of what was absorbed.
pub(in crate::chart) const CAUSES: [Colour; MAX_CAUSES + 1] = [
    Colour(0x99, 0x44, 0x55),
    Colour(0x99, 0xdd, 0xcc),
    Colour(0x1b, 0x7a, 0x4b),
    Colour(0xee, 0x99, 0xaa),
    Colour(0x7a, 0x5c, 0x3a),
    Colour(0xd0, 0xb0, 0xe0),
    OTHER_CAUSES,
];
/// Causes that are drawn as one.
pub(in crate::chart) const OTHER_CAUSES: Colour = Colour(0x77, 0x77, 0x77);
/// What was absorbed: the first layer of stages, where it is drawn beside them.
pub(in crate::chart) const ABSORBED: Colour = LAYERS[0];
/// What has not ended.
pub(in crate::chart) const GOING: Colour = Colour(0xf0, 0xf0, 0xf0);

/// What lies clearly on the one side, on neither, on the other: after Okabe and Ito (2008), evenly apart in grey.
pub(in crate::chart) const SIDES: [Colour; 3] = [LINES[0].0, Colour(0x94, 0x94, 0x94), Colour(0xd5, 0x5e, 0x00)];

/// How something ends, from the best to the worst: the layers of the same stages, so that both pictures agree.
pub(in crate::chart) const FATES: [Colour; 4] = [LAYERS[0], LAYERS[1], LAYERS[4], LAYERS[5]];

/// The stages of a life from the first to the last, in the colours of the same layers; what has not begun is paper.
pub(in crate::chart) const LIFE: [Colour; 6] = [PAPER, LAYERS[2], LAYERS[1], LAYERS[4], LAYERS[0], LAYERS[5]];

/// The colour of the cause in this place.
pub(in crate::chart) fn cause(place: usize) -> Colour {
    CAUSES[place % CAUSES.len()]
}

/// The line of group `place`.
pub(in crate::chart) fn line(place: usize) -> Stroke {
    let (colour, dash) = LINES[place % MAX_GROUPS];
    Stroke { colour, width: 3.5, dash }
}

/// The colour of layer `place`.
pub(in crate::chart) fn layer(place: usize) -> Colour {
    LAYERS[place % MAX_GROUPS]
}

/// What the caption says of groups beyond [`MAX_GROUPS`].
pub(in crate::chart) fn left_out(groups: usize) -> String {
    if groups > MAX_GROUPS { format!("({} more not drawn.)", groups - MAX_GROUPS) } else { String::new() }
}

#[cfg(test)]
pub(in crate::chart) mod tests {
    use super::*;

    /// Luma of ITU-R BT.709, 0..255.
    pub fn grey(Colour(r, g, b): Colour) -> f64 {
        0.2126 * f64::from(r) + 0.7152 * f64::from(g) + 0.0722 * f64::from(b)
    }

    #[test]
    fn text_stands_out_on_every_layer() {
        for colour in LAYERS.into_iter().chain(CAUSES) {
            assert!(colour.contrast(colour.ink()) > 4.0, "{colour:?}");
        }
    }

    #[test]
    fn neighbours_differ_in_grey() {
        for pair in LINES.windows(2) {
            assert!((grey(pair[0].0) - grey(pair[1].0)).abs() > 18.0, "{pair:?}");
        }
        for (a, b) in [(0, 1), (1, 2), (0, 2)] {
            assert!((grey(SIDES[a]) - grey(SIDES[b])).abs() > 35.0);
        }
        let causes: Vec<Colour> = CAUSES.into_iter().chain([GOING, ABSORBED]).collect();
        for pair in LAYERS.windows(2).chain(causes.windows(2)) {
            assert!((grey(pair[0]) - grey(pair[1])).abs() > 35.0, "{pair:?}");
        }
    }

    /// Stages may lie side by side where those between are thin, and a printer may have no colours. Only what is proposed, which
    /// is little and lies apart from it, has the grey of what operates.
    #[test]
    fn stages_differ_in_grey() {
        let pairs = |colours: &[Colour]| -> Vec<(f64, f64)> {
            let greys: Vec<f64> = colours.iter().copied().map(grey).collect();
            (0..greys.len()).flat_map(|a| (0..a).map(move |b| (a, b))).map(|(a, b)| (greys[a], greys[b])).collect()
        };
        let stages = [LAYERS[0], LAYERS[1], LAYERS[2], LAYERS[4], LAYERS[5]];
        for (a, b) in [stages.as_slice(), &FATES, &LIFE].into_iter().flat_map(pairs) {
            assert!((a - b).abs() > 34.0, "{a} {b}");
        }
    }
}
