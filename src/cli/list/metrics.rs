use super::{Listed, Listing, Value};
use crate::analysis::Headline;
use crate::record::Metric;
use crate::report::unit_in_tables;

/// Monthly metrics, then headline figures.
pub(super) fn metrics() -> Listing {
    let row = |name: &str, table: &str, unit: &'static str, sites: Value, meaning: &str| Listed {
        sentence: meaning.to_owned(),
        cells: vec![name.into(), table.into(), unit_in_tables(unit).into(), sites, meaning.into()],
    };
    let monthly =
        Metric::ALL.iter().map(|m| row(m.name(), "months.csv", m.unit(), m.pooling().name().into(), m.meaning()));
    let headlines = Headline::all(&[]).into_iter().map(|h| row(&h.name, "runs.csv", h.unit, Value::None, &h.meaning));
    Listing {
        title: "Metrics: of each place and month, and of each run".to_owned(),
        columns: vec!["name", "table", "unit", "sites", "meaning"],
        abreast: 4,
        rows: monthly.chain(headlines).collect(),
    }
}
