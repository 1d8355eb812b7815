use crate::chart::axes::Plane;
use crate::chart::sheet::{Canvas, Colour, Point, Stroke};

/// Runs of points that have a place; anything not finite interrupts the line.
fn runs<T: Copy>(points: &[T], is_known: impl Fn(&T) -> bool) -> Vec<Vec<T>> {
    points.split(|point| !is_known(point)).filter(|run| !run.is_empty()).map(<[T]>::to_vec).collect()
}

/// The corners of a line that holds each value until the next point.
pub(in crate::chart) fn stairs(points: &[Point]) -> Vec<Point> {
    let mut corners: Vec<Point> = Vec::with_capacity(2 * points.len());
    for &(x, y) in points {
        if let Some(&(_, before)) = corners.last() {
            corners.push((x, before));
        }
        corners.push((x, y));
    }
    corners
}

/// Draws the line through `points` (x, y), as a stair if `steps`.
pub(in crate::chart) fn draw_line(canvas: &Canvas, plane: &Plane, points: &[Point], steps: bool, stroke: Stroke) {
    for run in runs(points, |p| p.0.is_finite() && p.1.is_finite()) {
        let run = if steps { stairs(&run) } else { run };
        let placed: Vec<Point> = run.iter().map(|&(x, y)| plane.at(x, y)).collect();
        canvas.line(&placed, stroke);
    }
}

/// Draws the area between the low and high of `points` (x, low, high), as stairs if `steps`.
pub(in crate::chart) fn draw_band(
    canvas: &Canvas,
    plane: &Plane,
    points: &[(f64, f64, f64)],
    steps: bool,
    (colour, opacity): (Colour, f64),
) {
    for run in runs(points, |p| p.0.is_finite() && p.1.is_finite() && p.2.is_finite()) {
        let (low, high): (Vec<Point>, Vec<Point>) = run.iter().map(|&(x, low, high)| ((x, low), (x, high))).unzip();
        let (low, high) = if steps { (stairs(&low), stairs(&high)) } else { (low, high) };
        let around = high.into_iter().chain(low.into_iter().rev());
        let placed: Vec<Point> = around.map(|(x, y)| plane.at(x, y)).collect();
        if placed.len() > 2 {
            canvas.area(&placed, colour, opacity);
        }
    }
}

/// The last point of a line that has a place.
pub(in crate::chart) fn last_known(points: &[Point]) -> Option<Point> {
    points.iter().rfind(|p| p.0.is_finite() && p.1.is_finite()).copied()
}

/// The first point of a line that has a place.
pub(in crate::chart) fn first_known(points: &[Point]) -> Option<Point> {
    points.iter().find(|p| p.0.is_finite() && p.1.is_finite()).copied()
}
