use super::text::exact;
use crate::scenario::TimeLine;

/// A time line: a number if it never changes, else points counted from the programme's start.
pub(super) fn line(line: &TimeLine, programme_start: i32) -> String {
    match line.points() {
        [(0, value)] => exact(*value),
        _ => points(line, programme_start),
    }
}

/// A time line as points, even if it never changes.
pub(super) fn points(line: &TimeLine, programme_start: i32) -> String {
    let points: Vec<String> =
        line.points().iter().map(|(at, value)| format!("[{}, {}]", at - programme_start, exact(*value))).collect();
    format!("[{}]", points.join(", "))
}
