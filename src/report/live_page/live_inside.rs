use super::MODULE_MAKER;
use super::pieces::{STYLE, data, filled, module_text, part, read, script};
use crate::report::markup::escaped;
use serde_json::json;

const INSIDE: &str = include_str!("inside.html");
const BEGIN: &str = include_str!("inside.js");

/// What a report needs to hold the program as a part of it: texts that its page puts where they belong.
#[derive(Clone, Debug)]
pub struct LiveInside {
    /// The part: a sentence, a button, and all the rest for when that is pressed.
    pub part: String,
    /// For the page's style.
    pub style: &'static str,
    /// The text of a script element of its own.
    pub script: String,
    /// The text of the element `live-data`, for the script to read.
    pub data: String,
    /// The text of the element `live-module`: the program.
    pub module: String,
}

impl LiveInside {
    /// Of a scenario, a file that extends nothing but built-in ones, and of what there is to turn, as JSON. In a comparison the first two arms
    /// are held against each other. `None` if what ran is of another model than the program that would be put into the page.
    #[must_use]
    pub fn of(name: &str, scenario: &str, model: u32, panel: &str, is_comparison: bool) -> Option<LiveInside> {
        let who = read(MODULE_MAKER.lines().nth(1).unwrap_or_default());
        let maker = (who["version"].as_str().unwrap_or_default(), who["model"].as_u64().unwrap_or_default());
        if maker.1 != u64::from(model) {
            return None;
        }
        // The arms' values are held against the whole scenario, so an arm that parts from it later cannot be laid over it.
        let arms = is_comparison && !scenario.lines().any(|line| line.starts_with("branch_at = "));
        Some(LiveInside {
            part: filled(INSIDE, &|key| match key {
                "before" => before(arms),
                "part" => part(["h3", "h4"], maker, &|key| of_report(name, key)),
                other => unreachable!("the part has no {other}"),
            }),
            style: STYLE,
            script: script(BEGIN),
            data: data(name, scenario, panel, maker, json!({ "alone": false, "compared": arms })),
            module: module_text(),
        })
    }
}

/// What it is, for everybody.
fn before(is_comparison: bool) -> String {
    let held = if is_comparison {
        "Your setting begins as the second arm, and is held against the first one."
    } else {
        "Your setting is held against the scenario as it ran."
    };
    format!(
        "This report holds the program itself, and the scenario. With scripts allowed it can be started here, and every knob turned: money, \
         freedom, structures, people, shocks. {held} Both go through the same futures. Nothing is loaded from anywhere, and nothing is sent."
    )
}

/// What stands in the part of a report: all but the name comes when it is begun.
fn of_report(name: &str, key: &str) -> String {
    match key {
        "name" => escaped(name),
        "about" => "About this part".to_owned(),
        "kind" | "question" | "answer" | "state" | "static" => String::new(),
        other => unreachable!("the part has no {other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{LiveInside, MODULE_MAKER, read};

    fn model() -> u32 {
        let who = read(MODULE_MAKER.lines().nth(1).unwrap());
        u32::try_from(who["model"].as_u64().unwrap()).unwrap()
    }

    #[test]
    fn nothing_of_a_scenario_ends_the_element_that_it_stands_in() {
        let scenario = "# </script><script>alert(1)</script><!--\nname = \"x\"\n";
        let inside = LiveInside::of("</script><!--", scenario, model(), "{\"groups\":[]}", false).unwrap();
        assert!(!inside.data.contains('<'), "{}", inside.data);
        assert_eq!(read(&inside.data)["scenario"], scenario);
        for text in [&inside.script, &inside.module] {
            assert!(!text.contains("</") && !text.contains("<!--"), "it would end early");
        }
        assert_eq!(inside.part.matches("<h1").count() + inside.part.matches("<h2").count(), 0);
        assert!(inside.part.contains(">&lt;/script&gt;&lt;!--</h3>") && !inside.part.contains("</script>"));
        assert!(!inside.part.contains("{{") && inside.part.matches("<template").count() == 1);
    }

    #[test]
    fn a_comparison_begins_with_its_arms_unless_one_parts_later() {
        let compared = |scenario: &str, is_comparison| {
            let inside = LiveInside::of("x", scenario, model(), "{}", is_comparison).unwrap();
            (read(&inside.data)["compared"] == true, inside.part.contains("the second arm"))
        };
        assert_eq!(compared("[[regime]]\n", true), (true, true));
        assert_eq!(compared("[[regime]]\nbranch_at = \"2016-10\"\n", true), (false, false));
        assert_eq!(compared("", false), (false, false));
    }

    #[test]
    fn what_another_model_ran_is_not_tried_with_this_one() {
        assert!(LiveInside::of("x", "", model() + 1, "{}", false).is_none());
    }
}
