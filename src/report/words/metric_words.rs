use crate::analysis::at_run_end;

/// Two short lines that head a column about a metric, in words of a manager; at most 13 letters each.
pub(in crate::report) fn column_heads(metric: &str) -> [String; 2] {
    let known: &[(&str, [&str; 2])] = &[
        ("survived_horizon", ["survived to", "the end"]),
        ("restricted_months", ["months lived", "after money"]),
        ("surviving_months", ["init.-months", "after money"]),
        ("initiative_months", ["initiative-", "months in all"]),
        ("surviving_months_per_thousand_pounds", ["months after", "per £1000"]),
        ("absorbed_share", ["business", "as usual"]),
        ("alive_at_programme_end", ["alive at", "money's end"]),
        ("alive_at_horizon", ["alive at", "run's end"]),
        ("trust_final", ["trust at", "the end"]),
        ("trust_programme_end", ["trust at", "money's end"]),
        ("enthusiasm_final", ["enthusiasm", "at the end"]),
        ("perceived_success", ["success as", "seen locally"]),
        ("official_success", ["success as", "claimed"]),
        ("money_spent", ["money spent", "(£1000)"]),
    ];
    if let Some((_, heads)) = known.iter().find(|(name, _)| *name == metric) {
        return heads.map(str::to_owned);
    }
    if let Some(months) = metric.strip_prefix("survived_").and_then(|n| n.parse::<u32>().ok()) {
        return ["survived".to_owned(), format!("{months} months")];
    }
    if let Some((end, months)) = at_run_end(metric) {
        return heads_after(metric, &end, months);
    }
    let (first, second) = metric.split_once('_').unwrap_or((metric, ""));
    [first, second].map(|part| part.replace('_', " ").chars().take(13).collect())
}

/// Of a figure so many months after the programme's own end.
fn heads_after(metric: &str, end: &str, months: u32) -> [String; 2] {
    let since = match months {
        0 => "at own end".to_owned(),
        n if n < 1000 => format!("{n} months on"),
        n => format!("{n} mths on"),
    };
    let first = match end {
        "alive_at_horizon" => "alive",
        "absorbed_share" => "as usual",
        "surviving_months" => "init.-months",
        "restricted_months" => "months lived",
        "surviving_months_per_thousand_pounds" => "months/£1000",
        _ => metric.rsplit_once('_').map_or(metric, |(stem, _)| stem),
    };
    [first.replace('_', " ").chars().take(13).collect(), since]
}

/// The same on one line.
pub(in crate::report) fn short(metric: &str) -> String {
    let [first, second] = column_heads(metric);
    match first.strip_suffix('-') {
        Some(_) => first + &second,
        None => format!("{first} {second}").trim_end().to_owned(),
    }
}

/// What a metric is, on a picture.
pub(in crate::report) fn title(metric: &str, meaning: &str) -> String {
    if let Some((end, months)) = at_run_end(metric) {
        return title_after(&end, months, meaning);
    }
    match metric {
        "survived_horizon" => "Survived from the money's end to the end of the run".to_owned(),
        "restricted_months" => "Months lived after the money's end, per initiative".to_owned(),
        "surviving_months" => "Initiative-months after the money's end".to_owned(),
        "initiative_months" => "Initiative-months in all".to_owned(),
        "alive_at_horizon" => "Initiatives alive at the end of the run".to_owned(),
        "trust_final" => "Trust between organisations at the end of the run".to_owned(),
        "absorbed" => "Business as usual at the end of the run".to_owned(),
        "absorbed_share" => "Share that became business as usual".to_owned(),
        "alive_at_programme_end" => "Initiatives alive when the money ends".to_owned(),
        "ended" => "Initiatives that ended".to_owned(),
        "copies_adopted" => "Copies adopted from other places".to_owned(),
        "copies_failed" => "Copies that failed their trial".to_owned(),
        "perceived_success" => "Success as seen locally when the money ends".to_owned(),
        "official_success" => "Success as claimed when the money ends".to_owned(),
        _ => match metric.strip_prefix("survived_").and_then(|n| n.parse::<u32>().ok()) {
            Some(months) => format!("Still alive {months} months after the money's end"),
            None => meaning.trim_end_matches('.').to_owned(),
        },
    }
}

fn title_after(end: &str, months: u32, meaning: &str) -> String {
    let since = match months {
        0 => "when the money ends".to_owned(),
        1 => "1 month after the money's end".to_owned(),
        n => format!("{n} months after the money's end"),
    };
    match end {
        "alive_at_horizon" => format!("Initiatives alive {since}"),
        "absorbed" => format!("Business as usual {since}"),
        "absorbed_share" => format!("Share that is business as usual {since}"),
        "trust_final" => format!("Trust between organisations {since}"),
        "enthusiasm_final" => format!("Enthusiasm {since}"),
        "ended" => format!("Initiatives that had ended {since}"),
        "surviving_months" => format!("Initiative-months up to {since}"),
        "restricted_months" => format!("Months lived up to {since}, per initiative"),
        _ => meaning.trim_end_matches('.').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{column_heads, short, title};
    use crate::analysis::Headline;

    #[test]
    fn heads_are_short_for_every_metric() {
        for headline in Headline::all(&[6]).into_iter().chain([0, 24, 1200].into_iter().flat_map(Headline::after)) {
            let heads = column_heads(&headline.name);
            assert!(heads.iter().all(|line| line.chars().count() <= 13), "{heads:?}");
            assert!(!heads[0].is_empty());
        }
        assert_eq!([short("initiative_months"), short("ended")], ["initiative-months in all", "ended"]);
        assert_eq!(column_heads("survived_6"), ["survived", "6 months"]);
        assert_eq!(column_heads("alive_24"), ["alive", "24 months on"]);
        assert_eq!(title("alive_24", ""), "Initiatives alive 24 months after the money's end");
    }
}
