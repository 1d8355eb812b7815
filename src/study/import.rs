use crate::quantity::Month;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What is at hand of a field, each the text of a table in CSV with a line of heads.
#[derive(Clone, Copy, Debug, Default)]
pub struct AtHand<'a> {
    /// Who knows whom: `from`, `from_organisation`, `to`, `to_organisation`.
    pub network: Option<&'a str>,
    /// Answers to a question about trust, 1 to 5, each in a row: `answer`.
    pub trust: Option<&'a str>,
    /// What begins when: `initiative`, `start` (a month like 2025-01), and if it is known `lead`, an organisation.
    pub plan: Option<&'a str>,
}

/// A scenario made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file.
    pub text: String,
    /// What was made of what, and what had to be assumed, a sentence each.
    pub assumed: Vec<String>,
}

/// A scenario file named `name` made of what is at hand: a beginning, in which all that was assumed is to be looked at.
///
/// # Errors
/// What is wrong with a table, and in which line.
pub fn import(name: &str, at_hand: AtHand<'_>) -> Result<Imported, String> {
    let mut assumed = Vec::new();
    let organisations = organisations(at_hand.network, &mut assumed)?;
    let plan = plan(at_hand.plan, &mut assumed)?;
    let first = plan.iter().map(|(_, start, _)| *start).min();
    let mut text = format!("name = {}\n\n[vocabulary]\nextends = \"blank\"\n", quoted(name));
    let start = first.unwrap_or_else(|| Month::new(2025, 1).unwrap_or_else(|| unreachable!("a month")));
    if first.is_none() {
        assumed.push(format!("No plan says when anything starts: the programme begins in {start}."));
    }
    let _ = write!(text, "\n[programme]\nstart = \"{start}\"\n");
    text += "\n[[organisation_kind]]\nname = \"partner\"\n\n[[role]]\nname = \"leader\"\ngroup = \"executive\"\n";
    text += "\n[[role]]\nname = \"member\"\ngroup = \"front_line\"\n\n[[role]]\nname = \"connector\"\ngroup = \"front_line\"\nspanner = true\n";
    let kinds: BTreeSet<&str> = plan.iter().map(|(kind, ..)| kind.as_str()).collect();
    for kind in &kinds {
        let _ = write!(
            text,
            "\n[[initiative_kind]]\nname = {}\nlabel = {}\ncomplexity = 0.4\ncost = 10\ncash_releasing = 0.2\nmetric_alignment = 0.3\n\
             local_value = 0.6\nneeds = [\"partner\"]\nsource = \"Assumed: no number was at hand.\"\n",
            quoted(&snake(kind)),
            quoted(kind)
        );
    }
    if !kinds.is_empty() {
        assumed.push(
            "Of every initiative a middling complexity, value and cost (10 thousand a month) is assumed.".to_owned(),
        );
    }
    let _ = write!(text, "\n[[site]]\nname = \"Place\"\nmember = true\n");
    trust(at_hand.trust, &mut text, &mut assumed)?;
    for (organisation, (members, connectors)) in &organisations {
        let roles = [("leader", 1), ("member", *members), ("connector", *connectors)];
        let roles: Vec<String> =
            roles.iter().filter(|(_, count)| *count > 0).map(|(role, count)| format!("{role} = {count}")).collect();
        let _ = write!(
            text,
            "\n[[site.organisation]]\nkind = \"partner\"\nname = {}\nroles = {{ {} }}\n",
            quoted(organisation),
            roles.join(", ")
        );
    }
    for (kind, start, lead) in &plan {
        let _ = write!(text, "\n[[site.initiative]]\nkind = {}\nstart = \"{start}\"\n", quoted(&snake(kind)));
        if let Some(lead) = lead {
            if !organisations.contains_key(lead) {
                return Err(format!("the plan has {lead:?} lead, which is no organisation of the network"));
            }
            let _ = writeln!(text, "lead = {}", quoted(lead));
        }
    }
    Ok(Imported { text, assumed })
}

