use crate::chart::axes::{Cell, Plane, grid, range_of, told, widened, x_axis};
use crate::chart::parts::{Heading, KeyEntry, Sign, direction, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, Colour, GRID, INK, KEY, MARGIN, MAX_GROUPS, Pen, Picture, QUIET, Stroke, palette, sheet_width,
    shorten, text_width, wrap,
};
use crate::chart::words::interval::is_known;
use crate::chart::words::{ChartTable, NONE, NumberFormat, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// How one group differs from the baseline. What is not finite is not drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ForestRow {
    /// The group.
    pub label: String,
    /// Its difference from the baseline; 0 is the same.
    pub difference: f64,
    /// How sure the difference is: low, high.
    pub interval: (f64, f64),
    /// How far the differences of single cases spread: low, high.
    pub spread: Option<(f64, f64)>,
    /// A further range, drawn as a pale bar behind the others: low, high.
    pub reach: Option<(f64, f64)>,
}

/// The differences of one quantity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForestBlock {
    /// The quantity.
    pub title: String,
    /// What its differences are counted in, written after the title; may be empty.
    pub unit: String,
    /// How its differences are written.
    pub format: NumberFormat,
    /// What a difference below 0 means, such as "fewer"; may be empty.
    pub less: String,
    /// What a difference above 0 means, such as "more"; may be empty.
    pub more: String,
    /// The groups from top to bottom; those after the eighth are left out, and the caption says so.
    pub rows: Vec<ForestRow>,
}

/// Differences from a baseline, with their intervals, of up to eight groups and six quantities. A group in the first
/// row has the colour of the second line of other charts, where the baseline is the first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ForestChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What stands at 0, such as "same as three-year award".
    pub zero_label: String,
    /// What the upright stroke with its thick line stands for; may be empty.
    pub interval_key: String,
    /// What the thin line stands for; may be empty.
    pub spread_key: String,
    /// What the pale bar stands for; may be empty.
    pub reach_key: String,
    /// Whether quantities of the same unit and format share one scale.
    pub shares_scales: bool,
    /// The quantities in reading order; those after the sixth are left out, and the caption says so.
    pub blocks: Vec<ForestBlock>,
}

const MAX_BLOCKS: usize = 6;
/// How strong the pale bar is.
const PALE: f64 = 0.25;
const TITLE: Pen = Pen { size: 22.0, bold: true, colour: INK };
const SMALL: Pen = Pen { size: 18.0, bold: false, colour: QUIET };
/// Height of a block's title and of the words at its zero line.
const ABOVE: f64 = 62.0;
/// Height of a block's axis and of the words below it.
const BELOW: f64 = x_axis::HEIGHT + 26.0;

impl ForestBlock {
    fn rows(&self) -> &[ForestRow] {
        &self.rows[..self.rows.len().min(MAX_GROUPS)]
    }

    /// The quantity with what it is counted in.
    fn name(&self) -> String {
        if self.unit.is_empty() { self.title.clone() } else { format!("{} ({})", self.title, self.unit) }
    }

    /// Of all its differences.
    fn decimals(&self) -> usize {
        self.format.difference_decimals(self.rows.iter().map(|row| (row.difference, row.interval)))
    }

    /// A row's difference with its interval.
    fn value_words(&self, row: &ForestRow) -> String {
        self.format.write_difference_to(row.difference, row.interval, self.decimals())
    }

    /// How far a row's single cases spread.
    fn tell_spread(&self, row: &ForestRow) -> Option<String> {
        row.spread.filter(is_known).map(|spread| self.format.write_spread(spread, self.decimals()))
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.rows().iter().flat_map(|row| {
            let (low, high) = row.spread.unwrap_or(row.interval);
            let reach = row.reach.unwrap_or(row.interval);
            [row.difference, row.interval.0, row.interval.1, low, high, reach.0, reach.1]
        })
    }
}

