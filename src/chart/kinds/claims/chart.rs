use super::columns::{Part, columns};
use super::row::{ClaimGroup, ClaimRow};
use super::widths::{GAP, LINE, RowWidths, WrittenRow, write_share};
use crate::chart::axes::{Plane, range_of, told, widened, x_axis};
use crate::chart::parts::{Heading, KeyEntry, RADIUS, Side, Sign, direction, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, Drawn, GRID, HEIGHT, INK, MARGIN, Pen, Picture, QUIET, Stroke, WIDTH, shorten, text_width,
};
use crate::chart::words::{ChartTable, NONE, NumberFormat, name_or_left_out, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Many claims in groups, each a row with its effect on one common scale. The sheet is as high as the rows ask for; more
/// than forty rows stand in two columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClaimsChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What the effects are counted in.
    pub x_label: String,
    /// What an effect below 0 means, such as "against the report"; may be empty.
    pub less: String,
    /// What an effect above 0 means, such as "as reported"; may be empty.
    pub more: String,
    /// What a filled mark stands for; may be empty.
    pub filled_key: String,
    /// What a hollow mark stands for; may be empty.
    pub hollow_key: String,
    /// What a square stands for, the mark of a [`ClaimMark::Partly`]; may be empty.
    pub partly_key: String,
    /// What an upright bar stands for, the mark of a [`ClaimMark::Nil`]; may be empty.
    pub nil_key: String,
    /// What lies farther from 0 than this is drawn at the edge, with an arrow; no limit unless it is above 0.
    pub limit: f64,
    /// The groups in reading order; rows after the 240th are left out, and the caption says so.
    pub groups: Vec<ClaimGroup>,
}

