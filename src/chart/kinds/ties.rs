use crate::chart::axes::{Plane, spread_out, told};
use crate::chart::parts::{Heading, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, FILL, INK, MARGIN, Pen, Picture, Point, QUIET, Stroke, sheet_width, shorten, text_width, wrap,
};
use crate::chart::words::{ChartTable, NONE, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Groups and their ties at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TiesMoment {
    /// When, such as "March 2015, before the money".
    pub title: String,
    /// The size of each group, such as its people; missing and not finite counts as 0.
    pub sizes: Vec<f64>,
    /// Pairs of groups (their places on the ring) with the strength of their tie, 0..1.
    pub ties: Vec<(u16, u16, f64)>,
}

/// Groups on a ring, each as large as it is, and how strongly they are tied, at two moments side by side.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TiesChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// Names of the groups, in the order of the ring; those after the fourteenth are left out, and the caption says so.
    pub groups: Vec<String>,
    /// What a size counts, such as "people in post".
    pub size_label: String,
    /// What a tie stands for, such as "mean trust".
    pub tie_label: String,
    /// From left to right; at most two are drawn.
    pub moments: Vec<TiesMoment>,
}

const MOST: usize = 14;
const MOMENTS: usize = 2;
const WHEN: Pen = Pen { size: 22.0, bold: true, colour: INK };
const NAME: Pen = Pen { size: 18.0, bold: false, colour: INK };
const LINE: f64 = 21.0;
const LARGEST: f64 = 34.0;
const WIDEST_NAME: f64 = 158.0;
/// Lines of a name, at most.
const LINES: usize = 3;
/// Strengths of the lines of the key.
const KEYS: [f64; 3] = [0.25, 0.5, 0.75];

impl TiesChart {
    /// The numbers that it shows, and those of the groups that it leaves out.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let titles = self.moments().iter().map(|moment| moment.title.clone());
        let columns = core::iter::once(format!("{}; {}", self.size_label, self.tie_label)).chain(titles);
        let size = |(place, name): (usize, &String)| {
            let sizes = self.moments().iter().map(|moment| format!("{:.0}", size_of(moment, place)));
            core::iter::once(name.clone()).chain(sizes).collect::<Vec<String>>()
        };
        let pair = |first: usize, second: usize| {
            let ties: Vec<Option<f64>> = self.moments().iter().map(|moment| tie(moment, first, second)).collect();
            let name = format!("{} and {}", self.groups[first], self.groups[second]);
            let written = |tie: &Option<f64>| tie.map_or(NONE.to_owned(), |tie| format!("{tie:.2}"));
            ties.iter()
                .any(Option::is_some)
                .then(|| core::iter::once(name).chain(ties.iter().map(written)).collect::<Vec<String>>())
        };
        let pairs =
            (0..self.groups.len()).flat_map(|first| (first + 1..self.groups.len()).map(move |second| (first, second)));
        let rows =
            self.groups.iter().enumerate().map(size).chain(pairs.filter_map(|(first, second)| pair(first, second)));
        ChartTable::of(columns.collect(), rows)
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn moments(&self) -> &[TiesMoment] {
        &self.moments[..self.moments.len().min(MOMENTS)]
    }

    fn groups(&self) -> &[String] {
        &self.groups[..self.groups.len().min(MOST)]
    }

