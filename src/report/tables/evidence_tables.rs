use super::column::Column;
use super::shared_columns::UNIT;
use super::table::Table;
use super::table_folder::TableFolder;
use super::table_schema::TableSchema;
use crate::evidence::{Deciding, Evidence, Expect, Judged, TestEffect, Wiring};
use crate::report::folder::Failure;

pub(in crate::report) fn findings_schema() -> TableSchema {
    let verdict = "`as reported`: the 95 % intervals of all its tests lie where expected; `in part`: some do, and that of the \
                   main one does not lie on the other side; `unclear`: none does, and none lies on the other side; `not`: that \
                   of the main one lies there, or none where expected and one there; `practically nil`: the main effect is \
                   smaller than 0.2 standard deviations of single futures; `put in`: nothing to test; `beyond the model`: \
                   nothing to test it with.";
    let explained = "Whether the main effect goes with the mechanism: `yes` (at most half is left, and the loss is beyond \
                     chance), `partly`, `no`; empty if there is no effect as reported, or no mechanism that can be taken out.";
    let columns = vec![
        FINDING,
        Column::text("theme", "Theme under which it stands in the [catalogue](evidence-files.md)."),
        Column::text("title", "What was reported, in a few words."),
        Column::text("kind", "What sort of statement it is, as in the catalogue."),
        Column::text("breadth", "How broad it is, as in the catalogue."),
        Column::text("source", "Where it was reported."),
        Column::whole(
            "minimum",
            "",
            "Its number in the list of findings that a model must be tried against; empty if it is not in it.",
        ),
        Column::text("verdict", verdict),
        Column::text("explained", explained),
        Column::flag(
            "wired_in",
            "Whether the main effect is left when everything but its mechanism is frozen; empty where that was not tried.",
        ),
        Column::whole("sets", "", "Sets of parameters in which it could be looked at."),
        Column::number(
            "holds",
            "share",
            "Of these sets, in which all its tests are on the side that was expected, chance taken out.",
        ),
        Column::number(
            "holds_low",
            "share",
            "Lower end of its 95 % interval: what chance leaves open, and that sets are so few.",
        ),
        Column::number("holds_high", "share", "Upper end of it."),
        Column::number(
            "clearly",
            "share",
            "Of sets in which the main test is as expected and more than practically nil, chance taken out.",
        ),
        Column::number("against", "share", "Of sets in which it is the other way, and more than practically nil."),
        Column::text("reported", "What was reported, in full."),
        Column::text("note", "Why it does not come out, as far as one knows."),
    ];
    let about = "What came of the reported findings: a row for each.";
    TableSchema { stem: "findings", about, key: &["finding"], columns }
}

pub(in crate::report) fn tests_schema() -> TableSchema {
    let unit = "that of the test";
    let columns = vec![
        FINDING,
        Column::whole("test", "", "Its number in the finding, from 1; the first is the main one."),
        Column::text("measured", "What is measured."),
        Column::text("sides", "What is held against what."),
        UNIT,
        Column::text("expected", "`more`, `less` or `same`."),
        Column::number("margin", unit, "How near to 0 counts as the same; empty where that was not asked."),
        Column::text("verdict", "`as reported`, `unclear` or `not`."),
        Column::whole("replicates", "", "Pairs with a value."),
        Column::number("effect", unit, "Mean over replicates."),
        Column::number("ci_low", unit, "Lower end of its 95 % interval (Student's t over pairs)."),
        Column::number("ci_high", unit, "Upper end of it."),
        Column::number("sd", unit, "Standard deviation over replicates."),
        Column::number(
            "standardised",
            "standard deviations",
            "The effect in standard deviations, over single futures, of what is measured in the control arm.",
        ),
        Column::number("share_expected", "share", "Of replicates that are as expected."),
        Column::number("without", unit, "Mean without the mechanism."),
        Column::number("without_low", unit, "Lower end of its 95 % interval."),
        Column::number("without_high", unit, "Upper end of it."),
        Column::number(
            "lost_low",
            unit,
            "Lower end of the 95 % interval of what the mechanism makes up of the effect.",
        ),
        Column::number("lost_high", unit, "Upper end of it."),
        Column::number("frozen", unit, "Mean with everything but the mechanism frozen."),
        Column::number("frozen_low", unit, "Lower end of its 95 % interval."),
        Column::number("frozen_high", unit, "Upper end of it."),
        Column::text(
            "over_sets",
            "What it comes to over sets of parameters, chance taken out: `for`, `practically nil` or `against` in nine of ten of them, or \
             `divided`, if one of these is at least 95 % likely; else `open`: more futures of each set would tell; empty without an \
             ensemble.",
        ),
        Column::number("end_chance", "share", "How likely that end is; of what is open, the likeliest end."),
        Column::whole("futures_per_set", "", "Futures of each set that say so."),
        Column::number(
            "sets_for",
            "share",
            "Of sets, those in which it is as expected and more than practically nil, chance taken out.",
        ),
        Column::number("sets_nil", "share", "Of sets, those in which it is practically nil."),
        Column::number(
            "sets_against",
            "share",
            "Of sets, those in which it is the other way, and more than practically nil.",
        ),
    ];
    let about = "What came of the tests of findings: a row for each test.";
    TableSchema { stem: "tests", about, key: &["finding", "test"], columns }
}

