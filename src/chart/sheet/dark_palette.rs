use super::colour::Colour;
use super::palette::{CAUSES, EMPTY, GRID, HATCH, INK, KEY, LAYERS, LINES, PAPER, QUIET, SIDES, SPAN};

/// What is drawn in another colour on a dark sheet, with that colour: paper and inks change places, greys are turned round, lines and
/// layers that would be lost are lightened, though not so far that the white text on them would be. What is not here
/// (lighter colours, the steps of a colour scale, text on areas) stays as it is.
const ON_DARK: [(Colour, Colour); 17] = [
    (PAPER, Colour(0x15, 0x18, 0x1c)),
    (INK, Colour(0xee, 0xee, 0xee)),
    (QUIET, Colour(0xb4, 0xb8, 0xbd)),
    (KEY, Colour(0xbb, 0xbb, 0xbb)),
    (GRID, Colour(0x33, 0x38, 0x3e)),
    (SPAN, Colour(0x5a, 0x52, 0x36)),
    (EMPTY, Colour(0x30, 0x35, 0x3b)),
    (HATCH, Colour(0x56, 0x5c, 0x63)),
    (LINES[0].0, Colour(0x2f, 0x72, 0xb8)),
    (LINES[4].0, Colour(0xe8, 0xe8, 0xe8)),
    (LINES[6].0, Colour(0xc2, 0x4a, 0x10)),
    (LAYERS[1], Colour(0x7a, 0xa9, 0xd9)),
    (LAYERS[2], Colour(0xf2, 0xd2, 0x7a)),
    (LAYERS[5], Colour(0x90, 0x90, 0x90)),
    (LAYERS[6], Colour(0xa8, 0x4d, 0x60)),
    (CAUSES[4], Colour(0x86, 0x65, 0x40)),
    (SIDES[2], Colour(0xff, 0xb3, 0x66)),
];

/// The colours of pictures that change where the page is dark: as `fill` and `stroke` hold them in the SVG (`#1a1a1a`), and
/// what to draw instead (`#eeeeee`). The first is the sheet itself. A colour that is not here stays as it is, above all
/// that of text on coloured areas.
#[must_use]
pub fn dark_colours() -> Vec<(String, String)> {
    ON_DARK.iter().map(|(light, dark)| (hex(*light), hex(*dark))).collect()
}

/// What a colour is on a dark sheet.
pub(super) fn on_dark(colour: Colour) -> Colour {
    ON_DARK.iter().find(|(light, _)| *light == colour).map_or(colour, |(_, dark)| *dark)
}

fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
#[path = "dark_palette_tests.rs"]
mod tests;
