//! What the program is built from may be given away: every dependency's licence is on the list, and no crate is built
//! twice in two versions unless somebody has looked at it.
//!
//! Looks at normal and build dependencies on the machine that runs the test (`cargo metadata`, without the network).

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

/// Licences that permit what "MIT OR Apache-2.0" promises to users of the whole.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Crates that are built in more than one version, each with the reason why that is all right.
const DUPLICATES: &[(&str, &str)] = &[
    ("syn", "at build time only: zerocopy's derive macro still uses version 2"),
    ("embedded-io", "postcard names both as options; neither has code that we call"),
    ("getrandom", "ahash of parquet, tempfile and proptest each on a version of their own"),
];

/// Whether an SPDX expression permits use under licences of which `allowed` approves: one side of an OR is enough, an
/// AND needs both, and a licence WITH an exception is approved as a whole. The old `MIT/Apache-2.0` is an OR.
fn permits(expression: &str, allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = tokens.as_slice();
    let verdict = either(&mut rest, allowed)?;
    if rest.is_empty() { Ok(verdict) } else { Err(format!("unexpected `{}` in `{expression}`", rest[0])) }
}

fn either(rest: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let mut verdict = both(rest, allowed)?;
    while take(rest, "OR") {
        verdict |= both(rest, allowed)?;
    }
    Ok(verdict)
}

fn both(rest: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    let mut verdict = one(rest, allowed)?;
    while take(rest, "AND") {
        verdict &= one(rest, allowed)?;
    }
    Ok(verdict)
}

fn one(rest: &mut &[&str], allowed: &dyn Fn(&str) -> bool) -> Result<bool, String> {
    if take(rest, "(") {
        let verdict = either(rest, allowed)?;
        return if take(rest, ")") { Ok(verdict) } else { Err("a bracket is not closed".to_owned()) };
    }
    let name = word(rest)?;
    if take(rest, "WITH") { Ok(allowed(&format!("{name} WITH {}", word(rest)?))) } else { Ok(allowed(name)) }
}

fn take(rest: &mut &[&str], expected: &str) -> bool {
    let found = rest.first() == Some(&expected);
    if found {
        *rest = &rest[1..];
    }
    found
}

fn word<'a>(rest: &mut &[&'a str]) -> Result<&'a str, String> {
    match rest {
        [first, after @ ..] if !matches!(*first, "AND" | "OR" | "WITH" | "(" | ")") => {
            let first = *first;
            *rest = after;
            Ok(first)
        }
        _ => Err(format!("a licence is missing before {rest:?}")),
    }
}

fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap_or_else(|error| panic!("{program} cannot be started: {error}"));
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?} failed:\n{problem}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Packages that the program is built from, by dependencies of these kinds: (name, version, licence expression), without the program itself.
fn built_from(metadata: &Value, kinds_wanted: &[&str]) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, &Value> =
        metadata["packages"].as_array().expect("packages").iter().map(|p| (text(&p["id"]), p)).collect();
    let nodes: BTreeMap<String, &Value> =
        metadata["resolve"]["nodes"].as_array().expect("nodes").iter().map(|n| (text(&n["id"]), n)).collect();
    let root = text(&metadata["resolve"]["root"]);
    let mut reached = BTreeSet::from([root.clone()]);
    let mut open = vec![root.clone()];
    while let Some(id) = open.pop() {
        for dep in nodes[&id]["deps"].as_array().expect("deps") {
            let kinds = dep["dep_kinds"].as_array().expect("kinds");
            let next = text(&dep["pkg"]);
            let is_wanted = |k: &Value| kinds_wanted.contains(&k["kind"].as_str().unwrap_or("normal"));
            if kinds.iter().any(is_wanted) && reached.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    reached.remove(&root);
    reached
        .iter()
        .map(|id| {
            let package = packages[id];
            (text(&package["name"]), text(&package["version"]), text(&package["license"]))
        })
        .collect()
}

fn dependencies() -> Vec<(String, String, String)> {
    let rustc = option_env!("RUSTC").unwrap_or("rustc");
    let version = run(rustc, &["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc -vV names its host");
    built_from(&metadata(host), &["normal", "build"])
}

fn metadata(platform: &str) -> Value {
    let arguments = ["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", platform];
    serde_json::from_str(&run(env!("CARGO"), &arguments)).expect("cargo metadata is JSON")
}

/// What a page says that holds the program, or a part of it. `SAFSIM_BLESS=1 cargo test --test licences` renews it.
#[test]
fn pages_name_the_crates_that_the_program_is_built_from() {
    // The same list on every machine.
    let mut crates = built_from(&metadata("x86_64-unknown-linux-gnu"), &["normal"]);
    crates.sort();
    let list: String = crates.iter().map(|(name, version, licence)| format!("{name} {version}: {licence}\n")).collect();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(LIST);
    if std::env::var_os("SAFSIM_BLESS").is_some() {
        std::fs::write(path, &list).expect("the list is renewed");
    } else {
        assert!(safsim::report::CRATES == list, "{LIST} is stale: renew it as above");
    }
}

const LIST: &str = "src/report/page/crates.txt";

#[test]
fn every_dependency_has_an_allowed_licence() {
    let dependencies = dependencies();
    assert!(dependencies.iter().any(|(name, ..)| name == "serde"), "found the dependencies");
    let mut refused = Vec::new();
    for (name, version, licence) in &dependencies {
        match permits(licence, &|name| ALLOWED.contains(&name)) {
            Ok(true) => {}
            Ok(false) => refused.push(format!("{name} {version}: `{licence}` is not on the list")),
            Err(problem) => refused.push(format!("{name} {version}: `{licence}`: {problem}")),
        }
    }
    assert!(refused.is_empty(), "licences to look at:\n{}", refused.join("\n"));
}

#[test]
fn no_crate_is_built_in_two_versions_unseen() {
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, version, _) in dependencies() {
        versions.entry(name).or_default().push(version);
    }
    versions.retain(|_, found| found.len() > 1);
    let unseen: Vec<String> = versions
        .iter()
        .filter(|(name, _)| DUPLICATES.iter().all(|(seen, _)| seen != name))
        .map(|(name, found)| format!("{name}: {}", found.join(", ")))
        .collect();
    assert!(
        unseen.is_empty(),
        "built twice; unify them, or add them to DUPLICATES with a reason:\n{}",
        unseen.join("\n")
    );
}

#[test]
fn expressions_are_read_as_spdx_means_them() {
    let judge = |expression: &str| permits(expression, &|name| ["MIT", "ISC", "A WITH B"].contains(&name));
    for good in ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "MIT AND ISC", "(GPL-3.0 OR MIT) AND ISC", "A WITH B"] {
        assert_eq!(judge(good), Ok(true), "{good}");
    }
    // AND binds tighter than OR.
    assert_eq!(judge("MIT OR ISC AND GPL-3.0"), Ok(true));
    for bad in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR ISC) AND GPL-3.0", "GPL-3.0 OR A", "MIT WITH B"] {
        assert_eq!(judge(bad), Ok(false), "{bad}");
    }
    for broken in ["", "MIT OR", "(MIT", "MIT ISC", "AND MIT", "MIT)", "MIT WITH"] {
        assert!(judge(broken).is_err(), "{broken}");
    }
}
