use crate::chart::sheet::Point;

/// A rectangle of the canvas with a horizontal and a vertical scale.
#[derive(Clone, Copy, Debug)]
pub(in crate::chart) struct Plane {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// Values at the left and right edge.
    pub x: (f64, f64),
    /// Values at the lower and upper edge.
    pub y: (f64, f64),
}

impl Plane {
    /// Where a horizontal value lies, kept within the rectangle.
    pub fn px(&self, x: f64) -> f64 {
        self.left + share(x, self.x) * (self.right - self.left)
    }

    /// Where a vertical value lies, kept within the rectangle.
    pub fn py(&self, y: f64) -> f64 {
        self.bottom - share(y, self.y) * (self.bottom - self.top)
    }

    /// Where a pair of values lies.
    pub fn at(&self, x: f64, y: f64) -> Point {
        (self.px(x), self.py(y))
    }
}

fn share(value: f64, (low, high): (f64, f64)) -> f64 {
    let share = (value - low) / (high - low);
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}
