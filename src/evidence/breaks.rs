use crate::record::{Metric, Panel};
use crate::stats::{bic_penalty, change_points, turning_points};

/// Months that a phase between two breaks lasts at least.
const LEAST: usize = 6;

/// Months of the run in which the monthly change of a metric takes another level at a place.
fn breaks(panel: &Panel, place: usize, metric: Metric) -> Vec<i32> {
    let course: Vec<f64> = panel.course(place, metric).map(f64::from).collect();
    let changes: Vec<f64> = course.windows(2).map(|pair| pair[1] - pair[0]).collect();
    // The change from month t to t + 1 stands at place t: its break shows in month t + 1.
    change_points(&changes, LEAST, bic_penalty(&changes)).into_iter().map(|point| point as i32 + 1).collect()
}

/// Share of sites that have a break of `metric` at most `within` months from each month of `near`.
pub(super) fn with_breaks(panel: &Panel, metric: Metric, near: &[i32], within: u32) -> f64 {
    share_of_sites(panel, |place| are_near(&breaks(panel, place, metric), near, within))
}

/// Share of sites whose course of `metric`, drawn with straight pieces and as many turns as there are months in `near`, turns at
/// most `within` months from each of these.
pub(super) fn with_turning_points(panel: &Panel, metric: Metric, near: &[i32], within: u32) -> f64 {
    share_of_sites(panel, |place| {
        let course: Vec<f64> = panel.course(place, metric).map(f64::from).collect();
        let turns: Vec<i32> =
            turning_points(&course, near.len(), LEAST).into_iter().map(|point| point as i32).collect();
        are_near(&turns, near, within)
    })
}

fn are_near(points: &[i32], near: &[i32], within: u32) -> bool {
    near.iter().all(|month| points.iter().any(|point| point.abs_diff(*month) <= within))
}

fn share_of_sites(panel: &Panel, holds: impl Fn(usize) -> bool) -> f64 {
    let sites = panel.places() - 1;
    (1..panel.places()).filter(|&place| holds(place)).count() as f64 / sites as f64
}

#[cfg(test)]
mod tests {
    use super::{with_breaks, with_turning_points};
    use crate::record::{Metric, Panel};

    /// Slope 0, then 1 from month 12, then -3 from month 40 on, in site 1; none of it in site 2.
    fn panel() -> Panel {
        let mut panel = Panel::new(3, 80);
        for month in 0..80_i32 {
            let value =
                f64::from((month - 12).max(0)) - 4.0 * f64::from((month - 40).max(0)) + 0.01 * f64::from(month % 2);
            panel.row_mut(1, month as usize)[Metric::TotalScale.index()] = value as f32;
            panel.row_mut(2, month as usize)[Metric::TotalScale.index()] = 0.01 * (month % 2) as f32;
        }
        panel
    }

    #[test]
    fn bends_are_found_where_they_are() {
        let of = |near: &[i32]| with_breaks(&panel(), Metric::TotalScale, near, 2);
        assert_eq!((of(&[12]), of(&[40]), of(&[12, 40]), of(&[25])), (0.5, 0.5, 0.5, 0.0));
        let strongest = |near: &[i32]| with_turning_points(&panel(), Metric::TotalScale, near, 2);
        assert_eq!((strongest(&[40]), strongest(&[12]), strongest(&[12, 40])), (0.5, 0.0, 0.5));
    }
}
