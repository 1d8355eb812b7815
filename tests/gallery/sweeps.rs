use crate::arms::heading;
use safsim::chart::{HeatCell, HeatMapChart, NumberFormat};

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
