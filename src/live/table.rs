use super::courses::{place_of, survival};
use crate::analysis::{Courses, Kept};
use crate::record::Metric;
use crate::study::Stepwise;
use std::fmt::Write;

/// Arms in tables.
const ARMS: [&str; 2] = ["baseline", "mine"];

/// Survival with its 95 % interval, then every metric with the band of half of single futures, by month: a tidy table.
pub(super) fn table(stepwise: &Stepwise, arms: [&[Kept]; 2], group: &str) -> String {
    let mut text = "arm,group,metric,month,mean,low,high,replicates\n".to_owned();
    let group_cell = cell(group);
    for (arm, kept) in arms.into_iter().enumerate() {
        let (setting, replicates) = (stepwise.setting(arm), kept.len());
        for (month, row) in survival(kept, setting, group).iter().enumerate() {
            let when = setting.start.plus(month as i32);
            let values = [row.survival, row.interval[0], row.interval[1]].map(number).join(",");
            let _ = writeln!(text, "{},{group_cell},survival,{when},{values},{replicates}", ARMS[arm]);
        }
        let place = place_of(group, setting, kept);
        let place_cell = cell(&setting.places[place].name);
        let mut courses = Courses::new(place..place + 1, setting.months as usize);
        kept.iter().for_each(|kept| courses.add(&kept.run.panel));
        for metric in Metric::ALL {
            for (month, spread) in courses.course(place, *metric).iter().enumerate() {
                let when = setting.start.plus(month as i32);
                let values = [spread.mean, spread.quantiles[1], spread.quantiles[3]].map(number).join(",");
                let _ = writeln!(text, "{},{place_cell},{},{when},{values},{replicates}", ARMS[arm], metric.name());
            }
        }
    }
    text
}

/// A number that reads back exactly; nothing where there is none.
fn number(value: f64) -> String {
    if value.is_nan() { String::new() } else { value.to_string() }
}

/// A text as a cell, in quotes where it needs them.
fn cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
