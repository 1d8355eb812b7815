//! A field's own words: what the model does follows from what they are said to be like, not from what they are called.

use safsim::engine::{Engine, Observe};
use safsim::scenario::{Ground, Scenario, Source, load, load_study, to_toml};
use std::fs;
use std::path::Path;
use std::process::Command;

fn built_in(name: &str) -> Scenario {
    load(&Source::BuiltIn(name.to_owned()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn read(text: String) -> Scenario {
    load(&Source::Text { name: "text".to_owned(), text }, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// The scenario with every word of the field under another name, in a vocabulary that starts from nothing.
fn renamed(scenario: &Scenario) -> Scenario {
    let mut other = scenario.clone();
    other.vocabulary.ground = Ground::Blank;
    other
        .vocabulary
        .organisation_kinds
        .iter_mut()
        .for_each(|kind| kind.name = format!("o_{}", kind.name.len()) + &kind.name);
    other.roles.iter_mut().for_each(|role| role.name = format!("r_{}", role.name));
    other.kinds.iter_mut().for_each(|kind| kind.name = format!("k_{}", kind.name));
    other.vocabulary.kits.iter_mut().for_each(|kit| kit.name = format!("kit-{}", kit.name));
    // Read back from its complete file, in which all of that is defined.
    read(to_toml(&other))
}

#[test]
fn a_field_under_other_names_has_the_same_future() {
    let scenario = built_in("single-site");
    let other = renamed(&scenario);
    assert_eq!(other.vocabulary.ground, Ground::Blank);
    assert!(other.roles.iter().all(|role| role.name.starts_with("r_")), "none is built in");
    let run = |scenario: &Scenario| Engine::new(scenario).run(7, 3, &Observe::default());
    let (a, b) = (run(&scenario), run(&other));
    assert_eq!((&a.fates, a.money), (&b.fates, b.money));
    // Not a number is not equal to itself.
    assert_eq!(format!("{:?}", a.panel), format!("{:?}", b.panel));
}

#[test]
fn a_scenario_without_words_of_its_own_writes_none() {
    let text = to_toml(&built_in("six-sites"));
    assert!(["[vocabulary]", "[[role]]", "[[kit]]", "[[organisation_kind]]"].iter().all(|word| !text.contains(word)));
}

/// What the payers do not save, they cannot take out as cash.
#[test]
fn cash_is_released_to_those_who_pay() {
    let field = |money: &str| {
        read(format!(
            "name = \"cash\"\n[time]\nstart = \"2025-01\"\n[vocabulary]\nextends = \"blank\"\n\
             [[organisation_kind]]\nname = \"school\"\n[[organisation_kind]]\nname = \"council\"\n\
             [[role]]\nname = \"teacher\"\ngroup = \"front_line\"\n\
             [[initiative_kind]]\nname = \"club\"\ncomplexity = 0.3\ncost = 5\ncash_releasing = 0.6\n\
             metric_alignment = 0.3\nlocal_value = 0.6\nneeds = [\"school\"]\n{money}\n\
             [[site]]\nname = \"A\"\n[[site.organisation]]\nkind = \"school\"\nroles = {{ teacher = 3 }}\n"
        ))
    };
    let cash = |money: &str| {
        let scenario = field(money);
        assert_eq!(read(to_toml(&scenario)).kinds, scenario.kinds, "it reads back");
        scenario.kinds[0].attributes.cash_releasing.get()
    };
    assert_eq!(cash(""), 0.6);
    assert_eq!(cash("payers = [\"school\"]"), 0.6);
    assert_eq!(cash("payers = [\"school\"]\nsavers = [\"school\"]"), 0.6);
    assert_eq!(cash("payers = [\"school\"]\nsavers = [\"school\", \"council\"]"), 0.3);
    assert_eq!(cash("payers = [\"school\"]\nsavers = [\"council\"]"), 0.0);
}

#[test]
fn a_kit_of_ones_own_has_its_organisations_as_often_as_it_says() {
    let scenario = load(&Source::Path("tests/scenarios/valid/vocabulary.toml".into()), &[]).unwrap();
    let site = &scenario.sites[2];
    let names: Vec<&str> = site.organisations.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["School 1", "School 2", "District"]);
    assert_eq!(site.boards[0].members.len(), 3);
    assert_eq!(site.boards[0].formality.get(), 0.7);
    assert!(site.member);
    let sets = ["site.North.organisation.School.headroom=-0.2".to_owned()];
    let set = load(&Source::Path("tests/scenarios/valid/vocabulary.toml".into()), &sets).unwrap();
    let headroom: Vec<f64> = set.sites[0].organisations.iter().map(|one| one.headroom).collect();
    assert_eq!(headroom, [-0.2, -0.2, 0.0]);
}

/// A table gives a site in each row, a default what a row does not say, and a spread each site a value of its own.
#[test]
fn sites_come_from_tables_and_spreads() {
    let path = || Source::Path("tests/scenarios/valid/bulk.toml".into());
    let scenario = load(&path(), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let sites = &scenario.sites;
    assert_eq!(sites.len(), 23);
    let names: Vec<&str> = sites[..4].iter().map(|site| site.name.as_str()).collect();
    assert_eq!(names, ["Ashby", "Birch, Lower", "Cedar", "Other 1"]);
    assert_eq!([0, 1, 2].map(|i| sites[i].population), [1420.0, 380.0, 1900.0]);
    assert_eq!([0, 1, 2].map(|i| sites[i].history.get()), [0.3, 0.35, 0.5]);
    assert_eq!([0, 1, 2].map(|i| sites[i].member), [true, false, true]);
    assert_eq!([0, 1, 2].map(|i| sites[i].initiatives.len()), [1, 1, 0]);
    assert!(sites[..3].iter().all(|site| site.boards.len() == 1 && site.engagement.get() == 0.4));
    assert_eq!([0, 2].map(|i| sites[i].region.unwrap().index()), [0, 1]);
    let others: Vec<f64> = sites[3..].iter().map(|site| site.population).collect();
    assert!(others.iter().all(|people| (300.0..=1500.0).contains(people)));
    let mean = others.iter().sum::<f64>() / 20.0;
    assert!((mean - 900.0).abs() < 60.0, "{mean}");
    assert!(sites[3..].iter().all(|site| site.deficit.get() == 0.5));
    assert!(sites[..3].windows(2).all(|pair| pair[0].deficit != pair[1].deficit), "each has its own");
    // Nothing is drawn: the same file gives the same sites; another number other ones.
    assert_eq!(load(&path(), &[]).unwrap(), scenario);
    // All of them can be set at once.
    let set = load(&path(), &["site.*.deficit=0.1".to_owned()]).unwrap();
    assert!(set.sites.iter().all(|site| site.deficit.get() == 0.1));
    assert_eq!(read(to_toml(&scenario)), scenario, "it reads back, without its table");
}

/// Words that betray the field on which the model was built.
const BETRAY: [&str; 14] = [
    "hospital",
    "vanguard",
    "nhs",
    "pound",
    "£",
    "patient",
    "clinic",
    "general practice",
    "care home",
    "council",
    "emergency",
    "national",
    "business as usual",
    "health",
];

/// A page without the fonts that it holds: chance writes any three letters in them.
fn without_fonts(text: &str) -> String {
    let mut pieces = text.split("url(data:font/ttf;base64,");
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.map(|piece| piece.split_once(')').expect("an address ends").1);
    core::iter::once(first).chain(rest).collect()
}

/// Where a text betrays it.
fn betrayed(name: &str, text: &str) -> Vec<String> {
    let text = without_fonts(text).to_lowercase();
    let near = |at: usize| {
        let mut around = text.char_indices().map(|(i, _)| i).filter(|i| (at.saturating_sub(40)..at + 40).contains(i));
        let (from, to) = (around.clone().next().unwrap_or(0), around.next_back().unwrap_or(0));
        text[from..to].to_owned()
    };
    BETRAY.iter().filter_map(|word| text.find(word).map(|at| format!("{name}: {word}: {}", near(at)))).collect()
}

/// What the program writes about a scenario: what it prints, and every file of its results that is text. Whoever tries it out is told of
/// what all fields have: cards of findings, parameters.
fn written(arguments: &[&str], folder: &Path) -> Vec<(String, String)> {
    let program = Command::new(env!("CARGO_BIN_EXE_safsim")).args(arguments).arg("--out").arg(folder).output().unwrap();
    assert!(program.status.success(), "{}", String::from_utf8_lossy(&program.stderr));
    let mut texts = vec![("summary".to_owned(), String::from_utf8(program.stdout).unwrap())];
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.display().to_string();
            if entry.is_dir() {
                folders.push(entry);
            } else if !name.ends_with(".png") && !name.ends_with(".data") {
                texts.push((name, fs::read_to_string(&entry).unwrap()));
            }
        }
    }
    texts
}

#[test]
fn results_speak_the_words_of_their_field() {
    let scratch = tempfile::tempdir().unwrap();
    let scenario = "tests/scenarios/valid/vocabulary.toml";
    let files = written(&["run", scenario, "-n", "6", "--no-live"], &scratch.path().join("run"));
    let files = files.iter().filter(|(name, _)| {
        // Keys of files and names of parameters are the same in every field.
        !name.ends_with("manifest.json") && !name.ends_with("scenario.toml")
    });
    let betrayed: Vec<String> = files.clone().flat_map(|(name, text)| betrayed(name, text)).collect();
    assert!(betrayed.is_empty(), "{betrayed:#?}");
    let text = |end: &str| files.clone().find(|(name, _)| name.ends_with(end)).map(|(_, text)| text.as_str()).unwrap();
    assert!(text("summary").contains("school routine") && text("summary").contains("the improvement pilot's money"));
    assert!(text("runs.csv").contains("surviving_months_per_thousand_euros"));
    assert!(text("months.csv").contains("\"school_enthusiasm\"") && text("months.csv").contains("\"need_growth\""));
    assert!(!text("months.csv").contains("local_authority_part"), "nobody is watched for it");
    assert!(text("datapackage.json").contains("thousand euros"));
    assert!(text("report.html").contains("school routine"));
    // A name that the scenario gives stays as it is.
    assert!(text("summary").contains("North 3"));
}

#[test]
fn a_description_says_who_what_when_and_for_what_in_the_words_of_the_field() {
    let describe = |scenario: &str| {
        let run = Command::new(env!("CARGO_BIN_EXE_safsim")).args(["describe", scenario]).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8(run.stdout).unwrap()
    };
    let text = describe("tests/scenarios/valid/vocabulary.toml");
    assert_eq!(betrayed("description", &text), Vec::<String>::new());
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "3 schools, all of them members of the improvement pilot: North 1, North 2, North 3. 2000 pupils each.",
        "School (6): 6 Head; 6 Lead; 48 Teacher. District (3): 3 Head; 6 Lead.",
        "Steering group of 3 organisations, formality 0.70, in 3 of the schools.",
        "Lesson study (in 3 of 3): needs School; 5 thousand euros a month at full scale, for School to take over; School, \
         District saves by it",
        "From September 2025 to August 2027 the improvement pilot pays 60 per cent",
    ] {
        assert!(flat.contains(said), "{said}\n{text}");
    }
    // Two of five years have money: from the thirteenth month to the thirty-sixth.
    assert!(
        text.contains(&format!("money{} {}{}{}", " ".repeat(19), ".".repeat(9), "$".repeat(19), ".".repeat(20))),
        "{text}"
    );
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(describe("six-sites").contains("thousand pounds a month"));
}

/// The three fields beyond health: their reports are about schools, energy and safeguarding, and nothing else.
#[test]
fn examples_of_other_fields_do_not_betray_health_care() {
    let scratch = tempfile::tempdir().unwrap();
    for name in ["school-pilot", "energy-fund", "safeguarding-hubs"] {
        let path = format!("scenarios/beyond/{name}.toml");
        let scenario = load(&Source::Path(path.clone().into()), &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_eq!(read(to_toml(&scenario)), scenario, "{name} reads back");
        let files = written(&["run", &path, "-n", "2", "--no-live"], &scratch.path().join(name));
        let health = [
            "hospital",
            "vanguard",
            "nhs",
            "patient",
            "clinic",
            "general practice",
            "care home",
            "emergency",
            "health",
        ];
        let report = files.iter().find(|(file, _)| file.ends_with("report.html")).map(|(_, text)| text).unwrap();
        // One of them is called a programme.
        let report = report.replace("grant programme", "grant").replace("Grant programme", "Grant");
        for foreign in
            ["programme's own", "Programme's own", "Programme money", "programme money", " sites)", "all sites"]
        {
            assert!(!report.contains(foreign), "{name}: {foreign}");
        }
        assert!(name != "school-pilot" || !(report.contains('£') || report.contains("pounds")), "{name} pays in euros");
        for (file, text) in files.iter().filter(|(file, _)| !file.ends_with(".toml") && !file.ends_with(".json")) {
            let found = betrayed(file, text)
                .into_iter()
                .filter(|found| health.iter().any(|word| found.contains(&format!(": {word}: "))));
            assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new());
        }
    }
}

/// What is suggested can be written in the field that it is suggested to.
#[test]
fn hints_speak_the_words_of_the_field() {
    let field = |rest: &str| {
        format!(
            "name = \"a\"\n[vocabulary]\nextends = \"blank\"\n[programme]\nstart = \"2025-01\"\nmetric_focus = 0.5\n\
             [[organisation_kind]]\nname = \"club\"\n[[role]]\nname = \"worker\"\ngroup = \"front_line\"\n{rest}\
             [[site]]\nname = \"A\"\nmember = false\n[[site.organisation]]\nkind = \"club\"\nroles = {{ worker = 2 }}\n"
        )
    };
    let kind = "[[initiative_kind]]\nname = \"evenings\"\ncomplexity = 0.2\ncost = 60\ncash_releasing = 0.05\n\
                metric_alignment = 0.2\nlocal_value = 0.8\nneeds = [\"club\"]\n";
    for (rest, hint) in [(kind, "initiatives = [\"evenings\"]"), ("", "define an [[initiative_kind]]")] {
        let source = Source::Text { name: "a".to_owned(), text: field(rest) };
        let told =
            load_study(&source, &[]).unwrap().warnings().render(safsim::diagnostics::Paint::Plain, 120).to_string();
        assert!(told.contains(hint) && told.contains("give a site member = true"), "{told}");
        for foreign in ["social_prescribing", "vanguard"] {
            assert!(!told.contains(foreign), "{foreign:?} in\n{told}");
        }
    }
}
