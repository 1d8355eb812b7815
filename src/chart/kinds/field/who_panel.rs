use super::chart::{FieldChart, FieldPart, FieldWork};
use super::lettered_pens::{BESIDE, BOLD, LINE, RoomOfSheet, TEXT, letter};
use super::when_panel::LIGHT;
use crate::chart::axes::told;
use crate::chart::sheet::{
    Align, Canvas, DEEP, FILL, GRID, INK, MARGIN, Point, Stroke, palette, sheet_width, shorten, text_width,
};

const WIDEST_NAME: f64 = 340.0;
const COLUMN: f64 = 36.0;
const RING: f64 = 15.0;

impl FieldChart {
    /// How wide names, people and so many columns are together.
    pub(super) fn who_width(&self, works: usize) -> f64 {
        let (name, people) = self.who_columns();
        (name + people + COLUMN * works as f64).max(0.3 * (sheet_width() - 2.0 * MARGIN))
    }

    /// How wide names and people are, each with the room behind it.
    fn who_columns(&self) -> (f64, f64) {
        let whole = sheet_width() - 2.0 * MARGIN;
        let widest = |texts: &mut dyn Iterator<Item = &String>, bold| {
            texts.map(|text| text_width(text, TEXT.size, bold)).fold(0.0, f64::max)
        };
        let name = widest(&mut self.organisations.iter().map(|one| &one.label), false);
        let name = name.max(text_width(&self.heads[0], TEXT.size, true)).min(WIDEST_NAME).min(0.25 * whole);
        let people = widest(&mut self.organisations.iter().map(|one| &one.people), false);
        let people = people.max(text_width(&self.heads[1], TEXT.size, false)).min(0.1 * whole);
        (name + 20.0, people + 16.0)
    }

    /// Organisations against what they do; returns how many there was room for.
    pub(super) fn draw_who(&self, canvas: &Canvas, works: &[&FieldWork], part: RoomOfSheet) -> usize {
        let (name, people) = self.who_columns();
        let head = part.top + 0.75 * LINE;
        canvas.text(&shorten(&self.heads[0], name - 16.0, TEXT.size, true), (part.left, head), BOLD, Align::Left);
        let ends = part.left + name + people - 16.0;
        canvas.text(&shorten(&self.heads[1], people - 12.0, TEXT.size, false), (ends, head), BESIDE, Align::Right);
        let first = part.left + name + people + 0.5 * COLUMN;
        let column = |at: usize| first + COLUMN * at as f64;
        for at in 0..works.len() {
            canvas.text(&letter(at), (column(at), head), BOLD, Align::Middle);
        }
        let rows = RoomOfSheet { top: part.top + LINE, ..part };
        let (shown, pitch) = rows.rows(self.organisations.len());
        for (at, one) in self.organisations.iter().take(shown).enumerate() {
            let (upper, middle) = (rows.top + pitch * at as f64, rows.top + pitch * (at as f64 + 0.5));
            canvas.line(&[(part.left, upper), (part.right, upper)], Stroke { colour: GRID, width: 1.5, dash: &[] });
            let base = middle + 0.36 * TEXT.size;
            canvas.text(&shorten(&one.label, name - 16.0, TEXT.size, false), (part.left, base), TEXT, Align::Left);
            canvas.text(&shorten(&one.people, people - 12.0, TEXT.size, false), (ends, base), TEXT, Align::Right);
            for (place, work) in works.iter().enumerate() {
                for (_, how, pays) in work.parts.iter().filter(|part| part.0 == at) {
                    let centre = (column(place), middle);
                    draw_part(canvas, *how, centre);
                    if *pays {
                        ring(canvas, centre);
                    }
                }
            }
            let parts = works.iter().enumerate().filter_map(|(place, work)| {
                let part = work.parts.iter().find(|part| part.0 == at)?;
                let pays = if part.2 { ", pays" } else { "" };
                Some(format!("{} {}{pays}", letter(place), work.label))
            });
            let said = [one.label.clone(), one.people.clone()].into_iter().chain(parts);
            canvas.spot((part.left, upper), (part.right, upper + pitch), told(said));
        }
        shown
    }
}

fn draw_part(canvas: &Canvas, how: FieldPart, (x, y): Point) {
    match how {
        FieldPart::Leads => canvas.rectangle((x - 10.0, y - 10.0), (x + 10.0, y + 10.0), DEEP, 1.0),
        FieldPart::TakesPart => canvas.disc((x, y), 7.5, DEEP),
        FieldPart::Pays => {}
        FieldPart::Sits => {
            canvas.area(&[(x - 11.0, y), (x, y - 11.0), (x + 11.0, y), (x, y + 11.0)], INK, 1.0);
        }
    }
}

fn ring(canvas: &Canvas, (x, y): Point) {
    let corner = |n: i32| {
        let turn = f64::from(n) / 24.0 * std::f64::consts::TAU;
        (x + RING * libm::cos(turn), y + RING * libm::sin(turn))
    };
    let stroke = Stroke { colour: palette::line(1).colour, width: 3.5, dash: &[] };
    canvas.line(&(0..=24).map(corner).collect::<Vec<_>>(), stroke);
}

/// The sign of the key in this place.
pub(super) fn sign(canvas: &Canvas, which: usize, centre: Point) {
    match which {
        0 => draw_part(canvas, FieldPart::Leads, centre),
        1 => draw_part(canvas, FieldPart::TakesPart, centre),
        2 => ring(canvas, centre),
        3 => draw_part(canvas, FieldPart::Sits, centre),
        4 => canvas.text("+1", (centre.0, centre.1 + 0.36 * TEXT.size), TEXT, Align::Middle),
        _ => canvas.rectangle((centre.0 - 16.0, centre.1 - 11.0), (centre.0 + 16.0, centre.1 + 11.0), FILL, LIGHT),
    }
}
