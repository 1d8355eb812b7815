use super::chart::{FieldChart, FieldWork};
use super::lettered_pens::{BESIDE, BOLD, LINE, RoomOfSheet, TEXT, letter};
use crate::chart::axes::{Plane, told};
use crate::chart::sheet::{Align, Canvas, FILL, GRID, INK, PALE, PAPER, QUIET, Stroke, shorten, text_width};

/// Height of what is said of money.
const MONEY: f64 = 1.9 * LINE;
/// How strong bars and areas are on which words stand, and past whose ends they reach: light, so that the same ink is read on both.
pub(super) const LIGHT: f64 = 0.45;

impl FieldChart {
    /// How many works there is room for in a part this high.
    pub(super) fn room_for_works(&self, part: RoomOfSheet) -> usize {
        let (top, bottom) = self.rows_between(part);
        RoomOfSheet { top, bottom, ..part }.rows(self.works.len()).0
    }

    /// Where the rows of works begin and end.
    fn rows_between(&self, part: RoomOfSheet) -> (f64, f64) {
        let money = if self.money.is_empty() { 0.0 } else { MONEY };
        let marks = if self.axis.marks.is_empty() { 0.0 } else { LINE };
        (part.top + LINE + money + marks, part.bottom - LINE - 6.0)
    }

    /// What flows from outside, and what is done, over time.
    pub(super) fn draw_when(&self, canvas: &Canvas, works: &[&FieldWork], part: RoomOfSheet) {
        let notes = works.iter().map(|work| text_width(&work.note, TEXT.size, false)).fold(0.0, f64::max);
        let notes = if notes > 0.0 { notes.min(0.25 * (part.right - part.left)) + 14.0 } else { 0.0 };
        let head = part.top + 0.75 * LINE;
        let room = part.right - part.left;
        canvas.text(&shorten(&self.heads[2], room, TEXT.size, false), (part.right, head), BESIDE, Align::Right);
        let mut plane = Plane {
            left: part.left + 34.0,
            right: part.right - notes,
            top: part.top + LINE,
            bottom: self.rows_between(part).1,
            x: self.axis.range(),
            y: (0.0, 1.0),
        };
        self.draw_ticks(canvas, &plane);
        if !self.money.is_empty() {
            self.draw_money(canvas, Plane { bottom: plane.top + MONEY - 8.0, ..plane });
            plane.top += MONEY;
        }
        if !self.axis.marks.is_empty() {
            self.draw_marks(canvas, &plane);
            plane.top += LINE;
        }
        let rows = RoomOfSheet { top: plane.top, bottom: plane.bottom, ..part };
        let (shown, pitch) = rows.rows(works.len());
        for (at, work) in works.iter().take(shown).enumerate() {
            let top = rows.top + pitch * at as f64;
            let row = Plane { top, bottom: top + pitch, ..plane };
            self.draw_work(canvas, work, at, &row, part.right);
        }
    }

    fn draw_work(&self, canvas: &Canvas, work: &FieldWork, at: usize, row: &Plane, right: f64) {
        let middle = 0.5 * (row.top + row.bottom);
        let base = middle + 0.36 * TEXT.size;
        let (upper, lower) = (middle - 0.45 * LINE, middle + 0.45 * LINE);
        let (from, to) = (row.px(work.span.0), row.px(work.span.1));
        let bar = |(from, to): (f64, f64), colour, opacity| {
            if to > from {
                canvas.rectangle((from, upper), (to, lower), colour, opacity);
            }
        };
        if work.sits {
            bar((from, to), PAPER, 1.0);
            let outline = [(from, upper), (to, upper), (to, lower), (from, lower), (from, upper)];
            canvas.line(&outline, Stroke { colour: QUIET, width: 2.5, dash: &[] });
        } else {
            bar((from, to), PALE, LIGHT);
            if let Some(paid) = work.paid {
                bar((row.px(paid.0).max(from), row.px(paid.1).min(to)), FILL, LIGHT);
            }
        }
        canvas.text(&letter(at), (row.left - 20.0, base), BOLD, Align::Middle);
        let name = shorten(&work.label, row.right - row.left - 16.0, TEXT.size, false);
        let latest = row.right - 8.0 - text_width(&name, TEXT.size, false);
        canvas.text(&name, ((from + 8.0).min(latest), base), TEXT, Align::Left);
        let room = right - row.right - 12.0;
        if room > 0.0 {
            canvas.text(&shorten(&work.note, room, TEXT.size, false), (right, base), TEXT, Align::Right);
        }
        canvas.spot((row.left - 34.0, row.top), (right, row.bottom), told([work.label.clone(), work.note.clone()]));
    }