/// Organisations with their people who know nobody elsewhere, and those who do.
fn organisations(text: Option<&str>, assumed: &mut Vec<String>) -> Result<BTreeMap<String, (u32, u32)>, String> {
    let Some(text) = text else {
        assumed.push("No network is at hand: two organisations of five people each stand in for it.".to_owned());
        return Ok(["One", "Another"].map(|name| (name.to_owned(), (4, 1))).into_iter().collect());
    };
    let rows = rows(text, "network", &["from", "from_organisation", "to", "to_organisation"], &[])?;
    let mut people: BTreeMap<(String, String), bool> = BTreeMap::new();
    let mut across = 0;
    for [from, from_home, to, to_home] in
        rows.iter().filter_map(|(_, cells)| <&[String; 4]>::try_from(&cells[..4]).ok())
    {
        let other = from_home != to_home;
        across += usize::from(other);
        for (home, person) in [(from_home, from), (to_home, to)] {
            *people.entry((home.clone(), person.clone())).or_default() |= other;
        }
    }
    let mut organisations: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for ((home, _), connects) in &people {
        let (members, connectors) = organisations.entry(home.clone()).or_default();
        *if *connects { connectors } else { members } += 1;
    }
    assumed.push(format!(
        "{} people of {} organisations; {across} of {} ties go to another organisation, and who has one is a `connector` (a boundary \
         spanner). Single ties are not kept: the model draws them.",
        people.len(),
        organisations.len(),
        rows.len()
    ));
    assumed.push(
        "Every organisation is of one kind, `partner`, and a `leader` was added to each: say who they are.".to_owned(),
    );
    Ok(organisations)
}

/// The trust at the start, with how sure it is: answers 1 to 5 become 0 to 1.
fn trust(text: Option<&str>, file: &mut String, assumed: &mut Vec<String>) -> Result<(), String> {
    let Some(text) = text else { return Ok(()) };
    let mut answers = Vec::new();
    for (line, cells) in rows(text, "trust", &["answer"], &[])? {
        let answer: f64 = cells[0]
            .parse()
            .ok()
            .filter(|x| (1.0..=5.0).contains(x))
            .ok_or_else(|| format!("line {line} of the trust table: {:?} is no answer from 1 to 5", cells[0]))?;
        answers.push((answer - 1.0) / 4.0);
    }
    if answers.len() < 2 {
        return Err(
            "the trust table has fewer than two answers, which say nothing of how sure their mean is".to_owned()
        );
    }
    let n = answers.len() as f64;
    let mean = answers.iter().sum::<f64>() / n;
    let variance = answers.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    let half = 1.96 * libm::sqrt(variance / n);
    let (low, high) = ((mean - half).max(0.0), (mean + half).min(1.0));
    let _ = write!(file, "# {n} answers: 95 % interval {low:.3} to {high:.3}\nhistory = {mean:.3}\n");
    assumed.push(format!(
        "Trust at the start is the mean of {n} answers, {mean:.3}; its 95 % interval is {low:.3} to {high:.3}. To see what hangs on it: \
         safsim run FILE --set site.Place.history={low:.3}, and the same with {high:.3}."
    ));
    Ok(())
}

fn plan(text: Option<&str>, assumed: &mut Vec<String>) -> Result<Vec<(String, Month, Option<String>)>, String> {
    let Some(text) = text else {
        assumed.push("No plan is at hand, so that nothing is begun: add a [[site.initiative]].".to_owned());
        return Ok(Vec::new());
    };
    rows(text, "plan", &["initiative", "start"], &["lead"])?
        .into_iter()
        .map(|(line, cells)| {
            let start: Month = cells[1]
                .parse()
                .map_err(|_| format!("line {line} of the plan: {:?} is no month like 2025-01", cells[1]))?;
            Ok((cells[0].clone(), start, Some(cells[2].clone()).filter(|lead| !lead.is_empty())))
        })
        .collect()
}

