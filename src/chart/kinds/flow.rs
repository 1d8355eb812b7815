use crate::chart::axes::Plane;
use crate::chart::parts::{Heading, draw_head, draw_nothing};
use crate::chart::sheet::{
    Align, Canvas, INK, LIFE, MARGIN, PAPER, Pen, Picture, Point, QUIET, SPAN, Stroke, sheet_width, shorten,
    text_width, wrap,
};
use crate::chart::words::{ChartTable, NumberFormat, or_no_data, sentences};
use serde::{Deserialize, Serialize};

/// A moment at which it is counted how many things are in which stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowMoment {
    /// When, such as "2018-03".
    pub label: String,
    /// What is special about it, such as "money ends"; may be empty.
    pub note: String,
}

/// How things move between stages from one moment to the next: an alluvial picture. All columns are equally high in total.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlowChart {
    /// Title, subtitle, caption.
    pub heading: Heading,
    /// What is counted, such as "Initiatives in an average run".
    pub y_label: String,
    /// 0, and how many the whole height stands for, if that is more than there are; else as many as there are.
    pub range: (f64, f64),
    /// Names of up to six stages in the order of a life; the first is drawn as paper.
    pub stages: Vec<String>,
    /// The stages (places in `stages`) from top to bottom.
    pub order: Vec<usize>,
    /// Moments from left to right; those after the tenth are left out, and the caption says so.
    pub moments: Vec<FlowMoment>,
    /// Between each moment and the next: by stage before, then by stage after, how many. Missing, negative and not finite
    /// count as 0.
    pub moved: Vec<Vec<Vec<f64>>>,
    /// Places of the two moments between which the time is shaded, and what it is.
    pub span: Option<(usize, usize, String)>,
}

const MOST: usize = 10;
const NODE: f64 = 46.0;
const GAP: f64 = 24.0;
const NAME: Pen = Pen { size: 20.0, bold: false, colour: INK };
const WHEN: Pen = Pen { size: 20.0, bold: true, colour: INK };
const NOTE: Pen = Pen { size: 16.0, bold: false, colour: QUIET };
const WIDEST_NAME: f64 = 190.0;
/// Height of what says when, above a column, and of the bar above it.
const WHEN_HEIGHT: f64 = 62.0;
const SPAN_BAR: f64 = 28.0;
/// Flows thinner than this are not drawn: they would look larger than they are.
const THINNEST: f64 = 0.4;

/// A stage at a moment: where it stands, and how many are in it.
struct Node {
    stage: usize,
    top: f64,
    height: f64,
    count: f64,
}

impl FlowChart {
    /// The numbers that it shows: how many are in each stage at each moment.
    #[must_use]
    pub fn table(&self) -> ChartTable {
        let columns = std::iter::once("stage".to_owned()).chain(self.moments().iter().map(said));
        let row = |&stage: &usize| {
            let counts =
                (0..self.moments().len()).map(|moment| NumberFormat::Number.write_tick(self.count(moment, stage), 0.1));
            std::iter::once(self.stages[stage].clone()).chain(counts).collect()
        };
        ChartTable { columns: columns.collect(), rows: self.order().iter().map(row).collect() }
    }

    /// The picture.
    #[must_use]
    pub fn render(&self) -> Picture {
        Picture::of(&Canvas::draw(|canvas| self.draw(canvas)), &self.heading.title, &self.describe())
    }

    fn moments(&self) -> &[FlowMoment] {
        &self.moments[..self.moments.len().min(MOST)]
    }

    /// Stages that are drawn, from top to bottom.
    fn order(&self) -> Vec<usize> {
        let most = self.stages.len().min(LIFE.len());
        let mut order: Vec<usize> = vec![];
        for &stage in &self.order {
            if stage < most && !order.contains(&stage) {
                order.push(stage);
            }
        }
        order
    }

    fn moved(&self, step: usize, from: usize, to: usize) -> f64 {
        let count = self.moved.get(step).and_then(|rows| rows.get(from)).and_then(|row| row.get(to)).copied();
        // What is too small to be drawn would make the scale infinite.
        count.filter(|count| count.is_finite() && *count > 1e-9).map_or(0.0, |count| count.min(1e12))
    }

    fn count(&self, moment: usize, stage: usize) -> f64 {
        let order = self.order();
        match moment.checked_sub(1) {
            None => order.iter().map(|&to| self.moved(0, stage, to)).sum(),
            Some(step) => order.iter().map(|&from| self.moved(step, from, stage)).sum(),
        }
    }