pub(in crate::report) fn deciding_schema() -> TableSchema {
    let strength = "`holds`: signed distance of Kolmogorov and Smirnov between the values of the parameter in sets where the \
                    finding holds and where not, above 0 if it holds where the parameter is high. `size`: Spearman's rank \
                    correlation, counted in the expected direction.";
    let columns = vec![
        FINDING,
        Column::text(
            "what",
            "What the parameter goes with: whether the finding `holds`, or the `size` of its main effect.",
        ),
        Column::text("parameter", "The parameter."),
        Column::text(
            "alike",
            "Parameters whose draws go with its own in this sample (rank correlation of 0.2 or more), so that it may as well be \
             they; separated by semicolons.",
        ),
        Column::number("strength", "from -1 to 1", strength),
        Column::number(
            "p_value",
            "share",
            "Chance of one so large under no relation, corrected for the number of parameters (Bonferroni); only those below \
             0.05, and at most three of each.",
        ),
    ];
    let about = "On which parameters findings hang: a row for each finding, question and parameter.";
    TableSchema { stem: "deciding", about, key: &["finding", "what", "parameter"], columns }
}

pub(in crate::report) fn truth_table_schema() -> TableSchema {
    let columns = vec![
        FINDING,
        Column::text("present", "Conditions that are there, separated by semicolons."),
        Column::text("absent", "Conditions that are not."),
        Column::whole("runs", "runs", "Runs under that combination."),
        Column::whole("with_outcome", "runs", "Those that have the outcome."),
        Column::number("consistency", "share", "Those, of the runs."),
    ];
    let about = "Findings about combinations of conditions: a row for each combination.";
    TableSchema { stem: "truth_table", about, key: &["finding", "present", "absent"], columns }
}

const FINDING: Column = Column::text("finding", "The finding's id.");

/// Writes `findings`, `tests`, `deciding` and `truth_table`.
///
/// # Errors
/// If a file cannot be written.
pub(in crate::report) fn write_evidence_tables(folder: &TableFolder, evidence: &Evidence) -> Result<(), Failure> {
    let mut findings = Table::create(folder, &findings_schema())?;
    let mut tests = Table::create(folder, &tests_schema())?;
    let mut deciding = Table::create(folder, &deciding_schema())?;
    let mut truth = Table::create(folder, &truth_table_schema())?;
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
        (judged.wiring != Wiring::NotTried).then_some(judged.wiring == Wiring::Wired).into(),
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
        let [frozen_low, frozen_high] = test.frozen.as_ref().map_or([f64::NAN; 2], interval);
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
            test.unit.replace("-1 to 1", "from -1 to 1").into(),
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
            test.frozen.as_ref().map(|effect| effect.mean).into(),
            frozen_low.into(),
            frozen_high.into(),
            test.over_sets.map(|over| over.end.words()).into(),
            test.over_sets.map(|over| over.chance).into(),
            test.over_sets.map(|over| over.futures).into(),
            test.over_sets.map(|over| over.expected).into(),
            test.over_sets.map(|over| over.nil).into(),
            test.over_sets.map(|over| over.against).into(),
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
