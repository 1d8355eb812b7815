use super::{Part, Section, SheetCell, SheetRow, SheetTable};
use crate::analysis::{Conditions, Estimate, Exchange, ExchangedCondition, Findings, SetApart};
use crate::report::words::{alive_difference, apart_words, average_percent, count, survival_points, with_minus};

/// Sites of which the answer says what sets them apart.
const IN_THE_ANSWER: usize = 3;

/// Beside each site's survival what sets it apart; nothing if that was not looked at.
pub(super) fn why_here(f: &Findings) -> Option<Section> {
    let conditions = f.conditions.as_ref()?;
    let mut parts = vec![];
    let table = beyond_chance(f, conditions);
    if conditions.replicates > 0 && !table.rows.is_empty() {
        parts.push(Part::Table(table));
    }
    parts.push(Part::Words(how(conditions)));
    parts.extend(others(f, conditions).map(Part::Table));
    Some(Section::of("why-here", "Why here and not there", parts))
}

/// The same in a sentence of the answer: the strongest condition of the sites for which one is beyond chance.
pub(super) fn told_apart(f: &Findings) -> String {
    let Some(conditions) = &f.conditions else { return String::new() };
    let mut strongest: Vec<(&SetApart, &Exchange)> = vec![];
    for one in conditions.told() {
        if strongest.last().is_none_or(|(apart, _)| apart.site != one.0.site) {
            strongest.push(one);
        }
    }
    strongest.sort_by(|(_, one), (_, other)| one.by_strength(other));
    let words = |(place, (apart, made)): (usize, &(&SetApart, &Exchange))| {
        let (site, condition) = (apart.site_name(&f.setting), apart_words(apart, &f.setting));
        let lead = if place == 0 { "What sets sites apart: in" } else { " In" };
        format!("{lead} {site}, {condition}: {}.", strongest_words(made))
    };
    strongest.iter().take(IN_THE_ANSWER).enumerate().map(words).collect()
}

/// The difference by which it is strong.
fn strongest_words(made: &Exchange) -> String {
    if made.alive.is_told() {
        format!("{} initiatives alive at the run's end", with_minus(&alive_difference(made)))
    } else {
        format!("{} points in the share that survived", with_minus(&survival_points(made)))
    }
}

fn how(conditions: &Conditions) -> String {
    let rest = match conditions.not_replayed() {
        0 => String::new(),
        rest if conditions.replicates == 0 => {
            return format!(
                "The scenario sets sites apart in {}. What they make of survival can be told from ten futures on.",
                count(rest, "condition", "conditions")
            );
        }
        rest => format!(" {} that stand less far apart would take more futures.", count(rest, "more", "more")),
    };
    if conditions.all.is_empty() && conditions.more == 0 {
        return "What the scenario says of sites sets none of them apart.".to_owned();
    }
    let none =
        if conditions.told().next().is_none() { "No condition that was exchanged tells beyond chance. " } else { "" };
    format!(
        "{none}Each condition was exchanged alone, in {}. What a site has and the others mostly have not was set to what those have; \
         the same luck met both. A difference is the site as it is minus that. Of twenty conditions that do nothing, one would \
         seem to do something by chance. Some conditions end initiatives before the money ends. They leave fewer, and a larger share \
         of these may survive: look at both.{rest}",
        count(conditions.replicates, "future", "futures")
    )
}

/// A row for each condition beyond chance; where places are sites, those that have none say so.
fn beyond_chance(f: &Findings, conditions: &Conditions) -> SheetTable {
    let mut rows = vec![];
    for (at, site) in f.setting.sites.iter().enumerate() {
        let own: Vec<&ExchangedCondition> = conditions.all.iter().filter(|one| one.apart.site == at).collect();
        let told: Vec<_> = conditions.told().filter(|(apart, _)| apart.site == at).collect();
        if told.is_empty() && f.outcomes.heading() == "site" {
            let why = match own.iter().filter(|one| one.made.is_some()).count() {
                _ if own.is_empty() => "nothing: it is much like the others".to_owned(),
                0 => format!("{}, not replayed", count(own.len() as u64, "condition", "conditions")),
                _ => "no condition beyond chance".to_owned(),
            };
            rows.push(row(f, &site.name, [why, "–".to_owned(), "–".to_owned()]));
        }
        rows.extend(told.into_iter().map(|(apart, made)| row(f, &site.name, cells(f, apart, made))));
    }
    SheetTable {
        caption:
            "What sets sites apart beyond chance, the strongest first of each site. What it does to how many initiatives are alive at the \
                  run's end, and to the share that survived. In brackets: the 95\u{a0}% interval."
                .to_owned(),
        columns: columns(f),
        is_long: false,
        rows,
    }
}