    fn draw(&self, canvas: &Canvas) {
        let (order, moments) = (self.order(), self.moments());
        let hidden = self.moments.len() - moments.len();
        let note = if hidden > 0 { format!("({hidden} more moments not drawn.)") } else { String::new() };
        let (top, bottom) = draw_head(canvas, &self.heading, &note, &self.y_label, &[]);
        let names = order.iter().map(|&stage| text_width(&self.stages[stage], NAME.size, false)).fold(0.0, f64::max);
        let names = names.min(WIDEST_NAME) + 16.0;
        let totals = (0..moments.len()).map(|moment| order.iter().map(|&stage| self.count(moment, stage)).sum::<f64>());
        let total = totals.fold(0.0, f64::max);
        let mut plane = Plane {
            left: MARGIN + names,
            right: sheet_width() - MARGIN - names,
            top: top + WHEN_HEIGHT + self.span.as_ref().map_or(0.0, |_| SPAN_BAR),
            bottom: bottom - 8.0,
            x: (0.0, 1.0),
            y: (0.0, 1.0),
        };
        if moments.len() < 2 || total <= 0.0 {
            plane.top = top;
            draw_nothing(canvas, &plane);
            return;
        }
        let lefts = self.lefts(&plane);
        if let Some((from, to, label)) = &self.span {
            self.draw_span(canvas, &plane, &lefts, (*from, *to, label));
        }
        let most = (0..moments.len()).map(|moment| self.present(moment).len()).max().unwrap_or(1);
        // Pictures on the same scale have the same gaps to leave room for.
        let most = if self.range.1 > 0.0 { order.len() } else { most };
        let total = if self.range.1.is_finite() { total.max(self.range.1) } else { total };
        let scale = (plane.bottom - plane.top - GAP * (most - 1) as f64) / total;
        let nodes: Vec<Vec<Node>> = (0..moments.len()).map(|moment| self.nodes(moment, &plane, scale)).collect();
        for step in 0..moments.len() - 1 {
            self.draw_flows(
                canvas,
                step,
                (&nodes[step], &nodes[step + 1]),
                (lefts[step] + NODE, lefts[step + 1]),
                scale,
            );
        }
        for ((moment, nodes), &left) in moments.iter().zip(&nodes).zip(&lefts) {
            draw_when(canvas, moment, left + 0.5 * NODE, plane.top, lefts[1] - lefts[0]);
            for node in nodes {
                self.draw_node(canvas, node, moment, left);
            }
        }
        let ends = [(nodes.first(), plane.left - 12.0, Align::Right), (nodes.last(), plane.right + 12.0, Align::Left)];
        for (nodes, x, align) in ends {
            for node in nodes.into_iter().flatten() {
                let lines =
                    wrap(&self.stages[node.stage], names - 14.0, 1 + usize::from(node.height > 20.0), NAME.size, false);
                let first = node.top + 0.5 * node.height + 0.36 * NAME.size - 12.0 * (lines.len().max(1) - 1) as f64;
                for (line, text) in lines.iter().enumerate() {
                    canvas.text(text, (x, first + 24.0 * line as f64), NAME, align);
                }
            }
        }
    }

    /// Left edges of the columns.
    fn lefts(&self, plane: &Plane) -> Vec<f64> {
        let gaps = (self.moments().len() - 1) as f64;
        (0..self.moments().len()).map(|m| plane.left + (plane.right - plane.left - NODE) * m as f64 / gaps).collect()
    }

    fn draw_span(&self, canvas: &Canvas, plane: &Plane, lefts: &[f64], (from, to, label): (usize, usize, &str)) {
        let (Some(left), Some(right)) = (lefts.get(from), lefts.get(to)) else { return };
        let (left, right) = (left + 0.5 * NODE, right + 0.5 * NODE);
        if right > left {
            let top = plane.top - WHEN_HEIGHT;
            canvas.rectangle((left, plane.top - 4.0), (right, plane.bottom + 4.0), SPAN, 0.22);
            canvas.rectangle((left, top - SPAN_BAR), (right, top), SPAN, 0.75);
            let label = shorten(label, right - left - 12.0, 19.0, false);
            canvas.text(&label, (0.5 * (left + right), top - 7.0), Pen { size: 19.0, ..NAME }, Align::Middle);
        }
    }

    /// Stages in which there is anything at a moment.
    fn present(&self, moment: usize) -> Vec<usize> {
        self.order().into_iter().filter(|&stage| self.count(moment, stage) > 0.0).collect()
    }

    fn nodes(&self, moment: usize, plane: &Plane, scale: f64) -> Vec<Node> {
        let mut top = plane.top;
        let node = |stage: usize| {
            let count = self.count(moment, stage);
            let node = Node { stage, top, height: scale * count, count };
            top += node.height + GAP;
            node
        };
        self.present(moment).into_iter().map(node).collect()
    }

