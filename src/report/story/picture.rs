use super::change_words::any;
use super::odds_words::{asks_what_keeps, of_row, ranked};
use crate::analysis::{FEW, InitiativeStory, Odds, OddsRow};
use crate::chart::{Chart, ForestBlock, ForestChart, ForestRow, Heading, NumberFormat};

/// Rows that the picture has room for, the change of no weight included.
const ROWS: usize = 8;

/// What would have kept it, or ended it, in what share of futures; none where there are no such futures.
pub(super) fn picture(story: &InitiativeStory, odds: &Odds) -> Option<Chart> {
    let fate = &story.chosen.fate;
    let keeps = asks_what_keeps(odds, fate.end.is_some());
    let number = if keeps { odds.ended } else { odds.lived };
    if number == 0 {
        return None;
    }
    let row = |row: &OddsRow| {
        let (difference, interval) = of_row(row, keeps);
        ForestRow { label: any(&row.change), difference, interval, spread: None, reach: None }
    };
    let most = ROWS - usize::from(odds.grain.is_some());
    let rows = ranked(odds, keeps).into_iter().take(most).chain(&odds.grain).map(row);
    let site = &story.setting.sites[fate.site.index()].name;
    let (name, lives) = (&fate.name, if keeps { "kept" } else { "ended" });
    let (was, zero) = if keeps { ("ended", "ends all the same") } else { ("lived", "lives all the same") };
    let few = if number < FEW { ": too few to tell" } else { "" };
    let heading = Heading {
        title: format!("What would have {lives} {name} in {site}, and how often"),
        subtitle: format!("Share of the {number} futures in which it {was}, one thing changed at a time{few}"),
        caption: format!(
            "safsim, scenario {}, {} futures, seed {}. A change of no weight shows what chance alone does. Shares do not add \
             up.",
            story.setting.scenario,
            odds.futures(),
            story.seed
        ),
    };
    let block = ForestBlock {
        title: if keeps { "It would have lived" } else { "It would have ended" }.to_owned(),
        unit: format!("of {number} futures"),
        format: NumberFormat::Part,
        less: String::new(),
        more: if keeps { "lives in more of them" } else { "ends in more of them" }.to_owned(),
        rows: rows.collect(),
    };
    Some(
        ForestChart {
            heading,
            zero_label: zero.to_owned(),
            interval_key: "share and its 95 % interval".to_owned(),
            spread_key: String::new(),
            reach_key: String::new(),
            shares_scales: false,
            blocks: vec![block],
        }
        .into(),
    )
}
