use super::picture_parts::futures;
use crate::chart::{ClaimGroup, ClaimMark, ClaimRow, ClaimsChart, Heading};
use crate::evidence::{Evidence, Expect, Explained, Judged, PRACTICALLY_NIL, Verdict};
use crate::report::words::{ROBUST, counted, percent, tested};

/// Effects in standard deviations beyond this are drawn at the edge.
const LIMIT: f64 = 5.0;

/// All findings by theme: the main effect in the reported direction, filled if it goes with its mechanism.
#[must_use]
pub fn evidence_chart(evidence: &Evidence) -> ClaimsChart {
    let mut groups: Vec<ClaimGroup> = Vec::new();
    for judged in &evidence.findings {
        let theme = &judged.finding.theme;
        if groups.last().is_none_or(|group| group.title != *theme) {
            groups.push(ClaimGroup { title: theme.clone(), rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(row(judged));
        }
    }
    let all = tested(evidence);
    let as_reported = all.iter().filter(|judged| judged.verdict == Verdict::AsReported).count();
    let robust = if evidence.sets > 0 {
        let robust = counted(&all, |judged| judged.robustness.as_ref().is_some_and(|r| r.holds >= ROBUST));
        format!("; {robust} hold in at least {} of parameter sets", percent(ROBUST))
    } else {
        String::new()
    };
    let sets = if evidence.sets > 0 {
        format!(" Right: share of {} sets of parameters in which it holds.", evidence.sets)
    } else {
        String::new()
    };
    ClaimsChart {
        heading: Heading {
            title: format!("Of {} findings, {as_reported} come out as reported at the defaults{robust}", all.len()),
            subtitle: "What evaluators reported of the programme, and what the model does".to_owned(),
            caption: format!(
                "safsim, {} of each variant, main test of each finding with its 95 % interval.{sets}",
                futures(evidence.replicates)
            ),
        },
        x_label: "Effect in the reported direction, in standard deviations of single futures".to_owned(),
        less: "against the report".to_owned(),
        more: "as reported".to_owned(),
        filled_key: "goes with its mechanism".to_owned(),
        hollow_key: "does not, or was not asked".to_owned(),
        partly_key: "in part".to_owned(),
        nil_key: format!("practically nil: below {PRACTICALLY_NIL}"),
        limit: LIMIT,
        groups,
    }
}

fn row(judged: &Judged) -> ClaimRow {
    let main = judged.tests.first();
    // What is to be the same has no direction: how far inside the margin it lies, in margins.
    let place = main.map(|test| match test.expect {
        Expect::Same => {
            let half_width = test.effect.half_width.unwrap_or(0.0) / test.margin;
            (1.0 - test.effect.mean.abs() / test.margin, half_width)
        }
        // Where single futures do not differ at all, any effect is beyond every limit.
        _ => {
            let sign = test.expect.sign();
            let far = if test.effect.mean == 0.0 { 0.0 } else { f64::INFINITY * test.effect.mean.signum() };
            let (mean, half_width) = test.effect.standardised(test.spread).unwrap_or((far, 0.0));
            (sign * mean, half_width)
        }
    });
    let (value, half_width) = place.unzip();
    let interval = value.zip(half_width).map_or((f64::NAN, f64::NAN), |(v, h)| (v - h, v + h));
    ClaimRow {
        id: judged.finding.id.clone(),
        label: judged.finding.title.clone(),
        value,
        interval,
        mark: match judged.verdict {
            Verdict::InPart => ClaimMark::Partly,
            Verdict::Nil => ClaimMark::Nil,
            _ => ClaimMark::Side,
        },
        filled: judged.explained == Explained::Yes,
        note: judged.verdict.words().to_owned(),
        share: judged.robustness.as_ref().map(|robustness| robustness.holds),
    }
}
