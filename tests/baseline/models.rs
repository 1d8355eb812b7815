//! The list of models (tests/models.txt): the number of each, and what it makes of each scenario of the baseline. A row
//! that stands is never changed: a number means one set of results for good.

/// A row: the model's number, a scenario, and the SHA-256 of its results.
type Row<'a> = (u32, &'a str, &'a str);

/// The list with `row` in it.
///
/// # Errors
///
/// In words, why it cannot be: the number stands for other results, it is not the newest, or it is new and nobody asked
/// to renew.
pub fn listed(list: &str, row: Row<'_>, renew: bool) -> Result<String, String> {
    let (number, scenario, digest) = row;
    let rows = rows(list)?;
    let newest = rows.last().map_or(number, |last| last.0);
    if let Some((.., before)) = rows.iter().find(|(n, s, _)| (*n, *s) == (number, scenario)) {
        if *before == digest {
            return Ok(list.to_owned());
        }
        return Err(format!(
            "the results of {scenario} have changed, but model {number} stands for those that were reviewed.\n\
             If that is meant, raise MODEL in src/engine/month.rs to {}, say so in CHANGELOG.md under **Results**, and \
             renew: SAFSIM_BLESS=1 cargo test --test baseline",
            newest + 1
        ));
    }
    if number < newest || number > newest + 1 {
        return Err(format!("MODEL is {number}, but the newest model in tests/models.txt is {newest}"));
    }
    if !renew {
        return Err(format!(
            "model {number} has no row for {scenario} in tests/models.txt; \
             renew: SAFSIM_BLESS=1 cargo test --test baseline"
        ));
    }
    Ok(format!("{}\n{number} {scenario} {digest}\n", list.trim_end()))
}

/// Rows in the order of the file; lines that begin with `#` are remarks.
fn rows(list: &str) -> Result<Vec<Row<'_>>, String> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let wrong = || format!("tests/models.txt: not a number, a scenario and a SHA-256: {line}");
        let [number, scenario, digest] = line.split(' ').collect::<Vec<_>>()[..] else { return Err(wrong()) };
        let number = number.parse().map_err(|_| wrong())?;
        if digest.len() != 64 || rows.last().is_some_and(|last| last.0 > number) {
            return Err(wrong());
        }
        if rows.iter().any(|(n, s, _)| (*n, *s) == (number, scenario)) {
            return Err(format!("tests/models.txt: twice: {line}"));
        }
        rows.push((number, scenario, digest));
    }
    Ok(rows)
}

const OLD: &str = "1111111111111111111111111111111111111111111111111111111111111111";
const NEW: &str = "2222222222222222222222222222222222222222222222222222222222222222";

#[test]
fn a_number_that_is_listed_keeps_its_results() {
    let list = format!("# Models\n4 six-sites {OLD}\n");
    assert_eq!(listed(&list, (4, "six-sites", OLD), false), Ok(list.clone()));
    for renew in [false, true] {
        let refused = listed(&list, (4, "six-sites", NEW), renew).unwrap_err();
        assert!(refused.contains("raise MODEL") && refused.contains("to 5"), "{refused}");
    }
}

#[test]
fn a_new_number_is_entered_when_asked_for() {
    let list = format!("4 six-sites {OLD}\n");
    assert!(listed(&list, (5, "six-sites", NEW), false).unwrap_err().contains("SAFSIM_BLESS"));
    let list = listed(&list, (5, "six-sites", NEW), true).unwrap();
    assert_eq!(list, format!("4 six-sites {OLD}\n5 six-sites {NEW}\n"));
    // What the old number stood for stays, and the number does not go back.
    assert!(listed(&list, (5, "six-sites", OLD), true).is_err());
    assert!(listed(&list, (4, "copying", OLD), true).unwrap_err().contains("newest"));
    assert!(listed(&list, (7, "six-sites", OLD), true).is_err());
}

#[test]
fn a_further_scenario_joins_a_number_that_stands() {
    let list = format!("4 six-sites {OLD}\n");
    assert!(listed(&list, (4, "copying", NEW), false).is_err());
    assert_eq!(listed(&list, (4, "copying", NEW), true).unwrap(), format!("{list}4 copying {NEW}\n"));
}

#[test]
fn a_list_that_was_spoilt_is_refused() {
    let fall = format!("5 six-sites {OLD}\n4 six-sites {OLD}\n");
    let twice = format!("4 six-sites {OLD}\n4 six-sites {NEW}\n");
    for list in ["4 six-sites 12", "four six-sites", fall.as_str(), twice.as_str()] {
        assert!(listed(list, (4, "six-sites", OLD), true).is_err(), "{list}");
    }
}
