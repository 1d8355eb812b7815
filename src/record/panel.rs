use super::Metric;
use serde::{Deserialize, Serialize};

/// Metrics by place, month and metric, in this order. Place 0 is all sites; then the places of
/// [`super::Setting::places`] in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    places: usize,
    months: usize,
    values: Vec<f32>,
}

impl Panel {
    /// A panel of zeros.
    #[must_use]
    pub fn new(places: usize, months: usize) -> Panel {
        Panel { places, months, values: vec![0.0; places * months * Metric::ALL.len()] }
    }

    /// No panel at all, where monthly aggregates of a run are not kept.
    #[must_use]
    pub fn none() -> Panel {
        Panel { places: 0, months: 0, values: Vec::new() }
    }

    /// Whether it is [`Panel::none`].
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.places == 0
    }

    /// Whether it is of so many places and months, or [`Panel::none`], and holds as many values as it says.
    #[must_use]
    pub fn fits(&self, places: usize, months: usize) -> bool {
        let is_of = (self.places, self.months) == (places, months) || (self.places, self.months) == (0, 0);
        is_of && self.places.checked_mul(self.months * Metric::ALL.len()) == Some(self.values.len())
    }

    /// Number of places, "all" included.
    #[must_use]
    pub fn places(&self) -> usize {
        self.places
    }

    /// Number of months.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months
    }

    /// The value of one metric.
    #[must_use]
    pub fn get(&self, place: usize, month: usize, metric: Metric) -> f32 {
        self.row(place, month)[metric.index()]
    }

    /// All metrics of a place in a month, in the order of [`Metric::ALL`].
    #[must_use]
    pub fn row(&self, place: usize, month: usize) -> &[f32] {
        let start = (place * self.months + month) * Metric::ALL.len();
        &self.values[start..start + Metric::ALL.len()]
    }

    /// The same, to be written.
    pub fn row_mut(&mut self, place: usize, month: usize) -> &mut [f32] {
        let start = (place * self.months + month) * Metric::ALL.len();
        &mut self.values[start..start + Metric::ALL.len()]
    }

    /// The course of one metric over all months.
    pub fn course(&self, place: usize, metric: Metric) -> impl Iterator<Item = f32> + '_ {
        (0..self.months).map(move |month| self.get(place, month, metric))
    }
}