    fn draw(&self, canvas: &Canvas) {
        let hidden = self.groups.len() - self.groups().len();
        let note = if hidden > 0 { format!("({hidden} more not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, "", &[]);
        let (left, right) = (MARGIN, sheet_width() - MARGIN);
        if self.moments().is_empty() || self.groups().is_empty() {
            draw_nothing(canvas, &Plane { left, right, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) });
            return;
        }
        self.draw_key(canvas, bottom - 12.0);
        let largest =
            self.moments().iter().flat_map(|moment| (0..self.groups().len()).map(|place| size_of(moment, place)));
        let largest = largest.fold(1.0, f64::max);
        let width = (right - left) / self.moments().len() as f64;
        for (place, moment) in self.moments().iter().enumerate() {
            let centre = (left + width * (place as f64 + 0.5), 0.5 * (top + 40.0 + bottom - 40.0));
            let title = shorten(&moment.title, width - 20.0, WHEN.size, true);
            canvas.text(&title, (centre.0, top + 24.0), WHEN, Align::Middle);
            let names = WIDEST_NAME + LARGEST + 16.0;
            let radius = (0.5 * (bottom - top - 80.0) - LARGEST).min(0.5 * width - names).max(40.0);
            self.draw_moment(canvas, moment, (centre, radius), (largest, (top + 44.0, bottom - 44.0)));
        }
    }

    fn draw_moment(
        &self,
        canvas: &Canvas,
        moment: &TiesMoment,
        (centre, radius): (Point, f64),
        (largest, heights): (f64, (f64, f64)),
    ) {
        let number = self.groups().len();
        let at = |place: usize| {
            let angle = core::f64::consts::TAU * ((place as f64 + 0.5) / number as f64 - 0.25);
            (centre.0 + radius * libm::cos(angle), centre.1 + radius * libm::sin(angle))
        };
        let dot = |place: usize| LARGEST * libm::sqrt(size_of(moment, place) / largest);
        let pairs = (0..number).flat_map(|first| (first + 1..number).map(move |second| (first, second)));
        let mut ties: Vec<(f64, usize, usize)> =
            pairs.filter_map(|(first, second)| Some((tie(moment, first, second)?, first, second))).collect();
        ties.sort_by(|a, b| a.0.total_cmp(&b.0));
        for &(strength, first, second) in &ties {
            draw_tie(canvas, at(first), at(second), strength);
        }
        for place in 0..number {
            let (x, y) = at(place);
            canvas.disc((x, y), dot(place).max(3.0) + 1.5, INK);
            canvas.disc((x, y), dot(place).max(3.0), FILL);
        }
        // Names stand outside the ring, those of each side below one another.
        for is_right in [true, false] {
            let side: Vec<usize> = (0..number).filter(|&place| (at(place).0 > centre.0) == is_right).collect();
            let lines: Vec<Vec<String>> =
                side.iter().map(|&place| wrap(&self.groups()[place], WIDEST_NAME, LINES, NAME.size, false)).collect();
            let wanted: Vec<f64> = side.iter().map(|&place| at(place).1).collect();
            let high: Vec<f64> = lines.iter().map(|lines| LINE * lines.len().max(1) as f64 + 6.0).collect();
            let middles = spread_out(&wanted, &high, heights.0, heights.1);
            let sign = if is_right { 1.0 } else { -1.0 };
            let column = centre.0 + sign * (radius + LARGEST + 12.0);
            for ((&place, lines), middle) in side.iter().zip(&lines).zip(middles) {
                let (x, y) = at(place);
                let from = (x + sign * (dot(place).max(3.0) + 2.0), y);
                let leader = Stroke { colour: QUIET, width: 1.0, dash: &[2.0, 3.0] };
                canvas.line(&[from, (column - sign * 4.0, middle)], leader);
                let first = middle + 0.36 * NAME.size - 0.5 * LINE * lines.len().saturating_sub(1) as f64;
                let align = if is_right { Align::Left } else { Align::Right };
                for (line, text) in lines.iter().zip(0..) {
                    canvas.text(line, (column, first + LINE * f64::from(text)), NAME, align);
                }
            }
        }
        for place in 0..number {
            let (x, y) = at(place);
            let reach = dot(place).max(8.0);
            let strongest = ties.iter().rev().filter(|tie| tie.1 == place || tie.2 == place).take(4).map(|tie| {
                let other = if tie.1 == place { tie.2 } else { tie.1 };
                format!("with {}: {:.2}", self.groups()[other], tie.0)
            });
            let lines = [self.groups()[place].clone(), format!("{}: {:.0}", self.size_label, size_of(moment, place))];
            canvas.spot((x - reach, y - reach), (x + reach, y + reach), told(lines.into_iter().chain(strongest)));
        }
    }

    /// What discs and lines mean.
    fn draw_key(&self, canvas: &Canvas, base: f64) {
        let (mut left, right) = (MARGIN, sheet_width() - MARGIN);
        let write = |text: &str, left: f64| {
            let text = shorten(text, (right - left).max(0.0), NAME.size, false);
            canvas.text(&text, (left, base), NAME, Align::Left);
            left + text_width(&text, NAME.size, false) + 30.0
        };
        canvas.disc((left + 10.0, base - 6.0), 10.0, INK);
        canvas.disc((left + 10.0, base - 6.0), 8.5, FILL);
        left = write(&format!("larger: more {}", self.size_label), left + 28.0);
        left = write(&format!("{}:", self.tie_label), left) - 14.0;
        for strength in KEYS {
            if left + 110.0 < right {
                draw_tie(canvas, (left, base - 6.0), (left + 44.0, base - 6.0), strength);
                left = write(&format!("{strength:.2}"), left + 54.0);
            }
        }
    }

    fn describe(&self) -> String {
        let moments = self.moments().iter().filter(|_| !self.groups().is_empty()).map(|moment| {
            let number = self.groups().len();
            let pairs = (0..number).flat_map(|first| (first + 1..number).map(move |second| (first, second)));
            let mut ties: Vec<(f64, usize, usize)> =
                pairs.filter_map(|(first, second)| Some((tie(moment, first, second)?, first, second))).collect();
            ties.sort_by(|a, b| b.0.total_cmp(&a.0));
            let strongest = ties.iter().take(3).map(|(strength, first, second)| {
                format!("{} and {} {strength:.2}", self.groups()[*first], self.groups()[*second])
            });
            let strongest: Vec<String> = strongest.collect();
            let strongest = if strongest.is_empty() { "no ties".to_owned() } else { strongest.join(", ") };
            format!("{} – strongest ties: {strongest}", moment.title)
        });
        let before = [self.heading.subtitle.clone()];
        sentences(before.into_iter().chain(or_no_data(moments)).chain([self.heading.caption.clone()]))
    }
}

fn size_of(moment: &TiesMoment, place: usize) -> f64 {
    moment.sizes.get(place).copied().filter(|size| size.is_finite()).map_or(0.0, |size| size.clamp(0.0, 1e9))
}

/// The tie of two groups, if it is known.
fn tie(moment: &TiesMoment, first: usize, second: usize) -> Option<f64> {
    let is_it = |&&(a, b, strength): &&(u16, u16, f64)| {
        let (a, b) = (usize::from(a), usize::from(b));
        strength.is_finite() && ((a, b) == (first, second) || (b, a) == (first, second))
    };
    moment.ties.iter().find(is_it).map(|tie| tie.2.clamp(0.0, 1.0))
}

/// The stronger the wider and the darker, on a dark sheet the lighter.
fn draw_tie(canvas: &Canvas, from: Point, to: Point, strength: f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = libm::hypot(dx, dy).max(1e-9);
    let half = 0.5 + 5.5 * strength * strength;
    let (x, y) = (-half * dy / length, half * dx / length);
    let around = [(from.0 + x, from.1 + y), (to.0 + x, to.1 + y), (to.0 - x, to.1 - y), (from.0 - x, from.1 - y)];
    canvas.area(&around, INK, 0.12 + 0.6 * strength);
}

#[cfg(test)]
#[path = "ties_tests.rs"]
mod tests;
