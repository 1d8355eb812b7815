//! Whatever letters names hold, and whatever lies in a folder that was unpacked: no output obeys them.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use resvg::usvg::roxmltree::Document;
use safsim::letters::{hidden_in, is_hidden};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn safsim(folder: &Path, arguments: &[&OsStr]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_safsim"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("COLUMNS")
        .output()
        .expect("the program starts")
}

/// What was written to the terminal, which must hold nothing that a terminal obeys.
#[track_caller]
fn said(output: &Output) -> String {
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let acts = text.chars().find(|&c| is_hidden(c) && c != '\n');
    assert_eq!(acts, None, "{text:?}");
    text
}

fn ask(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let arguments: Vec<&OsStr> = arguments.iter().map(OsStr::new).collect();
    let output = safsim(folder, &arguments);
    (output.status.code(), said(&output))
}

/// Letters of many scripts, what markup is made of, and what nobody sees.
fn name() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "\\PC{1,6}",
        3 => prop::sample::select(vec![
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://a.b/c.png)", "[a](javascript:b)",
            "| a | b |", "`code`", "# head", "</svg>", "]]>", "&lt;", "&amp;#60;", "\"'>", "https://example.org", "**x**",
            "東京都", "القاهرة", "कोलकाता", "👩\u{200d}⚕\u{fe0f}", "e\u{301}\u{323}", "-rf", "{{ x }}", "{% x %}", "..", "\\",
        ]).prop_map(str::to_owned),
        1 => prop::sample::select(vec![
            "\u{1b}[2J", "\u{9b}31m", "\r", "\u{202e}", "\u{2066}", "\u{2028}", "\u{200b}", "\u{feff}", "\u{fdd1}", "\u{7}", "\u{85}",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..4)
        .prop_map(|pieces| pieces.concat().trim().to_owned())
        .prop_filter("no name", |name| !name.is_empty() && name.chars().count() < 150 && name != "*")
}

/// As TOML writes any text.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", c as u32),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

fn scenario(names: &[String; 4]) -> String {
    let [site, other, initiative, question] = names.each_ref().map(|name| quoted(name));
    format!(
        "extends = \"single-site\"\nname = \"any\"\nquestion = {question}\ndescription = {question}\nreplace = [\"site\", \"shock\"]\n\
         [[site]]\nname = {site}\ntype = \"mcp\"\npopulation = 50000\n\
         [[site.initiative]]\nkind = \"social_prescribing\"\nname = {initiative}\n\
         [[site]]\nname = {other}\ntype = \"mcp\"\npopulation = 50000\ninitiatives = [\"dementia_support\"]\n\
         [[site.organisation]]\nkind = \"voluntary\"\nname = {initiative}\nroles = {{ director = 1, manager = 2, link_worker = 4 }}\n\
         [[regime]]\nname = {site}\n[[regime]]\nname = {other}\nset = {{ \"programme.funding.award\" = 0.4 }}\n"
    )
}

/// A page in which nothing of a name can act, with so many scripts and their data.
fn assert_page(html: &str, names: &[String], scripts: usize) {
    assert_eq!((html.matches("<script").count(), html.matches("</script>").count()), (scripts, scripts));
    assert!(!html.contains("<!--"));
    assert!(html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
    assert!(!html.chars().any(|c| is_hidden(c) && c != '\n'));
    for name in names.iter().filter(|name| name.contains('<')) {
        assert!(!html.contains(name.as_str()), "{name}");
    }
    // Tags are the program's own: each stands in a template or a drawing.
    let own = "a article aside b body button caption circle code dd defs desc details dfn div dl dt em figcaption figure footer g h1 h2 h3 \
               h4 head header html i input label li line main mark meta nav noscript ol option output p path polygon polyline pre rect script section select small \
               span strong style sub summary sup svg table tbody td template text tfoot th thead title tr ul var";
    let own: Vec<&str> = own.split_whitespace().collect();
    let style_and_script = |text: &str| text.starts_with("<style>") || text.starts_with("<script>");
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let tag: String = rest[1..].trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(own.contains(&tag.as_str()) || rest.starts_with("<!DOCTYPE html>"), "<{tag}");
        let end = if style_and_script(rest) { rest.find("</s") } else { rest.find('>') };
        let end = end.expect("a tag ends");
        // What stands between quotation marks is a value, and no attribute.
        let attributes: String = rest[..end].split('"').step_by(2).collect();
        assert!(style_and_script(rest) || !attributes.to_lowercase().contains("onerror"), "{}", &rest[..end]);
        rest = &rest[end..];
    }
    for drawing in html.split("<svg").skip(1) {
        let (drawing, _) = drawing.split_once("</svg>").expect("a drawing ends");
        let drawing = format!("<svg{drawing}</svg>").replace("focusable=\"false\"", "");
        Document::parse(&drawing).expect("a drawing is well-formed");
    }
}

