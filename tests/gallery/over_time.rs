use safsim::chart::{
    BandKey, Curve, Heading, Layer, Mark, NumberFormat, Panel, Series, StageChart, SurvivalChart, SurvivalGridChart,
    Tick, TimeAxis, TimeSpan, TrajectoryChart,
};

pub fn axis() -> TimeAxis {
    let tick = |year: u32| Tick { at: f64::from((year - 2015) * 12), label: format!("Apr {year}") };
    let mark = |at: f64, label: &str| Mark { at, label: label.to_owned() };
    TimeAxis {
        from: 0.0,
        to: 96.0,
        ticks: (2015..=2023).map(tick).collect(),
        label: "month".to_owned(),
        span: Some(TimeSpan { from: 0.0, to: 36.0, label: "programme money".to_owned() }),
        names: (0..=96).map(|month| format!("end of month {month}")).collect(),
        marks: vec![mark(24.0, "metrics narrow"), mark(33.0, "successor policy announced"), mark(36.0, "money ends")],
    }
}

pub const GROUPS: [&str; 9] = [
    "All sites",
    "Annual awards, told in March",
    "Northumberland integrated primary and acute care",
    "Six enhanced health in care homes sites",
    "Harrogate",
    "West Wakefield",
    "Copied initiatives",
    "A group with a name that is far too long to be written beside any line on any slide",
    "Ninth",
];

pub fn curve(place: usize, replicates: u64) -> Curve {
    let alive = |month: f64| {
        let hazard = 0.004 + 0.002 * place as f64 + if month > 36.0 { 0.012 } else { 0.0 };
        (1.0 - hazard * month).max(0.02 * (8.0 - place as f64)).clamp(0.0, 1.0)
    };
    let months: Vec<f64> = (0..=96).map(f64::from).collect();
    let mut low = 1.0_f64;
    let points: Vec<(f64, f64)> = months
        .iter()
        .map(|&month| {
            low = low.min(alive(month));
            (month, low)
        })
        .collect();
    let around = |by: f64| {
        points.iter().map(|&(x, y)| (x, (y - by * x.min(30.0)).max(0.0), (y + by * x.min(30.0)).min(1.0))).collect()
    };
    Curve {
        label: GROUPS[place].to_owned(),
        average_band: around(0.001),
        spread_band: around(0.005),
        reach: Vec::new(),
        at_risk: (0..=8).map(|year| Some((69.0 * replicates as f64 * points[12 * year].1) as u64)).collect(),
        points,
    }
}

pub fn survival(groups: usize, replicates: u64) -> SurvivalChart {
    SurvivalChart {
        heading: Heading {
            title: "Half of the initiatives end within two years of the money".to_owned(),
            subtitle: "Initiatives still alive, by months since the programme began, six sites".to_owned(),
            caption: format!(
                "{replicates} replicates of the default scenario, seed 42. Kaplan–Meier over all replicates."
            ),
        },
        axis: axis(),
        y_label: "Initiatives still alive".to_owned(),
        key: BandKey {
            line: "average of all futures".to_owned(),
            average: "how sure we are of the average (95\u{2009}%)".to_owned(),
            spread: "where 90\u{2009}% of single futures lie".to_owned(),
            reach: String::new(),
        },
        curves: (0..groups).map(|place| curve(place, replicates)).collect(),
        at_risk_label: "Initiatives at risk".to_owned(),
    }
}

pub fn single_replicate() -> SurvivalChart {
    let points = vec![(0.0, 1.0), (7.0, 0.9), (12.0, 0.8), (37.0, 0.5), (40.0, 0.2), (52.0, 0.0), (96.0, 0.0)];
    let at_risk = [10, 8, 8, 8, 2, 0, 0, 0, 0].map(Some).to_vec();
    let curve = Curve { label: "One future".to_owned(), points, at_risk, ..Curve::default() };
    let early = Curve {
        label: "Seen for four years".to_owned(),
        points: vec![(0.0, 1.0), (20.0, 0.75), (48.0, 0.5), (60.0, f64::NAN)],
        at_risk: vec![Some(4), Some(4), Some(3), Some(3), None],
        ..Curve::default()
    };
    SurvivalChart { curves: vec![curve, early], ..survival(1, 1) }
}

pub fn equal_ends() -> SurvivalChart {
    let mut chart = survival(6, 200);
    for curve in &mut chart.curves {
        curve.points.iter_mut().for_each(|point| point.1 = if point.0 > 50.0 { 0.0 } else { point.1 });
        curve.average_band.clear();
        curve.spread_band.clear();
    }
    chart.heading.title =
        "A title that says a great deal more than a title on a slide ought to say, and so needs two lines \
                           or even more, of which only two are given to it, come what may"
            .to_owned();
    chart.axis.span = Some(TimeSpan { from: 30.0, to: 36.0, label: "programme money".to_owned() });
    chart.axis.marks = ["money starts", "first review of awards", "metrics narrow", "money ends", "money is gone"]
        .iter()
        .zip([0.0, 30.0, 34.0, 36.0, 90.0])
        .map(|(label, at)| Mark { at, label: (*label).to_owned() })
        .collect();
    chart
}

