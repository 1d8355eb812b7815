use crate::chart::sheet::{Canvas, Colour, PAPER, Point, QUIET, SIDES};

/// Where the interval of an effect lies. Each side has a colour and a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Side {
    /// All above 0: a disc.
    Above,
    /// Across 0, or not known: a diamond.
    Across,
    /// All below 0: a triangle that points left.
    Below,
    /// Above 0, but not all of the claim: a square.
    Partly,
    /// Too small to matter, on whatever side: an upright bar.
    Nil,
}

/// Half the width of a mark.
pub(in crate::chart) const RADIUS: f64 = 6.5;
/// How much of a hollow mark is hollow.
const HOLLOW: f64 = 0.56;

impl Side {
    pub fn of((low, high): (f64, f64)) -> Side {
        if low > 0.0 {
            Side::Above
        } else if high < 0.0 {
            Side::Below
        } else {
            Side::Across
        }
    }

    pub fn colour(self) -> Colour {
        match self {
            Side::Above | Side::Partly => SIDES[0],
            Side::Across => SIDES[1],
            Side::Below => SIDES[2],
            Side::Nil => QUIET,
        }
    }

    /// Draws its mark around a point.
    pub fn draw(self, canvas: &Canvas, at: Point, colour: Colour, is_filled: bool) {
        self.fill(canvas, at, RADIUS, colour);
        if !is_filled {
            self.fill(canvas, at, HOLLOW * RADIUS, PAPER);
        }
    }

    fn fill(self, canvas: &Canvas, at: Point, radius: f64, colour: Colour) {
        let corners = |corners: &[Point]| -> Vec<Point> {
            corners.iter().map(|(x, y)| (at.0 + x * radius, at.1 + y * radius)).collect()
        };
        match self {
            Side::Above => canvas.disc(at, radius, colour),
            Side::Across => {
                canvas.area(&corners(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)]), colour, 1.0);
            }
            Side::Below => canvas.area(&corners(&[(-1.4, 0.0), (0.7, -1.2), (0.7, 1.2)]), colour, 1.0),
            Side::Partly => {
                canvas.area(&corners(&[(-0.95, -0.95), (0.95, -0.95), (0.95, 0.95), (-0.95, 0.95)]), colour, 1.0);
            }
            Side::Nil => {
                canvas.area(&corners(&[(-0.45, -1.2), (0.45, -1.2), (0.45, 1.2), (-0.45, 1.2)]), colour, 1.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_zero_is_on_no_side() {
        assert_eq!([(0.1, 0.2), (0.0, 0.2), (-0.1, 0.2)].map(Side::of), [Side::Above, Side::Across, Side::Across]);
        assert_eq!([(-0.2, -0.1), (f64::NAN, f64::NAN)].map(Side::of), [Side::Below, Side::Across]);
    }
}
