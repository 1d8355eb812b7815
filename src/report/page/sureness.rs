use super::{Part, SheetRow, SheetTable};
use crate::analysis::{Estimate, Findings, Headline};
use crate::report::figure::count;
use crate::report::metric_words;
use crate::report::quantities::{level, spread_of};

/// One sentence on how far a result can be relied on.
pub(super) fn sure_words(f: &Findings) -> String {
    if f.replicates < 2 {
        return "This is one possible future: more replicates would say how far futures differ.".to_owned();
    }
    let runs = count(f.replicates, "replicate", "replicates");
    let survived = f.headline("survived_horizon");
    if !survived.known() {
        return format!("These are averages over {runs}; single futures differ more than the averages' intervals.");
    }
    let [low, high] = survived.spread.map(|share| 100.0 * share);
    let width = 100.0 * survived.half_width;
    let width = if width < 0.05 { "less than 0.1 points".to_owned() } else { format!("{width:.1} points") };
    format!(
        "The average over {runs} is sure to within {width}; a single country lives through one future, and in nine of ten of \
         them between {low:.0} and {high:.0}\u{a0}% survive."
    )
}

/// How sure the averages are, and how far single futures spread.
pub(super) fn how_sure(f: &Findings) -> Vec<Part> {
    let mut parts = vec![Part::Words(
        "Two different things: an interval (±) says how sure the average is, and shrinks with more replicates; the spread says how \
         far single futures lie apart, and does not. The intervals know of chance only: not of what the model leaves out, nor of \
         settings that might be otherwise."
            .to_owned(),
    )];
    if f.replicates < 2 {
        parts.push(Part::Words("This is one replicate: it says nothing of either.".to_owned()));
    }
    if f.failed > 0 {
        let failed = count(f.failed, "replicate", "replicates");
        parts.push(Part::Words(format!("Left out, because the run failed: {failed}. The table of runs says why.")));
    }
    let row = |(headline, estimate): &(Headline, Estimate)| {
        SheetRow::of(&named(headline), estimate_cells(headline, estimate))
    };
    parts.push(Part::Table(SheetTable {
        caption: format!("Every headline figure, over {}.", count(f.replicates, "replicate", "replicates")),
        columns: [
            "figure",
            "average",
            "± (95 % interval)",
            "nine of ten futures lie between",
            "replicates with a value",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: f.headlines.iter().filter(|(_, estimate)| estimate.known()).map(row).collect(),
        is_long: true,
    }));
    parts
}

/// What a figure says, with its unit.
pub(super) fn named(headline: &Headline) -> String {
    let words = metric_words::title(&headline.name, &headline.meaning);
    match crate::report::quantities::unit(headline) {
        "" => words,
        unit => format!("{words} ({unit})"),
    }
}

/// Average, half width, spread, number.
fn estimate_cells(headline: &Headline, estimate: &Estimate) -> [String; 4] {
    let half = if estimate.half_width.is_nan() { "–".to_owned() } else { spread_of(headline, estimate) };
    let [low, high] = estimate.spread.map(|value| level(headline, value));
    let spread = if estimate.spread[0].is_nan() { "–".to_owned() } else { format!("{low} and {high}") };
    [level(headline, estimate.mean), half, spread, estimate.n.to_string()]
}
