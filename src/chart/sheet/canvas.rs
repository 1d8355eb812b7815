use super::colour::Colour;
use super::dashes::dashes;
use super::font::FAMILY;
use super::legible::{Room, are_apart};
use super::page_text::{PageText, note_words};
use super::palette::{EMPTY, HATCH};
use super::pen::{Align, FINE, Pen, Point, Stroke};
use super::size::{letters, sheet_height, sheet_width};
use super::spot::Spot;
use super::text_run::{RunFont, text_runs};
use super::text_width::text_width;
use crate::chart::words::clean;
use crate::letters::is_joining;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::cell::RefCell;
use std::ops::Deref;

/// A white sheet to draw lines, areas and texts on.
pub(in crate::chart) struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, plotters::coord::Shift>,
    spots: RefCell<Vec<Spot>>,
    page_texts: RefCell<Vec<PageText>>,
    unknown: RefCell<Vec<String>>,
    rooms: RefCell<Vec<Room>>,
    /// In units; it is as wide as its sheet.
    pub height: f64,
}

/// What was drawn.
pub(in crate::chart) struct Drawn {
    /// An SVG document, still with text.
    svg: String,
    /// Places with a value, in the order in which they were marked.
    pub spots: Vec<Spot>,
    /// Texts in letters that the embedded font lacks, which are not in the document yet.
    pub page_texts: Vec<PageText>,
    /// The words that hold such letters, each once.
    pub unknown: Vec<String>,
    /// Whether every text lies on the sheet, and none on another one.
    pub is_legible: bool,
}

impl Deref for Drawn {
    type Target = str;

    fn deref(&self) -> &str {
        &self.svg
    }
}

/// Writing to a string cannot fail.
const INFALLIBLE: &str = "a string takes whatever is drawn";

