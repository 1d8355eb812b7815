use crate::chart::axes::Plane;
use crate::chart::parts::{FateMark, Heading, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, Drawn, FATES, GRID, INK, MARGIN, PAPER, Pen, Picture, Point, QUIET, Stroke, sheet_height,
    sheet_width, shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NumberFormat, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// One of the four ways to end up, from the best to the worst.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FateName {
    /// The letter in its mark.
    pub letter: String,
    /// A word of a few letters, such as "BAU".
    pub short: String,
    /// In full.
    pub label: String,
}

/// What became of the things of one origin in one cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FateEntry {
    /// Its place in [`FateGridChart::origins`].
    pub origin: usize,
    /// The share of each fate, in the order of [`FateGridChart::fates`].
    pub shares: [f64; 4],
    /// How many there are (at most, where futures differ).
    pub number: u32,
    /// The share of futures in which there are any.
    pub futures: f64,
}

/// Places against kinds, each cell with what became of what is there: the commonest fate by colour, letter and share, and the
/// whole split as a small bar. As high as its rows ask for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FateGridChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// Names of the four fates.
    pub fates: Vec<FateName>,
    /// Names of the origins: a filled square, a hollow square, a disc.
    pub origins: Vec<String>,
    /// Places; those after the fifteenth are left out, and the caption says so.
    pub columns: Vec<String>,
    /// Kinds; those after the thirtieth are left out, and the caption says so.
    pub rows: Vec<String>,
    /// By row, then by column: at most one entry for each origin; none where there is nothing of the kind.
    pub cells: Vec<Vec<Vec<FateEntry>>>,
}

const MOST_COLUMNS: usize = 15;
const MOST_ROWS: usize = 30;
const NAME: Pen = Pen { size: 19.0, bold: false, colour: INK };
const PLACE: Pen = Pen { size: 20.0, bold: true, colour: INK };
const KEY: Pen = Pen { size: 19.0, bold: false, colour: INK };
const WIDEST_NAME: f64 = 300.0;
const WIDEST_CELL: f64 = 420.0;
/// Height of an entry: a line of text and a bar.
const ENTRY: f64 = 39.0;
const BAR: f64 = 8.0;
const PAD: f64 = 5.0;
const KEY_ROW: f64 = 38.0;
/// Shares of futures from here on are written as 100 %.
const SURE: f64 = 0.995;

