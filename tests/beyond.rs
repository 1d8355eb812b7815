//! docs/beyond.md has the findings of other fields as they came out: its tables are made from docs/beyond.json, which is of this model and
//! of the tests as they stand in `scenarios/beyond/findings`. `SAFSIM_BLESS=1 cargo test --test beyond` renews the tables, and the words of
//! the findings; results are renewed by `safsim evidence --from scenarios/beyond/findings --ensemble 100 --per-set 2 -n 40`, of whose folder
//! `evidence.json` becomes docs/beyond.json.

use safsim::evidence::Evidence;
use safsim::study::catalogue;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

fn at(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The results, in the words of the findings as they stand.
fn results() -> Evidence {
    let text = fs::read_to_string(at("docs/beyond.json")).unwrap();
    let evidence: Evidence = serde_json::from_str(&text).unwrap();
    let catalogue = catalogue(Some(&at("scenarios/beyond/findings"))).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(evidence.findings.len(), catalogue.findings.len(), "docs/beyond.json has other findings");
    evidence
        .in_the_words_of(&catalogue)
        .unwrap_or_else(|ids| panic!("docs/beyond.json was made with other tests of {}", ids.join(", ")))
}

fn number(value: &Value, decimals: usize) -> String {
    format!("{:+.decimals$}", value.as_f64().unwrap()).replace('-', "−")
}

fn row(result: &Value, most: &str) -> String {
    let (finding, test) = (&result["finding"], &result["tests"][0]);
    let (mean, half) = (test["effect"]["mean"].as_f64().unwrap(), test["effect"]["half_width"].as_f64().unwrap());
    let decimals = if mean.abs() < 1.0 { 3 } else { 1 };
    let end = |end: f64| format!("{end:+.decimals$}").replace('-', "−");
    let verdict = match result["verdict"].as_str().unwrap() {
        "AsReported" => "as reported",
        "Partly" => "in part",
        "Nil" => "practically nil",
        "Unclear" => "unclear",
        "Not" | "Otherwise" => "the other way",
        other => panic!("{other}"),
    };
    let explained = match result["explained"].as_str() {
        Some("Yes") => "yes",
        Some("Partly") => "partly",
        Some("No") => "no",
        _ => "—",
    };
    let over = &test["over_sets"];
    let share = |name: &str| over[name].as_f64().unwrap();
    let ends = [("for", share("expected")), ("nil", share("nil")), ("against", share("against"))];
    let ends: Vec<String> = ends.iter().map(|(_, share)| format!("{:.0}", 100.0 * share)).collect();
    format!(
        "| {} {} | {} | {} ({} to {}) {} | {} | {verdict} | {explained} | {most} ({}) |\n",
        finding["id"].as_str().unwrap(),
        finding["title"].as_str().unwrap(),
        finding["reported"].as_str().unwrap(),
        number(&test["effect"]["mean"], decimals),
        end(mean - half),
        end(mean + half),
        test["unit"].as_str().unwrap(),
        number(&Value::from(mean / test["spread"].as_f64().unwrap()), 1),
        ends.join(" / "),
    )
}

/// What the main test of a finding ends as over the sets.
fn end_of(evidence: &Evidence, id: &str) -> &'static str {
    let judged = evidence.findings.iter().find(|one| one.finding.id == id).unwrap();
    judged.tests[0].over_sets.unwrap().end.words()
}

/// What the page says in short, counted.
fn in_short(evidence: &Evidence) -> String {
    let ends: Vec<&str> = evidence.findings.iter().map(|one| end_of(evidence, &one.finding.id)).collect();
    let number = |end: &str| match ends.iter().filter(|other| **other == end).count() {
        0 => "none".to_owned(),
        n => n.to_string(),
    };
    let ends = ["for", "practically nil", "against", "divided", "open"].map(number);
    let [reported, nil, against, divided, open] = &ends;
    let stay = if open == "1" { "stays" } else { "stay" };
    format!(
        "{reported} are as reported in nine of ten sets, {nil} practically nil, {against} the other way; of {divided} sets differ, and {open} \
         {stay} open."
    )
}

#[test]
fn the_page_has_the_findings_as_they_came_out() {
    let evidence = results();
    assert_eq!((evidence.sets, evidence.replicates), (100, 40));
    let value = serde_json::to_value(&evidence).unwrap();
    let mut page = fs::read_to_string(at("docs/beyond.md")).unwrap();
    let was = page.clone();
    for (theme, code) in [("Schools", "SC-"), ("Community energy", "EN-"), ("Police and social care", "PS-")] {
        let mut table = format!("<!-- {theme} -->\n\n");
        table += "| Finding | What was read | Difference, 95 % interval | In spreads of single futures | Verdict | Goes with its mechanism | Over 100 \
                  sets (% for / nil / against) |\n| --- | --- | --- | --- | --- | --- | --- |\n";
        let results = value["findings"].as_array().unwrap().iter();
        let of_theme: Vec<&Value> =
            results.filter(|one| one["finding"]["id"].as_str().unwrap().starts_with(code)).collect();
        assert!(of_theme.iter().all(|one| one["finding"]["theme"] == theme) && of_theme.len() >= 5);
        of_theme.iter().for_each(|one| table += &row(one, end_of(&evidence, one["finding"]["id"].as_str().unwrap())));
        table += "\n<!-- end -->";
        let from = page.find(&format!("<!-- {theme} -->")).unwrap_or_else(|| panic!("no place for {theme}"));
        let to = from + page[from..].find("<!-- end -->").unwrap() + "<!-- end -->".len();
        page.replace_range(from..to, &table);
        // Each has its line in the list of references.
        for one in of_theme {
            let id = one["finding"]["id"].as_str().unwrap();
            assert!(page.contains(&format!("| {id} |")), "no word on the reference of {id}");
        }
    }
    if option_env!("SAFSIM_BLESS").is_some() {
        fs::write(at("docs/beyond.md"), &page).unwrap();
        fs::write(at("docs/beyond.json"), serde_json::to_string_pretty(&evidence).unwrap()).unwrap();
        return;
    }
    let told = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(&in_short(&evidence)), "docs/beyond.md does not say: {}", in_short(&evidence));
    assert!(page == was, "docs/beyond.md is stale: SAFSIM_BLESS=1 cargo test --test beyond");
}