impl ForestChart {
    /// The numbers that it shows, and those of the groups and quantities that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let or =
            |name: &str, otherwise: &str| if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() };
        let zero = if self.zero_label.is_empty() { String::new() } else { format!(" (0 = {})", self.zero_label) };
        let has_reach = self.blocks.iter().flat_map(|block| &block.rows).any(|row| row.reach.is_some());
        let mut columns = vec![
            "Quantity and row".to_owned(),
            format!("{}{zero}", or(&self.interval_key, "difference")),
            or(&self.spread_key, "spread"),
        ];
        columns.extend(has_reach.then(|| or(&self.reach_key, "reach")));
        let row = |at: usize, block: &ForestBlock, place: usize, row: &ForestRow| {
            let is_drawn = at < MAX_BLOCKS && place < MAX_GROUPS;
            let name = format!("{}: {}", block.name(), row.label);
            let difference = if row.difference.is_finite() { block.value_words(row) } else { NONE.to_owned() };
            let spread = block.tell_spread(row).unwrap_or_else(|| NONE.to_owned());
            let reach = row.reach.filter(is_known).map(|reach| block.format.write_spread(reach, block.decimals()));
            let mut cells = vec![name_or_left_out(&name, usize::from(!is_drawn), 1), difference, spread];
            cells.extend(has_reach.then(|| reach.unwrap_or_else(|| NONE.to_owned())));
            cells
        };
        let blocks = self.blocks.iter().enumerate();
        let rows =
            blocks.flat_map(|(at, block)| block.rows.iter().zip(0..).map(move |(row, place)| (at, block, place, row)));
        ChartTable::of(columns, rows.map(|(at, block, place, one)| row(at, block, place, one)))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn blocks(&self) -> &[ForestBlock] {
        &self.blocks[..self.blocks.len().min(MAX_BLOCKS)]
    }

    fn draw(&self, canvas: &Canvas) {
        let blocks = self.blocks();
        let rows = blocks.iter().map(|block| block.rows.len()).max().unwrap_or(0);
        let hidden = (self.blocks.len() - blocks.len()).max(rows.saturating_sub(MAX_GROUPS));
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, "", &self.key_entries());
        let (sides, heights) = ((MARGIN, sheet_width() - MARGIN), (top, bottom));
        let cells = if blocks.len() == 2 && rows <= 5 {
            grid::stacked(2, sides, heights, 18.0)
        } else {
            grid::cells(blocks.len(), sides, heights, (44.0, 18.0))
        };
        for (block, cell) in blocks.iter().zip(&cells) {
            self.draw_block(canvas, block, cell);
        }
        if blocks.is_empty() {
            let (left, right) = sides;
            draw_nothing(canvas, &Plane { left, right, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) });
        }
    }

    fn draw_block(&self, canvas: &Canvas, block: &ForestBlock, cell: &Cell) {
        let width = cell.right - cell.left;
        let rows = block.rows();
        let (top, bottom) = (cell.top + ABOVE, cell.bottom - BELOW);
        let pitch = (bottom - top) / rows.len().max(1) as f64;
        let size = (0.68 * pitch).clamp(8.0, 21.0);
        let pen = Pen { size, bold: false, colour: INK };
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let written: Vec<String> = rows.iter().map(|row| block.value_words(row)).collect();
        let numbers = widest(&mut written.iter().map(|text| text_width(text, size, true))).min(0.38 * width);
        let (names, name_size, lines) = name_room(rows, (width, numbers), (pitch, size));
        let x = self.range(block);
        let (left, right) = (cell.left + names + 18.0, cell.right - numbers - 18.0);
        let plane = Plane { left, right, top, bottom, x, y: (0.0, 1.0) };
        let room = (cell.left, cell.right);
        let ticks = x_axis::labels(&plane, room, |value, step| block.format.write_signed_tick(value, step));
        self.draw_words(canvas, block, cell, &plane);
        x_axis::draw_lines(canvas, &plane, &ticks);
        let zero = plane.px(0.0);
        canvas.line(&[(zero, top - 6.0), (zero, bottom)], Stroke { colour: INK, width: 2.0, dash: &[] });
        x_axis::draw(canvas, &plane, &ticks);
        for ((row, text), place) in rows.iter().zip(&written).zip(0..) {
            let middle = top + pitch * (place as f64 + 0.5);
            let base = middle + 0.36 * size;
            let name = wrap(&row.label, names, lines, name_size, false);
            let first = middle + 0.36 * name_size - 0.575 * name_size * name.len().saturating_sub(1) as f64;
            for (line, at) in name.iter().zip(0..) {
                let at = (cell.left, first + 1.15 * name_size * f64::from(at));
                canvas.text(line, at, Pen { size: name_size, ..pen }, Align::Left);
            }
            let text = shorten(text, numbers, size, true);
            canvas.text(&text, (cell.right, base), Pen { bold: true, ..pen }, Align::Right);
            let half = 0.5 * pitch;
            canvas.spot((cell.left, middle - half), (cell.right, middle + half), self.told(block, row));
            draw_row(canvas, &plane, row, middle, (palette::line(place + 1).colour, (0.36 * pitch).clamp(3.0, 10.0)));
        }
        if rows.is_empty() {
            draw_nothing(canvas, &plane);
        }
    }

    /// What a reader sees who points at a row.
    fn told(&self, block: &ForestBlock, row: &ForestRow) -> String {
        let named = |name: &str, value: String| if name.is_empty() { value } else { format!("{name}: {value}") };
        let spread = block.tell_spread(row).map(|spread| named(&self.spread_key, spread));
        told([
            block.name(),
            row.label.clone(),
            named(&self.interval_key, block.value_words(row)),
            spread.unwrap_or_default(),
            row.reach.filter(is_known).map_or_else(String::new, |reach| {
                named(&self.reach_key, block.format.write_spread(reach, block.decimals()))
            }),
        ])
    }

    /// Title and unit, the words at the zero line and below the axis.
    fn draw_words(&self, canvas: &Canvas, block: &ForestBlock, cell: &Cell, plane: &Plane) {
        let width = cell.right - cell.left;
        let title = shorten(&block.title, width, TITLE.size, TITLE.bold);
        canvas.text(&title, (cell.left, cell.top + 24.0), TITLE, Align::Left);
        let used = text_width(&title, TITLE.size, TITLE.bold) + 14.0;
        let unit = shorten(&block.unit, width - used, SMALL.size, false);
        canvas.text(&unit, (cell.left + used, cell.top + 24.0), SMALL, Align::Left);
        let zero = plane.px(0.0);
        let label = shorten(&self.zero_label, width, SMALL.size, false);
        let half = 0.5 * text_width(&label, SMALL.size, false);
        let at = zero.clamp(cell.left + half, (cell.right - half).max(cell.left + half));
        canvas.text(&label, (at, plane.top - 12.0), SMALL, Align::Middle);
        let base = plane.bottom + BELOW - 8.0;
        let rooms = (zero - 12.0 - cell.left - 30.0, cell.right - zero - 12.0 - 30.0);
        let (less, more) =
            (shorten(&block.less, rooms.0, SMALL.size, false), shorten(&block.more, rooms.1, SMALL.size, false));
        direction::draw(canvas, &less, (zero - 12.0, base), -1.0);
        direction::draw(canvas, &more, (zero + 12.0, base), 1.0);
    }

    /// What the block's axis spans: all that is drawn and 0, which stands off the edges.
    fn range(&self, block: &ForestBlock) -> (f64, f64) {
        let is_alike =
            |other: &&ForestBlock| self.shares_scales && other.unit == block.unit && other.format == block.format;
        let alike = self.blocks().iter().filter(is_alike).flat_map(ForestBlock::values);
        let (low, high) = range_of(block.values().chain(alike).chain([0.0]));
        widened((low.min(-0.12 * high), high.max(-0.12 * low)), 0.02)
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
        let rows = || self.blocks().iter().flat_map(|block| block.rows());
        let point = Sign::Interval(Stroke { colour: KEY, width: 9.0, dash: &[] });
        let thin = Sign::Line(Stroke { colour: KEY, width: 2.0, dash: &[] });
        let entries = [
            (self.interval_key.as_str(), point, rows().next().is_some()),
            (&self.reach_key, Sign::Shade(KEY, PALE), rows().any(|row| row.reach.is_some())),
            (&self.spread_key, thin, rows().any(|row| row.spread.is_some())),
        ];
        KeyEntry::drawn(entries)
    }

    fn describe(&self) -> String {
        let blocks = self.blocks().iter().map(|block| {
            let row = |row: &ForestRow| {
                let mut text = format!("{} {}", row.label, block.value_words(row));
                if let Some(spread) = row.spread {
                    text += &format!(", single cases from {}", block.format.write_spread(spread, block.decimals()));
                }
                if let Some(reach) = row.reach.filter(is_known) {
                    text += &format!(", {} {}", self.reach_key, block.format.write_spread(reach, block.decimals()));
                }
                text
            };
            let unit = if block.unit.is_empty() { String::new() } else { format!(" ({})", block.unit) };
            let rows: Vec<String> = block.rows().iter().map(row).collect();
            let rows = if rows.is_empty() { "no data".to_owned() } else { rows.join("; ") };
            format!("{}{unit}: {rows}", block.title)
        });
        let zero = if self.zero_label.is_empty() { String::new() } else { format!("0 = {}", self.zero_label) };
        let before = [self.heading.subtitle.clone(), zero];
        sentences(before.into_iter().chain(or_no_data(blocks)).chain([self.heading.caption.clone()]))
    }
}

