use super::share_words::share_words;
use super::{SheetCell, SheetRow, SheetTable};
use crate::analysis::InitiativeFate;
use crate::record::Cause;
use crate::report::words::{capital, origin_words};

/// What became of each initiative; `None` if there was none.
pub(super) fn initiatives(fates: &[InitiativeFate]) -> Option<SheetTable> {
    let first = fates.first()?;
    let by_site = first.site.is_some();
    let row = |fate: &InitiativeFate| {
        let percent = |share: f64| SheetCell::Number(share_words(share));
        let told = |(cause, share): &(Cause, f64)| format!("{} ({})", cause.name(), share_words(*share));
        let causes: Vec<String> = fate.causes.iter().map(told).collect();
        let cause = if causes.is_empty() { "–".to_owned() } else { capital(&causes.join(", ")) };
        let mut cells = vec![SheetCell::Text(fate.name.clone())];
        cells.extend(fate.site.clone().map(SheetCell::Text));
        cells.extend([
            SheetCell::Text(origin_words(fate.origin).to_owned()),
            SheetCell::Number(format!("{:.1}", fate.per_replicate)),
            percent(fate.alive),
            percent(fate.absorbed),
            SheetCell::Text(cause),
        ]);
        SheetRow { site: fate.site.clone(), kind: Some(fate.kind.clone()), cells }
    };
    let mut columns = vec!["initiative"];
    columns.extend(by_site.then_some("site"));
    columns.extend([
        "from",
        "number in a run",
        "alive at the run's end",
        "business as usual",
        "main cause of its ends (share of them), or two that cannot be told apart",
    ]);
    Some(SheetTable {
        caption: "Every initiative: how often it lives to the end of the run, and why it ends where it does not."
            .to_owned(),
        columns: columns.into_iter().map(str::to_owned).collect(),
        rows: fates.iter().map(row).collect(),
        is_long: true,
    })
}
