use crate::quantity::Words;
use crate::report::terminal::{Emphasised, paragraph};
use crate::report::words::{FieldTold, ToldKind, ToldSite};

/// Columns of the strip of what runs when.
const WIDE: i32 = 48;

/// A field on one page of words, in its own, with a strip of what runs when: to be put before the people whom it
/// describes, who can say what is wrong with it.
#[must_use]
pub fn field_page(field: &FieldTold) -> String {
    let words = &field.words;
    let whole = |heading: &str, text: &str| whole(words, heading, text);
    let parts = [
        opening(field),
        whole("Where", &places(field)),
        whole("Who", &people(field)),
        whole("Who sits together", &boards(field)),
        format!("What is done\n{}", field.kinds.iter().map(|kind| initiative(field, kind)).collect::<String>()),
        format!("When\n{}", words.told(&strip(field))),
        whole("Money", &money(field)),
        whole("What happens from outside", &shocks(field)),
        whole("What is compared", &regimes(field)),
        whole("What the file does not say, and is assumed", &assumed(field)),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A heading and a paragraph; nothing if there is nothing to say.
fn whole(words: &Words, heading: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{heading}\n{}", lines(words, text)) }
}

fn lines(words: &Words, text: &str) -> String {
    Emphasised::marked(paragraph("  ", &words.told(text))).plain()
}

fn opening(field: &FieldTold) -> String {
    let [name, said @ ..] = &field.said;
    let said: String =
        said.iter().filter(|text| !text.trim().is_empty()).map(|text| lines(&Words::default(), text)).collect();
    format!("{name}\n{said}")
}

fn count(number: usize, one: &str, several: &str) -> String {
    if number == 1 { format!("one {one}") } else { format!("{number} {several}") }
}

fn places(field: &FieldTold) -> String {
    let sites = &field.sites;
    let members = sites.iter().filter(|site| site.member).count();
    let [low, high] = ends(sites, |site| site.population);
    let people = &field.words.people;
    let range =
        if low < high { format!("{low:.0} to {high:.0} {people} each") } else { format!("{low:.0} {people} each") };
    let names = |list: Vec<&str>| match list.len() {
        n if n > 12 => format!("{}, and {} more", list[..10].join(", "), n - 10),
        _ => list.join(", "),
    };
    let member = match members {
        n if n == sites.len() => "all of them members of the programme".to_owned(),
        0 => "none of them a member of the programme".to_owned(),
        n => format!("{n} of them members of the programme"),
    };
    let regions = match field.regions.len() {
        0 => String::new(),
        n => format!(
            " In {}: {}.",
            count(n, "region", "regions"),
            names(field.regions.iter().map(String::as_str).collect())
        ),
    };
    let ([least, most], [easy, hard]) = (ends(sites, |site| site.history), ends(sites, |site| site.deficit));
    format!(
        "{}, {member}: {}. {range}. History of working together from {least:.2} to {most:.2}, financial pressure from {easy:.2} to \
         {hard:.2} (0 to 1).{regions}",
        count(sites.len(), "site", "sites"),
        names(sites.iter().map(|site| site.name.as_str()).collect()),
    )
}

fn ends(sites: &[ToldSite], of: impl Fn(&ToldSite) -> f64) -> [f64; 2] {
    let all = || sites.iter().map(&of);
    [all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max)]
}

/// Organisations by kind, with the people in all of them.
fn people(field: &FieldTold) -> String {
    let role = |(people, label, funded): &(u32, String, bool)| {
        let paid = if *funded { ", paid by the programme" } else { "" };
        format!("{people} {label}{paid}")
    };
    let kinds = field.organisations.iter().map(|kind| {
        let roles: Vec<String> = kind.roles.iter().map(role).collect();
        format!("{} ({}): {}", kind.label, kind.number, roles.join("; "))
    });
    let decides = match field.deciding.is_empty() {
        true => String::new(),
        false => format!(" Who decides: {}.", field.deciding.join(", ")),
    };
    kinds.collect::<Vec<_>>().join(". ") + "." + &decides
}

fn boards(field: &FieldTold) -> String {
    let told = field.boards.iter().map(|board| {
        let (label, members, formality, sites) = (&board.label, board.members, board.formality, board.sites);
        format!("{label} of {members} organisations, formality {formality:.2}, in {sites} of the sites.")
    });
    told.collect::<Vec<_>>().join(" ")
}

fn initiative(field: &FieldTold, kind: &ToldKind) -> String {
    let paid = if kind.payers.is_empty() { "its lead".to_owned() } else { kind.payers.join(", ") };
    let saved =
        if kind.savers.is_empty() { String::new() } else { format!("; {} saves by it", kind.savers.join(", ")) };
    let copied = if kind.copyable { "others may copy it" } else { "others do not copy it" };
    let text = format!(
        "{} (in {} of {}): needs {}; {} thousand pounds a month at full scale, for {paid} to take over{saved}; worth {:.2} to people \
         there, seen by the metrics {:.2}, complex {:.2} (0 to 1); {copied}.",
        kind.label,
        kind.sites,
        field.sites.len(),
        kind.needs.join(", "),
        kind.cost,
        kind.value,
        kind.seen,
        kind.complexity,
    );
    lines(&field.words, &text)
}

/// The months of the run in a row for the programme and one for each kind: `=` while it can run, `$` while the money flows.
fn strip(field: &FieldTold) -> String {
    let months = field.months.max(1);
    let column = |month: i32| (i64::from(month.clamp(0, months)) * i64::from(WIDE) / i64::from(months)) as usize;
    let row = |label: &str, from: i32, to: i32, sign: char| {
        let (from, to) = (column(from), column(to).max(column(from) + 1).min(WIDE as usize));
        let bar: String = (0..WIDE as usize).map(|at| if (from..to).contains(&at) { sign } else { '.' }).collect();
        let label: String = label.chars().take(24).collect();
        format!("  {label:<24} {bar}\n")
    };
    let last = field.start.plus(months - 1).in_short();
    let mut text = format!("  {:<24} {:<40}{last:>8}\n", "", field.start.in_short());
    text += &row("money", field.money.months[0], field.money.months[1], '$');
    field.kinds.iter().for_each(|kind| text += &row(&kind.label, kind.first, months, '='));
    for shock in &field.shocks {
        if let Ok(month) = shock.when {
            let month = i32::try_from(month).unwrap_or(i32::MAX);
            text += &row(&shock.mark, month, month.saturating_add(1), '!');
        }
    }
    text
}

fn money(field: &FieldTold) -> String {
    let money = &field.money;
    if field.sites.iter().all(|site| !site.member) {
        return "Nobody is a member of the programme, which pays for nothing.".to_owned();
    }
    let month = |index: i32| field.start.plus(index).in_words();
    let rounds = match money.rounds {
        None => "promised for the whole time".to_owned(),
        Some(12) => "promised a year at a time".to_owned(),
        Some(months) => format!("promised for {months} months at a time"),
    };
    let taper = match money.taper {
        0 => "it ends at once".to_owned(),
        months => format!("it runs down over the last {months} months"),
    };
    let budget = money.budget.map_or(String::new(), |budget| format!(" In all it may give {budget} thousand pounds."));
    format!(
        "From {} to {} the programme pays {:.0} per cent of what members bid, {rounds}; {taper}. At full scale all of the members' \
         initiatives together cost {:.0} thousand pounds a month.{budget}",
        month(money.months[0]),
        month(money.months[1] - 1),
        100.0 * money.award,
        money.full,
    )
}

fn shocks(field: &FieldTold) -> String {
    let told = field.shocks.iter().map(|shock| {
        let when = match shock.when {
            Ok(month) => format!("in {}", field.start.plus(i32::try_from(month).unwrap_or(i32::MAX)).in_words()),
            Err(rate) => format!("by chance, {:.1} per cent a month", 100.0 * rate),
        };
        format!("{}, {when}, size {:.2}.", shock.sentence, shock.magnitude)
    });
    told.collect::<Vec<_>>().join(" ")
}

fn regimes(field: &FieldTold) -> String {
    let told = field.regimes.iter().map(|[name, description]| match description.trim() {
        "" => format!("\"{name}\"."),
        description => format!("\"{name}\": {}.", description.trim_end_matches('.')),
    });
    told.collect::<Vec<_>>().join(" ")
}

fn assumed(field: &FieldTold) -> String {
    field.assumed.iter().map(|[key, value]| format!("{key} = {value}")).collect::<Vec<_>>().join("; ")
}
