use super::charts::STAGES;
use super::comparison_parts::{ARMS_SHOWN, heading_of};
use crate::analysis::{ArmFindings, Compared};
use crate::chart::{BarGroup, Heading, StageBarsChart};
use crate::record::Setting;
use crate::report::words::quoted;

/// A moment of an arm's run: so many months after its start, or before its end.
#[derive(Clone, Copy)]
enum Moment {
    BeforeMoney,
    AfterMoney(i32),
    RunEnd,
}

impl Moment {
    /// The month of the run, if there is such a one.
    fn month(self, setting: &Setting) -> Option<usize> {
        let last = setting.months.cast_signed() - 1;
        let month = match self {
            Moment::BeforeMoney => setting.programme_start - 1,
            Moment::AfterMoney(months) => setting.programme_end.saturating_add(months) - 1,
            Moment::RunEnd => last,
        };
        usize::try_from(month).ok().filter(|_| month <= last)
    }
}

/// What stages initiatives are in before the money, at its end, and one, two and more years later: of each arm at its own
/// dates.
pub(in crate::report) fn stages_by_arm(compared: &Compared) -> StageBarsChart {
    let mut moments = vec![
        (Moment::BeforeMoney, "before the money".to_owned()),
        (Moment::AfterMoney(0), "money ends".to_owned()),
        (Moment::AfterMoney(12), "a year after the money".to_owned()),
        (Moment::AfterMoney(24), "two years after the money".to_owned()),
        (Moment::RunEnd, "end of the run".to_owned()),
    ];
    if let Some(months) = compared.clock.months().filter(|months| ![0, 12, 24].contains(months)) {
        let place = 2 + usize::from(months > 12) + usize::from(months > 24);
        moments.insert(place, (Moment::AfterMoney(months.cast_signed()), format!("{months} months after the money")));
    }
    let months = |moment: Moment| -> Vec<Option<usize>> {
        compared.arms.iter().map(|arm| moment.month(&arm.findings.setting)).collect()
    };
    let mut shown: Vec<(Vec<Option<usize>>, String)> =
        moments.into_iter().map(|(moment, words)| (months(moment), words)).collect();
    shown.retain(|(months, _)| months.iter().any(Option::is_some));
    shown.dedup_by(|later, earlier| later.0 == earlier.0);
    let start = compared.baseline().findings.setting.start;
    let is_shared = |months: &[Option<usize>]| months.windows(2).all(|pair| pair[0] == pair[1]);
    let group = |(months, words): &(Vec<Option<usize>>, String)| {
        let bar = |(arm, month): (&ArmFindings, &Option<usize>)| match *month {
            Some(month) => {
                STAGES.iter().map(|&(_, metric)| arm.findings.courses.spread(0, month, metric).mean).collect()
            }
            None => vec![],
        };
        let date = months[0].filter(|_| is_shared(months)).and_then(|month| i32::try_from(month).ok());
        BarGroup {
            label: date.map_or_else(|| words.clone(), |month| format!("{}, {words}", start.plus(month).in_words())),
            counts: compared.arms.iter().zip(months).map(bar).collect(),
        }
    };
    let groups: Vec<BarGroup> = shown.iter().map(group).collect();
    let equal = compared.clock.months().map(|after| months(Moment::AfterMoney(after.cast_signed())));
    let last = groups.len().saturating_sub(1);
    let drawn = equal.and_then(|equal| shown.iter().position(|(months, _)| *months == equal)).unwrap_or(last);
    let when = match shown.get(drawn) {
        Some((months, _)) if is_shared(months) => months[0]
            .and_then(|month| i32::try_from(month).ok())
            .map(|month| format!("at {}", start.plus(month).end_in_words())),
        Some((_, words)) => Some(words.clone()),
        None => None,
    };
    let title = alive_title(compared, groups.get(drawn), &when.unwrap_or_default());
    let common = heading_of(compared, &title);
    let own = match shown.get(drawn) {
        Some((months, _)) if !is_shared(months) => " Each regime is shown at its own date.",
        _ => "",
    };
    StageBarsChart {
        heading: Heading {
            caption: format!(
                "{}. Averages; earlier work counts as business as usual from the programme's end on.{own}",
                common.caption
            ),
            ..common
        },
        x_label: "Initiatives in an average run, most alive first".to_owned(),
        layers: STAGES.iter().map(|(label, _)| (*label).to_owned()).collect(),
        counted: ALIVE,
        counted_label: "alive".to_owned(),
        arms: compared.arms.iter().map(|arm| arm.label.name.clone()).collect(),
        groups,
        shown: drawn,
        as_shares: false,
    }
}

/// How many of the stages, from the first on, are of what is alive.
const ALIVE: usize = STAGES.len() - 1;

/// The most and the least that are alive under the arms that are drawn; averages, which say nothing of chance.
pub(super) fn alive_title(compared: &Compared, group: Option<&BarGroup>, when: &str) -> String {
    let counts = group.map_or(&[][..], |group| &group.counts);
    let arms = compared.arms.iter().zip(counts).take(ARMS_SHOWN).filter(|(_, counts)| !counts.is_empty());
    let mut alive: Vec<(f64, &str)> =
        arms.map(|(arm, counts)| (counts[..ALIVE].iter().sum(), arm.label.name.as_str())).collect();
    alive.sort_by(|a, b| b.0.total_cmp(&a.0));
    match alive.as_slice() {
        [most, .., least] => {
            let [high, low] = [most, least].map(|(alive, _)| format!("{alive:.1}"));
            if high == low {
                format!("{high} initiatives are alive {when} under every regime")
            } else {
                format!("{high} initiatives are alive {when} under {}, {low} under {}", quoted(most.1), quoted(least.1))
            }
        }
        _ => "What stage initiatives are in".to_owned(),
    }
}
