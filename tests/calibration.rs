//! The built-in ensemble and its page: those of this very model, and of the targets as they stand.
//!
//! `docs/calibration.json` holds what `safsim calibrate` wrote, `docs/calibration.md` the page that the program makes of it. After a
//! change of results: `cargo run --release -- calibrate`, copy `out/calibration/calibration.json` to `docs` and `ensemble.toml` to
//! `scenarios`, and then `SAFSIM_BLESS=1 cargo test --test calibration`.

use safsim::calibration::{Calibrated, Ensemble, Targets, WaveSizes};
use safsim::engine::MODEL;
use safsim::report::{calibration_figures, calibration_page, calibration_summary, sha256};
use safsim::study::{CalibrateOptions, Options, calibrate};
use std::fs;
use std::num::NonZeroUsize;
use std::path::PathBuf;

fn docs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)
}

#[test]
fn the_page_is_what_the_program_makes_of_the_results() {
    let text = fs::read_to_string(docs("calibration.json")).unwrap();
    let found: Calibrated = serde_json::from_str(&text).unwrap();
    let page = calibration_page(&found, "pictures/calibration");
    if option_env!("SAFSIM_BLESS").is_some() {
        fs::create_dir_all(docs("pictures/calibration")).unwrap();
        for figure in calibration_figures(&found) {
            let path = docs(&format!("pictures/calibration/{}.png", figure.name));
            fs::write(path, figure.chart.render().png(1600)).unwrap();
        }
        fs::write(docs("calibration.md"), &page).unwrap();
    }
    let stale = "docs/calibration.md is stale: renew it with `SAFSIM_BLESS=1 cargo test --test calibration`";
    assert!(fs::read_to_string(docs("calibration.md")).is_ok_and(|text| text == page), "{stale}");
    for line in calibration_summary(&found).plain().lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    let ensemble = Ensemble::built_in(MODEL).unwrap();
    assert_eq!(
        (found.model, found.sets),
        (MODEL, ensemble.sets.len() as u64),
        "page and ensemble are of one calibration"
    );
    assert_eq!(
        ensemble.targets,
        sha256(Targets::built_in().unwrap().text),
        "calibrate anew: the targets are others now"
    );
}

/// Two targets, one of which a single parameter decides.
const TARGETS: &str = r#"
name = "small"

[[target]]
id = "breach"
title = "Weight of a loss"
kind = "level"
provenance = "made up"
parameter = "loss_weight"
range = [2.5, 3.0]
tolerance = 0.1

[[target]]
id = "money-stops"
title = "Activity falls after the money"
kind = "ordering"
provenance = "made up"
held_out = true
base = "small.toml"
of = { metric = "total_scale", window = ["end-1", "end+12"], how = "change" }
sign = "less"
tolerance = 0.05
"#;

const SMALL: &str = r#"
name = "small"
[time]
start = "2014-04"
months = 48
[programme]
start = "2015-04"
end = "2017-04"
[[site]]
name = "here"
type = "mcp"
initiatives = ["social_prescribing", "hospital_transfer_pathway"]
[[site.organisation]]
kind = "commissioner"
name = "CCG"
roles = { chief_executive = 1, manager = 2 }
[[site.organisation]]
kind = "general_practice"
name = "GPs"
roles = { clinical_lead = 1, general_practitioner = 3 }
[[site.organisation]]
kind = "community"
name = "Trust"
roles = { manager = 1, nurse = 3 }
[[site.organisation]]
kind = "acute"
name = "Hospital"
roles = { director = 1, consultant = 2 }
"#;

/// The real model, at its smallest: what a target asks of a parameter comes back in the ensemble, whatever the number of threads.
#[test]
fn a_small_calibration_is_the_same_on_any_number_of_threads() {
    let folder = std::env::temp_dir().join(format!("safsim-calibration-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("targets.toml"), TARGETS).unwrap();
    fs::write(folder.join("small.toml"), SMALL).unwrap();
    let what = CalibrateOptions {
        targets: Some(folder.join("targets.toml")),
        sizes: WaveSizes { first: 260, later: 60, waves: 3, ensemble: 40 },
    };
    let run = |threads: usize| {
        let options = Options { replicates: Some(2), threads: NonZeroUsize::new(threads), ..Options::default() };
        calibrate(&what, &options).unwrap()
    };
    let (one, two) = (run(1), run(2));
    assert_eq!(one.ensemble(), two.ensemble());
    assert_eq!(one.calibrated(), two.calibrated());
    let found = one.calibrated();
    let of = |name: &str| found.parameters.iter().find(|parameter| parameter.name == name).unwrap();
    let [low, middle, high] = of("loss_weight").after.unwrap();
    assert!(low >= 2.2 && high <= 3.3 && (2.5..3.0).contains(&middle), "{low} {middle} {high}");
    assert!(of("loss_weight").is_learnt() && of("loss_weight").shrinkage > 0.5);
    // Nothing says anything of how concentrated skills are.
    assert!(!of("concentration").is_learnt());
    assert_eq!(one.ensemble().model, MODEL);
    assert!(found.targets[0].is_met() == Some(true) && found.targets[0].met_after > found.targets[0].met_before);
    fs::remove_dir_all(&folder).unwrap();
}
