use super::chart::{ACROSS, ClaimsChart, MAX_ROWS};
use super::columns::{Part, columns};
use super::row::{ClaimGroup, ClaimRow};
use super::widths::{GAP, LINE, RowWidths, WrittenRow, write_share};
use crate::chart::axes::{Plane, range_of, widened, x_axis};
use crate::chart::parts::{KeyEntry, RADIUS, Side, Sign, direction, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, Drawn, GRID, INK, MARGIN, Pen, QUIET, Stroke, sheet_height, sheet_width, shorten, text_width,
};
use crate::chart::words::NumberFormat;

/// Most rows in one column where there is but one.
const MAX_SINGLE: usize = 40;
const BETWEEN_COLUMNS: f64 = 32.0;
const TITLE: Pen = Pen { size: 20.0, bold: true, colour: INK };
/// Height of a group's title.
const TITLE_HEIGHT: f64 = 46.0;
/// Height of the words and labels above a column.
const ABOVE: f64 = 56.0;
/// Height of the axis below a column.
const BELOW: f64 = x_axis::HEIGHT + 8.0;
/// Most that few rows are drawn apart to fill a 16:9 sheet.
const MOST_STRETCH: f64 = 1.6;

/// What is drawn where.
struct Layout<'a> {
    /// The groups with the rows that are drawn.
    groups: Vec<(&'a ClaimGroup, Vec<WrittenRow>)>,
    columns: Vec<Vec<Part>>,
    /// Width of a column.
    width: f64,
    widths: RowWidths,
    /// Height of the highest column, without axis.
    height: f64,
}

