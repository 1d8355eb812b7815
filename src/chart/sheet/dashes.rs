use super::pen::Point;

/// Cuts the line through `points` into dashes; `pattern` is the lengths of dash, gap, dash, gap ... (an even number).
pub(in crate::chart) fn dashes(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    let (mut place, mut left) = (0, pattern[0]);
    let mut part: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = libm::hypot(to.0 - from.0, to.1 - from.1);
            if !length.is_finite() {
                break;
            }
            if length < left {
                left -= length;
                break;
            }
            let share = left / length.max(1e-9);
            from = (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1));
            if place % 2 == 0 {
                part.push(from);
                parts.push(core::mem::take(&mut part));
            } else {
                part = vec![from];
            }
            place = (place + 1) % pattern.len();
            left = pattern[place];
        }
        if place % 2 == 0 {
            part.push(to);
        }
    }
    if part.len() > 1 {
        parts.push(part);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_end_ends() {
        let line = [(0.0, 0.0), (f64::INFINITY, 0.0), (f64::NAN, 1.0), (3.0, 1.0)];
        assert!(dashes(&line, &[14.0, 5.0]).len() <= 1);
    }

    #[test]
    fn run_around_corners() {
        let parts = dashes(&[(0.0, 0.0), (3.0, 0.0), (3.0, 5.0)], &[4.0, 2.0]);
        assert_eq!(parts, [vec![(0.0, 0.0), (3.0, 0.0), (3.0, 1.0)], vec![(3.0, 3.0), (3.0, 5.0)]]);
        assert!(dashes(&[], &[4.0, 2.0]).is_empty());
    }
}
