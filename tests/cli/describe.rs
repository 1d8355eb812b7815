//! `describe`, `import`, and examples of other fields by name.

use crate::program::Home;

const FIELD: &str = "name = \"clubs\"\n[site_defaults]\ntype = \"mcp\"\ninitiatives = [\"extended_access\"]\n\
                     [[site]]\nname = \"Small\"\npopulation = 5000\n[[site]]\nname = \"Middle\"\npopulation = 20000\n\
                     [[site]]\nname = \"Large\"\npopulation = 90000\n";

#[test]
fn a_picture_is_drawn_of_the_site_that_is_asked_for() {
    let home = Home::new();
    home.write("clubs.toml", FIELD);
    let words = home.done("describe clubs.toml");
    let told = home.done("describe clubs.toml --picture field.svg --quiet");
    assert_eq!(told, words, "the words come with it");
    let svg = home.read("field.svg");
    assert!(svg.starts_with("<svg") && svg.contains("<title>Middle: "), "the one in the middle: {}", &svg[..300]);
    home.done("describe clubs.toml --picture large.SVG --site Large --quiet");
    assert!(home.read("large.SVG").contains("<title>Large: "));
    home.done("describe clubs.toml --picture field.png --quiet");
    assert!(std::fs::read(home.path("field.png")).unwrap().starts_with(b"\x89PNG"));
    home.refused("describe clubs.toml --picture field.png", 2, &["field.png exists already", "--picture", "--force"]);
    home.done("describe clubs.toml --picture field.png --force --quiet");
    home.refused(
        "describe clubs.toml --picture field.pdf",
        2,
        &["neither in .svg nor in .png", "--picture field.pdf.svg"],
    );
    home.refused(
        "describe clubs.toml --picture a.svg --site Larg",
        2,
        &["no site is called \"Larg\"", "did you mean \"Large\"?"],
    );
    home.refused("describe clubs.toml --picture a.svg --site Rome", 2, &["there are Small, Middle, Large"]);
    assert!(!home.path("a.svg").exists());
    home.refused("describe clubs.toml --site Large", 2, &["--picture"]);
}

#[test]
fn examples_of_other_fields_have_names_and_a_list_of_their_own() {
    let home = Home::new();
    let listed = home.done("list beyond");
    assert!(!home.done("list scenarios").contains("school-pilot"));
    for one in safsim::scenario::examples_beyond() {
        assert!(listed.contains(one.name) && one.command == "compare", "{}", one.name);
        assert!(home.done(&format!("check {}", one.name)).contains("fine"), "{}", one.name);
        // The same as the file in the repository.
        let file = format!("{}/scenarios/beyond/{}.toml", env!("CARGO_MANIFEST_DIR"), one.name);
        assert_eq!(
            home.done(&format!("check --resolved {}", one.name)),
            home.done(&format!("check --resolved {file}"))
        );
        home.done(&format!("new mine-{0} --from {0}", one.name));
        assert!(home.done(&format!("check mine-{}.toml", one.name)).contains("fine"), "{}", one.name);
    }
    home.refused("describe school-pilt", 2, &["did you mean \"school-pilot\"?"]);
    home.refused("new mine --from energy-fond", 2, &["did you mean energy-fund?"]);
}

#[test]
fn an_import_can_be_looked_at_before_it_is_made() {
    let home = Home::new();
    home.write("survey.csv", "answer\n4\n2\n5\n");
    let preview = home.done("import --trust survey.csv --preview");
    assert!(preview.contains("3 answers") && preview.contains("Nothing was written") && !preview.contains("[[site]]"));
    let made = home.done("import --trust survey.csv --quiet");
    assert!(made.contains("[[site]]") && !made.contains("Nothing was written"));
    home.write("mine.toml", &made);
    assert!(home.safsim("check mine.toml").out.contains("a sweep of 3 points"));
    home.write("survey.csv", "answer\n4\nx\n");
    home.refused("import --trust survey.csv --preview", 2, &["\"x\" is no answer from 1 to 5", "survey.csv:3:1"]);
    home.refused("import --trust none.csv", 2, &["`none.csv` cannot be read"]);
    home.refused("import", 2, &["nothing to import", "--network"]);
    home.refused("import --organisation dept", 2, &["--network"]);
    std::fs::write(home.path("latin.csv"), b"answer\n4\n\xe9\n").unwrap();
    home.refused("import --trust latin.csv", 2, &["is not text in UTF-8"]);
}
