use super::measure::How;
use crate::record::{Metric, Panel};
use crate::stats::Moments;

/// What `how` makes of the course of a metric at a place in the months from `window.0` to before `window.1`; `start` is the
/// programme's first month.
pub(super) fn of_window(panel: &Panel, place: usize, metric: Metric, window: (u32, u32), how: How, start: i32) -> f64 {
    let values = || (window.0..window.1).map(|month| f64::from(panel.get(place, month as usize, metric)));
    let n = f64::from(window.1 - window.0);
    match how {
        How::Mean => values().sum::<f64>() / n,
        How::Sum => values().sum(),
        How::Change => values().next_back().unwrap_or(f64::NAN) - values().next().unwrap_or(f64::NAN),
        How::Highest => values().fold(f64::NAN, f64::max),
        How::Peak => {
            let peak = values().enumerate().fold((0, f64::NAN), |best, (i, v)| if best.1 >= v { best } else { (i, v) });
            f64::from(window.0) + peak.0 as f64 - f64::from(start)
        }
        How::Slope => {
            let middle = (n - 1.0) / 2.0;
            let (mut products, mut squares) = (0.0, 0.0);
            for (i, value) in values().enumerate() {
                let t = i as f64 - middle;
                products += t * value;
                squares += t * t;
            }
            12.0 * products / squares
        }
    }
}

/// The standard deviation between the sites; NaN with fewer than two.
pub(super) fn between_sites(panel: &Panel, metric: Metric, window: (u32, u32), how: How, start: i32) -> f64 {
    let mut sites = Moments::new();
    (1..panel.places()).for_each(|place| sites.add(of_window(panel, place, metric, window, how, start)));
    sites.variance().map_or(f64::NAN, f64::sqrt)
}

#[cfg(test)]
mod tests {
    use super::{between_sites, of_window};
    use crate::evidence::measure::How;
    use crate::record::{Metric, Panel};

    fn panel() -> Panel {
        let mut panel = Panel::new(3, 4);
        for (place, course) in [[2.0, 3.0, 4.0, 5.0], [1.0, 1.0, 1.0, 1.0], [3.0, 5.0, 7.0, 9.0]].iter().enumerate() {
            for (month, value) in course.iter().enumerate() {
                panel.row_mut(place, month)[Metric::Agency.index()] = *value;
            }
        }
        panel
    }

    #[test]
    fn windows_come_to_what_they_say() {
        let of = |how| of_window(&panel(), 0, Metric::Agency, (0, 4), how, 1);
        assert_eq!(of(How::Mean), 3.5);
        assert_eq!(of(How::Sum), 14.0);
        assert_eq!(of(How::Change), 3.0);
        assert_eq!(of(How::Highest), 5.0);
        assert_eq!(of(How::Peak), 2.0);
        assert_eq!(of(How::Slope), 12.0);
    }

    #[test]
    fn sites_differ_by_their_standard_deviation() {
        let spread = between_sites(&panel(), Metric::Agency, (0, 4), How::Mean, 1);
        assert!((spread - (2.0 * 2.5_f64 * 2.5).sqrt()).abs() < 1e-12);
    }
}
