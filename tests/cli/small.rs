//! Scenarios that are over in a moment.

use crate::program::Home;
use std::fs;

/// One place, one programme of a year, three years in all.
pub fn town(name: &str) -> String {
    format!(
        r#"name = "{name}"
question = "What becomes of two services of one town when the money goes?"
[time]
start = "2014-04"
months = 36
[programme]
start = "2014-10"
end = "2015-10"
successor_start = "none"
[programme.funding]
horizon = "annual"
[[site]]
name = "town"
type = "mcp"
initiatives = ["social_prescribing", "hospital_transfer_pathway"]
"#
    )
}

/// What `regimes` can hold, each as a part of a file.
pub const AS_IT_IS: &str = "[[regime]]\nname = \"as it is\"\nset = { \"programme.funding.award\" = 0.7 }\n";
pub const WHOLE: &str = "[[regime]]\nname = \"one promise for the whole time, and a name that is long\"\n\
                         set = { \"programme.funding.award\" = 0.7, \"programme.funding.horizon\" = \"whole\" }\n";
pub const MILD: &str = "[[regime]]\nname = \"mild\"\nset = { contagion = 0.03, \"programme.mandate\" = 0.9 }\n";
/// As much money as the first one, otherwise given.
pub const NEUTRAL: &str = "[[regime]]\nname = \"neutral\"\nbudget_neutral = true\n\
                           set = { \"programme.funding.award\" = 0.4, \"programme.funding.taper\" = 6 }\n";

/// The town with these regimes.
pub fn regimes(home: &Home, file: &str, regimes: &[&str]) {
    home.write(file, &format!("{}{}", town("regimes"), regimes.concat()));
}

/// The town with this inside `[sweep]`.
pub fn swept(home: &Home, file: &str, sweep: &str) {
    home.write(file, &format!("{}[sweep]\n{sweep}\n", town("swept")));
}

/// Six points, of which one axis is a word.
pub const GRID: &str = "axes = { \"programme.funding.award\" = { from = 0.2, to = 1.0, steps = 3 }, \
                        \"programme.funding.horizon\" = [\"annual\", \"whole\"] }";
pub const SOBOL: &str = "design = \"sobol\"\npoints = 70\naxes = { contagion = { low = 0.0, high = 0.2 }, \
                         \"programme.funding.notice\" = { low = 0, high = 6 } }";

/// Targets of a calibration, beside `town.toml`.
pub const TARGETS: &str = "name = \"town\"\n[[target]]\nid = \"scale\"\ntitle = \"Something happens\"\nkind = \"level\"\n\
                       provenance = \"made up\"\nbase = \"town.toml\"\nrange = [0.4, 1.2]\ntolerance = 0.4\n\
                       of = { metric = \"total_scale\", window = [\"start\", \"end\"] }\n";

/// A catalogue of two findings about the town, in the folder `findings`: one with its mechanism and a test in one arm, one
/// that nothing tests.
pub fn findings(home: &Home) {
    fs::create_dir_all(home.path("findings/base")).unwrap();
    home.write("findings/base/town.toml", &town("town"));
    home.write(
        "findings/money.toml",
        r#"theme = "Money"

[[finding]]
id = "T-1"
title = "More money, more posts"
kind = "P"
breadth = "ALL"
reported = "Where more was awarded, more posts were filled."
source = "1.2"
minimum = 1
base = "town"
arms = { much = { "programme.funding.award" = 0.9 }, little = { "programme.funding.award" = 0.1 } }
mechanism = { says = "Money pays for posts.", without = { security = 1000000, offers = 0 } }
[[finding.test]]
compare = ["much", "little"]
expect = "more"
of = { metric = "staffing" }
[[finding.test]]
within = "much"
expect = "more"
of = { metric = "staffing", window = ["end-1", "end"] }
than = { metric = "staffing", window = ["run", "start"] }

[[finding]]
id = "U-2"
title = "The weather was fine"
kind = "P"
breadth = "FEW"
reported = "The weather was fine throughout."
source = "3.4"
base = "town"
beyond = "There is no weather in the model."
"#,
    );
}
