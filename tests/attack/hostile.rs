use crate::chance::Chance;
use crate::struck::Blow;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

const COMMANDS: &[&str] = &[
    "run",
    "compare",
    "sweep",
    "explain",
    "evidence",
    "report",
    "slides",
    "check-answers",
    "check",
    "new",
    "list",
    "schema",
    "completions",
    "man",
    "",
    "help",
];

const OPTIONS: &[&str] = &[
    "--set",
    "--seed",
    "-n",
    "--replicates",
    "--threads",
    "-j",
    "--until-precise",
    "--memory",
    "--out",
    "--format",
    "--color",
    "--arm",
    "--point",
    "--replicate",
    "--ensemble",
    "--per-set",
    "--per-set-most",
    "--shard",
    "--wait",
    "--from",
    "--confined",
    "--resume",
    "--force",
    "--quiet",
    "--resolved",
    "--list",
    "--all",
    "--help",
    "--version",
    "--",
];

const VALUES: &[&str] = &[
    "",
    "0",
    "1",
    "2",
    "-1",
    "1e3",
    "1_000",
    "18446744073709551616",
    "nan",
    "inf",
    "=",
    "a=b",
    "contagion=nan",
    "contagion=1e999",
    "site.*.deficit=2",
    "site.\"a=1",
    "site.a.organisation.*.roles.nurse=60000",
    "site.*.count=100000",
    "time.months=1200",
    "extends=\"/etc/passwd\"",
    "survived_horizon=0.5",
    "survived_horizon=0",
    "survived_99999999999=1",
    "=0.1",
    "4GB",
    "-4GB",
    "1e30GB",
    "1MB",
    "nanGB",
    "csv",
    "parquet",
    "never",
    "always",
    "six-sites",
    "six-sits",
    "struck.toml",
    "./struck.toml",
    ".",
    "/",
    "/dev/zero",
    "/dev/null",
    "../..",
    "-",
    "中\u{301}\u{202e}",
    "\u{1b}[2J",
    "a\nb",
    "CON",
    "-rf",
    "<script>",
    "SH-03",
    "sh",
    "minimum",
    "bash",
    "tcsh",
];

/// A line of a few arguments of all sorts, some of which are no text.
pub fn arguments(chance: &mut Chance) -> Blow {
    let mut arguments: Vec<OsString> = vec![(*chance.of(COMMANDS)).into()];
    for _ in 0..chance.below(5) {
        let option = *chance.of(OPTIONS);
        let value = value(chance);
        match chance.below(4) {
            0 => arguments.push(value),
            1 => arguments.extend([option.into(), value]),
            2 => {
                let mut joined = OsString::from(format!("{option}="));
                joined.push(&value);
                arguments.push(joined);
            }
            _ => arguments.push(option.into()),
        }
    }
    // What does begin to run is small, and stays in its folder.
    if chance.one_in(2) {
        arguments.extend(["struck.toml", "-n", "1", "--out", "out", "--force"].map(OsString::from));
    }
    Blow { arguments }
}

fn value(chance: &mut Chance) -> OsString {
    match chance.below(12) {
        0 => OsString::from_vec((0..chance.below(40)).map(|_| 1 + chance.below(255) as u8).collect()),
        1 => "x".repeat(1 + chance.below(100_000)).into(),
        _ => (*chance.of(VALUES)).into(),
    }
}
