//! No number of an equation is written into a process, the world or the engine: numbers are parameters
//! (src/scenario/parameters.rs) or definitions (src/scenario/definitions.rs). What else may stand in the code is listed
//! here, with its reason.

#[path = "numbers/literals.rs"]
mod literals;

use literals::literals;
use safsim::scenario::Parameters;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 3] = ["src/processes", "src/world", "src/engine"];

/// File, number, how often, and why it is neither a parameter nor a definition.
const ALLOWED: &[(&str, &str, usize, &str)] = &[
    ("src/engine/month.rs", "8", 1, "the model's number"),
    ("src/engine/month.rs", "64", 1, "sites from which on threads share them: results do not depend on it"),
    ("src/engine/setting.rs", "2.0", 1, "the middle of two values"),
    ("src/engine/site_metrics.rs", "2", 1, "place of a stage in a list"),
    ("src/engine/site_metrics.rs", "3", 1, "place of a stage in a list"),
    ("src/engine/site_metrics.rs", "4", 1, "place of a stage in a list"),
    ("src/engine/site_metrics.rs", "5", 2, "place of a stage in a list"),
    ("src/processes/mobilisation/commitment.rs", "2", 1, "of two numbers the geometric mean is a square root"),
    ("src/processes/mobilisation/month.rs", "0.5", 2, "the mean of two people"),
    (
        "src/processes/mobilisation/persuasion.rs",
        "32",
        1,
        "contacts that are looked up together: no matter for results",
    ),
    ("src/processes/mobilisation/trust.rs", "0.5", 2, "the mean of two people"),
    ("src/processes/mobilisation/trust.rs", "2", 1, "ties of a pair"),
    ("src/processes/mobilisation/trust.rs", "2.0", 1, "ties of a pair"),
    ("src/processes/results.rs", "1000.0", 1, "pounds of a thousand"),
    ("src/processes/results.rs", "2.0", 1, "half of the draws"),
    ("src/processes/shocks.rs", "64", 2, "one row of draws for each shock (model 4.1)"),
    ("src/processes/shocks.rs", "1e6", 1, "ranks come before draws, which lie in 0..1"),
    ("src/processes/turnover.rs", "4", 1, "a leaver's draws come before a newcomer's (model 4.1)"),
    ("src/world/acquaintance.rs", "8", 1, "room that is reserved"),
    ("src/world/acquaintance.rs", "1024.0", 2, "the two directions of a tie read two ends of one draw (model 5)"),
    ("src/world/acquaintance.rs", "0.5", 1, "the middle of 0..1"),
    ("src/world/acquaintance.rs", "2.0", 1, "from the middle of a range to both sides"),
    ("src/world/blueprint.rs", "2", 1, "a cost has a rank among at least one other"),
    ("src/world/build.rs", "24", 1, "room that is reserved"),
    ("src/world/build.rs", "400", 1, "room that is reserved"),
    ("src/world/build.rs", "16", 2, "slots of draws that an initiative has (model 4.1); room that is reserved"),
    ("src/world/build.rs", "2.0", 1, "from the middle of a range to both sides"),
    ("src/world/copy.rs", "19", 1, "where initiatives' draws begin (model 4.1)"),
    ("src/world/copy.rs", "16", 1, "slots of draws that an initiative has (model 4.1)"),
    ("src/world/decision.rs", "9", 1, "number of terms of an equation"),
    ("src/world/enrolment.rs", "24", 1, "room that is reserved"),
    ("src/world/new_initiatives.rs", "4", 1, "room that is reserved"),
    ("src/world/peer.rs", "64", 1, "bytes of a line of the cache"),
    ("src/world/people.rs", "2.0", 2, "from 0..1 to -1..1 and back"),
    ("src/world/room.rs", "5", 1, "number of sums side by side"),
    ("src/world/stretch.rs", "128", 1, "room that is reserved"),
    ("src/world/stretch.rs", "2", 1, "a table that is never more than half full"),
    ("src/world/stretch.rs", "32", 1, "the bits of a word that are mixed best"),
    ("src/world/stretch.rs", "40", 1, "boards and membership in one word"),
    ("src/world/stretch.rs", "63", 1, "boards and membership in one word"),
    ("src/world/ties.rs", "2", 11, "ties of a pair"),
    ("src/world/ties.rs", "2.0", 1, "ties of a pair"),
    ("src/world/ties.rs", "8", 1, "sums side by side"),
];

