use super::Figure;
use super::picture_parts::{heading, replicates, time_axis};
use crate::analysis::{Findings, Outcome, Spread};
use crate::chart::{Heading, NumberFormat, PlacePanel, PlacesChart};

/// Activity by site (by region or type where sites are many), with what survives in each.
pub(super) fn sites_figure(findings: &Findings) -> Option<Figure> {
    let (activity, setting) = (&findings.activity, &findings.setting);
    let places = activity.places();
    if activity.replicates() == 0 || places.is_empty() {
        return None;
    }
    let outcomes = findings.outcomes.all();
    let courses: Vec<Vec<Spread>> = (0..=places.len()).map(|place| activity.course(place)).collect();
    // A month stands for its end.
    let at = |month: usize| (month + 1) as f64;
    let medians = |course: &[Spread]| course.iter().enumerate().map(|(m, s)| (at(m), s.mean)).collect::<Vec<_>>();
    let panel = |(((name, sites), course), outcome): ((&(String, usize), &Vec<Spread>), &Outcome)| PlacePanel {
        name: if *sites > 1 { format!("{name} ({sites} sites)") } else { name.clone() },
        note: survival(outcome),
        points: medians(course),
        band: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[0], s.quantiles[4])).collect(),
    };
    let highest = courses.iter().flatten().map(|s| s.quantiles[4].max(s.mean)).fold(0.0, f64::max);
    let what = places.heading;
    let common = heading(setting, &title(findings, &outcomes), &replicates(activity.replicates() as u64));
    let one = places.len() < 2;
    let chart = PlacesChart {
        heading: Heading {
            caption: format!(
                "{}. Survival: of the initiatives alive at the programme's end, those alive at the end of the run; ±: how sure \
                 the average is.",
                common.caption
            ),
            ..common
        },
        axis: time_axis(setting),
        y_label: if what == "site" {
            "Activity: full initiatives (sum of their scale)".to_owned()
        } else {
            format!("Activity of an average site of each {what}: full initiatives (sum of their scale)")
        },
        range: (0.0, upper(highest)),
        format: NumberFormat::Number,
        keys: [
            "average".to_owned(),
            "nine of ten single futures".to_owned(),
            if one { String::new() } else { "average over all sites".to_owned() },
        ],
        places: places.names.iter().zip(&courses).zip(&outcomes).map(panel).collect(),
        reference: if one { vec![] } else { medians(&courses[places.len()]) },
    };
    let caption = format!(
        "One panel for each {what}: how much is going on there, with nine of ten futures as a band and the average over all \
         sites as a dashed grey line; above it the share of initiatives that outlive the money to the end of the run."
    );
    Some(Figure { name: "sites".to_owned(), chart: chart.into(), caption })
}

/// "43 % survive (±3)"
fn survival(outcome: &Outcome) -> String {
    let survived = outcome.survived;
    if survived.mean.is_nan() {
        return String::new();
    }
    let sure = if survived.half_width.is_finite() {
        format!(" (±{:.0})", 100.0 * survived.half_width)
    } else {
        String::new()
    };
    format!("{:.0}\u{a0}%{sure} outlive the money", 100.0 * survived.mean)
}

fn title(findings: &Findings, outcomes: &[Outcome]) -> String {
    let mut known: Vec<&Outcome> = outcomes.iter().filter(|outcome| outcome.survived.mean.is_finite()).collect();
    known.sort_by(|a, b| b.survived.mean.total_cmp(&a.survived.mean));
    let percent = |outcome: &Outcome| format!("{:.0}\u{a0}%", 100.0 * outcome.survived.mean);
    match known.as_slice() {
        [most, .., least] => format!(
            "From {} of initiatives in {} to {} in {} outlive the money to the end of the run",
            percent(least),
            least.name,
            percent(most),
            most.name
        ),
        [only] => format!("{} of initiatives outlive the money to the end of the run", percent(only)),
        [] => format!("How much goes on, by {}", findings.activity.places().heading),
    }
}

/// The next round number, with a tick of its own.
fn upper(value: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(value.max(1e-3))));
    let steps = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    power * steps.into_iter().find(|step| power * step >= value).unwrap_or(10.0)
}