/// Markdown in which no name has become a link, a picture, HTML or a heading.
fn assert_markdown(page: &str) {
    assert!(!page.chars().any(|c| is_hidden(c) && c != '\n'));
    let letters: Vec<char> = page.chars().collect();
    for (at, &c) in letters.iter().enumerate() {
        let is_plain = at == 0 || letters[at - 1] != '\\';
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        assert!(!(c == '<' && (next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))), "{page}");
        assert!(!(c == '`' && is_plain), "{page}");
        assert!(!(c == ':' && next == '/'), "{page}");
    }
    let links = page.matches("](").count() - page.matches("\\](").count();
    assert!(
        links <= 1
            && page
                .lines()
                .filter(|line| line.contains("](") && !line.contains("\\]("))
                .all(|line| line.starts_with("!["))
    );
    assert!(page.lines().filter(|line| line.starts_with('#')).count() <= 5, "{page}");
    for row in page.lines().filter(|line| line.starts_with('|')) {
        assert!(matches!(row.matches('|').count(), 3 | 4), "{row}");
    }
}

#[test]
fn any_names_are_refused_or_stay_names() {
    let config = Config { cases: 24, failure_persistence: None, max_shrink_iters: 24, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let kept = std::cell::Cell::new(0);
    let outcome = runner.run(&[name(), name(), name(), name()], |names| {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("any.toml"), scenario(&names)).expect("a file");
        let (status, said) = ask(folder.path(), &["check", "any.toml"]);
        let hidden = names.iter().any(|name| hidden_in(name, false).is_some());
        if hidden {
            prop_assert_eq!(status, Some(2));
            prop_assert!(said.contains("a letter that cannot be seen"), "{}", said);
        }
        if status != Some(0) {
            prop_assert_eq!(status, Some(2), "{}", said);
            return Ok(());
        }
        kept.set(kept.get() + 1);
        let run = ["run", "any.toml", "-n", "2", "--out", "r", "--set", "time.months=60"];
        prop_assert_eq!(ask(folder.path(), &run).0, Some(0));
        prop_assert_eq!(ask(folder.path(), &["explain", "r", "-n", "3"]).0, Some(0));
        prop_assert_eq!(ask(folder.path(), &["report", "r"]).0, Some(0));
        prop_assert_eq!(ask(folder.path(), &["slides", "r"]).0, Some(0));
        let read = |name: &str| fs::read_to_string(folder.path().join("r").join(name)).expect("it is UTF-8");
        // That of the page, and of the part with the program: what it reads, the program, what begins it.
        assert_page(&read("report.html"), &names, 4);
        assert_page(&read("slides.html"), &names, 1);
        assert_markdown(&read("explain.md"));
        for entry in fs::read_dir(folder.path().join("r/charts")).expect("charts") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|end| end == "svg") {
                let svg = fs::read_to_string(&path).expect("it is UTF-8");
                let drawing = Document::parse(&svg).expect("it is well-formed");
                prop_assert!(
                    !drawing.descendants().any(|node| matches!(node.tag_name().name(), "script" | "img" | "a"))
                );
            }
        }
        Ok(())
    });
    outcome.unwrap_or_else(|why| panic!("{why}"));
    assert!(kept.get() >= 5, "only {} of the cases were run", kept.get());
}

