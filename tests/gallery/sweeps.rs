use crate::arms::heading;
use safsim::chart::{
    BandKey, HeatCell, HeatMapChart, LineBandChart, NumberFormat, Positions, SweepLine, SweepPanel, SweepPoint,
};

pub fn heat_map(columns: usize, rows: usize) -> HeatMapChart {
    let cell = |row: usize, column: usize| {
        let (x, y) = (column as f64 / columns as f64, row as f64 / rows as f64);
        let is_lost = columns > 4 && row * columns + column == columns + 3;
        HeatCell {
            value: if is_lost { f64::NAN } else { 0.08 + 0.5 * x * (0.4 + 0.6 * y) + 0.3 * y },
            half_width: Some(0.005 + 0.02 * x),
        }
    };
    HeatMapChart {
        heading: heading("Time helps most where there is also money", "Initiatives alive four years after the money"),
        x_label: "programme.months (months)".to_owned(),
        x: (0..columns).map(|column| (12 + 6 * column).to_string()).collect(),
        y_label: "programme.grant (pounds a head)".to_owned(),
        y: (0..rows).map(|row| format!("{:.1}", 0.5 * row as f64)).collect(),
        cells: (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect(),
        format: NumberFormat::Percent,
        scale_label: "share alive, April 2022".to_owned(),
        range: None,
        contours: columns > 6 && rows > 6,
        ringed: vec![],
    }
}

pub fn heat_map_of_words() -> HeatMapChart {
    let words = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let mut chart = heat_map(4, 3);
    chart.x = words(&["none", "random staff", "the leader of every initiative and its deputy", "champions"]);
    chart.y = words(&["no board", "a board", "a board that meets every month, with a bridge to the successor"]);
    chart.x_label = "who leaves".to_owned();
    chart.y_label = "board".to_owned();
    chart.format = NumberFormat::Number;
    chart.scale_label = "initiative-months".to_owned();
    for cell in chart.cells.iter_mut().flatten() {
        cell.value *= 3210.0;
        cell.half_width = cell.half_width.map(|half| 3210.0 * half);
    }
    chart
}

fn sweep_line(label: &str, positions: usize, level: f64, rise: f64) -> SweepLine {
    let point = |position: usize| {
        let x = position as f64 / (positions - 1) as f64;
        let value = level + rise * x * (1.6 - 0.6 * x);
        SweepPoint {
            value,
            average: Some((value - 0.015 - 0.01 * x, value + 0.015 + 0.01 * x)),
            spread: Some(((value - 0.12).max(0.0), (value + 0.14).min(1.0))),
        }
    };
    SweepLine { label: label.to_owned(), points: (0..positions).map(point).collect() }
}

fn sweep(panels: Vec<SweepPanel>) -> LineBandChart {
    let words = |words: &str| words.to_owned();
    LineBandChart {
        heading: heading(
            "Longer money keeps more alive, each further year by less",
            "Initiatives alive four years after",
        ),
        y_label: words("Initiatives still alive, April 2022"),
        format: NumberFormat::Percent,
        range: None,
        key: BandKey {
            line: words("average of all futures"),
            average: words("how sure we are of the average (95\u{2009}%)"),
            spread: words("nine of ten single futures"),
            reach: String::new(),
        },
        panels,
    }
}

fn months(lines: Vec<SweepLine>) -> SweepPanel {
    let at = (0..9).map(|year| f64::from(12 * year + 12)).collect();
    let positions = Positions::Numbers { at, logarithmic: false };
    SweepPanel { label: "programme.months (months)".to_owned(), positions, lines }
}

pub fn line_band(lines: usize) -> LineBandChart {
    let names = ["no board", "a board", "a board and a bridge", "form only", "engaged", "champion", "spanner", "none"];
    let line = |place: usize| sweep_line(names[place], 9, 0.3 - 0.03 * place as f64, 0.45 - 0.05 * place as f64);
    let mut chart = sweep(vec![months((0..lines).map(line).collect())]);
    if lines == 1 {
        chart.panels[0].lines[0].label.clear();
        chart.panels[0].lines[0].points[6].value = f64::NAN;
    }
    chart
}

pub fn who_leaves(lines: usize) -> LineBandChart {
    let words = ["nobody", "random staff", "the leaders of all initiatives", "champions", "spanners"];
    let line = |place: usize| sweep_line(["without a board", "with a board"][place], 5, 0.5 + 0.1 * place as f64, -0.3);
    sweep(vec![SweepPanel {
        label: "who leaves in the second year".to_owned(),
        positions: Positions::Words(words.map(str::to_owned).to_vec()),
        lines: (0..lines).map(line).collect(),
    }])
}

pub fn populations() -> LineBandChart {
    let positions = Positions::Numbers { at: vec![50_000.0, 250_000.0, 2_000_000.0], logarithmic: true };
    let lines = vec![sweep_line("place", 3, 0.5, -0.2), sweep_line("system", 3, 0.2, 0.3)];
    sweep(vec![SweepPanel { label: "population".to_owned(), positions, lines }])
}

pub fn main_effects(panels: usize, lines: usize) -> LineBandChart {
    let panel = |place: usize| {
        let names = ["without a board", "with a board"];
        let line = |of: usize, count: usize| {
            let label = if lines > 1 { names[of] } else { "" };
            sweep_line(label, count, 0.35 + 0.08 * of as f64, [0.3, -0.2, 0.05, 0.0, -0.1, 0.15][place])
        };
        let all = |count: usize| (0..lines).map(|of| line(of, count)).collect();
        match place {
            1 => SweepPanel { lines: all(5), ..who_leaves(1).panels[0].clone() },
            4 => SweepPanel { lines: all(3), ..populations().panels[0].clone() },
            _ => months(all(9)),
        }
    };
    sweep((0..panels).map(panel).collect())
}
