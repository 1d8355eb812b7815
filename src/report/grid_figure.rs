use super::Figure;
use super::picture_parts::{heading, replicates};
use crate::analysis::{FateCounts, FateGrid, Findings};
use crate::chart::{FateEntry, FateGridChart, FateName, Heading};
use crate::record::Origin;

/// Letter, short word and full name of each fate, from the best to the worst.
const FATES: [(&str, &str, &str); 4] = [
    ("B", "BAU", "business as usual"),
    ("O", "operating", "operating or being set up"),
    ("S", "reduced", "scaled back"),
    ("E", "ended", "ended"),
];

/// Origins in the order of their marks.
const ORIGINS: [(Origin, &str); 3] =
    [(Origin::Programme, "programme's own"), (Origin::PreExisting, "earlier work"), (Origin::Copied, "copied")];

/// Copies that fewer futures hold would hide which site began with which kind.
const RARE: f64 = 0.05;

/// The shape of Table 5 of the case-study report, with the fate of every initiative.
pub(super) fn grid_figure(findings: &Findings) -> Option<Figure> {
    let grid = &findings.grid;
    let kinds = grid.kinds();
    if kinds.is_empty() {
        return None;
    }
    let cell = |kind: usize, place: usize| -> Vec<FateEntry> {
        let entry = |(mark, &(origin, _)): (usize, &(Origin, &str))| {
            let counts = grid.get(place, kind, origin)?;
            let futures = counts.futures as f64 / grid.replicates().max(1) as f64;
            if origin == Origin::Copied && futures < RARE {
                return None;
            }
            Some(FateEntry { origin: mark, shares: counts.shares(), number: counts.most, futures })
        };
        ORIGINS.iter().enumerate().filter_map(entry).collect()
    };
    let places = grid.places();
    let row = |&kind: &usize| (0..places.len()).map(|place| cell(kind, place)).collect();
    let setting = &findings.setting;
    let common = heading(setting, &title(grid), &replicates(grid.replicates()));
    let several = |sites: usize| if sites > 1 { format!(" ({sites} sites)") } else { String::new() };
    let end = setting.last_month();
    let chart = FateGridChart {
        heading: Heading {
            caption: format!(
                "{}. Mark and figure: the commonest state at the end of {end}, and in what share of futures; bar: the whole \
                 split, ended thinner. ×: so many counted together; copies \
                 in less than {:.0}\u{a0}% of futures are left out.",
                common.caption,
                100.0 * RARE
            ),
            ..common
        },
        fates: FATES
            .iter()
            .map(|&(letter, short, label)| FateName {
                letter: letter.to_owned(),
                short: short.to_owned(),
                label: label.to_owned(),
            })
            .collect(),
        origins: ORIGINS.iter().map(|&(_, name)| name.to_owned()).collect(),
        columns: places.names.iter().map(|(name, sites)| format!("{name}{}", several(*sites))).collect(),
        rows: kinds
            .iter()
            .map(|&kind| setting.kinds.get(kind).map_or_else(String::new, |(_, label)| label.clone()))
            .collect(),
        cells: kinds.iter().map(row).collect(),
    };
    let caption = format!(
        "Kinds of initiative against {}s, as in Table 5 of the case-study report. Every cell tells how its initiatives stood at \
         the end of {end} over all {}: the mark is the commonest of four states, the bar the whole split. An empty cell has none of \
         that kind.",
        places.heading,
        replicates(grid.replicates())
    );
    Some(Figure { name: "grid".to_owned(), chart: chart.into(), caption })
}

/// What most often becomes of those that were there from the start or began with the programme.
fn title(grid: &FateGrid) -> String {
    let mut commonest = [0_u32; 4];
    let mut all_single = true;
    for place in 0..grid.places().len() {
        for kind in grid.kinds() {
            for origin in [Origin::PreExisting, Origin::Programme] {
                let Some(counts) = grid.get(place, kind, origin) else { continue };
                all_single &= counts.most < 2;
                commonest[most(counts)] += 1;
            }
        }
    }
    let total: u32 = commonest.iter().sum();
    let what = if all_single { "initiatives" } else { "groups of like initiatives" };
    match commonest {
        _ if total == 0 => "What becomes of copies, place by place".to_owned(),
        [absorbed, operating, reduced, ended] if ended >= absorbed => format!(
            "{ended} of {total} {what} most often end, {absorbed} most often become business as usual, {} most often run on",
            operating + reduced
        ),
        [absorbed, operating, reduced, ended] => format!(
            "{absorbed} of {total} {what} most often become business as usual, {ended} most often end, {} most often run on",
            operating + reduced
        ),
    }
}

/// The commonest fate, the better of equal ones.
fn most(counts: &FateCounts) -> usize {
    (0..4).rev().max_by_key(|&fate| counts.stood[fate]).unwrap_or(0)
}