fn series(label: &str, place: usize) -> Series {
    let value = |month: f64| {
        let rise = 0.25 + 0.01 * (8.0 - place as f64) * month.min(36.0) / 4.0;
        (rise - 0.006 * (month - 36.0).max(0.0) * (1.0 + 0.4 * place as f64)).clamp(0.0, 1.0)
    };
    let points: Vec<(f64, f64)> = (0..=96).map(|m| (f64::from(m), value(f64::from(m)))).collect();
    let band = points.iter().map(|&(x, y)| (x, (y - 0.08).max(0.0), (y + 0.1).min(1.0))).collect();
    Series { label: label.to_owned(), points, band, reach: Vec::new() }
}

const QUANTITIES: [&str; 5] =
    ["Trust in the programme", "Support among managers", "Routine", "Collaboration", "Deficit"];

fn trajectory(panels: Vec<Panel>) -> TrajectoryChart {
    TrajectoryChart {
        reach_key: String::new(),
        heading: Heading {
            title: "Trust rises with the money and outlives it by two years".to_owned(),
            subtitle: "What the six sites feel, have and do, 0 = none, 1 = full".to_owned(),
            caption: "200 replicates of the default scenario, seed 42.".to_owned(),
        },
        axis: axis(),
        y_label: String::new(),
        line_key: "median".to_owned(),
        band_key: "5–95\u{2009}% of futures".to_owned(),
        panels,
    }
}

pub fn one_panel() -> TrajectoryChart {
    let series = QUANTITIES.iter().enumerate().take(4).map(|(place, name)| series(name, place)).collect();
    trajectory(vec![Panel { label: String::new(), range: (0.0, 1.0), format: NumberFormat::Number, series }])
}

pub fn panels() -> TrajectoryChart {
    let panel = |(place, name): (usize, &&str)| Panel {
        label: (*name).to_owned(),
        range: (0.0, 1.0),
        format: if place == 4 { NumberFormat::Percent } else { NumberFormat::Number },
        series: vec![series("", place)],
    };
    trajectory(QUANTITIES.iter().enumerate().map(panel).collect())
}

pub fn two_arms() -> TrajectoryChart {
    let panel = |(place, name): (usize, &&str)| Panel {
        label: (*name).to_owned(),
        range: (0.0, 1.0),
        format: NumberFormat::Percent,
        series: vec![series("annual awards", place + 2), series("whole award", place)],
    };
    trajectory(QUANTITIES.iter().enumerate().take(4).map(panel).collect())
}

pub fn stages() -> StageChart {
    let times: Vec<f64> = (0..=96).map(f64::from).collect();
    let share = |place: usize, t: f64| -> f64 {
        let begun = (t / 18.0).min(1.0);
        let ended = ((t - 30.0) / 70.0).clamp(0.0, 0.6);
        let absorbed = ((t - 24.0) / 90.0).clamp(0.0, 0.25);
        let implementing = (begun * (1.0 - t / 40.0)).max(0.0);
        let scaled_back = ((t - 36.0) / 100.0).clamp(0.0, 0.1);
        match place {
            0 => 1.0 - begun,
            1 => implementing,
            2 => (begun - implementing - ended - absorbed - scaled_back).max(0.0),
            3 => scaled_back,
            4 => absorbed,
            _ => ended,
        }
    };
    let names = ["Proposed", "Implementing", "Operating", "Scaled back", "Absorbed", "Ended"];
    let layer = |(place, name): (usize, &&str)| Layer {
        label: (*name).to_owned(),
        counts: times.iter().map(|&t| 69.0 * share(place, t)).collect(),
    };
    StageChart {
        heading: Heading {
            title: "Most initiatives were never absorbed".to_owned(),
            subtitle: "Stage of 69 initiatives in six sites, mean of all futures".to_owned(),
            caption: "200 replicates of the default scenario, seed 42.".to_owned(),
        },
        axis: axis(),
        y_label: "Initiatives".to_owned(),
        range: (0.0, 0.0),
        layers: names.iter().enumerate().map(layer).collect(),
        times,
    }
}

pub fn survival_grid(groups: usize) -> SurvivalGridChart {
    let one = survival(groups, 200);
    SurvivalGridChart {
        heading: one.heading,
        axis: one.axis,
        spans: vec![],
        y_label: one.y_label,
        key: one.key,
        curves: one.curves,
        baseline: Some(0),
        baseline_key: "baseline: all sites".to_owned(),
    }
}
