use super::plane::Plane;
use super::tiles::tiles;
use super::time_axis::TimeAxis;
use crate::chart::sheet::Canvas;
use crate::chart::words::Moments;

/// Marks a column as high as the plot for each moment on the axis; `tell` says its values, line by line. The values of
/// stairs hold until the next moment.
pub(in crate::chart) fn mark(
    canvas: &Canvas,
    plane: &Plane,
    axis: &TimeAxis,
    moments: &Moments,
    are_stairs: bool,
    values_at: impl Fn(f64) -> Vec<String>,
) {
    let mut shown: Vec<(f64, f64)> = moments.told.iter().map(|&time| (time, plane.px(time))).collect();
    shown.retain(|(time, _)| (plane.x.0..=plane.x.1).contains(time));
    shown.dedup_by(|a, b| a.1 <= b.1);
    let places: Vec<f64> = shown.iter().map(|(_, place)| *place).collect();
    for ((time, _), (left, right)) in shown.iter().zip(tiles(&places, (plane.left, plane.right), are_stairs)) {
        let lines: Vec<String> = core::iter::once(axis.name(*time)).chain(values_at(*time)).collect();
        canvas.spot((left, plane.top), (right, plane.bottom), told(lines));
    }
}

/// The lines that say something, each on its own.
pub(in crate::chart) fn told(lines: impl IntoIterator<Item = String>) -> String {
    let lines: Vec<String> =
        lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
