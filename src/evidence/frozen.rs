use toml::{Table, Value};

/// What a parameter does where everything stands still.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Still {
    /// At this value its term does nothing: a rate that is 0, a factor that is 1, a delay that is none.
    Off(f64),
    /// It says where things stand, or what they are: a start, a level, a weight that adds up to one, an intercept. It stays as
    /// it is.
    Level,
}

use Still::{Level, Off};

/// Every parameter of the model, in the order of its table.
const STILL: &[(&str, Still)] = &[
    // Where a run starts, and who is who.
    ("concentration", Level),
    ("population_exponent", Off(0.0)),
    ("ties_inside", Level),
    ("ties_leaders", Level),
    ("ties_across", Level),
    ("ties_spanner", Level),
    ("start_scale", Level),
    ("start_normalisation", Level),
    ("start_fit", Level),
    ("start_evidence", Level),
    ("new_fit", Level),
    ("start_core", Level),
    ("new_core_high", Level),
    ("logic_sound", Level),
    // Shocks.
    ("shock_enthusiasm", Off(0.0)),
    ("shock_agency", Off(0.0)),
    ("shock_crisis", Off(0.0)),
    ("money_felt", Off(0.0)),
    ("follow_on", Off(0.0)),
    ("crisis_rate", Off(0.0)),
    ("surge_headroom", Off(0.0)),
    ("entrant_norm", Off(0.0)),
    // The nation.
    ("badge_fade", Off(0.0)),
    ("badge_fade_successor", Off(0.0)),
    ("visit_fit", Off(0.0)),
    ("visit_trust", Off(0.0)),
    ("threat_believed", Off(0.0)),
    ("team_learns", Off(0.0)),
    ("rule_change_felt", Off(0.0)),
    ("good_news_blind", Off(0.0)),
    ("outside_permissiveness", Level),
    ("outside_metric_focus", Level),
    // Sources of authority.
    ("political_consultation", Off(0.0)),
    ("economic_award", Off(0.0)),
    ("values_metric", Off(0.0)),
    ("values_outside", Level),
    // People.
    ("earned_clinical", Level),
    ("earned_tenure", Level),
    ("mobilise", Off(0.0)),
    ("mobilise_champion", Off(1.0)),
    ("contacts_vision", Off(0.0)),
    ("champion_focus", Off(0.0)),
    ("boundary_seeking", Off(0.0)),
    ("frame_noise", Off(0.0)),
    ("persuade_intercept", Level),
    ("persuade_trust", Off(0.0)),
    ("persuade_position", Off(0.0)),
    ("persuade_resonance", Off(0.0)),
    ("persuade_peer", Off(0.0)),
    ("persuade_vision", Off(0.0)),
    ("persuade_time", Off(0.0)),
    ("persuasion_gain", Off(0.0)),
    ("persuasion_trust", Off(0.0)),
    ("refusal_trust", Off(0.0)),
    ("contest_interest", Off(0.0)),
    ("loss_weight", Off(1.0)),
    ("contagion", Off(0.0)),
    ("disposition_pull", Off(0.0)),
    ("cynicism_hardens", Off(0.0)),
    ("results_pull", Off(0.0)),
    ("results_expected", Level),
    ("chosen", Off(0.0)),
    ("spirits", Off(0.0)),
    ("spirits_habit", Off(0.0)),
    ("agency_rate", Off(0.0)),
    ("agency_base", Level),
    ("agency_permissiveness", Off(0.0)),
    ("agency_risk", Off(0.0)),
    ("headroom_rate", Off(0.0)),
    ("headroom_backfill", Off(0.0)),
    ("headroom_load", Off(0.0)),
    ("joint_work", Off(0.0)),
    ("joint_work_time", Off(0.0)),
    ("board_contact", Off(0.0)),
    ("trust_return", Off(0.0)),
    ("trust_floor_inside", Level),
    ("trust_floor_norm", Off(0.0)),
    ("newcomer_prior", Level),
    ("opportunity", Off(0.0)),
    ("opportunity_share", Off(0.0)),
    ("betrayal", Off(0.0)),
    ("norm_rate", Off(0.0)),
    ("norm_law", Off(0.0)),
    ("reputation_rate", Off(0.0)),
    ("consultation_gain", Off(0.0)),
    ("consultation_fade", Off(0.0)),
    ("one_way_distrust", Off(0.0)),
    ("commit_rate", Off(0.0)),
    ("commit_intercept", Level),
    ("commit_stance", Off(0.0)),
    ("commit_value", Off(0.0)),
    ("ratify_share", Off(1.0)),
    // Money and posts.
    ("allocation_support", Off(0.0)),
    ("allocation_metric", Off(0.0)),
    ("security", Off(0.0)),
    ("offers", Off(0.0)),
    ("cut", Off(0.0)),
    // Implementation.
    ("coordination_exponent", Off(0.0)),
    ("coordination_broker", Off(0.0)),
    ("drive_champion", Level),
    ("drive_member", Level),
    ("commit_reach", Off(0.0)),
    ("attention_metric", Off(0.0)),
    ("form_only", Off(0.0)),
    ("growth", Off(0.0)),
    ("fall", Off(0.0)),
    ("misfit_drop", Off(0.0)),
    ("fit_rate", Off(0.0)),
    ("one_way_fit", Off(1.0)),
    ("evaluation", Off(0.0)),
    ("normalise_base", Off(0.0)),
    ("normalise_core", Off(0.0)),
    ("normalise_leavers", Off(0.0)),
    ("fade", Off(0.0)),
    // Decisions on core money.
    ("review_exposed", Off(0.0)),
    ("mainstream_intercept", Level),
    ("mainstream_evidence", Off(0.0)),
    ("mainstream_support", Off(0.0)),
    ("mainstream_normalisation", Off(0.0)),
    ("commit_money", Off(0.0)),
    ("mainstream_deficit", Off(0.0)),
    ("mainstream_cost", Off(0.0)),
    ("mainstream_metric", Off(0.0)),
    ("mainstream_quality", Off(0.0)),
    ("mainstream_interpretation", Off(0.0)),
    ("mainstream_share", Off(0.0)),
    ("core_kept", Level),
    ("core_cut", Off(0.0)),
    // Who comes and goes.
    ("leave_front_line", Off(0.0)),
    ("leave_manager", Off(0.0)),
    ("leave_executive", Off(0.0)),
    ("leave_care_home", Off(0.0)),
    ("leave_cynical", Off(1.0)),
    ("vacancy", Off(0.0)),
    ("inherited_trust", Off(1.0)),
    ("inherited_board", Off(0.0)),
    ("step_up", Off(0.0)),
    // Spread.
    ("carry_site", Off(0.0)),
    ("carry_region", Off(0.0)),
    ("programme_sites", Level),
    ("exposure_carrier", Off(0.0)),
    ("exposure_spanner", Off(0.0)),
    ("exposure_event", Off(0.0)),
    ("adopt_norm", Off(0.0)),
    ("adopt_deficit", Off(0.0)),
    ("adopt_headroom", Off(0.0)),
    ("complexity_penalty", Off(0.0)),
    ("copy_weight", Off(0.0)),
    ("tailored_lost", Off(0.0)),
    ("copy_core_share", Level),
    ("copy_trial", Level),
    ("copy_harm", Off(0.0)),
    ("region_adopt", Off(0.0)),
    ("mandate_adoption", Off(0.0)),
    ("mandate_ownership", Off(0.0)),
    // Results.
    ("need", Level),
    ("reach_cost", Level),
    ("effect_lag", Off(0.0)),
    ("report_noise", Off(0.0)),
    // From where on a word holds.
    ("ended_scale", Level),
    ("ended_months", Level),
    ("ended_age", Level),
    ("absorbed_core", Level),
    ("absorbed_routine", Level),
    ("proposed_peak", Level),
    ("operating_peak", Level),
    ("scaled_back", Level),
    ("exposed_before", Level),
    ("exposed_after", Level),
    ("copy_trial_months", Level),
    ("poor_performance", Level),
    ("poor_months", Level),
    ("settled_months", Level),
    ("cause_fit", Level),
    ("cause_funded", Level),
    ("cause_staffed", Level),
    ("cause_granted", Level),
    ("cause_left", Level),
    ("cause_months", Level),
];

