use super::definitions::DEFINITIONS;
use crate::diagnostics::Said;

/// What became of a parameter that scenarios of an earlier model may set.
#[derive(Clone, Copy)]
enum Became {
    /// The definition of that name.
    Fixed(&'static str),
    /// Other parameters do its work; how.
    Others(&'static str),
}

use Became::{Fixed, Others};

const SPIRITS: Became =
    Others("autonomy that people experience does its work: see `spirits`, `chosen` and `loss_weight`");
const CONTEST: Became = Others("people argue against now: see `contest_interest` and `loss_weight`");
const BOARDS: Became =
    Others("leaders commit and boards ratify now: see `commit_reach`, `commit_money` and `ratify_share`");
const THREAT: Became = Others("use `threat_believed`");
const FOLLOW_ON: Became = Others("use `follow_on`, which both sides of an expected follow-on share");
const MONEY: Became = Others("use `money_felt`, which every kind of missing money shares");
const HIRE: Became =
    Others("posts are filled as fast as vacancies: use `vacancy`, so that 1 / (1 + vacancy) are filled in a month");
const FADE: Became = Others("use `fade`, which evidence and normalisation share");
const START_CORE: Became = Others("use `start_core`, the mean");

/// Names that were parameters once, in the order of the alphabet.
const RETIRED: &[(&str, Became)] = &[
    ("admissions_effect", Fixed("ADMISSIONS_EFFECT")),
    ("adopt", Others("multiply it into `adopt_norm`, `adopt_deficit` and `adopt_headroom`")),
    ("agency_leaders", BOARDS),
    ("agency_metric", SPIRITS),
    ("badge_esteem", SPIRITS),
    ("badge_habit", Others("use `spirits_habit`")),
    ("badge_half_life", Others("use `badge_fade_successor`, which holds after the programme as well")),
    ("badge_relations", Fixed("UNSKILLED")),
    ("carriers_most", Fixed("MOST_CARRIERS")),
    ("claim_noise", Others("use `report_noise`, which every report shares")),
    ("claim_picked", Fixed("CLAIM_PICKED")),
    ("claim_rate", Fixed("CLAIM_RATE")),
    ("conflict_law", CONTEST),
    ("conflict_metric", CONTEST),
    ("coordination_board", BOARDS),
    ("copy_evidence", Fixed("COPY_EVIDENCE")),
    ("copy_recovery", Fixed("COPY_RECOVERY")),
    ("copy_weight_complexity", Others("use `copy_weight`, which grows with complexity by itself")),
    ("cynical_beyond", Fixed("CYNICAL_BEYOND")),
    ("earned_months", Fixed("EARNED_MONTHS")),
    ("earned_reputation", Others("it is what `earned_clinical` and `earned_tenure` leave of 1")),
    ("end_felt", MONEY),
    ("end_follow_on", FOLLOW_ON),
    ("entrant_interest", Fixed("ENTRANT_INTEREST")),
    ("event_unharnessed", Fixed("UNSKILLED")),
    ("evidence_fade", FADE),
    ("evidence_rate", Others("multiply it into `evaluation`")),
    ("fit_alone", Fixed("UNSKILLED")),
    ("frame_noise_least", Fixed("LEAST_FRAME_NOISE")),
    ("growth_unfit", Fixed("UNSKILLED")),
    ("hire", HIRE),
    ("hire_horizon", Others("use `security`, the security that candidates need")),
    ("joint_work_ample", Fixed("JOINT_WORK_AMPLE")),
    ("joint_work_full", Fixed("JOINT_WORK_FULL")),
    ("joint_work_unproven", Fixed("JOINT_WORK_UNPROVEN")),
    ("leave", Others("posts of initiatives are left as those of the front line: use `leave_front_line`")),
    ("leave_horizon", Others("use `security`, the security that candidates need")),
    ("leave_short", Others("use `offers`")),
    ("load_free", Fixed("LOAD_FREE")),
    ("mainstream_board", BOARDS),
    ("metric_memory", Fixed("METRIC_MEMORY")),
    ("misfit_below", Fixed("MISFIT_BELOW")),
    ("narrowing_permissiveness", Fixed("NARROWING_PERMISSIVENESS")),
    ("new_fit_spread", Fixed("START_SPREAD")),
    ("new_scale", Fixed("NEW_SCALE")),
    ("normalise", Others("multiply it into `normalise_base` and `normalise_core`")),
    ("normalise_fade", FADE),
    ("opportunity_norm", Fixed("OPPORTUNITY_NORM")),
    ("perceived_enthusiasm", Fixed("PERCEIVED_ENTHUSIASM")),
    ("perceived_performance", Fixed("PERCEIVED_PERFORMANCE")),
    ("perceived_trust", Fixed("PERCEIVED_TRUST")),
    ("persuade_conflict", CONTEST),
    ("persuade_cynicism", CONTEST),
    ("persuade_own_interest", CONTEST),
    ("position_unleveraged", Fixed("UNSKILLED")),
    ("pressure", SPIRITS),
    ("pressure_alignment", SPIRITS),
    ("pressure_interpretation", SPIRITS),
    ("refusal_loss", CONTEST),
    ("reputation_results", Fixed("REPUTATION_RESULTS")),
    ("resonance_unframed", Fixed("UNSKILLED")),
    ("review_yearly", Fixed("REVIEW_YEARLY")),
    ("rule_change_trust", Others("use `rule_change_felt`, which trust loses as well")),
    ("shift_badge", Fixed("SHIFT_BADGE")),
    ("shortfall_felt", MONEY),
    ("start_agency", Others("it follows from `agency_base`, `agency_permissiveness` and `outside_permissiveness`")),
    ("start_core_high", START_CORE),
    ("start_core_low", START_CORE),
    ("start_national_trust", Others("use `newcomer_prior`")),
    ("step_up_board", BOARDS),
    ("surge_deficit", Fixed("SURGE_DEFICIT")),
    ("threat_felt", THREAT),
    ("threat_metric", THREAT),
    ("threat_trust", THREAT),
    ("ties_crowd", Fixed("TIES_CROWD")),
    ("trust_floor_board", BOARDS),
    ("trust_spread", Fixed("TRUST_SPREAD")),
    ("visible_unproven", Fixed("VISIBLE_UNPROVEN")),
    ("visit_pressure", Others("the national team is under pressure itself: see `team_learns`")),
    ("visit_unharnessed", Fixed("UNSKILLED")),
    ("wait_follow_on", FOLLOW_ON),
];

/// Where the parameter `name` of an earlier model went; `None` if there never was one.
pub(super) fn where_it_went(name: &str) -> Option<Said> {
    let &(_, became) = RETIRED.iter().find(|(retired, _)| *retired == name)?;
    Some(match became {
        Others(how) => Said::Hint(how.to_owned()),
        Fixed(definition) => {
            let value = DEFINITIONS.iter().find(|row| row.name == definition).map_or("?", |row| row.value);
            Said::Note(format!("it was a parameter of an earlier model, and is fixed at {value} now"))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{Became, RETIRED};
    use crate::scenario::Parameters;
    use crate::scenario::definitions::DEFINITIONS;

    #[test]
    fn every_retired_name_is_gone_and_leads_to_one_that_is_there() {
        for (name, became) in RETIRED {
            assert!(Parameters::find(name).is_none(), "{name} is not retired");
            match became {
                Became::Fixed(definition) => assert!(DEFINITIONS.iter().any(|row| row.name == *definition), "{name}"),
                Became::Others(how) => {
                    for other in how.split('`').skip(1).step_by(2) {
                        assert!(Parameters::find(other).is_some(), "{name} leads to {other}");
                    }
                }
            }
        }
        assert!(RETIRED.is_sorted_by(|(one, _), (next, _)| one < next));
    }
}