/// The cells of these columns in each row that has any, with its line; those of `may` are empty where there is no such column.
fn rows(text: &str, what: &str, must: &[&str], may: &[&str]) -> Result<Vec<(u64, Vec<String>)>, String> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let broken = |error: csv::Error| format!("the {what} table cannot be read: {error}");
    let heads = reader.headers().map_err(broken)?.clone();
    let at = |name: &str| heads.iter().position(|head| head.eq_ignore_ascii_case(name));
    let mut columns = Vec::new();
    for name in must {
        let has: Vec<&str> = heads.iter().collect();
        let lacks = || format!("the {what} table has no column `{name}`; it has {}", has.join(", "));
        columns.push(Some(at(name).ok_or_else(lacks)?));
    }
    columns.extend(may.iter().map(|name| at(name)));
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(broken)?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |column: &Option<usize>| column.and_then(|at| record.get(at)).unwrap_or_default().to_owned();
        let cells: Vec<String> = columns.iter().map(cell).collect();
        if let Some(at) = (0..must.len()).find(|&at| cells[at].is_empty()) {
            return Err(format!("line {line} of the {what} table has no `{}`", must[at]));
        }
        rows.push((line, cells));
    }
    Ok(rows)
}

fn snake(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let snake: String = text.chars().map(plain).collect();
    let snake = snake.trim_matches('_').to_owned();
    if snake.starts_with(|c: char| c.is_ascii_lowercase()) { snake } else { format!("kind_{snake}") }
}

fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{AtHand, import};
    use crate::scenario::{Source, load};

    const NETWORK: &str =
        "from,from_organisation,to,to_organisation\nAda,School,Bo,School\nAda,School,Cy,\"Town \"\"hall\"\"\"\n";

    #[test]
    fn what_is_at_hand_becomes_a_scenario_that_loads() {
        let trust = "answer\n4\n5\n3\n4\n";
        let plan = "initiative,start,lead\nReading clubs,2025-09,School\n2nd chance,2026-01,\n";
        let made = import("mine", AtHand { network: Some(NETWORK), trust: Some(trust), plan: Some(plan) }).unwrap();
        let scenario = load(&Source::Text { name: "made".to_owned(), text: made.text }, &[]).unwrap();
        let site = &scenario.sites[0];
        let names: Vec<&str> = site.organisations.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["School", "Town \"hall\""]);
        // Ada knows somebody elsewhere, Bo does not; a leader was added.
        assert_eq!(site.organisations[0].roles.iter().map(|role| role.1).collect::<Vec<_>>(), [1, 1, 1]);
        assert_eq!(site.history.get(), 0.75);
        assert_eq!(
            site.initiatives.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["Reading clubs", "2nd chance"]
        );
        assert_eq!(site.organisations[site.initiatives[0].lead.index()].name, "School");
        assert_eq!(scenario.time.month(site.initiatives[1].start).to_string(), "2026-01");
        // Of 0.75, 1, 0.5, 0.75: 1.96 standard errors are 0.200.
        assert!(made.assumed.iter().any(|one| one.contains("0.550 to 0.950")), "{:?}", made.assumed);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let wrong = |at_hand| import("mine", at_hand).unwrap_err();
        let trust = |text| AtHand { trust: Some(text), ..AtHand::default() };
        assert_eq!(wrong(trust("answer\n4\n6\n")), "line 3 of the trust table: \"6\" is no answer from 1 to 5");
        assert!(wrong(trust("score\n4\n")).contains("no column `answer`; it has score"));
        assert!(wrong(trust("answer\n4\n")).contains("fewer than two"));
        let plan = |text| AtHand { network: Some(NETWORK), plan: Some(text), ..AtHand::default() };
        assert!(wrong(plan("initiative,start\nA,May\n")).contains("line 2 of the plan: \"May\""));
        assert!(wrong(plan("initiative,start,lead\nA,2025-01,Nobody\n")).contains("\"Nobody\""));
        assert!(wrong(plan("initiative,start\n,2025-01\n")).contains("line 2 of the plan table has no `initiative`"));
    }
}
