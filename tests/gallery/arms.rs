use crate::over_time::{axis, stages};
use safsim::chart::{
    BarGroup, ForestBlock, ForestChart, ForestRow, Heading, IncidenceChart, Layer, NumberFormat, StageBarsChart,
};

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
                reach: (place > 0).then_some((difference - 2.5 * half, difference + 2.0 * half)),
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
        reach_key: "nine of ten plausible models".to_owned(),
        shares_scales: false,
        blocks: (0..blocks).map(block).collect(),
    }
}

pub fn incidence(causes: usize) -> IncidenceChart {
    let names = [
        "no money after the programme",
        "lead left, no successor",
        "metrics narrowed",
        "never got going",
        "successor policy",
        "site merged",
        "lost support of managers",
        "a cause with a name too long",
        "staff shortage",
        "pandemic",
        "unknown",
    ];
    let times: Vec<f64> = (0..=96).map(f64::from).collect();
    let share = |place: usize, t: f64| {
        let begins = [36.0, 6.0, 24.0, 3.0, 33.0, 50.0, 12.0, 0.0, 40.0, 60.0, 1.0][place];
        let height = [0.28, 0.12, 0.05, 0.08, 0.03, 0.01, 0.02, 0.004, 0.015, 0.03, 0.001][place];
        height * ((t - begins) / 20.0_f64).clamp(0.0, 1.0)
    };
    let layer = |place: usize| Layer {
        label: names[place].to_owned(),
        counts: times.iter().map(|&t| share(place, t)).collect(),
    };
    IncidenceChart {
        heading: heading("Most that end, end for want of money", "What has become of 69 initiatives in six sites"),
        axis: axis(),
        y_label: "Share of initiatives".to_owned(),
        ended: (0..causes).map(layer).collect(),
        other_label: "other causes".to_owned(),
        absorbed: (causes > 0).then(|| Layer {
            label: "absorbed into ordinary work".to_owned(),
            counts: times.iter().map(|&t| 0.17 * ((t - 20.0) / 60.0).clamp(0.0, 1.0)).collect(),
        }),
        going_label: "still going".to_owned(),
        times: if causes > 0 { times } else { Vec::new() },
    }
}

pub fn stage_bars(months: usize, arms: usize, as_shares: bool) -> StageBarsChart {
    let stages = stages();
    let group = |place: usize| {
        let month = 36 + 12 * place;
        let bar = |arm: usize| {
            let shift = if arm.is_multiple_of(2) { 0.3 * arm as f64 } else { -0.2 * arm as f64 };
            let at = (month as f64 + 6.0 * shift) as usize;
            if arm == 3 { vec![0.0] } else { stages.layers.iter().map(|l| l.counts[at.min(96)].round()).collect() }
        };
        BarGroup { label: format!("Apr {}, {place} years after", 2018 + place), counts: (0..arms).map(bar).collect() }
    };
    StageBarsChart {
        heading: heading("Sustained money keeps more operating", "Stage of 69 initiatives, mean of all futures"),
        x_label: if as_shares { "Share of initiatives" } else { "Initiatives" }.to_owned(),
        layers: stages.layers.iter().map(|layer| layer.label.clone()).collect(),
        arms: ARMS[..arms].iter().map(|&arm| arm.to_owned()).collect(),
        groups: (0..months).map(group).collect(),
        shown: months.saturating_sub(1),
        counted: stages.layers.len().saturating_sub(1),
        counted_label: "alive".to_owned(),
        as_shares,
    }
}
