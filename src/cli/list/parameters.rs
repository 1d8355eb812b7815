use super::{Listed, Listing};
use crate::report::unit_in_tables;
use crate::scenario::{Parameter, Parameters, Provenance};

/// Parameters of the model.
pub(super) fn parameters() -> Listing {
    let row = |p: &Parameter| {
        let ((low, high), (least, most)) = (p.plausible(), p.allowed());
        let short = |bound: f64| format!("{bound:.4}").parse::<f64>().unwrap_or(bound);
        let source = match p.provenance {
            Provenance::Report(section) => format!("report {section}"),
            Provenance::Published(figure) => format!("published: {figure}"),
            Provenance::Assumption => "assumption".to_owned(),
        };
        Listed {
            sentence: format!("{} [{source}; model {}]", p.meaning, p.section),
            cells: vec![
                p.name.into(),
                p.default.into(),
                short(low).into(),
                short(high).into(),
                least.into(),
                most.into(),
                unit_in_tables(p.unit).into(),
                p.meaning.into(),
                source.into(),
                format!("section {}", p.section).into(),
            ],
        }
    };
    let columns = "name default low high least most unit meaning source model";
    Listing {
        title: "Parameters ([parameters], or --set NAME=VALUE): default, plausible range, what may be set".to_owned(),
        columns: columns.split(' ').collect(),
        abreast: 7,
        rows: Parameters::TABLE.iter().map(row).collect(),
    }
}
