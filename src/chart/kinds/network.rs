use crate::chart::axes::Plane;
use crate::chart::parts::{CircleLayout, Heading, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, Colour, HATCH, INK, MARGIN, PAPER, Pen, Picture, Point, QUIET, Stroke, palette, sheet_width,
    shorten, text_width,
};
use crate::chart::words::{ChartTable, NONE, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// Whether somebody is in a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// Somebody is: a filled dot.
    Filled,
    /// Nobody is: a ring.
    Empty,
    /// There is no such post: nothing.
    Absent,
}

/// A person, or the post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkPerson {
    /// Place in [`NetworkChart::organisations`].
    pub organisation: usize,
    /// Who it is, such as a role.
    pub label: String,
    /// 0..1: the size of the dot.
    pub size: f64,
    /// Whether somebody is there.
    pub presence: Presence,
}

/// The network at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkPanel {
    /// When, such as "2015-03, before the money".
    pub title: String,
    /// The same people in the same order in every panel.
    pub people: Vec<NetworkPerson>,
    /// Pairs (places in `people`) with the strength of their tie, 0..1.
    pub ties: Vec<(u16, u16, f64)>,
    /// For each of the chart's halos, who belongs to it (places in `people`).
    pub members: Vec<Vec<u16>>,
}

/// A number of every panel; the first two are written below the panels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NetworkFigure {
    /// What it is.
    pub label: String,
    /// By panel, as written.
    pub values: Vec<String>,
}

/// Who trusts whom at up to three moments: people around a circle by organisation, the same place in every panel; strong ties
/// as lines, groups as halos that are tied to their letter in the middle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// Names of organisations, in the order of the circle.
    pub organisations: Vec<String>,
    /// Names of the groups drawn as halos, at most three.
    pub halos: Vec<String>,
    /// Ties of at least this strength are drawn.
    pub strong: f64,
    /// From left to right; at most three.
    pub panels: Vec<NetworkPanel>,
    /// Numbers of the panels.
    pub figures: Vec<NetworkFigure>,
}

const PANELS: usize = 3;
const HALOS: usize = 3;
/// Most ties that a panel draws, the strongest: more are a blot.
const MOST_TIES: usize = 500;
/// Most organisations in the key.
const MOST_NAMES: usize = 24;
const WHEN: Pen = Pen { size: 22.0, bold: true, colour: INK };
const FIGURE: Pen = Pen { size: 18.0, bold: false, colour: INK };
const NAME: Pen = Pen { size: 16.0, bold: false, colour: INK };
const NUMBER: Pen = Pen { size: 16.0, bold: true, colour: INK };
const LETTERS: [&str; HALOS] = ["A", "B", "C"];

impl NetworkChart {
    /// The numbers that it shows.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let titles = self.panels().iter().map(|panel| panel.title.clone());
        let row = |figure: &NetworkFigure| {
            let values =
                (0..self.panels().len()).map(|panel| figure.values.get(panel).cloned().unwrap_or("–".to_owned()));
            std::iter::once(figure.label.clone()).chain(values).collect()
        };
        let halo = |(place, name): (usize, &String)| {
            let count = |panel: &NetworkPanel| panel.members.get(place).map_or(0, Vec::len).to_string();
            let counts = self.panels().iter().map(count);
            std::iter::once(format!("members of {name}")).chain(counts).collect()
        };
        ChartTable {
            columns: std::iter::once("at the end of".to_owned()).chain(titles).collect(),
            rows: self.figures.iter().map(row).chain(self.halos().iter().enumerate().map(halo)).collect(),
        }
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn panels(&self) -> &[NetworkPanel] {
        &self.panels[..self.panels.len().min(PANELS)]
    }

    fn halos(&self) -> &[String] {
        &self.halos[..self.halos.len().min(HALOS)]
    }

