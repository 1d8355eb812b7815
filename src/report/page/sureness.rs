use super::share_words::share_words;
use super::{Part, SheetRow, SheetTable};
use crate::analysis::{Estimate, FEW, Findings, Headline, is_of_few};
use crate::report::words::{count, level, metric_words, sure, with_minus};

/// One sentence on how far a result can be relied on.
pub(super) fn sure_words(f: &Findings) -> String {
    if f.replicates < 2 {
        return "This is one possible future: more of them would say how far futures differ.".to_owned();
    }
    let runs = count(f.replicates, "future", "futures");
    if f.replicates < FEW {
        return format!(
            "These are averages over {runs}: too few to tell how sure they are, or how far futures differ."
        );
    }
    let survived = f.headline("survived_horizon");
    if !survived.has_interval() || is_of_few(&survived) {
        return format!("These are averages over {runs}. Single futures differ more than the averages' intervals.");
    }
    let [low, high] = survived.spread.map(|share| 100.0 * share);
    let [sure_low, sure_high] = survived.interval.map(|share| format!("{:.1}", 100.0 * share));
    format!(
        "Over {runs}, the average share that survives lies between {sure_low} and {sure_high}\u{a0}% (95\u{a0}% interval). A single \
         country lives through one future. In nine of ten of them between {low:.0} and {high:.0}\u{a0}% survive."
    )
}

/// How sure the averages are, and how far single futures spread.
pub(super) fn how_sure(f: &Findings) -> Vec<Part> {
    let mut parts = vec![Part::Words(
        "These are two different things. An interval says how sure the average is, and shrinks with more futures. The spread \
         says how far single futures lie apart, and does not shrink. The intervals know of chance only. They do not know what \
         the model leaves out, or which settings might be otherwise."
            .to_owned(),
    )];
    if f.replicates < 2 {
        parts.push(Part::Words("This is one future: it says nothing of either.".to_owned()));
    } else if f.replicates < FEW {
        let runs = count(f.replicates, "future", "futures");
        parts.push(Part::Words(format!("{runs} are too few to tell either: intervals and spreads are rough.")));
    }
    if f.failed > 0 {
        let failed = count(f.failed, "future", "futures");
        parts.push(Part::Words(format!("Left out, because the run failed: {failed}. The table of runs says why.")));
    }
    let row = |(headline, estimate): &(Headline, Estimate)| {
        SheetRow::of(&named(headline), estimate_cells(headline, estimate))
    };
    parts.push(Part::Table(SheetTable {
        caption: format!("Every headline figure, over {}.", count(f.replicates, "future", "futures")),
        columns: ["figure", "average", "95 % interval", "nine of ten futures lie between", "futures with a value"]
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
    match crate::report::words::unit(headline) {
        "" => words,
        unit => format!("{words} ({})", with_minus(unit)),
    }
}

/// Average, interval, spread, number.
fn estimate_cells(headline: &Headline, estimate: &Estimate) -> [String; 4] {
    let sure = match sure(headline, estimate) {
        none if none.is_empty() => "–".to_owned(),
        sure => sure,
    };
    let [low, high] = estimate.spread.map(|value| level(headline, value));
    // The only future lies nowhere else.
    let spread = if estimate.n < 2 { "–".to_owned() } else { format!("{low} and {high}") };
    [level(headline, estimate.mean), sure, spread, estimate.n.to_string()]
}

pub(super) fn percent(share: f64) -> String {
    if share.is_nan() { "–".to_owned() } else { share_words(share) }
}