    fn draw_flows(
        &self,
        canvas: &Canvas,
        step: usize,
        (before, after): (&[Node], &[Node]),
        (left, right): (f64, f64),
        scale: f64,
    ) {
        let mut arrived = vec![0.0; after.len()];
        for from in before {
            let mut left_by = 0.0;
            for (to, arrived) in after.iter().zip(&mut arrived) {
                let count = self.moved(step, from.stage, to.stage);
                let height = scale * count;
                let (y0, y1) = (from.top + left_by, to.top + *arrived);
                left_by += height;
                *arrived += height;
                if height < THINNEST {
                    continue;
                }
                let edge = |shift: f64| {
                    (0..=16).map(move |i| bend((left, y0 + shift), (right, y1 + shift), f64::from(i) / 16.0))
                };
                let around: Vec<Point> = edge(0.0).chain(edge(height).rev()).collect();
                let colour = if from.stage == 0 { QUIET } else { LIFE[from.stage] };
                canvas.area(&around, colour, if from.stage == 0 { 0.16 } else { 0.5 });
                if from.stage != to.stage && height > 3.0 {
                    let moments = self.moments();
                    let text = format!(
                        "{} to {}\nfrom {} to {}: {}",
                        moments[step].label,
                        moments[step + 1].label,
                        self.stages[from.stage],
                        self.stages[to.stage],
                        NumberFormat::Number.write_tick(count, 0.1)
                    );
                    let (x, y) = bend((left, y0), (right, y1), 0.5);
                    let half = 0.16 * (right - left);
                    canvas.spot((x - half, y), (x + half, y + height), text);
                }
            }
        }
    }

    fn draw_node(&self, canvas: &Canvas, node: &Node, moment: &FlowMoment, left: f64) {
        let (top, bottom) = (node.top, node.top + node.height.max(1.0));
        let colour = LIFE[node.stage];
        canvas.rectangle((left, top), (left + NODE, bottom), colour, 1.0);
        if node.stage == 0 {
            let edge = [(left, top), (left + NODE, top), (left + NODE, bottom), (left, bottom), (left, top)];
            canvas.line(&edge, Stroke { colour: QUIET, width: 1.5, dash: &[5.0, 4.0] });
        }
        let value = NumberFormat::Number.write_tick(node.count, if node.count >= 100.0 { 1.0 } else { 0.1 });
        let value = if node.count < 0.05 { "<0.1".to_owned() } else { value };
        let size = 17.0;
        let middle = 0.5 * (top + bottom);
        let width = text_width(&value, size, true);
        let is_within = node.height >= size + 3.0 && width <= NODE - 2.0;
        let ink = if is_within { colour.ink() } else { INK };
        if !is_within {
            // On a light plate, so that no flow runs through the number.
            let half = 0.5 * width.max(NODE) + 1.0;
            let centre = left + 0.5 * NODE;
            canvas.rectangle((centre - half, middle - 10.0), (centre + half, middle + 10.0), PAPER, 0.82);
            canvas.rectangle((left, top), (left + NODE, bottom), colour, 0.35);
        }
        let at = (left + 0.5 * NODE, middle + 0.36 * size);
        canvas.text(&value, at, Pen { size, bold: true, colour: ink }, Align::Middle);
        let text = format!("{}\n{}: {value}", said(moment), self.stages[node.stage]);
        let pad = (0.5 * (20.0 - node.height)).max(0.0);
        canvas.spot((left, top - pad), (left + NODE, bottom + pad), text);
    }

    fn describe(&self) -> String {
        let moments = self.moments().iter().enumerate().filter(|_| self.moments.len() > 1).map(|(moment, when)| {
            let parts: Vec<String> = self
                .present(moment)
                .into_iter()
                .map(|stage| {
                    format!(
                        "{} {}",
                        self.stages[stage],
                        NumberFormat::Number.write_tick(self.count(moment, stage), 0.1)
                    )
                })
                .collect();
            format!("{}: {}", said(when), parts.join(", "))
        });
        let before = [self.heading.subtitle.clone(), self.y_label.clone()];
        sentences(before.into_iter().chain(or_no_data(moments)).chain([self.heading.caption.clone()]))
    }
}

fn said(moment: &FlowMoment) -> String {
    if moment.note.is_empty() { moment.label.clone() } else { format!("{}, {}", moment.label, moment.note) }
}

/// A point of the curve that leaves and arrives level.
fn bend(from: Point, to: Point, share: f64) -> Point {
    let eased = share * share * (3.0 - 2.0 * share);
    (from.0 + share * (to.0 - from.0), from.1 + eased * (to.1 - from.1))
}

/// Writes a moment above its column.
fn draw_when(canvas: &Canvas, moment: &FlowMoment, middle: f64, top: f64, width: f64) {
    let label = shorten(&moment.label, width - 8.0, WHEN.size, true);
    canvas.text(&label, (middle, top - 38.0), WHEN, Align::Middle);
    let note = shorten(&moment.note, width - 8.0, NOTE.size, false);
    canvas.text(&note, (middle, top - 15.0), NOTE, Align::Middle);
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
