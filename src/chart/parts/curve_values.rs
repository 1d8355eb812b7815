use super::band_key::BandKey;
use super::curve::Curve;
use crate::chart::axes::TimeAxis;
use crate::chart::sheet::MAX_GROUPS;
use crate::chart::words::at_time::held;
use crate::chart::words::{
    ChartTable, Moments, NONE, NumberFormat, from_to, in_brackets, name_or_left_out, with_interval,
};

fn percent(share: f64) -> String {
    NumberFormat::Percent.write(share)
}

/// The times at which any of the curves takes a step.
pub(in crate::chart) fn moments(curves: &[Curve]) -> Moments {
    Moments::of(curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.0)))
}

impl Curve {
    /// Its share at a time with how sure the average is.
    pub(in crate::chart) fn value(&self, time: f64) -> String {
        let band = held(&self.average_band, time).map(|(_, low, high)| (low, high));
        held(&self.points, time).map_or_else(|| NONE.to_owned(), |point| with_interval(&percent, point.1, band))
    }

    /// How far single cases spread at a time.
    pub(in crate::chart) fn spread(&self, time: f64) -> String {
        between(&self.spread_band, time)
    }

    /// How far plausible models reach at a time.
    pub(in crate::chart) fn reach(&self, time: f64) -> String {
        between(&self.reach, time)
    }
}

fn between(band: &[(f64, f64, f64)], time: f64) -> String {
    let known = held(band, time).filter(|(_, low, high)| low.is_finite() && high.is_finite());
    known.map_or_else(|| NONE.to_owned(), |(_, low, high)| from_to(&percent, (low, high)))
}

/// What a reader sees who points at a time: each curve's share, its spread where `has_spread`, and what stands in brackets.
pub(in crate::chart) fn lines(curves: &[Curve], time: f64, key: &BandKey, has_spread: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for curve in curves {
        lines.push(format!("{} {}", curve.label, curve.value(time)));
        let widths = [(curve.spread(time), key.spread_name()), (curve.reach(time), key.reach_name())];
        let known = widths.iter().filter(|(width, _)| has_spread && width != NONE);
        lines.extend(known.map(|(width, name)| format!("{name}: {width}")));
    }
    if lines.iter().any(|line| line.ends_with(')')) {
        lines.push(in_brackets(&key.average));
    }
    lines
}

/// All curves, time by time; `at_risk` names the numbers at the axis's ticks.
pub(in crate::chart) fn table(
    (axis, y_label): (&TimeAxis, &str),
    curves: &[Curve],
    key: &BandKey,
    at_risk: Option<&str>,
) -> ChartTable {
    let mut columns = vec![axis.corner(y_label)];
    let mut values: Vec<Box<dyn Fn(f64) -> String + '_>> = Vec::new();
    for (place, curve) in curves.iter().enumerate() {
        let name = name_or_left_out(&curve.label, place, MAX_GROUPS);
        let brackets = if curve.average_band.is_empty() { String::new() } else { in_brackets(&key.average) };
        columns.push(
            [name.as_str(), &brackets].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "),
        );
        values.push(Box::new(|time| curve.value(time)));
        if !curve.spread_band.is_empty() {
            columns.push(format!("{name}: {}", key.spread_name()));
            values.push(Box::new(|time| curve.spread(time)));
        }
        if !curve.reach.is_empty() {
            columns.push(format!("{name}: {}", key.reach_name()));
            values.push(Box::new(|time| curve.reach(time)));
        }
        let known = curve.at_risk.iter().any(Option::is_some);
        if let Some(label) = at_risk.filter(|_| known) {
            columns.push(format!("{name}: {}", if label.is_empty() { "at risk" } else { label }));
            values.push(Box::new(|time| {
                let tick = axis.ticks.iter().position(|tick| tick.at == time);
                let number = tick.and_then(|tick| curve.at_risk.get(tick).copied().flatten());
                number.map_or_else(|| NONE.to_owned(), |number| NumberFormat::Number.write(number as f64))
            }));
        }
    }
    let ticks = axis.ticks.iter().map(|tick| tick.at).filter(|_| at_risk.is_some());
    let moments = moments(curves).with(ticks);
    let row = |&time: &f64| core::iter::once(axis.name(time)).chain(values.iter().map(|value| value(time))).collect();
    ChartTable::of(columns, moments.told.iter().map(row)).with_note(moments.note())
}
