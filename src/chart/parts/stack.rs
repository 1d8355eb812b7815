use super::bands::stairs;
use crate::chart::axes::Plane;
use crate::chart::sheet::{Canvas, Colour, PAPER, Point, Stroke};

/// Layers on top of each other, over time.
pub(in crate::chart) struct Stack {
    times: Vec<f64>,
    /// 0, then the sum up to and with each layer, by time.
    pub levels: Vec<Vec<f64>>,
}

/// A thickness as it is drawn: missing, negative and not finite count as 0.
pub(in crate::chart) fn thickness(counts: &[f64], place: usize) -> f64 {
    counts.get(place).copied().filter(|count| count.is_finite()).map_or(0.0, |count| count.max(0.0))
}

impl Stack {
    /// Of layers from bottom to top, each with its thickness by time.
    pub fn new<'a>(times: &[f64], layers: impl IntoIterator<Item = &'a [f64]>) -> Stack {
        let mut levels = vec![vec![0.0; times.len()]];
        for layer in layers {
            let below = &levels[levels.len() - 1];
            let sums = below.iter().enumerate().map(|(time, sum)| sum + thickness(layer, time));
            levels.push(sums.collect());
        }
        Stack { times: times.to_vec(), levels }
    }

    /// The highest sum.
    pub fn highest(&self) -> f64 {
        self.levels.last().map_or(0.0, |top| top.iter().copied().fold(0.0, f64::max))
    }

    /// The middle of a layer at the last time.
    pub fn middle(&self, layer: usize) -> Option<Point> {
        let last = self.times.len().checked_sub(1)?;
        Some((self.times[last], 0.5 * (self.levels[layer][last] + self.levels[layer + 1][last])))
    }

    /// Draws the layers, as stairs if `steps`, with a light line above each.
    pub fn draw(&self, canvas: &Canvas, plane: &Plane, steps: bool, colour: impl Fn(usize) -> Colour) {
        for (place, pair) in self.levels.windows(2).enumerate() {
            let edge = |level: &[f64]| -> Vec<Point> {
                let points: Vec<Point> = self.times.iter().copied().zip(level.iter().copied()).collect();
                let points = if steps { stairs(&points) } else { points };
                points.into_iter().map(|(time, value)| plane.at(time, value)).collect()
            };
            let (low, high) = (edge(&pair[0]), edge(&pair[1]));
            if high.len() > 1 {
                let around: Vec<Point> = high.iter().chain(low.iter().rev()).copied().collect();
                canvas.area(&around, colour(place), 1.0);
                canvas.line(&high, Stroke { colour: PAPER, width: 1.5, dash: &[] });
            }
        }
    }
}