/// Numbers of random streams: a table of their own (model 4.1).
const STREAMS: &str = "src/world/purpose.rs";

#[test]
fn no_number_of_an_equation_is_written_into_the_code() {
    let mut found: BTreeMap<(String, String), usize> = BTreeMap::new();
    for path in ROOMS.iter().flat_map(|room| sources(Path::new(room))) {
        let name = path.to_string_lossy().replace('\\', "/");
        if name != STREAMS {
            for number in literals(&fs::read_to_string(&path).unwrap()) {
                *found.entry((name.clone(), number)).or_default() += 1;
            }
        }
    }
    let allowed: BTreeMap<(String, String), usize> =
        ALLOWED.iter().map(|&(file, number, times, _)| ((file.to_owned(), number.to_owned()), times)).collect();
    assert_eq!(allowed.len(), ALLOWED.len(), "a row stands twice");
    let anonymous: Vec<_> = found.iter().filter(|(key, times)| allowed.get(key) != Some(times)).collect();
    assert!(
        anonymous.is_empty(),
        "numbers without a name (file, number, how often): {anonymous:#?}\nMake each a parameter or a definition."
    );
    let gone: Vec<_> = allowed.keys().filter(|key| !found.contains_key(key)).collect();
    assert!(gone.is_empty(), "listed as allowed, but no longer there: {gone:#?}");
}

/// The files of a room, but for those that are tests, as modules of tests inside files are left out as well.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut list = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list.extend(sources(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") && !path.to_string_lossy().ends_with("tests.rs") {
            list.push(path);
        }
    }
    list.sort();
    list
}

/// Of too many parameters nobody can say what a result hangs on.
#[test]
fn parameters_are_few_and_each_is_read_by_the_model() {
    const MOST: usize = 160;
    let number = Parameters::MECHANISMS.len();
    assert!(number <= MOST, "{number} parameters: a new one takes the place of another, or is a definition");
    let model: Vec<String> = ROOMS
        .iter()
        .flat_map(|room| sources(Path::new(room)))
        .map(|path| model_part(&fs::read_to_string(path).unwrap()).to_owned())
        .collect();
    let idle: Vec<&str> = Parameters::TABLE
        .iter()
        .map(|row| row.name)
        .filter(|name| !model.iter().any(|text| reads(text, name)))
        .collect();
    assert!(idle.is_empty(), "parameters that nobody reads: {idle:?}");
}

/// A file without its module of tests.
fn model_part(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// Whether code takes the parameter `name` from `p`, `parameters` or `parameters()`, and does not only set it.
fn reads(text: &str, name: &str) -> bool {
    ["p.", "parameters.", "parameters()."].iter().any(|owner| {
        let taken = format!("{owner}{name}");
        let part = |c: char| c.is_alphanumeric() || c == '_';
        text.match_indices(&taken).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + taken.len()..]);
            let whole = !before.ends_with(part) && !after.starts_with(|c: char| part(c) || c == '(');
            let set = after.starts_with(" = ");
            whole && !set
        })
    })
}

#[test]
fn what_is_read_is_told_from_what_is_set_or_called_alike() {
    for text in ["x * p.growth * y", "(now.parameters().growth)", "scenario.parameters.growth;", "p.growth == 0.0"] {
        assert!(reads(text, "growth"), "{text}");
    }
    for text in ["p.growth_of", "p.growth(x)", "tip.growth", "p.growth = 1.0;", "site.growth", "growth"] {
        assert!(!reads(text, "growth"), "{text}");
    }
    assert_eq!(model_part("p.a\n#[cfg(test)]\np.b"), "p.a\n");
}
