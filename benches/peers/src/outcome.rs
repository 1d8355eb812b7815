//! What a peer ends with, in which all have to agree.

use serde::Serialize;

#[derive(Clone, Debug, Default, Serialize)]
pub struct Outcome {
    pub peer: String,
    pub people: usize,
    pub months: u32,
    pub seconds: f64,
    /// Means and standard deviations; of enthusiasm and trust among people in post, or over all ties.
    pub enthusiasm: [f64; 2],
    pub trust: [f64; 2],
    pub position: [f64; 2],
    pub vacant: f64,
    pub collaboration: f64,
}

pub fn moments(values: impl Iterator<Item = f64>) -> [f64; 2] {
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    for value in values {
        n += 1.0;
        sum += value;
        squares += value * value;
    }
    let mean = sum / n;
    [mean, (squares / n - mean * mean).max(0.0).sqrt()]
}
