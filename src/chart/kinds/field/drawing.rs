use super::chart::{FieldChart, FieldWork, MOST_WORKS};
use super::lettered_pens::{BESIDE, LINE, RoomOfSheet, TEXT, TITLE};
use super::who_panel::sign;
use crate::chart::sheet::{Align, Canvas, Drawn, MARGIN, Picture, sheet_width, shorten, text_width, wrap};

impl FieldChart {
    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&self.drawing(), &self.heading.title, &self.describe())
    }

    pub(super) fn drawing(&self) -> Drawn {
        Canvas::draw(|canvas| self.draw(canvas))
    }

    /// The works that are drawn, where there is room for so many: places where people sit together stay, up to half of it.
    fn shown_works(&self, room: usize) -> Vec<&FieldWork> {
        let room = room.min(MOST_WORKS);
        let sitting = self.works.iter().filter(|work| work.sits).count();
        let kept = if self.works.len() > room { sitting.min(room / 2) } else { sitting };
        let (mut sits, mut others) = (kept, room - kept.min(room));
        let keep = |work: &&FieldWork| {
            let left = if work.sits { &mut sits } else { &mut others };
            let is_kept = *left > 0;
            *left = left.saturating_sub(1);
            is_kept
        };
        self.works.iter().filter(keep).collect()
    }

    fn draw(&self, canvas: &Canvas) {
        let (left, right) = (MARGIN, sheet_width() - MARGIN);
        let mut top = MARGIN - 10.0;
        for line in wrap(&self.heading.title, right - left, 2, TITLE.size, true) {
            top += 1.2 * TITLE.size;
            canvas.text(&line, (left, top - 0.25 * TITLE.size), TITLE, Align::Left);
        }
        top = self.draw_key(canvas, (left, right), top + 6.0);
        // Two lines are kept for the caption: what is left out is known only when the rest is drawn.
        let foot = canvas.height - 24.0;
        let whole = RoomOfSheet { left, right, top: top + 8.0, bottom: foot - 2.0 * LINE - 6.0 };
        let works = self.shown_works(self.room_for_works(whole));
        let who = self.who_width(works.len());
        let strip = if self.places.len() > 1 { 2.4 * LINE } else { 0.0 };
        let shown =
            self.draw_who(canvas, &works, RoomOfSheet { right: left + who, bottom: whole.bottom - strip, ..whole });
        if strip > 0.0 {
            self.draw_places(canvas, RoomOfSheet { right: left + who, top: whole.bottom - strip + 12.0, ..whole });
        }
        self.draw_when(canvas, &works, RoomOfSheet { left: left + who + 40.0, ..whole });
        let caption = format!("{} {}", self.heading.caption, self.left_out(shown, works.len()));
        for (at, line) in wrap(caption.trim(), right - left, 2, BESIDE.size, false).into_iter().enumerate() {
            let base = foot - LINE * (1.0 - at as f64) - 8.0;
            canvas.text(&line, (left, base), BESIDE, Align::Left);
        }
    }

    fn left_out(&self, organisations: usize, works: usize) -> String {
        let hidden = [(self.organisations.len() - organisations, "organisations"), (self.works.len() - works, "bars")];
        let hidden: Vec<String> = hidden
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| format!("{number} more {what}"))
            .collect();
        if hidden.is_empty() { String::new() } else { format!("(Not drawn: {}.)", hidden.join(", ")) }
    }

    /// The signs, in as many lines as they take; returns where they end.
    fn draw_key(&self, canvas: &Canvas, (left, right): (f64, f64), top: f64) -> f64 {
        let (mut x, mut y) = (left, top);
        for (which, text) in self.keys.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            let text = shorten(text, right - left - 44.0, TEXT.size, false);
            let width = 44.0 + text_width(&text, TEXT.size, false);
            if x > left && x + width > right {
                (x, y) = (left, y + LINE);
            }
            sign(canvas, which, (x + 16.0, y + 0.5 * LINE));
            canvas.text(&text, (x + 40.0, y + 0.78 * LINE), TEXT, Align::Left);
            x += width + 26.0;
        }
        if self.keys.iter().all(|text| text.trim().is_empty()) { top } else { y + LINE }
    }
}
