use super::Listing;
use crate::scenario::{Parameter, Parameters, Provenance};

/// Parameters of the model.
pub(super) fn parameters() -> Listing {
    let row = |p: &Parameter| {
        let ((low, high), (least, most)) = (p.plausible(), p.allowed());
        let source = match p.provenance {
            Provenance::Report(section) => format!("report {section}"),
            Provenance::Published(figure) => format!("published: {figure}"),
            Provenance::Assumption => "assumption".to_owned(),
        };
        vec![
            p.name.to_owned(),
            p.default.to_string(),
            format!("{low:.4}").parse::<f64>().unwrap_or(low).to_string(),
            format!("{high:.4}").parse::<f64>().unwrap_or(high).to_string(),
            least.to_string(),
            most.to_string(),
            p.unit.to_owned(),
            format!("{} [{source}; model {}]", p.meaning, p.section),
        ]
    };
    Listing {
        title: "Parameters ([parameters], or --set NAME=VALUE): default, plausible range, what may be set".to_owned(),
        columns: vec!["name", "default", "low", "high", "least", "most", "unit", "meaning_and_source"],
        rows: Parameters::TABLE.iter().map(row).collect(),
    }
}
