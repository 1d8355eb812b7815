//! No reader ever sees a number that is none: "NaN", "inf", or "-0.0". Every output of every command is searched, of random
//! small scenarios and of odd ones, with so few replicates that much does not exist.

#[path = "cli/program.rs"]
#[expect(dead_code, reason = "shared with the tests of the command")]
mod program;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use safsim::scenario::{Parameter, Parameters};
use std::fs;
use std::path::Path;

/// What no text may hold, if it does.
fn nonsense(text: &str) -> Option<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let is_none = |word: &str| {
        let word = word.to_lowercase();
        matches!(word.as_str(), "nan" | "inf" | "infinity")
    };
    if let Some(word) = text.split(|c| !is_word(c)).find(|word| is_none(word)) {
        return Some(word.to_owned());
    }
    if text.contains('∞') {
        return Some("∞".to_owned());
    }
    // A minus that stands before nothing but zeros.
    let letters: Vec<char> = text.chars().collect();
    for (place, _) in letters.iter().enumerate().filter(|(_, c)| matches!(c, '-' | '−')) {
        // Not that of a date or of a name.
        if place > 0 && (is_word(letters[place - 1]) || letters[place - 1] == '.') {
            continue;
        }
        let number: String = letters[place + 1..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').collect();
        let next = letters.get(place + 1 + number.len()).copied().unwrap_or(' ');
        let is_zero = number.starts_with('0') && number.chars().all(|c| matches!(c, '0' | '.'));
        if is_zero && !is_word(next) {
            return Some(format!("{}{number}", letters[place]));
        }
    }
    None
}

/// What a browser shows of a page or a picture, and what it reads aloud: no tags, no script, no style, but labels.
fn told(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        text += &rest[..at];
        let skipped = ["script", "style"].iter().find(|name| rest[at + 1..].starts_with(**name));
        let end = match skipped {
            Some(name) => rest[at..].find(&format!("</{name}>")).map(|end| at + end - 1),
            None => rest[at..].find('>').map(|end| at + end),
        };
        let Some(end) = end else { break };
        for label in ["aria-label=\"", "data-spot=\"", "alt=\""] {
            if let Some(begin) = rest[at..end].find(label) {
                let value = &rest[at + begin + label.len()..end];
                text += &format!(" {} ", &value[..value.find('"').unwrap_or(value.len())]);
            }
        }
        text.push(' ');
        rest = &rest[end + 1..];
    }
    text + rest
}

/// Searches all that `folder` holds for a reader.
fn search(folder: &Path, what: &str) {
    let mut searched = 0;
    for (path, bytes) in program::contents(folder) {
        let kind = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_owned();
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let text = match kind.as_str() {
            "html" | "svg" => told(&text),
            "csv" | "json" | "md" | "toml" | "txt" => text,
            _ => continue,
        };
        searched += 1;
        if let Some(found) = nonsense(&text) {
            let at = text.find(&found).unwrap_or(0);
            let around: String = text[..at].chars().rev().take(120).collect::<Vec<_>>().into_iter().rev().collect();
            panic!(
                "{what}: {} says {found}: {around}{}",
                path.display(),
                text[at..].chars().take(60).collect::<String>()
            );
        }
    }
    assert!(searched > 5, "{what}: only {searched} files");
}

/// Does it, and searches what it says and what it leaves; `folder` is removed.
fn try_out(home: &program::Home, line: &str, what: &str) {
    let said = home.safsim(&format!("{line} --out results --force"));
    assert_eq!(said.status, 0, "{what}: {line}: {}", said.err);
    assert_eq!(nonsense(&said.out), None, "{what}: {line}:\n{}", said.out);
    if line.starts_with("run") {
        let explained = home.safsim("explain results --replicates 3");
        // There may be nothing to explain.
        assert!(explained.status == 0 || !explained.err.contains("panicked"), "{what}: {}", explained.err);
        assert_eq!(nonsense(&explained.out), None, "{what}: explain:\n{}", explained.out);
    }
    search(&home.path("results"), &format!("{what}: {line}"));
    fs::remove_dir_all(home.path("results")).expect("results");
}