    /// Ties of a panel that are strong, the weakest first.
    fn strong_ties<'a>(&self, panel: &'a NetworkPanel) -> Vec<&'a (u16, u16, f64)> {
        let known = |slot: u16| usize::from(slot) < panel.people.len();
        let mut ties: Vec<_> = panel.ties.iter().filter(|t| t.2 >= self.strong && known(t.0) && known(t.1)).collect();
        ties.sort_by(|a, b| a.2.total_cmp(&b.2));
        ties
    }

    fn note(&self) -> String {
        let most = self.panels().iter().map(|panel| self.strong_ties(panel).len()).max().unwrap_or(0);
        let ties = if most > MOST_TIES { format!("(The {MOST_TIES} strongest ties.)") } else { String::new() };
        let hidden = self.organisations.len().saturating_sub(MOST_NAMES);
        if hidden > 0 { format!("{ties} ({hidden} more organisations without a name.)") } else { ties }
    }

    fn draw(&self, canvas: &Canvas) {
        let panels = self.panels();
        let (top, bottom) = draw_head(canvas, &self.heading, self.note().trim(), "", &[]);
        let people = panels.iter().map(|panel| panel.people.len()).max().unwrap_or(0);
        if panels.is_empty() || people == 0 {
            let plane =
                Plane { left: MARGIN, right: sheet_width() - MARGIN, top, bottom, x: (0.0, 1.0), y: (0.0, 1.0) };
            draw_nothing(canvas, &plane);
            return;
        }
        let names = self.draw_names(canvas, bottom);
        let halos = self.draw_halo_key(canvas, names);
        let width = (sheet_width() - 2.0 * MARGIN) / panels.len() as f64;
        let written = 26.0 * self.figures.len().min(2) as f64;
        let (upper, lower) = (top + 36.0, halos - written - 10.0);
        let radius = (0.5 * (lower - upper)).min(0.5 * width - 12.0).max(40.0);
        let homes: Vec<usize> = panels
            .iter()
            .max_by_key(|panel| panel.people.len())
            .map(|panel| panel.people.iter().map(|person| person.organisation).collect())
            .unwrap_or_default();
        let layout = CircleLayout::of(&homes, self.organisations.len(), radius);
        for (place, panel) in panels.iter().enumerate() {
            let centre = (MARGIN + width * (place as f64 + 0.5), 0.5 * (upper + lower));
            let title = shorten(&panel.title, width - 16.0, WHEN.size, true);
            canvas.text(&title, (centre.0, top + 22.0), WHEN, Align::Middle);
            self.draw_panel(canvas, panel, &layout, centre);
            for (line, figure) in self.figures.iter().take(2).enumerate() {
                let value = figure.values.get(place).map_or("–", String::as_str);
                let text = shorten(&format!("{}: {value}", figure.label), width - 12.0, FIGURE.size, false);
                canvas.text(&text, (centre.0, lower + 28.0 + 26.0 * line as f64), FIGURE, Align::Middle);
            }
        }
    }

    fn draw_panel(&self, canvas: &Canvas, panel: &NetworkPanel, layout: &CircleLayout, centre: Point) {
        let place = |slot: usize| layout.person(slot).map(|(x, y)| (centre.0 + x, centre.1 + y));
        let dot = |person: &NetworkPerson| layout.unit * (0.24 + 0.3 * person.size.clamp(0.0, 1.0));
        let halos = || (0..self.halos().len()).zip(palette_of_halos()).rev();
        let around = |halo: usize| {
            let members = panel.members.get(halo).map_or(&[][..], |members| members);
            members.iter().filter_map(|&slot| place(usize::from(slot)))
        };
        for (halo, colour) in halos() {
            let hub = hub(centre, halo, self.halos().len(), layout.unit);
            around(halo).for_each(|at| spoke(canvas, hub, at, 0.16 * layout.unit + 2.0, colour, 0.28));
        }
        let ties = self.strong_ties(panel);
        for (from, to, strength) in ties.iter().skip(ties.len().saturating_sub(MOST_TIES)) {
            let (Some(a), Some(b)) = (place(usize::from(*from)), place(usize::from(*to))) else { continue };
            let home = |slot: u16| panel.people[usize::from(slot)].organisation;
            let above = ((strength - self.strong) / (1.0 - self.strong).max(0.01)).clamp(0.0, 1.0);
            let stroke = if home(*from) == home(*to) {
                Stroke { colour: HATCH, width: 0.75, dash: &[] }
            } else {
                Stroke { colour: darker(above), width: 0.5 + 2.0 * above, dash: &[] }
            };
            canvas.line(&[a, b], stroke);
        }
        for (halo, colour) in halos() {
            let radius = layout.unit * (0.72 + 0.18 * halo as f64);
            around(halo).for_each(|at| circle(canvas, at, radius, colour, 0.55));
        }
        for (slot, person) in panel.people.iter().enumerate() {
            let (Some(at), true) = (place(slot), person.presence != Presence::Absent) else { continue };
            let colour = palette::line(person.organisation).colour;
            canvas.disc(at, dot(person) + 1.0, PAPER);
            canvas.disc(at, dot(person), colour);
            if person.presence == Presence::Empty {
                canvas.disc(at, (dot(person) - 2.0).max(1.0), PAPER);
            }
            let across = ties.iter().filter(|(from, to, _)| {
                let other = if usize::from(*from) == slot { *to } else { *from };
                (usize::from(*from) == slot || usize::from(*to) == slot)
                    && panel.people[usize::from(other)].organisation != person.organisation
            });
            let empty = if person.presence == Presence::Empty { "\nthe post is empty" } else { "" };
            let organisation = self.organisations.get(person.organisation).map_or("", String::as_str);
            let text = format!(
                "{}, {organisation}\nposition {}{empty}\nstrong ties to other organisations: {}",
                person.label,
                two_decimals(person.size),
                across.count()
            );
            let reach = dot(person).max(6.0);
            canvas.spot((at.0 - reach, at.1 - reach), (at.0 + reach, at.1 + reach), text);
        }
        for (halo, colour) in (0..self.halos().len()).zip(palette_of_halos()) {
            if panel.members.get(halo).is_some_and(|members| !members.is_empty()) {
                let at = hub(centre, halo, self.halos().len(), layout.unit);
                canvas.disc(at, 13.0, INK);
                canvas.disc(at, 11.5, colour);
                let pen = Pen { size: 16.0, bold: true, colour: colour.ink() };
                canvas.text(LETTERS[halo], (at.0, at.1 + 5.8), pen, Align::Middle);
            }
        }
        for organisation in 0..self.organisations.len() {
            if let Some((x, y)) = layout.label(organisation) {
                let at = (centre.0 + x, centre.1 + y + 0.36 * NUMBER.size);
                canvas.text(&(organisation + 1).to_string(), at, NUMBER, Align::Middle);
            }
        }
    }

    /// Names of organisations with their colours and numbers, at the foot; returns their upper edge.
    fn draw_names(&self, canvas: &Canvas, bottom: f64) -> f64 {
        let names = &self.organisations[..self.organisations.len().min(MOST_NAMES)];
        let columns = if names.len() > 12 { 5 } else { 4 }.min(names.len()).max(1);
        let rows = names.len().div_ceil(columns);
        let width = (sheet_width() - 2.0 * MARGIN) / columns as f64;
        let top = bottom - 23.0 * rows as f64 - 4.0;
        for (place, name) in names.iter().enumerate() {
            let (x, y) = (MARGIN + width * (place / rows) as f64, top + 23.0 * (place % rows) as f64 + 12.0);
            canvas.disc((x + 8.0, y), 7.0, palette::line(place).colour);
            canvas.text(&(place + 1).to_string(), (x + 42.0, y + 6.0), NUMBER, Align::Right);
            let name = shorten(name, width - 60.0, NAME.size, false);
            canvas.text(&name, (x + 48.0, y + 6.0), NAME, Align::Left);
        }
        top
    }

    /// What dots, lines and halos mean; returns its upper edge.
    fn draw_halo_key(&self, canvas: &Canvas, bottom: f64) -> f64 {
        let middle = bottom - 16.0;
        let mut left = MARGIN;
        let mut write = |text: String, gap: f64| {
            let text = shorten(&text, (sheet_width() - MARGIN - left - gap).max(0.0), NAME.size, false);
            canvas.text(&text, (left + gap, middle + 6.0), NAME, Align::Left);
            let at = left;
            left += gap + text_width(&text, NAME.size, false) + 24.0;
            at
        };
        let at = write("post empty".to_owned(), 22.0);
        canvas.disc((at + 8.0, middle), 7.0, QUIET);
        canvas.disc((at + 8.0, middle), 5.0, PAPER);
        let at = write(
            format!("tie of trust of at least {} (darker: stronger; grey: inside)", two_decimals(self.strong)),
            42.0,
        );
        canvas.line(&[(at, middle), (at + 34.0, middle)], Stroke { colour: darker(0.7), width: 2.0, dash: &[] });
        for ((halo, name), colour) in self.halos().iter().enumerate().zip(palette_of_halos()) {
            let at = write(name.clone(), 32.0);
            canvas.disc((at + 12.0, middle), 12.0, INK);
            canvas.disc((at + 12.0, middle), 10.5, colour);
            let pen = Pen { size: 15.0, bold: true, colour: colour.ink() };
            canvas.text(LETTERS[halo], (at + 12.0, middle + 5.4), pen, Align::Middle);
        }
        bottom - 36.0
    }

    fn describe(&self) -> String {
        let panels = self.panels().iter().enumerate().map(|(place, panel)| {
            let parts = self
                .figures
                .iter()
                .filter_map(|figure| Some(format!("{}: {}", figure.label, figure.values.get(place)?)));
            format!("{} – {}", panel.title, parts.collect::<Vec<_>>().join("; "))
        });
        let halos = if self.halos().is_empty() { String::new() } else { format!("Halos: {}", self.halos().join(", ")) };
        let before = [self.heading.subtitle.clone()];
        sentences(before.into_iter().chain(or_no_data(panels)).chain([halos, self.heading.caption.clone()]))
    }
}

