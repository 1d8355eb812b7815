/// A value over time: straight lines between points, level before the first and after the last.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeLine {
    points: Vec<(i32, f64)>,
}

impl TimeLine {
    /// The same value for ever.
    #[must_use]
    pub fn constant(value: f64) -> TimeLine {
        TimeLine { points: vec![(0, value)] }
    }

    /// Points of (month of the run, value); `None` if there is none or their months do not rise.
    #[must_use]
    pub fn new(points: Vec<(i32, f64)>) -> Option<TimeLine> {
        (!points.is_empty() && points.windows(2).all(|w| w[0].0 < w[1].0)).then_some(TimeLine { points })
    }

    /// The points: (month of the run, value).
    #[must_use]
    pub fn points(&self) -> &[(i32, f64)] {
        &self.points
    }

    /// Whether it says something of a month from `month` on: it has a point there.
    #[must_use]
    pub fn goes_past(&self, month: i32) -> bool {
        self.points.last().is_some_and(|point| point.0 >= month)
    }

    /// The value in `month` of the run, which may be negative.
    #[must_use]
    pub fn at(&self, month: i32) -> f64 {
        let after = self.points.partition_point(|p| p.0 <= month);
        match (after.checked_sub(1).map(|i| self.points[i]), self.points.get(after)) {
            (Some((m0, v0)), Some(&(m1, v1))) => v0 + (v1 - v0) * f64::from(month - m0) / f64::from(m1 - m0),
            (Some((_, v)), None) | (None, Some(&(_, v))) => v,
            (None, None) => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TimeLine;

    #[test]
    fn is_level_outside_and_straight_between() {
        let line = TimeLine::new(vec![(0, 0.9), (18, 0.9), (24, 0.3)]).unwrap();
        for (month, value) in [(-5, 0.9), (0, 0.9), (17, 0.9), (21, 0.6), (24, 0.3), (99, 0.3)] {
            assert!((line.at(month) - value).abs() < 1e-12, "{month}");
        }
        assert!(line.goes_past(24) && !line.goes_past(25));
        assert!(TimeLine::new(vec![]).is_none() && TimeLine::new(vec![(3, 0.1), (3, 0.2)]).is_none());
    }
}
