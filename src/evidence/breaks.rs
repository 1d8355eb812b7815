use crate::record::{Metric, Panel};
use crate::stats::{bic_penalty, break_sizes, change_points};

/// Months that a phase between two breaks lasts at least.
const LEAST: usize = 6;

/// Months of the run in which the monthly change of a metric takes another level at a place, each with the size of the
/// break: change of the mean monthly change.
fn breaks(panel: &Panel, place: usize, metric: Metric) -> Vec<(i32, f64)> {
    let course: Vec<f64> = panel.course(place, metric).map(f64::from).collect();
    let changes: Vec<f64> = course.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let points = change_points(&changes, LEAST, bic_penalty(&changes));
    let sizes = break_sizes(&changes, &points);
    // The change from month t to t + 1 stands at place t: its break shows in month t + 1.
    points.iter().zip(sizes).map(|(&point, size)| (point as i32 + 1, size)).collect()
}

/// Share of sites that have a break of `metric` at most `within` months from each month of `near`.
pub(super) fn with_breaks(panel: &Panel, metric: Metric, near: &[i32], within: u32) -> f64 {
    share_of_sites(panel, |place| {
        let breaks = breaks(panel, place, metric);
        near.iter().all(|&month| breaks.iter().any(|&(at, _)| at.abs_diff(month) <= within))
    })
}

/// Share of sites whose largest breaks of `metric`, as many as months in `near`, are at these, each at most `within` months
/// away.
pub(super) fn with_largest_breaks(panel: &Panel, metric: Metric, near: &[i32], within: u32) -> f64 {
    share_of_sites(panel, |place| {
        let mut breaks = breaks(panel, place, metric);
        breaks.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
        breaks.truncate(near.len());
        near.iter().all(|&month| breaks.iter().any(|&(at, _)| at.abs_diff(month) <= within))
    })
}

fn share_of_sites(panel: &Panel, holds: impl Fn(usize) -> bool) -> f64 {
    let sites = panel.places() - 1;
    (1..panel.places()).filter(|&place| holds(place)).count() as f64 / sites as f64
}

#[cfg(test)]
mod tests {
    use super::{with_breaks, with_largest_breaks};
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
        let largest = |near: &[i32]| with_largest_breaks(&panel(), Metric::TotalScale, near, 2);
        assert_eq!((largest(&[40]), largest(&[12]), largest(&[12, 40])), (0.5, 0.0, 0.5));
    }
}
