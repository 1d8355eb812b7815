//! What the README and the pages that begin where it ends say, works.
//!
//! Commands: every line of a fenced `sh` block that starts with `cargo run --release` or `safsim` is run, in order and
//! in one temporary folder (with a copy of `scenarios/`), against the binary under test. Only one thing is changed: a
//! `run`, `compare`, `sweep` or `evidence` gets `--replicates 2` in place of its own number (a rule of precision stays), and a bare
//! command, which means `run`, becomes `run --replicates 2`. A comment after ` #` is dropped, `> file` keeps the output in that file, a `\` at the end of a
//! line goes on with the next. Other programs (`cargo test`, `git`, ...) are not run.
//!
//! Scenarios: every fenced `toml` block with a `name` is given to `safsim check -`, and lies in that folder as `NAME.toml`.
//!
//! Names: every file that a page links to, or names as `docs/...`, `src/...` and the like, exists; and the contents lead to
//! every page.

use std::fs;
use std::path::Path;

use pages::{ROOT, Shown, assert_done, blocks, commands, links, page, prose, safsim};

mod pages;

/// Pages whose commands and scenarios are tried, each in a folder of its own.
const TRIED: [&str; 3] = ["README.md", "docs/first-steps.md", "docs/commands.md"];

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

#[test]
fn every_command_of_the_pages_works() {
    TRIED.into_iter().for_each(every_command_works);
}

fn every_command_works(name: &str) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let scenarios = Path::new(ROOT).join("scenarios");
    if scenarios.is_dir() {
        copy_folder(&scenarios, &folder.path().join("scenarios"));
    }
    for (name, text) in scenarios_of(&page(name)) {
        fs::write(folder.path().join(format!("{name}.toml")), text).expect("a scenario is kept");
    }
    let commands = commands(&page(name));
    assert!(!commands.is_empty(), "{name} shows commands");
    for shown in commands {
        let output = safsim(folder.path(), &shown.quick(), "");
        assert_done(&shown.text, &output);
        if let Some(file) = shown.output {
            fs::write(folder.path().join(file), output.stdout).expect("output is kept");
        }
    }
}

/// The scenarios of a page with their names.
fn scenarios_of(page: &str) -> Vec<(String, String)> {
    let name = |text: &str| {
        let line = text.lines().find(|line| line.starts_with("name ="))?;
        Some(line.split('"').nth(1)?.to_owned())
    };
    blocks(page, "toml").into_iter().filter_map(|text| Some((name(&text)?, text))).collect()
}

/// What stands between two markers is what the program prints; `SAFSIM_BLESS=1 cargo test --test readme` renews it.
fn assert_said(name: &str, marker: &str, said: &str) {
    let (open, close) = (format!("<!-- {marker} -->\n```text\n"), format!("```\n<!-- /{marker} -->"));
    let page = page(name);
    let start = page.find(&open).expect("the block") + open.len();
    let end = start + page[start..].find(&close).expect("the end of the block");
    if std::env::var_os("SAFSIM_BLESS").is_some() {
        fs::write(Path::new(ROOT).join(name), format!("{}{said}{}", &page[..start], &page[end..])).unwrap();
    } else {
        assert_eq!(&page[start..end], said, "renew it with SAFSIM_BLESS=1 cargo test --test readme");
    }
}

#[test]
fn what_the_pages_show_is_what_the_program_says() {
    let folder = tempfile::tempdir().unwrap();
    let output = safsim(folder.path(), &[], "");
    assert_done("safsim", &output);
    assert_said("README.md", "summary", &String::from_utf8(output.stdout).unwrap());
    const FIRST_STEPS: &str = "docs/first-steps.md";
    let (_, text) = scenarios_of(&page(FIRST_STEPS)).into_iter().find(|(name, _)| name == "how-to-pay").unwrap();
    fs::write(folder.path().join("how-to-pay.toml"), text).unwrap();
    let output = safsim(folder.path(), &["compare".to_owned(), "how-to-pay.toml".to_owned()], "");
    assert_done("safsim compare", &output);
    assert_said(FIRST_STEPS, "comparison", &String::from_utf8(output.stdout).unwrap());
}