#[test]
fn arguments_are_echoed_as_letters() {
    let folder = tempfile::tempdir().expect("a folder");
    let odd = "x\u{1b}[2J\u{9b}31m\r\u{202e}";
    let set = format!("{odd}=1");
    let file = format!("{odd}.toml");
    for arguments in [
        &["run", odd] as &[&str],
        &["run", &file],
        &["check", odd, &file],
        &["run", "single-site", "--set", &set],
        &["run", "single-site", "--set", odd],
        &["run", "single-site", "--seed", odd],
        &["run", "single-site", "-n", odd],
        &["run", "single-site", "--until-precise", odd],
        &[odd],
        &[&format!("--{odd}")],
        &["evidence", odd],
        &["evidence", "--from", odd],
        &["explain", odd],
        &["explain", "single-site", odd],
        &["explain", "single-site", "--arm", odd],
        &["report", odd],
        &["slides", odd],
        &["check-answers", odd],
        &["check-answers", "--blank", odd],
        &["compare", odd, "single-site"],
        &["new", odd],
        &["new", "a", "--from", odd],
        &["list", odd],
        &["completions", odd],
    ] {
        let (status, said) = ask(folder.path(), arguments);
        assert!(status == Some(1) || status == Some(2), "{arguments:?}: {said}");
        let coloured: Vec<&OsStr> = arguments.iter().copied().chain(["--color", "always"]).map(OsStr::new).collect();
        let output = safsim(folder.path(), &coloured);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        // The program's own colours are the only codes: short numbers that end in m.
        for code in text.split('\u{1b}').skip(1) {
            let code = code.strip_prefix('[').unwrap_or("x");
            let end = code.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0);
            assert!(code[end..].starts_with('m'), "{arguments:?}: {text:?}");
        }
        assert!(!text.chars().any(|c| is_hidden(c) && !matches!(c, '\n' | '\u{1b}')), "{arguments:?}: {text:?}");
    }
}

#[test]
fn a_folder_that_was_unpacked_says_nothing_to_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let (status, told) = ask(folder.path(), &["run", "single-site", "-n", "2", "--out", "r"]);
    assert_eq!(status, Some(0), "{told}");
    let odd = "\\u001b[2J\\u009b31m\\r\\u202e";
    let manifest = folder.path().join("r/manifest.json");
    let written = fs::read_to_string(&manifest).expect("a manifest");
    for (old, new) in [
        ("\"version\": \"", format!("\"version\": \"{odd}")),
        ("\"name\": \"", format!("\"name\": \"{odd}")),
        ("\"command\": \"", format!("\"command\": \"{odd}")),
        ("\"path\": \"", format!("\"path\": \"{odd}")),
        ("\"identity\": \"", format!("\"identity\": \"{odd}")),
    ] {
        assert!(written.contains(old));
        fs::write(&manifest, written.replace(old, &new)).expect("a manifest");
        for arguments in [
            &["report", "r"] as &[&str],
            &["slides", "r"],
            &["explain", "r", "-n", "2"],
            &["run", "single-site", "-n", "3", "--out", "r"],
        ] {
            ask(folder.path(), arguments);
        }
    }
    fs::write(&manifest, &written).expect("a manifest");
    let scenario = folder.path().join("r/scenario.toml");
    let text =
        fs::read_to_string(&scenario).expect("a scenario").replacen("question = \"", "question = \"\\u009b2J", 1);
    fs::write(&scenario, text).expect("a scenario");
    ask(folder.path(), &["explain", "r", "-n", "2"]);
    ask(folder.path(), &["check", "r/scenario.toml"]);
}

#[test]
fn names_that_no_folder_can_have_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["CON", "nul", "Com7", "LPT1", "-rf", "--help", "a.", "a ", "..", "", "a/b", &"x".repeat(101)] {
        let text = format!("extends = \"single-site\"\nname = \"{name}\"\n");
        fs::write(folder.path().join("a.toml"), text).expect("a file");
        let (status, said) = ask(folder.path(), &["check", "a.toml"]);
        assert!(status == Some(2) && said.contains("it names a folder"), "{name}: {said}");
        if !name.starts_with('-') {
            assert_eq!(ask(folder.path(), &["new", name]).0, Some(2), "{name}");
        }
    }
    for name in ["CONTENT", "nullable", "com10", "x-rf", "_"] {
        let text = format!("extends = \"single-site\"\nname = \"{name}\"\n");
        fs::write(folder.path().join("a.toml"), text).expect("a file");
        assert_eq!(ask(folder.path(), &["check", "a.toml"]).0, Some(0), "{name}");
    }
}

#[test]
fn a_narrow_terminal_gets_narrow_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let within = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_safsim"))
            .args(arguments)
            .current_dir(folder.path())
            .env("COLUMNS", "40")
            .output()
            .expect("the program starts");
        let text = said(&output);
        assert!(output.status.success(), "{text}");
        let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 40).collect();
        assert!(wide.is_empty(), "{arguments:?}: {wide:#?}");
        text
    };
    let run = within(&["run", "six-sites", "-n", "2", "--out", "r"]);
    assert!(run.contains("\nsite-1\n  alive at money end: "), "{run}");
    within(&["explain", "r", "-n", "2"]);
    within(&["compare", "board-or-champion", "-n", "2", "--out", "c"]);
    within(&["sweep", "award-by-horizon", "-n", "2", "--out", "s"]);
    within(&["evidence", "--list"]);
}
