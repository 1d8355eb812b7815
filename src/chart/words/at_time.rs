/// What stands first of a point: its time.
pub(in crate::chart) trait Timed: Copy {
    fn time(self) -> f64;
}

impl Timed for (f64, f64) {
    fn time(self) -> f64 {
        self.0
    }
}

impl Timed for (f64, f64, f64) {
    fn time(self) -> f64 {
        self.0
    }
}

/// The point at this very time.
pub(in crate::chart) fn at<T: Timed>(points: &[T], time: f64) -> Option<T> {
    points.iter().rfind(|point| point.time() == time).copied()
}

/// The point whose value holds at this time: the last one before it, if another one follows that ends its step.
pub(in crate::chart) fn held<T: Timed>(points: &[T], time: f64) -> Option<T> {
    let place = points.iter().rposition(|point| point.time() <= time)?;
    let is_ended = points.get(place + 1).is_some_and(|next| next.time().is_finite());
    (points[place].time() == time || is_ended).then_some(points[place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_until_the_next_but_not_beyond_the_last() {
        let points = [(0.0, 1.0), (10.0, 0.5), (20.0, 0.2)];
        assert_eq!([0.0, 9.0, 10.0, 20.0].map(|time| held(&points, time).map(|p| p.1)), [1.0, 1.0, 0.5, 0.2].map(Some));
        assert_eq!([-1.0, 21.0].map(|time| held(&points, time)), [None, None]);
        assert_eq!([at(&points, 10.0), at(&points, 9.0)], [Some((10.0, 0.5)), None]);
    }
}
