use super::Listing;
use crate::analysis::Headline;
use crate::record::Metric;

/// Monthly metrics, then headline figures.
pub(super) fn metrics() -> Listing {
    let monthly = Metric::ALL.iter().map(|m| {
        vec![
            m.name().to_owned(),
            "months.csv".to_owned(),
            m.unit().to_owned(),
            m.pooling().name().to_owned(),
            m.meaning().to_owned(),
        ]
    });
    let headlines = Headline::all(&[])
        .into_iter()
        .map(|h| vec![h.name, "runs.csv".to_owned(), h.unit.to_owned(), String::new(), h.meaning]);
    Listing {
        title: "Metrics: of each place and month, and of each run".to_owned(),
        columns: vec!["name", "table", "unit", "sites", "meaning"],
        rows: monthly.chain(headlines).collect(),
    }
}