#[test]
fn every_scenario_of_the_pages_is_valid() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for text in TRIED.into_iter().flat_map(|name| blocks(&page(name), "toml")) {
        if text.lines().any(|line| line.starts_with("name =")) {
            assert_done(&text, &safsim(folder.path(), &["check".to_owned(), "-".to_owned()], &text));
        }
    }
}

#[test]
fn every_file_that_a_page_names_exists() {
    let mut missing = Vec::new();
    let docs = pages_below("docs");
    for name in ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].into_iter().chain(docs.iter().map(String::as_str)) {
        let folder = Path::new(name).parent().expect("a folder");
        let text = page(name);
        for link in links(&text) {
            if !Path::new(ROOT).join(folder).join(&link).exists() {
                missing.push(format!("{name}: {link}"));
            }
        }
        for path in named_files(&text) {
            if !Path::new(ROOT).join(&path).exists() {
                missing.push(format!("{name}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "pages name files that do not exist:\n{}", missing.join("\n"));
}

/// The pages in a folder, from the root of the repository.
fn pages_below(folder: &str) -> Vec<String> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(Path::new(ROOT).join(folder)).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{folder}/{}", entry.file_name().to_str().expect("a plain name"));
        if entry.path().is_dir() {
            pages.extend(pages_below(&name));
        } else if name.ends_with(".md") {
            pages.push(name);
        }
    }
    pages.sort();
    pages
}

#[test]
fn the_contents_lead_to_every_page() {
    let led = links(&page("docs/SUMMARY.md"));
    for name in pages_below("docs") {
        let name = name.trim_start_matches("docs/");
        assert!(name == "SUMMARY.md" || led.iter().any(|link| link == name), "docs/SUMMARY.md does not lead to {name}");
    }
}

/// Files named in code font, from the root of the repository.
fn named_files(page: &str) -> Vec<String> {
    const FOLDERS: [&str; 8] = ["docs/", "src/", "scenarios/", "tests/", "benches/", ".ci/", ".github/", "examples/"];
    let text = prose(page);
    let names = text.split('`').skip(1).step_by(2);
    names
        .filter(|n| FOLDERS.iter().any(|f| n.starts_with(f)) && !n.contains([' ', '<', '*']))
        .map(str::to_owned)
        .collect()
}

/// The harness itself.
mod harness {
    use super::*;

    fn arguments(line: &str) -> Option<Vec<String>> {
        Shown::read(line).map(|shown| shown.quick())
    }

    #[test]
    fn reads_commands_as_a_shell_would() {
        let run = |more: &[&str]| {
            let start = ["run"].iter().chain(more).chain(&["--replicates", "2"]);
            Some(start.map(|&s| s.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(arguments("cargo run --release"), run(&[]));
        assert_eq!(arguments("cargo run --release --   # the default"), run(&[]));
        assert_eq!(arguments("safsim run a.toml --replicates 500 --seed 3"), run(&["a.toml", "--seed", "3"]));
        assert_eq!(arguments("safsim run --set 'a.b = \"c d\"'"), run(&["--set", "a.b = \"c d\""]));
        assert_eq!(arguments("safsim list").unwrap(), ["list"]);
        for other in ["cargo test", "cargo run --example x", "git clone x", "# safsim run", ""] {
            assert_eq!(arguments(other), None, "{other}");
        }
        let kept = Shown::read("safsim schema > safsim.schema.json").unwrap();
        assert_eq!((kept.arguments, kept.output.as_deref()), (vec!["schema".to_owned()], Some("safsim.schema.json")));
    }

    #[test]
    fn reads_blocks_links_and_names() {
        let page = "See [a](docs/a.md#x), `src/b.rs` and [w](https://w.org).\n```sh\nsafsim check \\\n  c.toml\n```\n\
                    ```toml\nname = \"[x](y)\"\n```\n![p](p.png)\n";
        assert_eq!(commands(page)[0].arguments, ["check", "c.toml"]);
        assert_eq!(blocks(page, "toml"), ["name = \"[x](y)\"\n"]);
        assert_eq!(links(page), ["docs/a.md", "p.png"]);
        assert_eq!(named_files(page), ["src/b.rs"]);
    }
}
