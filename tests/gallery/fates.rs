use crate::arms::heading;
use crate::over_time::{GROUPS, axis};
use safsim::chart::{
    FateEntry, FateGridChart, FateName, FlowChart, FlowMoment, NetworkChart, NetworkFigure, NetworkPanel,
    NetworkPerson, NumberFormat, PlacePanel, PlacesChart, Presence, ShareLayer, SharesChart, Spell,
};

/// A made-up number of 0..1.
fn noise(a: usize, b: usize) -> f64 {
    ((a * 7919 + b * 104_729 + a * b * 31) % 1000) as f64 / 1000.0
}

pub fn grid(columns: usize, rows: usize, origins: usize) -> FateGridChart {
    let fate = |letter: &str, short: &str, label: &str| FateName {
        letter: letter.to_owned(),
        short: short.to_owned(),
        label: label.to_owned(),
    };
    let entry = |row: usize, column: usize, origin: usize| {
        let ended = noise(row + 20 * origin, column);
        let absorbed = (1.0 - ended) * noise(column, row);
        let reduced = 0.5 * (1.0 - ended - absorbed);
        FateEntry {
            origin,
            shares: [absorbed, reduced, reduced, ended],
            number: 1 + (row % 2 * column % 3) as u32,
            futures: if origin == 2 { 0.3 } else { 1.0 },
        }
    };
    let cell = |row: usize, column: usize| {
        (0..origins).filter(|origin| noise(row * 3 + origin, column + 5) > 0.4).map(|o| entry(row, column, o)).collect()
    };
    FateGridChart {
        heading: heading("Most of the programme's own initiatives end", "Kinds of initiative by site"),
        fates: vec![
            fate("B", "BAU", "business as usual"),
            fate("O", "operating", "operating or being set up"),
            fate("S", "reduced", "scaled back"),
            fate("E", "ended", "ended"),
        ],
        origins: ["programme's own", "earlier work", "copied"].map(str::to_owned).to_vec(),
        columns: (0..columns).map(|place| GROUPS[place % 9].to_owned()).collect(),
        rows: (0..rows)
            .map(|row| ["Social prescribing", "Health and social care co-ordination"][row % 2].to_owned())
            .collect(),
        cells: (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect(),
    }
}

pub fn flow(steps: usize) -> FlowChart {
    let stages = ["not yet begun", "implementing", "operating", "scaled back", "business as usual", "ended"];
    let mut standing = [40.0, 0.0, 30.0, 0.5, 0.0, 0.02];
    let step = |step: usize| {
        let keep = [0.3, 0.4, 0.7, 0.7, 0.9, 1.0];
        let next = [1, 2, 4, 5, 3, 5];
        let mut moved = vec![vec![0.0; 6]; 6];
        for from in 0..6 {
            let share = if step < 3 && from == 2 { 0.98 } else { keep[from] };
            moved[from][from] += standing[from] * share;
            moved[from][next[from]] += standing[from] * (1.0 - share);
        }
        standing = [0, 1, 2, 3, 4, 5].map(|to| moved.iter().map(|row| row[to]).sum());
        moved
    };
    FlowChart {
        heading: heading("Of 70 initiatives in an average run, 30 have ended", "Where initiatives go"),
        y_label: "Initiatives in an average run".to_owned(),
        range: (0.0, 0.0),
        stages: stages.map(str::to_owned).to_vec(),
        order: vec![0, 4, 2, 1, 3, 5],
        moments: (0..=steps)
            .map(|place| FlowMoment {
                label: format!("{}-03", 2015 + place),
                note: ["before the money", "", "", "money ends"].get(place).map_or("", |note| note).to_owned(),
            })
            .collect(),
        moved: (0..steps).map(step).collect(),
        span: Some((0, 3.min(steps), "programme money".to_owned())),
    }
}

pub fn shares(layers: usize) -> SharesChart {
    let spell = |quarter: usize| Spell {
        from: 3.0 * quarter as f64,
        to: 3.0 * quarter as f64 + 3.0,
        label: format!("quarter {}", quarter + 1),
    };
    let raw = |layer: usize, quarter: usize| 1.0 + layer as f64 * 0.3 + libm::sin(quarter as f64 / 5.0 + layer as f64);
    let total = |quarter: usize| (0..layers).map(|layer| raw(layer, quarter)).sum::<f64>();
    SharesChart {
        heading: heading("Attempts draw most on values", "Sources of authority"),
        axis: axis(),
        y_label: "Share of attempts".to_owned(),
        spells: (0..32).map(spell).collect(),
        layers: (0..layers)
            .map(|layer| ShareLayer {
                label: GROUPS[layer].to_owned(),
                shares: (0..32).map(|quarter| raw(layer, quarter) / total(quarter)).collect(),
                single: vec![],
            })
            .collect(),
    }
}

pub fn places(number: usize) -> PlacesChart {
    let value = |place: usize, month: f64| (2.0 + noise(place, 3) * 6.0) * (1.0 - ((month - 36.0) / 90.0).abs());
    let points = |place: usize| (1..=96).map(|m| (f64::from(m), value(place, f64::from(m)))).collect::<Vec<_>>();
    PlacesChart {
        heading: heading("From 31 % to 73 % outlive the money", "Activity by site"),
        axis: axis(),
        y_label: "Activity: full initiatives".to_owned(),
        range: (0.0, 8.0),
        format: NumberFormat::Number,
        keys: ["average", "nine of ten single futures", "average over all sites"].map(str::to_owned),
        places: (0..number)
            .map(|place| PlacePanel {
                name: GROUPS[place % 9].to_owned(),
                note: format!("{:.0} % (±3) outlive the money", 100.0 * noise(place, 1)),
                band: points(place).into_iter().map(|(m, v)| (m, 0.8 * v, 1.2 * v)).collect(),
                points: points(place),
            })
            .collect(),
        reference: points(4),
    }
}

pub fn network(organisations: usize, each: usize, halos: usize) -> NetworkChart {
    let people = organisations * each;
    let person = |slot: usize| NetworkPerson {
        organisation: slot / each,
        label: "Service manager".to_owned(),
        size: noise(slot, 9),
        presence: if noise(slot, 2) < 0.08 { Presence::Empty } else { Presence::Filled },
    };
    let panel = |place: usize| NetworkPanel {
        title: ["2015-03, before the money", "2018-03, money ends", "2022-03, end of the run"][place].to_owned(),
        people: (0..people).map(person).collect(),
        ties: (0..people as u16 * 3)
            .map(|tie| {
                let (from, trust) = (tie % people as u16, noise(usize::from(tie), place));
                (from, (noise(usize::from(tie), 77) * people as f64) as u16, trust)
            })
            .collect(),
        members: (0..halos)
            .map(|halo| (0..people as u16).filter(|s| noise(usize::from(*s), halo) < 0.15).collect())
            .collect(),
    };
    NetworkChart {
        heading: heading(
            "In Harrogate 25 % of ties are strong before the money, 78 % when it ends",
            "People by organisation",
        ),
        organisations: (0..organisations).map(|place| GROUPS[place % 9].to_owned()).collect(),
        halos: (0..halos).map(|halo| GROUPS[halo].to_owned()).collect(),
        strong: 0.5,
        panels: (0..3).map(panel).collect(),
        figures: vec![NetworkFigure {
            label: "strong ties across organisations".to_owned(),
            values: ["162 of 654 (25 %)", "544 of 694 (78 %)", "313 of 690 (45 %)"].map(str::to_owned).to_vec(),
        }],
    }
}
