use super::sureness::{named, percent};
use super::{SheetRow, SheetTable};
use crate::analysis::{Headline, ModelEffect};
use crate::report::words::difference_of;

/// A figure of something under plausible models: `own` is what chance makes of it, in words, and `mean` its mean if its sign is beyond
/// chance.
pub(super) fn row_over_models(
    of: &str,
    own: String,
    mean: Option<f64>,
    headline: &Headline,
    over: &ModelEffect,
) -> SheetRow {
    let [low, high] = over.range.map(|end| difference_of(headline, end));
    let agrees = mean.map_or(f64::NAN, |mean| over.agrees_with(mean));
    let cells = [own, format!("{low} to {high}"), percent(agrees), percent(over.share_of_models())];
    SheetRow::of(&format!("{}: {of}", named(headline).trim_end_matches('.')), cells)
}

/// The table of such rows; `of` and `own` say of what they are, and what chance is told of.
pub(super) fn table_over_models(
    [of, own]: [&str; 2],
    caption: String,
    rows: Vec<SheetRow>,
    is_long: bool,
) -> SheetTable {
    let columns = vec![
        format!("figure and {of}"),
        format!("{own} (± 95 % interval of chance)"),
        "nine of ten plausible models".to_owned(),
        "the sign agrees in".to_owned(),
        "of the variance, models make".to_owned(),
    ];
    SheetTable { caption, columns, rows, is_long }
}
