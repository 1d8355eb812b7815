use safsim::chart::{ForestBlock, ForestChart, ForestRow, Heading, NumberFormat};

pub const ARMS: [&str; 9] = [
    "Three-year award",
    "Annual conditional rounds",
    "Front-loaded",
    "Tapered end",
    "Small but sustained",
    "Badge without money",
    "Three-year award with a board and a bridge to the successor",
    "Copied, form only",
    "Nothing",
];

pub fn heading(title: &str, subtitle: &str) -> Heading {
    Heading {
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        caption: "1,000 paired replicates of funding-regimes, seed 42. Same random numbers in every arm.".to_owned(),
    }
}

pub fn forest(blocks: usize, arms: usize) -> ForestChart {
    let block = |place: usize| {
        let titles = ["Alive four years after the money", "Initiative-months", "Spent", "Absorbed", "Spread", "Trust"];
        let format = if matches!(place, 0 | 3) { NumberFormat::Percent } else { NumberFormat::Number };
        let scale = [0.1, 400.0, 3e6, 0.02, 3.0, 0.2][place];
        let row = |arm: usize| {
            let difference = scale * (1.4 - 0.45 * arm as f64 + if place == 1 { 1.0 } else { 0.0 });
            let half = scale * (0.08 + 0.03 * arm as f64);
            ForestRow {
                label: ARMS[1 + arm % 8].to_owned(),
                difference,
                interval: (difference - half, difference + half),
                spread: Some((difference - 4.0 * half, difference + 5.0 * half)),
            }
        };
        ForestBlock {
            title: titles[place].to_owned(),
            unit: ["of initiatives", "months", "pounds", "of initiatives", "sites", ""][place].to_owned(),
            format,
            less: "fewer".to_owned(),
            more: "more".to_owned(),
            rows: (0..arms).map(row).collect(),
        }
    };
    ForestChart {
        heading: heading("Small but sustained money keeps most alive", "Difference from the three-year award"),
        zero_label: "same as three-year award".to_owned(),
        interval_key: "average difference and how sure we are of it (95\u{2009}%)".to_owned(),
        spread_key: "nine of ten single futures".to_owned(),
        shares_scales: false,
        blocks: (0..blocks).map(block).collect(),
    }
}