impl ClaimsChart {
    /// All of it, on a sheet as high as its rows ask for.
    pub(super) fn drawn(&self) -> Drawn {
        let mut taken = 0.0;
        Canvas::draw(|canvas| {
            let (top, bottom) = self.draw_head(canvas);
            taken = top + sheet_height() - bottom;
        });
        let layout = self.layout(sheet_height() - taken - ABOVE - BELOW);
        let height = if layout.columns.is_empty() { sheet_height() } else { taken + ABOVE + layout.height + BELOW };
        Canvas::draw_on((height - 1e-6).ceil(), |canvas| {
            let (top, bottom) = self.draw_head(canvas);
            let (left, right) = (MARGIN, sheet_width() - MARGIN);
            if layout.columns.is_empty() {
                draw_nothing(canvas, &Plane { left, right, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) });
            }
            for (parts, place) in layout.columns.iter().zip(0..) {
                let left = MARGIN + (layout.width + BETWEEN_COLUMNS) * f64::from(place);
                self.draw_column(canvas, &layout, parts, (left, top));
            }
        })
    }

    /// Returns the upper and lower edge of what is left for the rows.
    fn draw_head(&self, canvas: &Canvas) -> (f64, f64) {
        let is_beyond = |row: &ClaimRow| {
            let ends = [row.effect().unwrap_or(0.0), row.interval.0, row.interval.1];
            row.effect().is_some() && ends.into_iter().any(|end| end.abs() > self.limit())
        };
        let all: usize = self.groups.iter().map(|group| group.rows.len()).sum();
        let hidden = all.saturating_sub(MAX_ROWS);
        let mut notes = Vec::new();
        if self.rows().any(is_beyond) {
            notes.push(format!("An arrow: beyond ±{}.", NumberFormat::exact(self.limit())));
        }
        if hidden > 0 {
            notes.push(format!("({hidden} more not drawn.)"));
        }
        draw_head(canvas, &self.heading, &notes.join(" "), &self.x_label, &self.key_entries())
    }

    /// Sets the rows out; few of them are drawn apart to fill `room`.
    fn layout(&self, room: f64) -> Layout<'_> {
        let rows: Vec<&ClaimRow> = self.rows().collect();
        let is_two = rows.len() > MAX_SINGLE;
        let whole = sheet_width() - 2.0 * MARGIN;
        let (width, size) = if is_two { (0.5 * (whole - BETWEEN_COLUMNS), 18.0) } else { (whole, 21.0) };
        let widths = RowWidths::of(&rows, width, size);
        let mut groups: Vec<(&ClaimGroup, Vec<WrittenRow>)> =
            self.groups().map(|(group, rows)| (group, rows.iter().map(|row| widths.write(row)).collect())).collect();
        let titles = TITLE_HEIGHT * groups.len() as f64;
        let needed: f64 = groups.iter().flat_map(|(_, rows)| rows).map(|row| row.height).sum();
        let stretch = if is_two { 1.0 } else { ((room - titles) / needed).clamp(1.0, MOST_STRETCH) };
        groups.iter_mut().flat_map(|(_, rows)| rows).for_each(|row| row.height *= stretch);
        let heights: Vec<Vec<f64>> =
            groups.iter().map(|(_, rows)| rows.iter().map(|row| row.height).collect()).collect();
        let columns = columns(&heights, TITLE_HEIGHT, is_two);
        let part = |part: &Part| TITLE_HEIGHT + heights[part.group][part.rows.clone()].iter().sum::<f64>();
        let height = columns.iter().map(|parts| parts.iter().map(part).sum()).fold(0.0, f64::max);
        Layout { groups, columns, width, widths, height }
    }

    fn draw_column(&self, canvas: &Canvas, layout: &Layout, parts: &[Part], (left, top): (f64, f64)) {
        let (right, widths) = (left + layout.width, &layout.widths);
        let plot = left + widths.id + widths.label + 2.0 * GAP;
        let top = top + ABOVE;
        let mut plane =
            Plane { left: plot, right: plot + widths.plot, top, bottom: top, x: self.range(), y: (0.0, 1.0) };
        let most = (widths.plot / 32.0) as usize;
        let ticks = x_axis::labels_at_most(most.min(8), &plane, (left, right), |value, step| {
            NumberFormat::Number.write_signed_tick(value, step)
        });
        self.draw_directions(canvas, &plane, (left, right));
        x_axis::draw_above(canvas, &plane, &ticks);
        for part in parts {
            let (group, rows) = &layout.groups[part.group];
            let more = if part.rows.start > 0 { " (continued)" } else { "" };
            let room = layout.width - text_width(more, TITLE.size, TITLE.bold);
            let title = format!("{}{more}", shorten(&group.title, room, TITLE.size, TITLE.bold));
            canvas.text(&title, (left, plane.bottom + 32.0), TITLE, Align::Left);
            plane.top = plane.bottom + TITLE_HEIGHT;
            plane.bottom = plane.top;
            let rule = Stroke { colour: QUIET, width: 1.25, dash: &[] };
            canvas.line(&[(left, plane.top - 5.0), (right, plane.top - 5.0)], rule);
            plane.bottom += rows[part.rows.clone()].iter().map(|row| row.height).sum::<f64>();
            x_axis::draw_lines(canvas, &plane, &ticks);
            let zero = plane.px(0.0);
            canvas.line(&[(zero, plane.top), (zero, plane.bottom)], Stroke { colour: INK, width: 2.0, dash: &[] });
            let mut upper = plane.top;
            for (row, written) in group.rows[part.rows.clone()].iter().zip(&rows[part.rows.clone()]) {
                let middle = upper + 0.5 * written.height;
                draw_texts(canvas, row, written, widths, (left, right), middle);
                self.draw_effect(canvas, &plane, row, middle);
                canvas.spot((left, upper), (right, upper + written.height), self.told(group, row));
                upper += written.height;
            }
        }
        x_axis::draw(canvas, &plane, &ticks);
    }

    /// What the sides of 0 mean, above a column.
    fn draw_directions(&self, canvas: &Canvas, plane: &Plane, (left, right): (f64, f64)) {
        let (zero, base) = (plane.px(0.0), plane.top - 34.0);
        let word = |word: &str, room: f64| shorten(word, room - 42.0, direction::PEN.size, false);
        direction::draw(canvas, &word(&self.less, zero - left), (zero - 12.0, base), -1.0);
        direction::draw(canvas, &word(&self.more, right - zero), (zero + 12.0, base), 1.0);
    }

    fn draw_effect(&self, canvas: &Canvas, plane: &Plane, row: &ClaimRow, y: f64) {
        let Some(value) = row.effect() else { return };
        let guide = Stroke { colour: GRID, width: 1.0, dash: &[] };
        canvas.line(&[(plane.left, y), (plane.right, y)], guide);
        let (side, (low, high)) = (row.side(), row.interval);
        let place = |value: f64| plane.px(value.clamp(-self.limit(), self.limit()));
        let line = Stroke { colour: side.colour(), width: 3.0, dash: &[] };
        if !(low.is_nan() || high.is_nan()) {
            canvas.line(&[(place(low), y), (place(high), y)], line);
        }
        for to in [-1.0, 1.0] {
            if [value, low, high].into_iter().any(|end| to * end > self.limit()) {
                let from = place(to * self.limit());
                let tip = from + to * (RADIUS + 9.0);
                canvas.line(&[(from, y), (tip, y)], line);
                canvas.line(&[(tip - to * 6.0, y - 6.0), (tip, y), (tip - to * 6.0, y + 6.0)], line);
            }
        }
        side.draw(canvas, (place(value), y), side.colour(), row.filled);
    }

    /// What the axis spans: all that is drawn, as far as the limit, and 0, which stands off the edges.
    pub(super) fn range(&self) -> (f64, f64) {
        let ends = |row: &ClaimRow| row.effect().map(|value| [value, row.interval.0, row.interval.1]);
        let values = self.rows().filter_map(ends).flatten().map(|value| value.clamp(-self.limit(), self.limit()));
        let (low, high) = range_of(values.chain([0.0]));
        // Wide enough for an arrow.
        widened((low.min(-0.25 * high), high.max(-0.25 * low)), 0.1)
    }

    pub(super) fn key_entries(&self) -> Vec<KeyEntry> {
        let has_side = |side: Side| self.rows().any(|row| row.effect().is_some() && row.side() == side);
        let has_fill = |filled: bool| self.rows().any(|row| row.effect().is_some() && row.filled == filled);
        let entries = [
            (self.more.as_str(), Sign::Mark(Side::Above), has_side(Side::Above)),
            (&self.partly_key, Sign::Mark(Side::Partly), has_side(Side::Partly)),
            (ACROSS, Sign::Mark(Side::Across), has_side(Side::Across)),
            (&self.nil_key, Sign::Mark(Side::Nil), has_side(Side::Nil)),
            (&self.less, Sign::Mark(Side::Below), has_side(Side::Below)),
            (&self.filled_key, Sign::Marks { are_filled: true }, has_fill(true)),
            (&self.hollow_key, Sign::Marks { are_filled: false }, has_fill(false)),
        ];
        KeyEntry::drawn(entries)
    }
}

/// Writes what is said of a claim, left and right of the plot.
fn draw_texts(
    canvas: &Canvas,
    row: &ClaimRow,
    written: &WrittenRow,
    widths: &RowWidths,
    (left, right): (f64, f64),
    middle: f64,
) {
    let size = widths.size;
    let quiet = Pen { size, bold: false, colour: QUIET };
    let ink = if row.effect().is_some() { Pen { colour: INK, ..quiet } } else { quiet };
    let first = |lines: usize| middle + 0.36 * size - 0.5 * LINE * size * lines.saturating_sub(1) as f64;
    let column = |lines: &[String], x: f64, pen: Pen| {
        for (line, place) in lines.iter().zip(0..) {
            canvas.text(line, (x, first(lines.len()) + LINE * size * f64::from(place)), pen, Align::Left);
        }
    };
    canvas.text(&shorten(&row.id, widths.id, size, false), (left, first(written.label.len())), quiet, Align::Left);
    column(&written.label, left + widths.id + GAP, ink);
    column(&written.note, right - widths.share - GAP - widths.note, ink);
    canvas.text(&write_share(row.share), (right, first(1)), quiet, Align::Right);
}
