use super::drawn_figure::Figure;
use super::picture_parts::{band_key, figure, heading};
use crate::analysis::{AxisEffect, Estimate, FEW, Headline, SamePoints, Swept, SweptValue};
use crate::chart::{
    BandKey, Chart, Heading, HeatCell, HeatMapChart, LineBandChart, NumberFormat, Positions, SweepLine, SweepPanel,
    SweepPoint, TornadoChart, TornadoRow,
};
use crate::report::words::{
    axis_amount, axis_name, axis_short, axis_value, difference_of, is_share, level, lower, metric_words, setting_words,
    sure_difference, swept_value, unit,
};

/// Metrics that have a picture.
const PICTURES: usize = 6;
/// Values of a numeric axis of a sample are put together into so many bins.
const BINS: usize = 10;
/// Lines of one picture: values of the second axis that are few enough to be told apart.
const LINES: usize = 8;

/// The pictures of a sweep: a line with bands for one axis, a heat map for a grid of two (and its rows as lines),
/// the main effect of each axis otherwise; one for each metric (`sweep`, `sweep-2`, ...).
#[must_use]
pub fn sweep_figures(swept: &Swept) -> Vec<Figure> {
    let headlines: Vec<Headline> = swept.found.metrics().take(swept.shown.min(PICTURES)).cloned().collect();
    let mut figures = vec![];
    for (metric, headline) in headlines.iter().enumerate() {
        let shown = Shown { swept, metric, headline, alike: swept.alike(metric) };
        let name = if metric == 0 { "sweep".to_owned() } else { format!("sweep-{}", metric + 1) };
        figures.push(figure(&name, shown.chart_of_points(), &shown.caption()));
        if metric == 0 && swept.axes.len() > 1 {
            let caption = if shown.is_crossed() {
                "The same as lines: where they are parallel, one setting does not change what the other does."
            } else {
                "Each setting alone, all others averaged."
            };
            figures.push(figure("sweep-axes", shown.axes(), caption));
        }
    }
    figures
}

/// One metric of a sweep.
struct Shown<'a> {
    swept: &'a Swept,
    metric: usize,
    headline: &'a Headline,
    /// Settings that come to the same.
    alike: Option<SamePoints>,
}