    fn draw_money(&self, canvas: &Canvas, plane: Plane) {
        let mut area: Vec<(f64, f64)> = self.money.iter().map(|&(time, share)| plane.at(time, share)).collect();
        if let (Some(&first), Some(&last)) = (area.first(), area.last()) {
            area.push((last.0, plane.bottom));
            area.push((first.0, plane.bottom));
            canvas.area(&area, FILL, LIGHT);
        }
        let line = Stroke { colour: QUIET, width: 1.5, dash: &[] };
        canvas.line(&[(plane.left, plane.bottom), (plane.right, plane.bottom)], line);
        let text = shorten(&self.money_label, plane.right - plane.left - 16.0, TEXT.size, false);
        let start = self.money.first().map_or(plane.left, |point| plane.px(point.0));
        let latest = plane.right - 8.0 - text_width(&text, TEXT.size, false);
        canvas.text(&text, ((start + 8.0).min(latest), plane.bottom - 10.0), TEXT, Align::Left);
        canvas.spot((plane.left, plane.top), (plane.right, plane.bottom), told([self.money_label.clone()]));
    }

    fn draw_marks(&self, canvas: &Canvas, plane: &Plane) {
        let mut free = plane.left;
        let mut marks: Vec<_> = self.axis.marks.iter().filter(|mark| mark.at.is_finite()).collect();
        marks.sort_by(|one, other| one.at.total_cmp(&other.at));
        for mark in marks {
            let (x, top) = (plane.px(mark.at), plane.top + LINE - 2.0);
            canvas.area(&[(x, top), (x - 6.0, top - 7.0), (x + 6.0, top - 7.0)], INK, 1.0);
            canvas.line(&[(x, top), (x, plane.bottom)], Stroke { colour: INK, width: 2.0, dash: &[6.0, 5.0] });
            let text = shorten(&mark.label, plane.right - plane.left, TEXT.size, false);
            let width = text_width(&text, TEXT.size, false);
            let left = (x + 12.0).min(plane.right - width);
            if left >= free {
                canvas.text(&text, (left, plane.top + 0.58 * LINE), TEXT, Align::Left);
                free = left + width + 14.0;
            }
        }
    }

    /// The ends of years, as many as there is room for.
    fn draw_ticks(&self, canvas: &Canvas, plane: &Plane) {
        let ticks: Vec<_> = self.axis.ticks.iter().filter(|tick| tick.at.is_finite()).collect();
        let widest = ticks.iter().map(|tick| text_width(&tick.label, TEXT.size, false)).fold(0.0, f64::max).min(300.0);
        let mut free = f64::NEG_INFINITY;
        for tick in ticks {
            let x = plane.px(tick.at);
            canvas.line(&[(x, plane.top), (x, plane.bottom)], Stroke { colour: GRID, width: 1.5, dash: &[] });
            let middle = x.clamp(plane.left + 0.5 * widest - 30.0, (plane.right - 0.5 * widest).max(plane.left));
            if middle - 0.5 * widest >= free {
                let text = shorten(&tick.label, widest + 1.0, TEXT.size, false);
                canvas.text(&text, (middle, plane.bottom + LINE), BESIDE, Align::Middle);
                free = middle + 0.5 * widest + 16.0;
            }
        }
    }
}