const ASKED: &str = "
[[regime]]
name = \"as it is\"
[[regime]]
name = \"little\"
set = { \"programme.funding.award\" = 0.1 }
[sweep]
axes = { \"programme.funding.award\" = [0.0, 1.0], contagion = [0.0, 0.2] }
[outcome]
metrics = [\"survived_horizon\", \"absorbed_share\", \"trust_final\", \"trust_gain_horizon\", \"alive_at_horizon\", \"enthusiasm_peak_month\"]
";

#[test]
fn of_random_scenarios() {
    let home = program::Home::new();
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for case in 0..6_u32 {
        let mut dial = || (0.0..1.0_f64).new_tree(&mut runner).expect("a dial").current();
        // Any model that is thought plausible, and any programme.
        let set = |row: &Parameter, dial: f64| {
            let (low, high) = row.plausible();
            let between = low + dial * (high - low);
            format!("{} = {between:?}\n", row.name)
        };
        let parameters: String = Parameters::TABLE
            .iter()
            .filter(|row| row.plausible().0.fract() != 0.0)
            .map(|row| set(row, dial()))
            .collect();
        let (horizon, months) = (["whole", "annual"][case as usize % 2], 1 + (24.0 * dial()) as u32);
        let funding = format!("[programme.funding]\nhorizon = \"{horizon}\"\naward = {:?}", 1.2 * dial());
        let dates = format!("start = \"2014-10\"\nend = \"{}-{:02}\"", 2014 + (9 + months) / 12, 1 + (9 + months) % 12);
        let both = "initiatives = [\"social_prescribing\", \"hospital_transfer_pathway\"]";
        let text = town(&dates, &funding, both) + "[parameters]\n" + &parameters + ASKED;
        home.write("any.toml", &text);
        let command = ["run", "compare", "sweep"][case as usize % 3];
        try_out(&home, &format!("{command} any.toml -n {}", 1 + case / 3), &format!("scenario {case}"));
        try_out(&home, &format!("run any.toml -n {}", 3 - case % 3), &format!("scenario {case}"));
    }
}

/// A town with these settings of time and programme, and of the site.
fn town(times: &str, programme: &str, site: &str) -> String {
    format!(
        "name = \"odd\"\n[time]\nstart = \"2014-04\"\nmonths = 36\n[programme]\nsuccessor_start = \"none\"\n{times}\n{programme}\n\
         [[site]]\nname = \"town\"\ntype = \"mcp\"\n{site}\n"
    )
}

#[test]
fn of_odd_scenarios() {
    let usual = "start = \"2014-10\"\nend = \"2015-10\"";
    let both = "initiatives = [\"social_prescribing\", \"hospital_transfer_pathway\"]";
    let one = "initiatives = [\"social_prescribing\"]";
    let cases = [
        ("a programme of a month", town("start = \"2014-10\"\nend = \"2014-11\"", "", both)),
        ("no initiatives", town(usual, "", "initiatives = []")),
        ("it begins with its programme", town("start = \"2014-04\"\nend = \"2015-10\"", "", one)),
        ("it ends with its programme", town("start = \"2014-10\"\nend = \"2017-04\"", "", both)),
        ("the programme never ends", town("start = \"2014-10\"\nend = \"2019-10\"", "", both)),
        ("no money", town(usual, "[programme.funding]\naward = 0.0", both)),
        ("nobody takes part", town(usual, "", &format!("member = false\n{one}"))),
        ("one month", town("start = \"2014-04\"\nend = \"2014-05\"", "", one).replace("months = 36", "months = 1")),
        ("all ends", town(usual, "[programme.funding]\naward = 0.01", one)),
    ];
    let home = program::Home::new();
    for (place, (what, text)) in cases.iter().enumerate() {
        home.write("odd.toml", &(text.clone() + ASKED));
        try_out(&home, &format!("run odd.toml -n {}", 1 + place % 3), what);
        try_out(&home, &format!("{} odd.toml -n {}", ["sweep", "compare"][place % 2], 1 + place % 2), what);
    }
}

#[test]
fn what_is_nonsense() {
    for text in ["± NaN points", "1,inf,2", "x\tinfinity", "it is -0.0 now", "(−0)", "-0.00%", "to −∞ %"] {
        assert!(nonsense(text).is_some(), "{text}");
    }
    for text in
        ["information in Nancy", "2014-04 to 2015-00", "-0.01", "site-0", "1.5e-0", "−0.50 to 0", "a - b", "x -0x3"]
    {
        assert_eq!(nonsense(text), None, "{text}");
    }
    assert_eq!(told("<a b=\"NaN\" aria-label=\"two\">one</a><script>NaN</script>"), " two  one   ");
}