impl Canvas<'_> {
    /// What `paint` draws on a 16:9 sheet.
    pub fn draw(paint: impl FnOnce(&Canvas)) -> Drawn {
        Canvas::draw_on(sheet_height(), paint)
    }

    /// What `paint` draws on a sheet this high.
    pub fn draw_on(height: f64, paint: impl FnOnce(&Canvas)) -> Drawn {
        let mut svg = String::new();
        let size = ((sheet_width() * FINE) as u32, (height * FINE) as u32);
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        let canvas = Canvas {
            area,
            spots: RefCell::default(),
            page_texts: RefCell::default(),
            unknown: RefCell::default(),
            rooms: RefCell::default(),
            height,
        };
        canvas.area.fill(&WHITE).expect(INFALLIBLE);
        paint(&canvas);
        canvas.area.present().expect(INFALLIBLE);
        let (spots, page_texts, unknown) = (canvas.spots.take(), canvas.page_texts.take(), canvas.unknown.take());
        let is_legible = are_apart(&canvas.rooms.take(), (sheet_width(), height));
        drop(canvas);
        Drawn { svg, spots, page_texts, unknown, is_legible }
    }

    /// Marks the rectangle between two corners, as far as it lies on the sheet: who points at it reads `text`, without its empty lines. Nothing is drawn. A later spot lies above
    /// an earlier one.
    pub fn spot(&self, (left, top): Point, (right, bottom): Point, text: impl Into<String>) {
        let (left, right) = (left.max(0.0), right.min(sheet_width()));
        let (top, bottom) = (top.max(0.0), bottom.min(self.height));
        let lines = text.into();
        let lines: Vec<String> = lines.split('\n').map(clean).filter(|line| !line.trim().is_empty()).collect();
        let text = lines.join("\n");
        let spot = Spot { left, top, width: right - left, height: bottom - top, text };
        if spot.width > 0.0 && spot.height > 0.0 && !spot.text.is_empty() {
            self.spots.borrow_mut().push(spot);
        }
    }

    /// A line through `points`.
    pub fn line(&self, points: &[Point], stroke: Stroke) {
        let style = stroke.colour.plain().stroke_width((stroke.width * FINE).round() as u32);
        let draw = |part: Vec<Point>| {
            let part: Vec<(i32, i32)> = part.into_iter().map(fine).collect();
            self.area.draw(&PathElement::new(part, style)).expect(INFALLIBLE);
        };
        if stroke.dash.is_empty() {
            draw(points.to_vec());
        } else {
            dashes(points, stroke.dash).into_iter().for_each(draw);
        }
    }

    /// A filled area within `points`; `opacity` 0..1.
    pub fn area(&self, points: &[Point], colour: Colour, opacity: f64) {
        let points: Vec<(i32, i32)> = points.iter().copied().map(fine).collect();
        self.area.draw(&Polygon::new(points, colour.plain().mix(opacity))).expect(INFALLIBLE);
    }

    /// A filled rectangle between two corners.
    pub fn rectangle(&self, (left, top): Point, (right, bottom): Point, colour: Colour, opacity: f64) {
        self.area(&[(left, top), (right, top), (right, bottom), (left, bottom)], colour, opacity);
    }

    /// A filled circle.
    pub fn disc(&self, at: Point, radius: f64, colour: Colour) {
        let style = colour.plain().filled();
        self.area.draw(&Circle::new(fine(at), (radius * FINE).round() as i32, style)).expect(INFALLIBLE);
    }

    /// A rectangle that says that there is nothing: light grey with slanted lines.
    pub fn hatched(&self, (left, top): Point, (right, bottom): Point) {
        self.rectangle((left, top), (right, bottom), EMPTY, 1.0);
        let stroke = Stroke { colour: HATCH, width: 1.0, dash: &[] };
        let height = bottom - top;
        let mut foot = left - height + 4.0;
        while foot < right {
            let (from, to) = (foot.max(left), (foot + height).min(right));
            if to > from {
                self.line(&[(from, bottom - (from - foot)), (to, bottom - (to - foot))], stroke);
            }
            foot += 8.0;
        }
    }

    /// A line of text whose base line runs through `at`.
    pub fn text(&self, text: &str, at: Point, pen: Pen, align: Align) {
        let (text, pen) = (clean(text), Pen { size: letters(pen.size), ..pen });
        if text.trim().is_empty() {
            return;
        }
        let runs = text_runs(&text, pen.size, pen.bold);
        let width: f64 = runs.iter().map(|run| run.width).sum();
        let mut left = match align {
            Align::Left => at.0,
            Align::Middle => at.0 - width / 2.0,
            Align::Right => at.0 - width,
        };
        self.rooms.borrow_mut().push(Room::of_text((left, at.1), width, pen.size));
        if let [run] = runs.as_slice()
            && run.font == RunFont::Embedded
        {
            let anchor = match align {
                Align::Left => HPos::Left,
                Align::Middle => HPos::Center,
                Align::Right => HPos::Right,
            };
            return self.embedded(&text, at, pen, anchor);
        }
        note_words(&text, &mut self.unknown.borrow_mut());
        for run in runs {
            match run.font {
                RunFont::Embedded => {
                    // Blanks at the beginning of a text are not drawn.
                    let text = run.text.trim_start();
                    let blank = text_width(&run.text[..run.text.len() - text.len()], pen.size, pen.bold);
                    self.embedded(text, (left + blank, at.1), pen, HPos::Left);
                }
                RunFont::Page { right_to_left } => {
                    let text = PageText { text: run.text, at: (left, at.1), width: run.width, pen, right_to_left };
                    self.page_texts.borrow_mut().push(text);
                }
            }
            left += run.width;
        }
    }

    /// A line of text in letters of the embedded font.
    fn embedded(&self, text: &str, at: Point, pen: Pen, anchor: HPos) {
        // Signs of form mean nothing to a font that has one form.
        let text: String = text.chars().filter(|&letter| !is_joining(letter)).collect();
        if text.trim().is_empty() {
            return;
        }
        // plotters divides sizes by 1.24, and its "bottom" lies a quarter of the size below the base line.
        let size = pen.size * FINE;
        let style = if pen.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::Name(FAMILY), size * 1.24, style);
        let colour = pen.colour.plain();
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(anchor, VPos::Bottom));
        let at = fine((at.0, at.1 + 0.25 * pen.size));
        self.area.draw(&Text::new(text, at, style)).expect(INFALLIBLE);
    }
}

fn fine((x, y): Point) -> (i32, i32) {
    ((x * FINE).round() as i32, (y * FINE).round() as i32)
}
