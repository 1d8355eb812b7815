//! `check-answers`.

use crate::program::{Home, is_whole};

#[test]
fn a_blank_form_is_filled_in_and_marked() {
    let home = Home::new();
    let blank = home.done("check-answers --blank after-the-money");
    home.write("blank.toml", &blank);
    let said = home.done("check-answers blank.toml");
    assert!(
        said.contains("6. your-design: not answered") && said.ends_with("0 of 6 are right, 6 not answered.\n"),
        "{said}"
    );
    let filled = blank
        .replace("name = \"\"", "name = \"A. Student\"")
        .replace("share-that-lives-on = \"\"", "share-that-lives-on = 0.8")
        .replace("cost-of-the-threat = \"\"", "cost-of-the-threat = -6.5")
        .replace("most-alive = \"\"", "most-alive = \"small but sustained\"")
        .replace("can-it-be-told = \"\"", "can-it-be-told = false")
        .replace(
            "your-design = \"\"",
            "your-design = { \"programme.funding.horizon\" = \"whole\", \"programme.end\" = \"2020-04\" }",
        );
    home.write("filled.toml", &filled);
    // The scenario's own 200 replicates take half a minute, and these tell the same.
    let said = home.safsim(if is_whole() { "check-answers filled.toml" } else { "check-answers filled.toml -n 20" });
    assert_eq!(said.status, 0, "{}", said.err);
    let said = said.out;
    for part in [
        "same programme, A. Student",
        "1. share-that-lives-on: not yet\n   too low: ",
        "2. cost-of-the-threat: right\n   -",
        "3. most-alive: right\n   \"small but sustained\"",
        "4. can-it-be-told: right\n   the difference lies between",
        "5. the-best-share: not answered\n",
        "6. your-design: right\n   +",
        "4 of 6 are right, 1 not answered.\n",
    ] {
        assert!(said.contains(part), "no {part:?} in\n{said}");
    }
    assert!(!home.path("out").exists(), "nothing is written");
}

#[test]
fn a_form_that_cannot_be_read_is_told_with_its_places() {
    let home = Home::new();
    let form = |answers: &str| format!("assignment = \"after-the-money\"\n[answers]\n{answers}\n");
    home.write("a.toml", &form("most-alive = \"front-loded\"\nyour-desin = 3"));
    home.refused(
        "check-answers a.toml",
        2,
        &["a.toml:3:14", "did you mean front-loaded?", "a.toml:4:1", "did you mean your-design?"],
    );
    home.write("b.toml", &form("your-design = { \"programme.funding.horizn\" = \"whole\" }"));
    home.refused("check-answers b.toml", 2, &["the answer to your-design", "programme.funding.horizn"]);
    home.write("c.toml", "not toml");
    home.refused("check-answers c.toml", 2, &["c.toml:1", "--blank"]);
    home.refused("check-answers nowhere.toml", 2, &["nowhere.toml cannot be read"]);
    home.refused("check-answers --blank after", 2, &["after-the-money"]);
    home.refused("check-answers", 2, &["FILE"]);
}
