//! Renders every chart with made-up data, easy and hard, into `target/gallery`, as it stands on a dark page into
//! `target/gallery/dark`, and with its spots and what they say into `target/gallery/spots`; and holds each against the picture
//! that was reviewed (`tests/gallery/reviewed`). After a change of a chart look at those that differ, then make them the reviewed
//! ones: `SAFSIM_BLESS=1 cargo test --test gallery`.

#[path = "gallery/arms.rs"]
mod arms;
#[path = "gallery/claims.rs"]
mod claims;
#[path = "gallery/fates.rs"]
mod fates;
#[path = "gallery/over_time.rs"]
mod over_time;
#[path = "gallery/reviewed.rs"]
mod reviewed;
#[path = "gallery/sweeps.rs"]
mod sweeps;

use arms::{forest, incidence, stage_bars};
use claims::claims;
use fates::{flow, grid, network, places, shares};
use over_time::{equal_ends, one_panel, panels, single_replicate, stages, survival, survival_grid, two_arms};
use safsim::chart::{Picture, Spot, SurvivalChart, dark_colours};
use std::path::Path;
use sweeps::{heat_map, heat_map_of_words, line_band, main_effects, populations, who_leaves};

#[test]
fn every_chart_draws_easy_and_hard_data() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("gallery");
    std::fs::create_dir_all(folder.join("dark"))?;
    std::fs::create_dir_all(folder.join("spots"))?;
    let pictures = [
        ("survival_one", survival(1, 200).render()),
        ("survival_two", survival(2, 200).render()),
        ("survival_six", survival(6, 200).render()),
        ("survival_nine", survival(9, 13_800).render()),
        ("survival_single_replicate", single_replicate().render()),
        ("survival_equal_ends", equal_ends().render()),
        ("survival_empty", SurvivalChart { curves: Vec::new(), ..survival(1, 0) }.render()),
        ("survival_grid_two", survival_grid(2).render()),
        ("survival_grid_five", survival_grid(5).render()),
        ("survival_grid_six", survival_grid(6).render()),
        ("survival_grid_nine", survival_grid(9).render()),
        ("forest_one", forest(1, 5).render()),
        ("forest_two", forest(2, 5).render()),
        ("forest_four", forest(4, 8).render()),
        ("forest_six", forest(6, 8).render()),
        ("forest_empty", forest(0, 0).render()),
        ("claims_five", claims(5, 2).render()),
        ("claims_forty", claims(40, 6).render()),
        ("claims_ninety_five", claims(95, 14).render()),
        ("claims_empty", claims(0, 1).render()),
        ("incidence", incidence(5).render()),
        ("incidence_many", incidence(11).render()),
        ("incidence_empty", incidence(0).render()),
        ("stage_bars_four", stage_bars(4, 6, true).render()),
        ("stage_bars_three_counts", stage_bars(3, 4, false).render()),
        ("stage_bars_six", stage_bars(6, 9, true).render()),
        ("stage_bars_empty", stage_bars(0, 3, true).render()),
        ("heat_map_few", heat_map(5, 4).render()),
        ("heat_map_words", heat_map_of_words().render()),
        ("heat_map_twenty", heat_map(20, 20).render()),
        ("heat_map_forty", heat_map(40, 40).render()),
        ("heat_map_empty", heat_map(0, 0).render()),
        ("line_band_one", line_band(1).render()),
        ("line_band_four", line_band(4).render()),
        ("line_band_eight", line_band(8).render()),
        ("line_band_words", who_leaves(1).render()),
        ("line_band_words_two", who_leaves(2).render()),
        ("line_band_logarithmic", populations().render()),
        ("line_band_main_effects", main_effects(6, 1).render()),
        ("line_band_main_effects_two", main_effects(3, 2).render()),
        ("line_band_empty", main_effects(0, 1).render()),
        ("trajectory_one_panel", one_panel().render()),
        ("trajectory_panels", panels().render()),
        ("trajectory_two_arms", two_arms().render()),
        ("stages", stages().render()),
        ("grid_six", grid(6, 18, 1).render()),
        ("grid_one", grid(1, 5, 2).render()),
        ("grid_twelve", grid(12, 18, 2).render()),
        ("grid_twenty", grid(20, 40, 3).render()),
        ("grid_empty", grid(0, 0, 0).render()),
        ("flow_seven", flow(7).render()),
        ("flow_one", flow(1).render()),
        ("flow_twelve", flow(12).render()),
        ("shares_five", shares(5).render()),
        ("shares_nine", shares(9).render()),
        ("places_one", places(1).render()),
        ("places_six", places(6).render()),
        ("places_twelve", places(12).render()),
        ("places_fourteen", places(14).render()),
        ("network_thirteen", network(13, 8, 3).render()),
        ("network_one", network(1, 12, 1).render()),
        ("network_thirty", network(30, 6, 0).render()),
    ];
    for (name, picture) in &pictures {
        assert!(!picture.alt.is_empty() && picture.svg.contains("<title>"), "{name}");
        write(&folder, name, picture)?;
    }
    let names: Vec<&str> = pictures.iter().map(|(name, _)| *name).collect();
    let mut different: Vec<String> =
        pictures.iter().filter_map(|(name, picture)| reviewed::difference(name, picture)).collect();
    different.extend(reviewed::left_over(&names));
    assert!(
        different.is_empty(),
        "{}\nlook at them in {} beside tests/gallery/reviewed; if they are right: SAFSIM_BLESS=1 cargo test --test gallery",
        different.join("\n"),
        folder.display()
    );
    Ok(())
}

fn write(folder: &Path, name: &str, picture: &Picture) -> std::io::Result<()> {
    std::fs::write(folder.join(format!("{name}.svg")), &picture.svg)?;
    std::fs::write(folder.join(format!("{name}.png")), picture.png(1600))?;
    // Only for somebody to look at.
    if std::env::var_os("CI").is_some() {
        return Ok(());
    }
    let otherwise = |svg: String| {
        let mut other = picture.clone();
        other.svg = svg;
        other
    };
    let dark = otherwise(on_dark(&picture.svg));
    std::fs::write(folder.join("dark").join(format!("{name}.png")), dark.png(800))?;
    let told: Vec<&str> = picture.spots.iter().map(|spot| spot.text.as_str()).collect();
    std::fs::write(folder.join("spots").join(format!("{name}.txt")), told.join("\n\n"))?;
    let marked = otherwise(with_spots(picture));
    std::fs::write(folder.join("spots").join(format!("{name}.png")), marked.png(800))
}

/// The picture with its spots laid over it.
fn with_spots(picture: &Picture) -> String {
    let rectangle = |spot: &Spot| {
        let Spot { left, top, width, height, .. } = spot;
        format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"red\" fill-opacity=\".1\" \
             stroke=\"red\" stroke-width=\".5\"/>"
        )
    };
    let all: String = picture.spots.iter().map(rectangle).collect();
    // The picture's own units are four times finer.
    picture.svg.replace("</svg>", &format!("<g transform=\"scale(4)\">{all}</g></svg>"))
}

/// The picture as it stands on a dark page.
fn on_dark(svg: &str) -> String {
    dark_colours().iter().fold(svg.to_owned(), |svg, (light, dark)| {
        let put = |svg: &str, what: &str| svg.replace(&format!("{what}=\"{light}\""), &format!("{what}=\"{dark}\""));
        put(&put(&svg, "fill"), "stroke")
    })
}
