/// A collaborative structure.
#[derive(Clone, Copy, Debug)]
pub struct BoardState {
    /// Formality f, 0..1.
    pub formality: f64,
    /// First month.
    pub start: i32,
    /// First month after it.
    pub end: Option<i32>,
}

impl BoardState {
    /// Whether it sits in `month`.
    #[must_use]
    pub fn sits(&self, month: i32) -> bool {
        self.start <= month && self.end.is_none_or(|end| month < end)
    }
}
