use super::column::Column;
use super::table::Table;
use super::{Failure, Format, Shelf};
use crate::evidence::{Deciding, Evidence, Expect, Judged, TestEffect};

const FINDINGS: [Column; 18] = [
    Column::text("finding"),
    Column::text("theme"),
    Column::text("title"),
    Column::text("kind"),
    Column::text("breadth"),
    Column::text("source"),
    Column::whole("minimum"),
    Column::text("verdict"),
    Column::text("explained"),
    Column::flag("wired_in"),
    Column::whole("sets"),
    Column::number("holds"),
    Column::number("holds_low"),
    Column::number("holds_high"),
    Column::number("clearly"),
    Column::number("against"),
    Column::text("reported"),
    Column::text("note"),
];

const TESTS: [Column; 20] = [
    Column::text("finding"),
    Column::whole("test"),
    Column::text("measured"),
    Column::text("sides"),
    Column::text("unit"),
    Column::text("expected"),
    Column::number("margin"),
    Column::text("verdict"),
    Column::whole("replicates"),
    Column::number("effect"),
    Column::number("ci_low"),
    Column::number("ci_high"),
    Column::number("sd"),
    Column::number("standardised"),
    Column::number("share_expected"),
    Column::number("without"),
    Column::number("without_low"),
    Column::number("without_high"),
    Column::number("lost_low"),
    Column::number("lost_high"),
];

const DECIDING: [Column; 6] = [
    Column::text("finding"),
    Column::text("what"),
    Column::text("parameter"),
    Column::text("alike"),
    Column::number("strength"),
    Column::number("p_value"),
];

const TRUTH_TABLE: [Column; 6] = [
    Column::text("finding"),
    Column::text("present"),
    Column::text("absent"),
    Column::whole("runs"),
    Column::whole("with_outcome"),
    Column::number("consistency"),
];

/// Tables of the evidence suite, without what the format adds to their names.
pub(super) const EVIDENCE_STEMS: [&str; 4] = ["findings", "tests", "deciding", "truth_table"];

/// Writes `findings`, `tests`, `deciding` and `truth_table`.
///
/// # Errors
/// If a file cannot be written.
pub(super) fn write_evidence_tables(shelf: &Shelf, format: Format, evidence: &Evidence) -> Result<(), Failure> {
    let mut findings = Table::create(shelf, "findings", &FINDINGS, format)?;
    let mut tests = Table::create(shelf, "tests", &TESTS, format)?;
    let mut deciding = Table::create(shelf, "deciding", &DECIDING, format)?;
    let mut truth = Table::create(shelf, "truth_table", &TRUTH_TABLE, format)?;
    for judged in &evidence.findings {
        finding_row(&mut findings, judged)?;
        test_rows(&mut tests, judged)?;
        if let Some(robustness) = &judged.robustness {
            for (what, list) in [("holds", &robustness.deciding), ("size", &robustness.sizing)] {
                list.iter().try_for_each(|d| deciding_row(&mut deciding, &judged.finding.id, what, d))?;
            }
        }
        for row in judged.configurations.iter().flat_map(|configurations| &configurations.rows) {
            truth.row([
                judged.finding.id.as_str().into(),
                row.present.join("; ").into(),
                row.absent.join("; ").into(),
                row.runs.into(),
                row.with_outcome.into(),
                row.consistency.into(),
            ])?;
        }
    }
    findings.close()?;
    tests.close()?;
    deciding.close()?;
    truth.close()
}

fn finding_row(table: &mut Table, judged: &Judged) -> Result<(), Failure> {
    let finding = &judged.finding;
    let robust = judged.robustness.as_ref();
    table.row([
        finding.id.as_str().into(),
        finding.theme.as_str().into(),
        finding.title.as_str().into(),
        format!("{:?}", finding.kind).into(),
        format!("{:?}", finding.breadth).to_uppercase().into(),
        finding.source.as_str().into(),
        finding.minimum.into(),
        judged.verdict.words().into(),
        judged.explained.words().into(),
        finding.mechanism.as_ref().map(|mechanism| mechanism.wired).into(),
        robust.map(|r| r.sets).into(),
        robust.map(|r| r.holds).into(),
        robust.map(|r| r.interval[0]).into(),
        robust.map(|r| r.interval[1]).into(),
        robust.map(|r| r.clearly).into(),
        robust.map(|r| r.against).into(),
        finding.reported.as_str().into(),
        finding.note.as_deref().into(),
    ])
}

fn test_rows(table: &mut Table, judged: &Judged) -> Result<(), Failure> {
    for (test, number) in judged.tests.iter().zip(1_u64..) {
        let interval = |effect: &TestEffect| {
            let half_width = effect.half_width.unwrap_or(f64::NAN);
            [effect.mean - half_width, effect.mean + half_width]
        };
        let [low, high] = interval(&test.effect);
        let [without_low, without_high] = test.without.as_ref().map_or([f64::NAN; 2], interval);
        let [lost_low, lost_high] = test.lost.as_ref().map_or([f64::NAN; 2], interval);
        let expected = match test.expect {
            Expect::More => "more",
            Expect::Less => "less",
            Expect::Same => "same",
        };
        table.row([
            judged.finding.id.as_str().into(),
            number.into(),
            test.measured.as_str().into(),
            test.sides.as_str().into(),
            test.unit.as_str().into(),
            expected.into(),
            (test.expect == Expect::Same).then_some(test.margin).into(),
            test.verdict.words().into(),
            test.effect.n.into(),
            test.effect.mean.into(),
            low.into(),
            high.into(),
            test.effect.sd.into(),
            test.effect.standardised(test.spread).map(|(mean, _)| mean).into(),
            test.effect.share_expected.into(),
            test.without.as_ref().map(|effect| effect.mean).into(),
            without_low.into(),
            without_high.into(),
            lost_low.into(),
            lost_high.into(),
        ])?;
    }
    Ok(())
}

fn deciding_row(table: &mut Table, finding: &str, what: &str, row: &Deciding) -> Result<(), Failure> {
    table.row([
        finding.into(),
        what.into(),
        row.parameter.as_str().into(),
        row.alike.join("; ").into(),
        row.strength.into(),
        row.p_value.into(),
    ])
}