/// Those that cannot be told from chance, and those that were not replayed.
fn others(f: &Findings, conditions: &Conditions) -> Option<SheetTable> {
    let rest = conditions.all.iter().filter(|one| one.made.as_ref().is_none_or(|made| !made.is_told()));
    let of = |one: &ExchangedCondition| {
        let not_replayed =
            || [apart_words(&one.apart, &f.setting), "not replayed".to_owned(), "not replayed".to_owned()];
        let cells = one.made.as_ref().map_or_else(not_replayed, |made| cells(f, &one.apart, made));
        row(f, one.apart.site_name(&f.setting), cells)
    };
    let rows: Vec<SheetRow> = rest.map(of).collect();
    (!rows.is_empty()).then(|| SheetTable {
        caption: "Other conditions in which sites stand apart: not to be told from chance, or not replayed.".to_owned(),
        columns: columns(f),
        is_long: true,
        rows,
    })
}

fn columns(f: &Findings) -> Vec<String> {
    let site = if f.outcomes.heading() == "site" { "site, and share that survived" } else { "site" };
    let heads = [site, "what sets it apart", "alive at the run's end", "survived, points"];
    heads.map(str::to_owned).to_vec()
}

fn cells(f: &Findings, apart: &SetApart, made: &Exchange) -> [String; 3] {
    [apart_words(apart, &f.setting), alive_difference(made), survival_points(made)]
}

fn row(f: &Findings, site: &str, [condition, alive, points]: [String; 3]) -> SheetRow {
    let place = f.outcomes.all().into_iter().find(|place| f.outcomes.heading() == "site" && place.name == site);
    let survived = place.map(|place| place.survived).filter(Estimate::known);
    let name = survived.map_or_else(|| site.to_owned(), |share| format!("{site}: {}", average_percent(&share)));
    let cells =
        vec![SheetCell::Text(name), SheetCell::Text(condition), SheetCell::Number(alive), SheetCell::Number(points)];
    SheetRow { site: Some(site.to_owned()), kind: None, cells }
}

#[cfg(test)]
mod tests {
    use super::{Part, told_apart, why_here};
    use crate::analysis::fabricated::{record, setting};
    use crate::analysis::{
        Collector, Conditions, Exchange, ExchangedCondition, Findings, Headline, Kept, SetApart, SiteCondition,
        SiteFuture,
    };
    use crate::report::page::SheetCell;

    fn findings(sites: usize, conditions: Option<Conditions>) -> Findings {
        let (setting, headlines) = (setting(sites), Headline::all(&[]));
        let mut collector = Collector::new(&setting, &headlines);
        (0..12).for_each(|one| collector.add(Some(&Kept::of(record(&setting, one), &setting, &headlines, 0))));
        Findings { conditions, ..collector.finish() }
    }

    fn of(site: usize, alive: Option<f64>) -> ExchangedCondition {
        let made = alive.map(|alive| {
            let own = SiteFuture { survived: 0.5, alive: 5.0 + alive };
            Exchange::of(vec![(own, SiteFuture { survived: 0.5, alive: 5.0 }); 12])
        });
        let apart = SetApart { site, condition: SiteCondition::Award, own: 0.3, others: 0.6, month: None };
        ExchangedCondition { apart, made }
    }

    /// Of each table what sets sites apart, row by row.
    fn tables(findings: &Findings) -> Vec<Vec<String>> {
        let parts = why_here(findings).expect("a section").parts;
        let text = |cell: &SheetCell| match cell {
            SheetCell::Text(text) | SheetCell::Number(text) => text.replace('\u{a0}', " "),
        };
        let tables = parts.iter().filter_map(|part| match part {
            Part::Table(table) => Some(table.rows.iter().map(|row| text(&row.cells[1])).collect()),
            _ => None,
        });
        tables.collect()
    }

    #[test]
    fn every_site_says_what_is_known_of_it() {
        let all = vec![of(0, Some(-2.0)), of(1, Some(0.0)), of(2, None)];
        let f = findings(4, Some(Conditions::of(12, all, 0)));
        let award = "30 % of its bid awarded, others 60 %";
        let first =
            [award, "no condition beyond chance", "1 condition, not replayed", "nothing: it is much like the others"];
        assert_eq!(tables(&f), [first.to_vec(), vec![award, award]]);
        let answer = told_apart(&f).replace('\u{a0}', " ");
        assert_eq!(
            answer,
            format!("What sets sites apart: in site-1, {award}: −2.0 initiatives alive at the run's end.")
        );
    }

    #[test]
    fn where_nothing_is_beyond_chance_or_nothing_was_replayed_no_answer_is_given() {
        let chance = findings(2, Some(Conditions::of(12, vec![of(0, Some(0.0))], 0)));
        let unplayed = findings(2, Some(Conditions::of(0, vec![of(0, None)], 0)));
        let alike = findings(2, Some(Conditions::default()));
        for f in [&chance, &unplayed, &alike, &findings(1, None)] {
            assert_eq!(told_apart(f), "");
        }
        assert_eq!(tables(&unplayed).len(), 1, "what was not replayed is named");
        assert!(tables(&alike).is_empty() && why_here(&findings(1, None)).is_none());
        // Where sites are too many to be shown, only what is beyond chance has a row.
        let many = findings(20, Some(Conditions::of(12, vec![of(3, Some(1.0))], 0)));
        assert_eq!(tables(&many).len(), 1);
        assert_eq!(tables(&many)[0].len(), 1);
    }
}
