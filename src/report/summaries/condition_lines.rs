use crate::analysis::{Conditions, Exchange, Findings, SetApart};
use crate::report::terminal::{Emphasis, at_left, columns, paragraph, start_of};
use crate::report::words::{apart_words, count, made_words};

/// Conditions of a site, and of all sites together, that are told.
const OF_A_SITE: usize = 2;
const OF_ALL: usize = 24;
/// Columns of the name of a site, at most.
const NAME: usize = 20;

/// What sets sites apart, the strongest first of each site; nothing if that was not looked at.
pub(in crate::report) fn condition_lines(findings: &Findings) -> String {
    let Some(conditions) = &findings.conditions else { return String::new() };
    let heading = Emphasis::Heading.of("Why here and not there");
    if conditions.all.is_empty() && conditions.more == 0 {
        return paragraph("", &format!("{heading}: what the scenario says of sites sets none of them apart."));
    }
    if conditions.replicates == 0 {
        return paragraph("", &format!("{heading} can be told from ten replicates on."));
    }
    let each = count(conditions.replicates, "future", "futures");
    let told = told(conditions);
    if told.is_empty() {
        let tried = count(conditions.replayed().count() as u64, "condition", "conditions");
        let words = format!("{heading}: none of {tried} that set a site apart tells beyond chance over {each}.");
        return paragraph("", &(words + &rest(conditions)));
    }
    let lead = format!(
        "{heading}: what is alive at the run's end, and the share that survived, minus the same over the same {each} with one \
         condition of one site as most others have it."
    );
    let setting = &findings.setting;
    let widest = told.iter().map(|(apart, _)| columns(apart.site_name(setting))).max().unwrap_or(0).min(NAME);
    let mut text = paragraph("", &(lead + &rest(conditions)));
    let is_of_few = told.iter().any(|(_, made)| made.leaves_few_of_whom_more_survive());
    for (apart, made) in told {
        let name = at_left(&start_of(apart.site_name(setting), widest), widest);
        text += &paragraph(&format!("{name}  "), &format!("{}: {}", apart_words(apart, setting), made_words(made)));
    }
    if is_of_few {
        text += &paragraph("", HARDIER);
    }
    text
}

/// How a condition can leave fewer initiatives and a larger share that survives.
const HARDIER: &str = "Where fewer are alive and the share that survived is larger, what would have ended later ended before the money did.";

/// Those beyond chance, so many of each site.
fn told(conditions: &Conditions) -> Vec<(&SetApart, &Exchange)> {
    let mut last = (usize::MAX, 0);
    let few = |(apart, _): &(&SetApart, &Exchange)| {
        last = if last.0 == apart.site { (last.0, last.1 + 1) } else { (apart.site, 1) };
        last.1 <= OF_A_SITE
    };
    conditions.told().filter(few).take(OF_ALL).collect()
}

fn rest(conditions: &Conditions) -> String {
    match conditions.not_replayed() {
        0 => String::new(),
        rest => format!(" {} that stand less far apart would take more replicates.", count(rest, "more", "more")),
    }
}

#[cfg(test)]
mod tests {
    use super::condition_lines;
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{
        Collector, Conditions, Exchange, ExchangedCondition, Findings, Headline, Kept, SetApart, SiteCondition,
        SiteFuture,
    };
    use crate::report::terminal::Emphasised;

    fn findings(conditions: Option<Conditions>) -> Findings {
        let (setting, headlines) = (setting(2), Headline::all(&[]));
        let mut collector = Collector::new(&setting, &headlines);
        collector.add(Some(&Kept::of(record(&setting, 0), &setting, &headlines, 0)));
        Findings { conditions, ..collector.finish() }
    }

    fn of(site: usize, condition: SiteCondition, share: Option<f64>) -> ExchangedCondition {
        let made = share.map(|share| {
            let own = SiteFuture { survived: 0.5 + share, alive: 5.0 };
            Exchange::of(vec![(own, SiteFuture { survived: 0.5, alive: 5.0 }); 12])
        });
        ExchangedCondition { apart: SetApart { site, condition, own: 0.3, others: 0.6, month: None }, made }
    }

    fn told(conditions: Option<Conditions>) -> String {
        Emphasised::marked(condition_lines(&findings(conditions))).plain().replace('\u{a0}', " ")
    }

    #[test]
    fn two_of_a_site_at_most_the_strongest_first() {
        let all = vec![
            of(0, SiteCondition::Deficit, Some(-0.1)),
            of(0, SiteCondition::Award, Some(-0.3)),
            of(0, SiteCondition::History, Some(-0.2)),
            of(1, SiteCondition::Award, Some(0.0)),
            of(1, SiteCondition::Engagement, None),
        ];
        let text = told(Some(Conditions::of(12, all, 0)));
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("site-")).collect();
        assert_eq!(lines.len(), 2, "{text}");
        assert!(lines[0].starts_with("site-1  30 % of its bid awarded, others 60 %: survived -30 points"), "{text}");
        assert!(lines[1].contains("less history"), "{text}");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("1 more that stand less far apart would take more replicates."), "{text}");
    }

    #[test]
    fn what_is_not_known_is_said() {
        assert_eq!(told(None), "");
        assert!(told(Some(Conditions::default())).contains("sets none of them apart"));
        let unplayed = Conditions::of(0, vec![of(0, SiteCondition::Award, None)], 0);
        assert!(told(Some(unplayed)).contains("from ten replicates on"));
        let chance = Conditions::of(12, vec![of(0, SiteCondition::Award, Some(0.0))], 0);
        let words = told(Some(chance)).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("none of 1 condition that set a site apart tells beyond chance"));
    }
}
