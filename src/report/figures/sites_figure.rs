use super::drawn_figure::Figure;
use super::picture_parts::{heading, made_of};
use super::programme_axis::programme_axis;
use crate::analysis::{Findings, Outcome, Spread};
use crate::chart::{Heading, NumberFormat, PlacePanel, PlacesChart};
use crate::report::words::average_percent;

/// Activity by site (by region or type where sites are many), with what survives in each.
pub(in crate::report) fn sites_figure(findings: &Findings) -> Option<Figure> {
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
        name: name.clone(),
        // A name stays as it is, whatever words a field has for sites.
        note: match (*sites, survival(outcome)) {
            (0 | 1, survive) => survive,
            (several, survive) if survive.is_empty() => format!("{several} sites"),
            (several, survive) => format!("{several} sites, {survive}"),
        },
        points: medians(course),
        band: course.iter().enumerate().map(|(m, s)| (at(m), s.quantiles[0], s.quantiles[4])).collect(),
    };
    let highest = courses.iter().flatten().map(|s| s.quantiles[4].max(s.mean)).fold(0.0, f64::max);
    let what = places.heading;
    let common = heading(setting, &title(findings, &outcomes), &made_of(activity.replicates() as u64));
    let one = places.len() < 2;
    let chart = PlacesChart {
        heading: Heading {
            caption: format!(
                "{}. Survival: of the initiatives alive at the programme's end, those alive at the end of the run; in brackets: how \
                 sure the average is (95 %).",
                common.caption
            ),
            ..common
        },
        axis: programme_axis(findings),
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
        "One panel for each {what}: how much is going on there. The band holds nine of ten futures, the dashed grey line is the \
         average over all sites. Above it stands the share of initiatives that outlive the money to the end of the run."
    );
    Some(Figure { name: "sites".to_owned(), chart: chart.into(), caption })
}

/// "43 % (±3) outlive the money"
fn survival(outcome: &Outcome) -> String {
    if outcome.survived.known() {
        format!("{} outlive the money", average_percent(&outcome.survived))
    } else {
        String::new()
    }
}

/// From where to where shares go; places are named only where they can be told apart.
fn title(findings: &Findings, outcomes: &[Outcome]) -> String {
    let share = |outcome: &Outcome| format!("{:.0}\u{a0}%", 100.0 * outcome.survived.mean);
    let what = findings.activity.places().heading;
    let Some(extremes) = findings.outcomes.extremes() else { return format!("How much goes on, by {what}") };
    let (least, most) = (&outcomes[extremes.lowest], &outcomes[extremes.highest]);
    let plural = if what == "type of site" { "types of site".to_owned() } else { format!("{what}s") };
    match outcomes.iter().filter(|outcome| outcome.survived.known()).count() {
        1 => format!("{} of initiatives outlive the money to the end of the run", share(most)),
        _ if extremes.are_apart => format!(
            "From {} of initiatives in {} to {} in {} outlive the money to the end of the run",
            share(least),
            least.name,
            share(most),
            most.name
        ),
        _ => format!(
            "{} to {} of initiatives outlive the money; {plural} cannot be told apart",
            share(least),
            share(most)
        ),
    }
}

/// The next round number, with a tick of its own.
fn upper(value: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(value.max(1e-3))));
    let steps = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];
    power * steps.into_iter().find(|step| power * step >= value).unwrap_or(10.0)
}
