//! `new`.

use crate::program::Home;

#[test]
fn a_starter_is_commented_and_fine() {
    let home = Home::new();
    assert!(home.done("new my-place").contains("safsim run my-place.toml"));
    let text = home.read("my-place.toml");
    assert!(text.contains("name = \"my-place\"") && text.contains('#'));
    home.done("check my-place.toml");
    assert_eq!(home.done("new other.toml --quiet"), "");
    home.done("check other.toml");
}

#[test]
fn nothing_is_overwritten_unless_asked() {
    let home = Home::new();
    home.write("mine.toml", "precious");
    home.refused("new mine", 2, &["mine.toml exists already", "--force"]);
    assert_eq!(home.read("mine.toml"), "precious");
    home.done("new mine --force");
    assert_ne!(home.read("mine.toml"), "precious");
}

#[test]
fn names_and_templates_are_checked() {
    let home = Home::new();
    home.refused("new a/b", 2, &["cannot be the name of a scenario", "letters, digits"]);
    home.refused("new mine --from six-site", 2, &["no built-in scenario six-site", "did you mean six-sites?"]);
    home.refused("new mine --from xyz", 2, &["there are: six-sites"]);
    assert!(!home.path("mine.toml").exists());
}
