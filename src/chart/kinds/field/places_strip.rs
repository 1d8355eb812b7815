use super::chart::FieldChart;
use super::lettered_pens::{BESIDE, LINE, RoomOfSheet, TEXT};
use crate::chart::axes::told;
use crate::chart::sheet::{Align, Canvas, DEEP, INK, PALE, shorten};

/// Most bars that are told apart; of more, every second or third ... is drawn.
const MOST_BARS: usize = 240;
const WIDEST_BAR: f64 = 18.0;

impl FieldChart {
    /// All places as bars, with a mark under the one that is drawn.
    pub(super) fn draw_places(&self, canvas: &Canvas, part: RoomOfSheet) {
        let room = part.right - part.left;
        let label = shorten(&self.places_label, room, TEXT.size, false);
        canvas.text(&label, (part.left, part.top + 0.75 * LINE), BESIDE, Align::Left);
        let step = self.places.len().div_ceil(MOST_BARS);
        // The one that is drawn is always there.
        let shown: Vec<usize> = (0..self.places.len()).filter(|at| at % step == self.drawn % step).collect();
        let width = (room / shown.len().max(1) as f64).min(WIDEST_BAR);
        let (foot, high) = (part.bottom - 12.0, part.bottom - 12.0 - part.top - LINE);
        for (place, &at) in shown.iter().enumerate() {
            let one = &self.places[at];
            let left = part.left + width * place as f64;
            let size = if one.size.is_finite() { one.size.clamp(0.0, 1.0) } else { 0.0 };
            let gap = 0.2 * width;
            let colour = if one.member { DEEP } else { PALE };
            canvas.rectangle((left, foot - (0.15 + 0.85 * size) * high), (left + width - gap, foot), colour, 1.0);
            if at == self.drawn {
                let middle = left + 0.5 * (width - gap);
                canvas.area(
                    &[(middle, foot + 2.0), (middle - 9.0, foot + 13.0), (middle + 9.0, foot + 13.0)],
                    INK,
                    1.0,
                );
            }
            canvas.spot((left, part.top + LINE), (left + width, part.bottom), told([one.label.clone()]));
        }
    }
}
