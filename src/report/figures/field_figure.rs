use super::drawn_figure::Figure;
use crate::chart::{FieldChart, FieldOrganisation, FieldPart, FieldPlace, FieldWork, Heading, Mark, Tick, TimeAxis};
use crate::report::words::{FieldTold, ToldWork};

/// A field in one picture, in its own words: who takes part in what in one site, who pays, who sits where, what runs when; and a strip
/// of all sites.
#[must_use]
pub fn field_figure(field: &FieldTold) -> Figure {
    let words = &field.words;
    let told = |text: &str| words.told(text).into_owned();
    let drawn = &field.drawn;
    let site = field.sites.get(drawn.site);
    let name = site.map_or(String::new(), |site| site.name.clone());
    let months = f64::from(field.months);
    let money: [f64; 2] = field.money.months.map(f64::from);
    let paid = drawn.together.iter().any(|work| work.paid);
    let has = |flag: bool, text: &str| if flag { told(text) } else { String::new() };
    let posts = drawn.organisations.iter().any(|one| one.2 > 0);
    let boards = drawn.together.iter().any(|work| work.board);
    let done = drawn.together.iter().any(|work| !work.board);
    let heading = Heading {
        title: title(field, &name),
        subtitle: String::new(),
        caption: told(&format!(
            "Drawn from the scenario {}: what is described, not what comes out. {}",
            field.said[0],
            if done { "What is done may end at any time." } else { "Nothing is begun." }
        )),
    };
    let chart = FieldChart {
        heading,
        heads: [name.clone(), "people".to_owned(), has(done, "thousand pounds a month at full scale")],
        keys: [
            has(done, "leads"),
            has(done, "takes part"),
            has(done, "pays when the programme does not"),
            has(boards, "sits on it"),
            has(posts, "posts that the programme pays"),
            has(paid && done, "the programme's time"),
        ],
        organisations: organisations(field),
        works: drawn.together.iter().map(|one| work(one, money)).collect(),
        axis: TimeAxis { from: 0.0, to: months, ticks: ticks(field), marks: marks(field), ..TimeAxis::default() },
        money: if paid { flow(field) } else { Vec::new() },
        money_label: has(paid, &money_words(field)),
        places: places(field),
        drawn: drawn.site,
        places_label: places_label(field),
    };
    let caption = told(
        "Each row is an organisation, each letter something that is done or a board; to the right, what runs when. What the programme \
         pays is darker.",
    );
    Figure { name: "field".to_owned(), chart: chart.into(), caption }
}

fn title(field: &FieldTold, site: &str) -> String {
    let place = &field.drawn;
    let (done, boards): (Vec<&ToldWork>, Vec<&ToldWork>) = place.together.iter().partition(|work| !work.board);
    let number = |n: usize, one: &str, several: &str| match n {
        1 => format!("one {one}"),
        n => format!("{n} {several}"),
    };
    let organisations = number(place.organisations.len(), "organisation", "organisations");
    let begun = number(done.len(), "initiative", "initiatives");
    let sits = match boards.len() {
        0 => String::new(),
        n => format!(" and {}", number(n, "board", "boards")),
    };
    field.words.told(&format!("{site}: {organisations}, {begun}{sits}")).into_owned()
}

/// Organisations of the site; several of one name and number, "School 1" to "School 4", stay apart.
fn organisations(field: &FieldTold) -> Vec<FieldOrganisation> {
    let row = |(label, people, paid): &(String, u32, u32)| FieldOrganisation {
        label: label.clone(),
        people: if *paid > 0 { format!("{people} +{paid}") } else { people.to_string() },
    };
    field.drawn.organisations.iter().map(row).collect()
}

fn work(one: &ToldWork, money: [f64; 2]) -> FieldWork {
    let part = |(place, member): (usize, &usize)| {
        let how = match (one.board, place) {
            (true, _) => FieldPart::Sits,
            (false, 0) => FieldPart::Leads,
            (false, _) => FieldPart::TakesPart,
        };
        (*member, how, one.payers.contains(member))
    };
    let outside = one.payers.iter().filter(|payer| !one.members.contains(payer));
    FieldWork {
        label: one.label.clone(),
        note: if one.board { String::new() } else { cost(one.cost) },
        span: (f64::from(one.months[0]), f64::from(one.months[1])),
        paid: one.paid.then_some((money[0], money[1])),
        sits: one.board,
        parts: one
            .members
            .iter()
            .enumerate()
            .map(part)
            .chain(outside.map(|payer| (*payer, FieldPart::Pays, true)))
            .collect(),
    }
}

/// Thousands a month, with a decimal where it has one.
fn cost(thousands: f64) -> String {
    if thousands.fract() == 0.0 { format!("{thousands:.0}") } else { format!("{thousands:.1}") }
}

/// The first month of every year.
fn ticks(field: &FieldTold) -> Vec<Tick> {
    (0..field.months)
        .filter(|&month| field.start.plus(month).month() == 1)
        .map(|month| Tick { at: f64::from(month), label: field.start.plus(month).year().to_string() })
        .collect()
}

fn marks(field: &FieldTold) -> Vec<Mark> {
    let mark = |shock: &crate::report::words::ToldShock| {
        let at = f64::from(shock.when.ok()?);
        Some(Mark { at, label: field.words.told(&shock.mark).into_owned() })
    };
    field.shocks.iter().filter_map(mark).collect()
}

/// What the programme pays of what is asked: level, and running down in the end.
fn flow(field: &FieldTold) -> Vec<(f64, f64)> {
    let money = &field.money;
    let [start, end] = money.months.map(f64::from);
    let share = money.award.clamp(0.0, 1.0);
    let down = (end - f64::from(money.taper)).max(start);
    let last = if money.taper > 0 { 0.0 } else { share };
    vec![(start, share), (down, share), (end, last)]
}

fn money_words(field: &FieldTold) -> String {
    let money = &field.money;
    let rounds = match money.rounds {
        None => "all promised".to_owned(),
        Some(12) => "yearly".to_owned(),
        Some(months) => format!("{months} months at a time"),
    };
    format!("pays {:.0} % of bids, {rounds}", 100.0 * money.award)
}

fn places(field: &FieldTold) -> Vec<FieldPlace> {
    let most = field.sites.iter().map(|site| site.population).fold(0.0, f64::max);
    let place = |site: &crate::report::words::ToldSite| FieldPlace {
        label: format!("{}: {:.0} {}", site.name, site.population, field.words.people),
        size: site.population / most,
        member: site.member,
    };
    field.sites.iter().map(place).collect()
}

fn places_label(field: &FieldTold) -> String {
    let members = field.sites.iter().filter(|site| site.member).count();
    match field.sites.len() {
        0 | 1 => String::new(),
        n if members == n => field.words.told(&format!("all {n} sites, by size")).into_owned(),
        n => field.words.told(&format!("{n} sites, {members} members dark")).into_owned(),
    }
}

#[cfg(test)]
#[path = "field_figure_tests.rs"]
mod tests;
