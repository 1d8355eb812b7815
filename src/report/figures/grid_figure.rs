use super::drawn_figure::Figure;
use super::picture_parts::{futures, heading, made_of};
use crate::analysis::{FateGrid, Findings};
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
pub(in crate::report) fn grid_figure(findings: &Findings) -> Option<Figure> {
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
    let common = heading(setting, &title(grid), &made_of(grid.replicates()));
    let several = |sites: usize| if sites > 1 { format!(" ({sites} sites)") } else { String::new() };
    let end = setting.last_month();
    let chart = FateGridChart {
        heading: Heading {
            caption: format!(
                "{}. Mark and figure: the state of the largest part at {}, and its share of futures; bar: the \
                 whole split, ended thinner. ×: so many counted together; copies \
                 in less than {:.0}\u{a0}% of futures are left out.",
                common.caption,
                end.end_in_words(),
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
         the end of {} {}. The mark is the one of four states that the largest part was in, by however little. The bar is the whole split. An \
         empty cell has none of that kind.",
        places.heading,
        end.in_words(),
        match grid.replicates() {
            1 => "in the one future".to_owned(),
            n => format!("over all {}", futures(n)),
        }
    );
    Some(Figure { name: "grid".to_owned(), chart: chart.into(), caption })
}

/// What becomes of those that were there from the start or began with the programme in more futures than anything else, where
/// that is beyond chance.
fn title(grid: &FateGrid) -> String {
    let mut leading = [0_u32; 4];
    let (mut open, mut all_single) = (0_u32, true);
    for place in 0..grid.places().len() {
        for kind in grid.kinds() {
            for origin in [Origin::PreExisting, Origin::Programme] {
                let Some(counts) = grid.get(place, kind, origin) else { continue };
                all_single &= counts.most < 2;
                match counts.leading() {
                    Some(fate) => leading[fate] += 1,
                    None => open += 1,
                }
            }
        }
    }
    let total: u32 = leading.iter().sum::<u32>() + open;
    let what = if all_single { "initiatives" } else { "groups of like initiatives" };
    let [absorbed, operating, reduced, ended] = leading;
    if total == 0 {
        return "What becomes of copies, place by place".to_owned();
    }
    if open == total {
        return format!("What becomes of {total} {what}: which fate is the commonest cannot be told of any");
    }
    let mut parts = vec![(ended, "most often end"), (absorbed, "most often become business as usual")];
    parts.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
    parts.push((operating + reduced, "most often run on"));
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, words)| format!("{number} {words}"))
        .collect();
    let rest = if open > 0 { format!("; of {open} it cannot be told") } else { String::new() };
    format!("Of {total} {what}, {}{rest}", parts.join(", "))
}
