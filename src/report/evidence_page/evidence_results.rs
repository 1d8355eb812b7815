use super::evidence_page;
use crate::evidence::Evidence;
use crate::report::figures::{Figure, evidence_chart, figure};
use crate::report::folder::{Failure, Staging};
use crate::report::tables::{TableFolder, write_evidence_tables};

/// Writes the page, the tables and `evidence.json`.
///
/// # Errors
/// If a file cannot be written.
pub fn write_evidence(staging: &Staging<'_>, tables: &TableFolder, evidence: &Evidence) -> Result<(), Failure> {
    write_evidence_tables(tables, evidence)?;
    staging.write("evidence.md", evidence_page(evidence, "charts/evidence.png").as_bytes())?;
    // Plain data with text keys: nothing in it can fail to be written.
    let json = serde_json::to_string_pretty(evidence).unwrap_or_default();
    staging.write("evidence.json", json.as_bytes())
}

/// The picture of all findings.
#[must_use]
pub fn evidence_figures(evidence: &Evidence) -> Vec<Figure> {
    let caption = "Each dot is the main effect of a finding, to the right if it is as reported. A filled dot goes when its mechanism is \
                   taken out of the model; a bar that touches the line leaves the sign open.";
    vec![figure("evidence", evidence_chart(evidence), caption)]
}