impl FateGridChart {
    /// The numbers that it shows.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let percent = |share: f64| NumberFormat::Percent.write(share);
        let fates = self.fates.iter().map(|fate| fate.label.clone());
        let ends = ["place", "origin", "number"].map(str::to_owned);
        let columns = std::iter::once("kind".to_owned()).chain(ends).chain(fates);
        let row = |(row, column, entry): (usize, usize, &FateEntry)| {
            let names = [&self.rows[row], &self.columns[column], self.origin(entry)].map(Clone::clone);
            let shares = entry.shares.into_iter().take(self.fates.len()).map(percent);
            let futures = std::iter::once(percent(entry.futures));
            names.into_iter().chain([entry.number.to_string()]).chain(shares).chain(futures).collect()
        };
        ChartTable {
            columns: columns.chain(["share of futures in which there are any".to_owned()]).collect(),
            rows: self.entries().map(row).collect(),
        }
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&self.drawn(), &self.heading.title, &self.describe())
    }

    fn columns(&self) -> &[String] {
        &self.columns[..self.columns.len().min(MOST_COLUMNS)]
    }

    fn rows(&self) -> &[String] {
        &self.rows[..self.rows.len().min(MOST_ROWS)]
    }

    fn cell(&self, row: usize, column: usize) -> &[FateEntry] {
        self.cells.get(row).and_then(|row| row.get(column)).map_or(&[], |cell| cell)
    }

    /// All entries with row and column.
    fn entries(&self) -> impl Iterator<Item = (usize, usize, &FateEntry)> {
        let places = (0..self.rows.len()).flat_map(|row| (0..self.columns.len()).map(move |column| (row, column)));
        places.flat_map(|(row, column)| self.cell(row, column).iter().map(move |entry| (row, column, entry)))
    }

    fn origin(&self, entry: &FateEntry) -> &String {
        const NONE: &String = &String::new();
        self.origins.get(entry.origin).unwrap_or(NONE)
    }

    /// Most entries of a cell of the row.
    fn lines(&self, row: usize) -> usize {
        (0..self.columns().len()).map(|column| self.cell(row, column).len()).max().unwrap_or(0).max(1)
    }

    fn note(&self) -> String {
        let hidden = (self.columns.len() - self.columns().len(), self.rows.len() - self.rows().len());
        match hidden {
            (0, 0) => String::new(),
            (columns, 0) => format!("({columns} more places not drawn.)"),
            (0, rows) => format!("({rows} more kinds not drawn.)"),
            (columns, rows) => format!("({columns} more places and {rows} more kinds not drawn.)"),
        }
    }

    fn drawn(&self) -> Drawn {
        let mut edges = (0.0, 0.0);
        Canvas::draw_on(sheet_height(), |canvas| edges = draw_head(canvas, &self.heading, &self.note(), "", &[]));
        let rows: f64 = (0..self.rows().len()).map(|row| self.row_height(row)).sum();
        let names = self.header().iter().map(Vec::len).max().unwrap_or(0) as f64;
        let needed =
            edges.0 + KEY_ROW * self.key_rows().len() as f64 + 25.0 * names + 14.0 + rows + sheet_height() - edges.1;
        let height = if self.entries().next().is_none() { sheet_height() } else { needed.max(460.0) };
        Canvas::draw_on(height.ceil(), |canvas| self.draw(canvas))
    }

    fn row_height(&self, row: usize) -> f64 {
        ENTRY * self.lines(row) as f64 + 2.0 * PAD
    }

    /// Left edge of the cells, and the width of one.
    fn widths(&self) -> (f64, f64) {
        let names = self.rows().iter().map(|name| text_width(name, NAME.size, false)).fold(0.0, f64::max);
        let left = MARGIN + names.min(WIDEST_NAME).min(0.3 * sheet_width()) + 16.0;
        (left, ((sheet_width() - MARGIN - left) / self.columns().len().max(1) as f64).min(WIDEST_CELL))
    }

    /// Names of columns, each on up to two lines.
    fn header(&self) -> Vec<Vec<String>> {
        let (_, width) = self.widths();
        self.columns().iter().map(|name| wrap(name, width - 14.0, 2, PLACE.size, true)).collect()
    }

    fn draw(&self, canvas: &Canvas) {
        let (mut top, bottom) = draw_head(canvas, &self.heading, &self.note(), "", &[]);
        if self.entries().next().is_none() {
            let plane =
                Plane { left: MARGIN, right: sheet_width() - MARGIN, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) };
            draw_nothing(canvas, &plane);
            return;
        }
        for row in self.key_rows() {
            let mut left = MARGIN;
            for (mark, text, width) in row {
                mark.draw(canvas, (left, top + 4.0));
                canvas.text(&text, (left + 30.0, top + 21.0), KEY, Align::Left);
                left += width;
            }
            top += KEY_ROW;
        }
        let (left, width) = self.widths();
        let header = self.header();
        let lines = header.iter().map(Vec::len).max().unwrap_or(0);
        for (column, name) in header.iter().enumerate() {
            for (line, text) in name.iter().enumerate() {
                let base = top + 25.0 * (line + 1 + lines - name.len()) as f64 - 6.0;
                canvas.text(text, (left + width * column as f64 + 8.0, base), PLACE, Align::Left);
            }
        }
        top += 25.0 * lines as f64 + 4.0;
        let right = left + width * self.columns().len() as f64;
        for (row, name) in self.rows().iter().enumerate() {
            let height = self.row_height(row);
            canvas.line(&[(MARGIN, top), (right, top)], Stroke { colour: GRID, width: 1.25, dash: &[] });
            let text = wrap(name, left - MARGIN - 16.0, 2, NAME.size, false);
            let (size, pitch) = if text.len() > 1 { (16.0, 19.0) } else { (NAME.size, 0.0) };
            for (line, text) in text.iter().enumerate() {
                let base = top + PAD + if pitch > 0.0 { 15.0 } else { 21.0 } + pitch * line as f64;
                canvas.text(text, (MARGIN, base), Pen { size, ..NAME }, Align::Left);
            }
            for column in 0..self.columns().len() {
                let corner = (left + width * column as f64, top);
                self.draw_cell(canvas, (row, column), corner, (width, height));
            }
            top += height;
        }
        canvas.line(&[(MARGIN, top), (right, top)], Stroke { colour: GRID, width: 1.25, dash: &[] });
        for column in 0..=self.columns().len() {
            let x = left + width * column as f64;
            let ends = [(x, top), (x, top - (0..self.rows().len()).map(|row| self.row_height(row)).sum::<f64>())];
            canvas.line(&ends, Stroke { colour: GRID, width: 1.25, dash: &[] });
        }
    }

    fn draw_cell(&self, canvas: &Canvas, (row, column): (usize, usize), (x, y): Point, (width, height): (f64, f64)) {
        let entries = self.cell(row, column);
        let mut lines = vec![format!("{}, {}", self.rows[row], self.columns[column])];
        for (place, entry) in entries.iter().enumerate() {
            let top = y + PAD + ENTRY * place as f64;
            let pad = if width < 110.0 { 4.0 } else { 8.0 };
            self.draw_entry(canvas, entry, (x + pad, top), width - 2.0 * pad);
            lines.push(self.value_words(entry));
        }
        if !entries.is_empty() {
            canvas.spot((x, y), (x + width, y + height), lines.join("\n"));
        }
    }

    fn draw_entry(&self, canvas: &Canvas, entry: &FateEntry, (x, y): Point, width: f64) {
        let Some(commonest) = commonest(&entry.shares) else { return };
        let fate = self.fates.get(commonest).cloned().unwrap_or_default();
        let mark = FateMark { fate: Some(commonest), origin: entry.origin, letter: fate.letter };
        mark.draw(canvas, (x, y));
        let share = NumberFormat::Percent.write(entry.shares[commonest]);
        let number = if entry.number > 1 { format!("×{}", entry.number) } else { String::new() };
        let rare = if entry.futures < SURE {
            format!("in {}", NumberFormat::Percent.write(entry.futures))
        } else {
            String::new()
        };
        let aside = [number.clone(), rare].iter().filter(|t| !t.is_empty()).cloned().collect::<Vec<_>>().join(" ");
        // What is there in all futures stands out from what is there in some.
        let is_sure = entry.futures >= SURE;
        let bold = Pen { size: 17.0, bold: is_sure, colour: if is_sure { INK } else { QUIET } };
        // The share is always whole; in narrow cells it is written smaller.
        let fitting = [17.0, 15.0, 13.0].into_iter().find(|&size| text_width(&share, size, is_sure) <= width - 28.0);
        let bold = Pen { size: fitting.unwrap_or(11.0), ..bold };
        let quiet = Pen { size: 15.0, bold: false, colour: QUIET };
        let room = width - 28.0;
        let fits = |text: &str, aside: &str| {
            let gap = if aside.is_empty() { 0.0 } else { 8.0 };
            text_width(text, bold.size, bold.bold) + gap + text_width(aside, quiet.size, false) <= room
        };
        let full = format!("{} {share}", fate.short);
        let choices = [(&full, &aside), (&share, &aside), (&full, &number), (&share, &number)];
        let none = String::new();
        let (text, aside) = choices.into_iter().find(|(text, aside)| fits(text, aside)).unwrap_or((&share, &none));
        // On the sheet of a phone there may be room for mark and bar alone; who points there reads the share.
        if fits(text, "") {
            canvas.text(text, (x + 28.0, y + 17.0), bold, Align::Left);
        }
        canvas.text(aside, (x + width, y + 17.0), quiet, Align::Right);
        let mut from = x;
        for (place, share) in entry.shares.iter().enumerate() {
            let to = from + width * share.clamp(0.0, 1.0);
            // The worst is a thinner bar, so that it is told apart without its colour.
            let thin = if place == 3 { 0.3 * BAR } else { 0.0 };
            if to - from > 0.3 {
                canvas.rectangle((from, y + 24.0 + thin), (to, y + 24.0 + BAR - thin), FATES[place], 1.0);
                if place > 0 && *share < 1.0 && from > x {
                    let cut = [(from, y + 24.0), (from, y + 24.0 + BAR)];
                    canvas.line(&cut, Stroke { colour: PAPER, width: 1.5, dash: &[] });
                }
            }
            from = to;
        }
    }

    /// An entry in words.
    fn value_words(&self, entry: &FateEntry) -> String {
        let parts = self.fates.iter().zip(entry.shares).filter(|(_, share)| *share > 0.0);
        let parts: Vec<String> =
            parts.map(|(fate, share)| format!("{} {}", fate.label, NumberFormat::Percent.write(share))).collect();
        let number = if entry.number > 1 { format!(" (up to {})", entry.number) } else { String::new() };
        let futures = NumberFormat::Percent.write(entry.futures);
        let rare = if entry.futures < SURE { format!(", there in {futures} of futures") } else { String::new() };
        format!("{}{number}{rare}: {}", self.origin(entry), parts.join(", "))
    }

    /// What the marks mean, row by row, each with its text and width.
    fn key_rows(&self) -> Vec<Vec<(FateMark, String, f64)>> {
        let fates = self.fates.iter().enumerate().take(4).map(|(fate, name)| {
            let text = if name.label.contains(&name.short) {
                name.label.clone()
            } else {
                format!("{} ({})", name.label, name.short)
            };
            (FateMark { fate: Some(fate), origin: 0, letter: name.letter.clone() }, text)
        });
        let used = |origin: &usize| self.entries().any(|(.., entry)| entry.origin == *origin);
        let origins = (0..self.origins.len())
            .filter(used)
            .map(|origin| (FateMark { fate: None, origin, letter: String::new() }, self.origins[origin].clone()));
        let mut rows: Vec<Vec<(FateMark, String, f64)>> = vec![];
        for group in [fates.collect::<Vec<_>>(), origins.collect()] {
            let mut taken = f64::INFINITY;
            for (mark, text) in group {
                let text = shorten(&text, 420.0, KEY.size, false);
                let width = 30.0 + text_width(&text, KEY.size, false) + 30.0;
                if taken + width > sheet_width() - 2.0 * MARGIN + 30.0 {
                    // Both groups share a row where they fit.
                    let last: f64 = rows.last().map_or(f64::INFINITY, |row| row.iter().map(|(.., w)| w).sum());
                    if taken.is_finite() || last + width > sheet_width() - 2.0 * MARGIN {
                        rows.push(vec![]);
                        taken = 0.0;
                    } else {
                        taken = last;
                    }
                }
                taken += width;
                if let Some(row) = rows.last_mut() {
                    row.push((mark, text, width));
                }
            }
        }
        rows
    }

    fn describe(&self) -> String {
        let cells = self.entries().take(240).map(|(row, column, entry)| {
            format!("{}, {}: {}", self.rows[row], self.columns[column], self.value_words(entry))
        });
        let before = [self.heading.subtitle.clone()];
        sentences(before.into_iter().chain(or_no_data(cells)).chain([self.heading.caption.clone()]))
    }
}

/// The place of the largest share; the first of equal ones.
fn commonest(shares: &[f64; 4]) -> Option<usize> {
    let known = shares.iter().enumerate().filter(|(_, share)| share.is_finite() && **share > 0.0);
    known
        .fold(None, |best: Option<(usize, f64)>, (place, &share)| match best {
            Some((_, most)) if most >= share => best,
            _ => Some((place, share)),
        })
        .map(|(place, _)| place)
}

#[cfg(test)]
#[path = "fate_grid_tests.rs"]
mod tests;
