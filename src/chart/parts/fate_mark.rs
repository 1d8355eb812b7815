use crate::chart::sheet::{Align, BASELINE, Canvas, FATES, INK, PAPER, Pen, Point, Stroke, text_width};

/// The mark of a fate: its colour and letter, in a shape that says where the thing came from.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::chart) struct FateMark {
    /// 0 (best) to 3; `None` where the mark only says where things came from.
    pub fate: Option<usize>,
    /// 0: a filled square, 1: a hollow square, 2: a disc.
    pub origin: usize,
    /// Its letter; may be empty.
    pub letter: String,
}

/// Its width and height.
pub(in crate::chart) const SIZE: f64 = 22.0;

impl FateMark {
    /// Draws it with its upper left corner there.
    pub fn draw(&self, canvas: &Canvas, (x, y): Point) {
        let colour = self.fate.map_or(BASELINE, |fate| FATES[fate % FATES.len()]);
        let (right, bottom) = (x + SIZE, y + SIZE);
        let middle = (x + 0.5 * SIZE, y + 0.5 * SIZE);
        let ink = match self.origin {
            0 => {
                canvas.rectangle((x, y), (right, bottom), colour, 1.0);
                colour.ink()
            }
            1 => {
                let edge = [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
                canvas.area(&edge, colour, 1.0);
                canvas.rectangle((x + 4.0, y + 4.0), (right - 4.0, bottom - 4.0), PAPER, 1.0);
                canvas.line(&edge, Stroke { colour: INK, width: 1.0, dash: &[] });
                INK
            }
            _ => {
                canvas.disc(middle, 0.5 * SIZE, colour);
                colour.ink()
            }
        };
        let size = if self.origin == 1 { 13.0 } else { 16.0 };
        // What is too long for the mark would lie on what is around it.
        let room = if self.origin == 1 { SIZE - 7.0 } else { SIZE - 2.0 };
        if text_width(&self.letter, size, true) <= room {
            let pen = Pen { size, bold: true, colour: ink };
            canvas.text(&self.letter, (middle.0, middle.1 + 0.36 * size), pen, Align::Middle);
        }
    }
}
