use plotters::style::RGBColor;

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::chart) struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    pub fn plain(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }

    /// As SVG writes it.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Luminance, 0..1 (WCAG 2, with a square for the power of 2.4, which does not differ visibly).
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| (f64::from(part) / 255.0) * (f64::from(part) / 255.0);
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast with another colour, 1..21 (WCAG 2).
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}