/// "0.25", or a dash where there is no number.
fn two_decimals(value: f64) -> String {
    if value.is_finite() { format!("{value:.2}") } else { NONE.to_owned() }
}

/// Colours of halos: the light layers.
fn palette_of_halos() -> [Colour; HALOS] {
    [palette::layer(2), palette::layer(3), palette::layer(1)]
}

/// Grey of a tie: the stronger the further from the sheet, be it light or dark.
fn darker(strength: f64) -> Colour {
    match strength {
        _ if strength > 0.6 => INK,
        _ if strength > 0.25 => QUIET,
        _ => HATCH,
    }
}

/// Where a halo's letter stands, around the middle.
fn hub(centre: Point, halo: usize, halos: usize, unit: f64) -> Point {
    if halos < 2 {
        return centre;
    }
    let angle = core::f64::consts::TAU * (halo as f64 / halos as f64 - 0.25);
    let radius = (1.6 * unit).clamp(20.0, 40.0);
    (centre.0 + radius * libm::cos(angle), centre.1 + radius * libm::sin(angle))
}

/// A translucent line.
fn spoke(canvas: &Canvas, from: Point, to: Point, width: f64, colour: Colour, opacity: f64) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = libm::hypot(dx, dy).max(1e-9);
    let (x, y) = (-0.5 * width * dy / length, 0.5 * width * dx / length);
    let around = [(from.0 + x, from.1 + y), (to.0 + x, to.1 + y), (to.0 - x, to.1 - y), (from.0 - x, from.1 - y)];
    canvas.area(&around, colour, opacity);
}

/// A translucent disc.
fn circle(canvas: &Canvas, (x, y): Point, radius: f64, colour: Colour, opacity: f64) {
    let corner = |i: i32| {
        let angle = core::f64::consts::TAU * f64::from(i) / 20.0;
        (x + radius * libm::cos(angle), y + radius * libm::sin(angle))
    };
    canvas.area(&(0..20).map(corner).collect::<Vec<_>>(), colour, opacity);
}

#[cfg(test)]
#[path = "network_tests.rs"]
mod tests;
