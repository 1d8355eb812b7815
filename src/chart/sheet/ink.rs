use super::colour::Colour;
use super::dark_palette::on_dark;
use super::palette::{INK, PAPER};

/// Text on a light area, which stays light on a dark sheet: [`INK`] but for a trace, so that the two can be told apart.
const INK_ON_LIGHT: Colour = Colour(0x1b, 0x1b, 0x1b);
/// Text on a dark area, likewise: white but for a trace.
const INK_ON_DARK: Colour = Colour(0xfe, 0xfe, 0xfe);

impl Colour {
    /// The ink that stands out on this colour, on a light and on a dark sheet: dark or white, or one that changes with the sheet where
    /// the colour does so from light to dark.
    pub fn ink(self) -> Colour {
        let stands_out = |ink: Colour| self.contrast(ink).min(on_dark(self).contrast(on_dark(ink)));
        let better = |a: Colour, b: Colour| if stands_out(a) >= stands_out(b) { a } else { b };
        let lasting = better(INK_ON_LIGHT, INK_ON_DARK);
        if stands_out(lasting) >= 3.5 { lasting } else { better(lasting, better(INK, PAPER)) }
    }
}