/// The width of the names in a block, the size of their letters, and on how many lines they stand: whole, as long as the plot keeps a third of
/// the block, on two lines where rows are high enough for it, if in letters that are not much smaller.
fn name_room(rows: &[ForestRow], (width, numbers): (f64, f64), (pitch, size): (f64, f64)) -> (f64, f64, usize) {
    let widest = rows.iter().map(|row| text_width(&row.label, size, false)).fold(0.0, f64::max);
    let usual = (0.58 * width - numbers - 36.0).max(0.2 * width);
    if widest <= usual {
        return (widest, size, 1);
    }
    let two = (pitch / 2.35).min(size);
    let on_two = |room: f64, size: f64| {
        rows.iter()
            .all(|row| wrap(&row.label, room, 2, size, false).concat().replace(' ', "") == row.label.replace(' ', ""))
    };
    let most = (0.67 * width - numbers - 36.0).max(usual);
    if two >= 0.8 * size && two >= 15.0 {
        let rooms = [usual, most];
        return rooms.into_iter().find(|&room| on_two(room, two)).map_or((most, two, 2), |room| (room, two, 2));
    }
    (widest.min(most), size, 1)
}

/// Draws the lines and the point of a row.
fn draw_row(canvas: &Canvas, plane: &Plane, row: &ForestRow, y: f64, (colour, width): (Colour, f64)) {
    let line = |(low, high): (f64, f64), width: f64| {
        if low.is_finite() && high.is_finite() {
            canvas.line(&[(plane.px(low), y), (plane.px(high), y)], Stroke { colour, width, dash: &[] });
        }
    };
    canvas.line(&[(plane.left, y), (plane.right, y)], Stroke { colour: GRID, width: 1.0, dash: &[2.0, 4.0] });
    if let Some((low, high)) = row.reach.filter(is_known) {
        let (left, right) = (plane.px(low), plane.px(high).max(plane.px(low) + 1.0));
        canvas.area(&[(left, y - width), (right, y - width), (right, y + width), (left, y + width)], colour, PALE);
    }
    if let Some(spread) = row.spread {
        line(spread, 2.0);
    }
    line(row.interval, width);
    if row.difference.is_finite() {
        // A stem instead of a disc, which would hide a narrow interval.
        let x = plane.px(row.difference);
        canvas.line(&[(x, y - 1.1 * width), (x, y + 1.1 * width)], Stroke { colour, width: 4.0, dash: &[] });
    }
}

#[cfg(test)]
#[path = "forest_tests.rs"]
mod tests;