impl Shown<'_> {
    fn chart_of_points(&self) -> Chart {
        match self.swept.axes.len() {
            1 if self.swept.is_grid => self.line().into(),
            2 if self.swept.is_grid => self.heat_map().into(),
            _ => self.tornado().into(),
        }
    }

    fn caption(&self) -> String {
        let meaning = self.headline.meaning.trim_end_matches('.');
        let how = match self.swept.axes.len() {
            1 if self.swept.is_grid => {
                "The dark band says how sure each average is, the light one how far single futures spread."
            }
            2 if self.swept.is_grid => {
                "Read along a row or up a column to see what one setting does while the other stays."
            }
            _ => {
                "Each bar is what one setting does, from its one end to the other, while all others take every value they have: the longest first."
            }
        };
        format!("{meaning}. {how}")
    }

    /// Whether more of it is better, whatever one wants.
    fn is_good(&self) -> bool {
        self.headline.name.starts_with("alive") || self.headline.name.starts_with("survived")
    }

    fn words(&self) -> String {
        metric_words::title(&self.headline.name, &self.headline.meaning)
    }

    fn format(&self) -> NumberFormat {
        if is_share(self.headline) { NumberFormat::Percent } else { NumberFormat::Number }
    }

    fn y_label(&self) -> String {
        match unit(self.headline) {
            "" => self.words(),
            unit => format!("{} ({unit})", self.words()),
        }
    }

    fn heading(&self, note: &str) -> Heading {
        let replicates = super::picture_parts::futures(self.swept.replicates);
        let made_of = format!("{} points, {replicates} each", self.swept.points.len());
        let common = heading(&self.swept.setting, &self.title(), &made_of);
        Heading { caption: format!("{}. {note}", common.caption), ..common }
    }

    /// From where to where it goes, and whether that is more than chance.
    fn title(&self) -> String {
        let Some(extremes) = self.swept.extremes(self.metric) else { return self.words() };
        let number = |point: usize| {
            let mean = self.swept.found.estimate(point, self.metric).mean;
            level(self.headline, mean).replace(' ', "\u{a0}").replace('-', "−")
        };
        let (least, most) = (number(extremes.lowest), number(extremes.highest));
        let what = self.words();
        if let Some(alike) = &self.alike {
            let words = |point: usize| setting_words(&self.swept.axes, &self.swept.points[point]);
            let [less, more] = alike.points.map(words);
            let same = if self.is_good() { "does as well as" } else { "comes to as much as" };
            return format!("{what}: {less} {same} {more}");
        }
        match (extremes.are_apart, self.swept.replicates < FEW) {
            _ if least == most => format!("{what}: {least}"),
            (true, _) => format!("{what}: {least} to {most}"),
            (_, true) => format!("{what}: {least} to {most}, too few futures to tell points apart"),
            _ => format!("{what}: {least} to {most}, points cannot be told apart"),
        }
    }

    /// One axis.
    fn line(&self) -> LineBandChart {
        let points = self.swept.values(0).into_iter().map(|value| self.at(&[value])).collect();
        let lines = vec![SweepLine { label: String::new(), points }];
        let panel = SweepPanel { label: self.swept.axes[0].clone(), positions: self.positions(0), lines };
        self.chart(vec![panel], self.key(), "Every point lives through the same futures.")
    }

    /// What the line and its bands are, where each point has some.
    fn key(&self) -> BandKey {
        match self.swept.models {
            Some(_) => BandKey { spread: "nine of ten plausible models".to_owned(), ..band_key() },
            None => band_key(),
        }
    }

    /// The estimate at the one point with these values.
    fn at(&self, values: &[SweptValue]) -> SweepPoint {
        let point = self.swept.points.iter().position(|point| point == values);
        point.map_or(SweepPoint { value: f64::NAN, average: None, spread: None }, |point| {
            let told = point_of(&self.swept.found.estimate(point, self.metric), true);
            match &self.swept.models {
                // How far models differ is what a reader cannot see anywhere else.
                Some(models) => SweepPoint {
                    spread: models.levels[point][self.metric].map(|over| (over.range[0], over.range[1])),
                    ..told
                },
                None => told,
            }
        })
    }

    fn positions(&self, axis: usize) -> Positions {
        let values = self.swept.values(axis);
        let number = |value: &SweptValue| match value {
            SweptValue::Number(number) => Some(*number),
            SweptValue::Text(_) => None,
        };
        match values.iter().map(number).collect::<Option<Vec<f64>>>() {
            Some(at) => Positions::Numbers { at, logarithmic: false },
            None => Positions::Words(values.iter().map(swept_value).collect()),
        }
    }

    fn chart(&self, panels: Vec<SweepPanel>, key: BandKey, note: &str) -> LineBandChart {
        LineBandChart {
            heading: self.heading(note),
            y_label: self.y_label(),
            format: self.format(),
            range: None,
            key,
            panels,
        }
    }

    /// A grid of two axes: the axis with more values lies along.
    fn heat_map(&self) -> HeatMapChart {
        let (first, second) = (self.swept.values(0), self.swept.values(1));
        let (along, up) = if first.len() > second.len() { (0, 1) } else { (1, 0) };
        let (x, y) = (self.swept.values(along), self.swept.values(up));
        let cell = |x: &SweptValue, y: &SweptValue| {
            let values = if along == 0 { [x.clone(), y.clone()] } else { [y.clone(), x.clone()] };
            let point = self.at(&values);
            // A "±" would say more than is known of an interval that is clearly longer on one side.
            let is_even = |&(low, high): &(f64, f64)| (low + high - 2.0 * point.value).abs() <= 0.2 * (high - low);
            let even = point.average.filter(is_even);
            HeatCell { value: point.value, half_width: even.map(|(low, high)| 0.5 * (high - low)) }
        };
        let are_numbers = [&x, &y]
            .iter()
            .all(|axis| axis.len() > 2 && axis.iter().all(|value| matches!(value, SweptValue::Number(_))));
        let names = [along, up].map(|axis| self.swept.axes[axis].as_str());
        let written = |values: &[SweptValue], name: &str| values.iter().map(|value| axis_value(name, value)).collect();
        let place = |point: usize| {
            let values = &self.swept.points[point];
            let find = |axis: &[SweptValue], value: &SweptValue| axis.iter().position(|other| other == value);
            Some((find(&y, &values[up])?, find(&x, &values[along])?))
        };
        let ringed = self.alike.iter().flat_map(|alike| alike.points).filter_map(place).collect();
        let chart = HeatMapChart {
            heading: Heading::default(),
            x_label: axis_name(names[0]),
            y_label: axis_name(names[1]),
            cells: y.iter().map(|y| x.iter().map(|x| cell(x, y)).collect()).collect(),
            x: written(&x, names[0]),
            y: written(&y, names[1]),
            format: self.format(),
            scale_label: self.y_label(),
            range: None,
            contours: are_numbers,
            ringed,
        };
        let mut notes = vec![
            if chart.has_contours() {
                "Lines join settings of equal average; who points at a setting reads it, with its interval."
            } else {
                "Averages, and where there is room half the 95 % interval, if it is about as long on both sides."
            }
            .to_owned(),
        ];
        if let Some(alike) = &self.alike {
            let [less, more] = alike.points.map(|point| {
                level(self.headline, self.swept.found.estimate(point, self.metric).mean).replace('-', "−")
            });
            notes.push(format!(
                "Framed: {less} and {more}, a difference in the same futures of {}; up to {} counts as the same.",
                sure_difference(self.headline, &alike.difference).replace('-', "−"),
                level(self.headline, alike.margin)
            ));
        }
        HeatMapChart { heading: self.heading(&notes.join(" ")), ..chart }
    }

    /// What each setting does from one end to the other, the strongest first.
    fn tornado(&self) -> TornadoChart {
        let (swept, effects) = (self.swept, self.swept.axis_effects(self.metric));
        let row = |effect: &AxisEffect| {
            let key = &swept.axes[effect.axis];
            let [low, high] = effect.effect.interval;
            TornadoRow {
                label: axis_short(&swept.axes, effect.axis),
                ends: effect.ends.each_ref().map(|end| axis_amount(key, end)),
                levels: effect.levels.map(|mean| level(self.headline, mean).replace('-', "−")),
                difference: effect.effect.mean,
                interval: (low, high),
                is_told: effect.is_beyond_chance(),
            }
        };
        let (how, behind) = if swept.is_grid {
            (
                "From the first value of each setting to its last, in the same futures and at the same values of all others",
                swept.replicates,
            )
        } else {
            (
                "From the middle of the lower half of each setting's values to that of the upper, over the points of the sample",
                swept.points.len() as u64,
            )
        };
        let grey = if effects.iter().all(AxisEffect::is_beyond_chance) {
            ""
        } else if behind < FEW {
            " So few say of none that it is more than chance."
        } else {
            " Grey: may be chance alone."
        };
        let common = self.heading(&format!("{how}.{grey}"));
        let less = if unit(self.headline) == "initiatives" || self.headline.name.starts_with("survived") {
            "fewer"
        } else {
            "less"
        };
        TornadoChart {
            heading: Heading { title: self.tornado_title(&effects), ..common },
            x_label: format!("Change in {}", lower(&self.y_label())),
            format: self.format(),
            less: less.to_owned(),
            more: "more".to_owned(),
            told_key: "beyond chance".to_owned(),
            untold_key: "not told from nothing".to_owned(),
            interval_key: "95\u{2009}% interval".to_owned(),
            rows: effects.iter().map(row).collect(),
        }
    }

    /// Which setting does most, if that can be told.
    fn tornado_title(&self, effects: &[AxisEffect]) -> String {
        let what = self.words();
        let told = effects.iter().filter(|effect| effect.is_beyond_chance()).count();
        let Some(first) = effects.first() else { return what };
        if self.swept.is_first_largest(self.metric, effects) {
            let (name, key) = (axis_short(&self.swept.axes, first.axis), &self.swept.axes[first.axis]);
            let [from, to] = first.ends.each_ref().map(|end| axis_amount(key, end));
            let change = difference_of(self.headline, first.effect.mean).replace('-', "−");
            return format!("{what}: {} does most, {change} from {from} to {to}", lower(&name));
        }
        match (told, effects.len()) {
            (0, _) if self.swept.is_grid && self.swept.replicates < FEW => {
                format!("{what}: too few futures to tell what any setting does")
            }
            (0, _) => format!("{what}: no setting does anything beyond chance"),
            (1, 1) => {
                format!("{what}: {} does something beyond chance", lower(&axis_short(&self.swept.axes, first.axis)))
            }
            (told, all) => {
                format!("{what}: {told} of {all} settings do something beyond chance, which does most cannot be told")
            }
        }
    }

    /// Whether the second of two axes has so few values that each can be a line.
    fn is_crossed(&self) -> bool {
        self.swept.axes.len() == 2 && self.swept.values(1).len() <= LINES
    }

    /// A grid: two axes as lines if the second has few values, else the main effect of each.
    fn axes(&self) -> LineBandChart {
        let (along, up) = (self.swept.values(0), self.swept.values(self.swept.axes.len() - 1));
        if !self.is_crossed() {
            return self.main_effects();
        }
        let line = |y: &SweptValue| SweepLine {
            label: format!("{} {}", self.swept.axes[1].rsplit('.').next().unwrap_or_default(), swept_value(y)),
            points: along.iter().map(|x| self.at(&[x.clone(), y.clone()])).collect(),
        };
        let lines = up.iter().map(line).collect();
        let panel = SweepPanel { label: self.swept.axes[0].clone(), positions: self.positions(0), lines };
        self.chart(vec![panel], self.key(), "Every point lives through the same futures.")
    }

    /// Each axis alone, the others averaged.
    fn main_effects(&self) -> LineBandChart {
        let panel = |axis: usize| {
            let (positions, points) = match self.positions(axis) {
                Positions::Numbers { at, .. } if !self.swept.is_grid && at.len() > 2 * BINS => self.binned(axis, &at),
                positions => {
                    let effects = self.swept.main_effect(axis, self.metric);
                    (positions, effects.iter().map(|(_, estimate)| point_of(estimate, true)).collect())
                }
            };
            let lines = vec![SweepLine { label: String::new(), points }];
            SweepPanel { label: self.swept.axes[axis].clone(), positions, lines }
        };
        let key = BandKey {
            line: "average over the other settings".to_owned(),
            average: "how sure it is (95 %)".to_owned(),
            spread: "nine of ten points".to_owned(),
            reach: String::new(),
        };
        let note = if self.swept.is_grid {
            "Each setting alone, all others averaged."
        } else {
            "Each setting alone, in ten equal parts of its range, all others averaged."
        };
        self.chart((0..self.swept.axes.len()).map(panel).collect(), key, note)
    }

    /// The points of a sample in equal parts of an axis's range.
    fn binned(&self, axis: usize, at: &[f64]) -> (Positions, Vec<SweepPoint>) {
        let (low, high) = (at[0], at[at.len() - 1]);
        let width = (high - low) / BINS as f64;
        let bin = |value: &SweptValue| match value {
            SweptValue::Number(number) => (((number - low) / width) as usize).min(BINS - 1),
            SweptValue::Text(_) => 0,
        };
        let mut parts: Vec<Vec<Estimate>> = vec![vec![]; BINS];
        for (point, values) in self.swept.points.iter().enumerate() {
            let estimate = self.swept.found.estimate(point, self.metric);
            if estimate.known() {
                parts[bin(&values[axis])].push(estimate);
            }
        }
        let middle = |place: usize| low + (place as f64 + 0.5) * width;
        let points = parts.iter().map(|part| point_of(&Estimate::over_points(part), true)).collect();
        (Positions::Numbers { at: (0..BINS).map(middle).collect(), logarithmic: false }, points)
    }
}

fn point_of(estimate: &Estimate, has_spread: bool) -> SweepPoint {
    let Estimate { mean, interval, spread, n, .. } = *estimate;
    SweepPoint {
        value: mean,
        average: estimate.has_interval().then_some((interval[0], interval[1])),
        // One future, or one point, spreads nowhere.
        spread: (has_spread && n > 1 && spread[0].is_finite()).then_some((spread[0], spread[1])),
    }
}