/// Settings that hold everything still but what the parameters of these names do.
pub(super) fn frozen(but: &[&str]) -> Table {
    let one = |&(name, still): &(&str, Still)| match still {
        Off(value) if !but.contains(&name) => Some((name.to_owned(), Value::Float(value))),
        _ => None,
    };
    STILL.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Off, STILL, frozen};
    use crate::scenario::Parameters;

    #[test]
    fn every_parameter_is_listed_as_one_that_stops_or_as_a_level() {
        let listed: Vec<&str> = STILL.iter().map(|(name, _)| *name).collect();
        let there: Vec<&str> = Parameters::TABLE.iter().map(|row| row.name).collect();
        let missing: Vec<_> = there.iter().filter(|name| !listed.contains(name)).collect();
        let gone: Vec<_> = listed.iter().filter(|name| !there.contains(name)).collect();
        assert!(missing.is_empty() && gone.is_empty(), "to be listed: {missing:?}; gone from the model: {gone:?}");
        assert_eq!(listed.len(), there.len(), "listed twice");
        for (name, still) in STILL {
            let row = Parameters::find(name).unwrap();
            if let Off(value) = still {
                let (least, most) = row.allowed();
                assert!((least..=most).contains(value), "{name}: {value} is not allowed");
                assert!(*value != row.default, "{name} is off already");
            }
        }
    }

    #[test]
    fn what_is_named_goes_on() {
        let all = frozen(&[]);
        let but = frozen(&["growth", "start_scale"]);
        assert!(all.contains_key("growth") && !all.contains_key("start_scale"));
        assert_eq!(all.len() - but.len(), 1);
        assert_eq!(but.get("loss_weight").and_then(toml::Value::as_float), Some(1.0));
    }
}