const MAX_ROWS: usize = 240;
/// What an effect is on neither side of 0.
const ACROSS: &str = "interval includes 0";
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
    /// The numbers that it shows, and those of the rows that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let or =
            |name: &str, otherwise: &str| if name.trim().is_empty() { otherwise.to_owned() } else { name.to_owned() };
        let columns = vec![
            "Claim".to_owned(),
            "Group".to_owned(),
            or(&self.x_label, "Effect"),
            "Side of 0".to_owned(),
            "Mark".to_owned(),
            "Note".to_owned(),
            "Share".to_owned(),
        ];
        let rows = self.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
        let row = |(place, (group, row)): (usize, (&ClaimGroup, &ClaimRow))| {
            let cells = self.tell(row).map(|cell| if cell.trim().is_empty() { NONE.to_owned() } else { cell });
            let [claim, effect, side, mark, note, share] = cells;
            vec![name_or_left_out(&claim, place, MAX_ROWS), group.title.clone(), effect, side, mark, note, share]
        };
        ChartTable::of(columns, rows.enumerate().map(row))
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&self.drawn(), &self.heading.title, &self.describe())
    }

    /// What is said of a claim: itself, its effect, on which side of 0 that is, its mark, note and share; empty where there
    /// is nothing to say.
    fn tell(&self, row: &ClaimRow) -> [String; 6] {
        let claim = format!("{} {}", row.id, row.label);
        let (effect, side, mark) = match row.effect() {
            None => (String::new(), "", ""),
            Some(value) => {
                let side = match Side::of(row.interval) {
                    Side::Above => self.more.as_str(),
                    Side::Below => &self.less,
                    _ => ACROSS,
                };
                let effect = match NumberFormat::Number.write_difference(value, row.interval) {
                    _ if value.is_infinite() => {
                        let (word, limit) =
                            if value > 0.0 { ("above", self.limit()) } else { ("below", -self.limit()) };
                        if limit.is_finite() {
                            format!("{word} {}", NumberFormat::exact(limit))
                        } else {
                            "no limit".to_owned()
                        }
                    }
                    written => written,
                };
                (effect, side, if row.filled { self.filled_key.as_str() } else { &self.hollow_key })
            }
        };
        [claim.trim().to_owned(), effect, side.to_owned(), mark.to_owned(), row.note.clone(), write_share(row.share)]
    }

    /// What a reader sees who points at a row.
    fn told(&self, group: &ClaimGroup, row: &ClaimRow) -> String {
        let [claim, effect, side, mark, note, share] = self.tell(row);
        let effect = match (effect.as_str(), self.x_label.as_str()) {
            ("", _) | (_, "") => effect,
            (effect, what) => format!("{what}: {effect}"),
        };
        // Often the note says the same as the side.
        let side = if side == note { String::new() } else { side };
        let end = if note.is_empty() || share.is_empty() { note + &share } else { format!("{note}, {share}") };
        told([group.title.clone(), claim, effect, side, mark, end])
    }

    fn drawn(&self) -> Drawn {
        let mut taken = 0.0;
        Canvas::draw(|canvas| {
            let (top, bottom) = self.draw_head(canvas);
            taken = top + HEIGHT - bottom;
        });
        let layout = self.layout(HEIGHT - taken - ABOVE - BELOW);
        let height = if layout.columns.is_empty() { HEIGHT } else { taken + ABOVE + layout.height + BELOW };
        Canvas::draw_on((height - 1e-6).ceil(), |canvas| {
            let (top, bottom) = self.draw_head(canvas);
            let (left, right) = (MARGIN, WIDTH - MARGIN);
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

    /// The groups that are drawn, with their rows.
    fn groups(&self) -> impl Iterator<Item = (&ClaimGroup, &[ClaimRow])> {
        let with_room = self.groups.iter().scan(MAX_ROWS, |left, group| {
            let rows = &group.rows[..group.rows.len().min(*left)];
            *left -= rows.len();
            Some((group, rows))
        });
        with_room.filter(|(_, rows)| !rows.is_empty())
    }

    fn rows(&self) -> impl Iterator<Item = &ClaimRow> {
        self.groups().flat_map(|(_, rows)| rows)
    }

    fn limit(&self) -> f64 {
        if self.limit > 0.0 { self.limit } else { f64::INFINITY }
    }

    /// Sets the rows out; few of them are drawn apart to fill `room`.
    fn layout(&self, room: f64) -> Layout<'_> {
        let rows: Vec<&ClaimRow> = self.rows().collect();
        let is_two = rows.len() > MAX_SINGLE;
        let whole = WIDTH - 2.0 * MARGIN;
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
    fn range(&self) -> (f64, f64) {
        let ends = |row: &ClaimRow| row.effect().map(|value| [value, row.interval.0, row.interval.1]);
        let values = self.rows().filter_map(ends).flatten().map(|value| value.clamp(-self.limit(), self.limit()));
        let (low, high) = range_of(values.chain([0.0]));
        // Wide enough for an arrow.
        widened((low.min(-0.25 * high), high.max(-0.25 * low)), 0.1)
    }

    fn key_entries(&self) -> Vec<KeyEntry> {
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
        let is_drawn = |entry: &(&str, Sign, bool)| entry.2 && !entry.0.trim().is_empty();
        entries.into_iter().filter(is_drawn).map(|(text, sign, _)| KeyEntry { text: text.to_owned(), sign }).collect()
    }

    fn describe(&self) -> String {
        let row = |row: &ClaimRow| {
            let claim = format!("{} {}", row.id, row.label);
            let (effect, mark) = match row.effect() {
                None => (String::new(), ""),
                Some(value) => (
                    NumberFormat::Number.write_difference(value, row.interval),
                    if row.filled { self.filled_key.as_str() } else { &self.hollow_key },
                ),
            };
            let parts = [claim.trim(), &effect, mark, &row.note, &write_share(row.share)].map(str::to_owned);
            parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(", ")
        };
        let groups = self
            .groups()
            .map(|(group, rows)| format!("{}: {}", group.title, rows.iter().map(row).collect::<Vec<_>>().join("; ")));
        let side = |word: &str, sign: &str| if word.is_empty() { String::new() } else { format!("{sign} 0: {word}") };
        let before =
            [self.heading.subtitle.clone(), self.x_label.clone(), side(&self.less, "Below"), side(&self.more, "Above")];
        sentences(before.into_iter().chain(or_no_data(groups)).chain([self.heading.caption.clone()]))
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

#[cfg(test)]
#[path = "chart_tests.rs"]
mod tests;
