//! Section 6.7.

use crate::place::{Place, likely, logistic, near, println_case};
use safsim::processes::{Now, decide_continuation};
use safsim::record::Cause;
use safsim::scenario::Origin;
use safsim::world::{Decision, NOBODY, Site, Stage, UsualTerms, World};

/// In a programme that goes on and pays alpha nothing; what is so exposed is decided every month, core money is safe, beta stands
/// still.
fn decided_monthly() -> Place {
    let mut place = Place::new(|_| {});
    let p = place.parameters();
    (p.review_exposed, p.core_kept) = (1.0, 1e3);
    place.plan.scenario.programme.end = 100_000;
    place.site().initiatives.stage[1] = Stage::Ended;
    place
}

fn won(site: &Site) -> bool {
    site.initiatives.core_share[0] > 0.5
}

#[test]
fn a_decision_won_brings_half_of_the_missing_share_and_one_lost_nothing() {
    for (intercept, share) in [(20.0, 0.75), (-20.0, 0.5)] {
        let mut place = decided_monthly();
        place.parameters().mainstream_intercept = intercept;
        place.act(55, decide_continuation);
        near(place.site().initiatives.core_share[0], share);
        assert_eq!(place.site().initiatives.lost[0].is_some(), intercept < 0.0);
    }
}

/// ln 60.
const LN_68: f64 = 4.219_507_705_176_107;

/// A name, a change to the place, and what it adds to the logit.
type Case = (&'static str, fn(&mut Place), f64);

#[test]
fn the_logit_of_mainstreaming_has_these_terms() {
    const MONTHS: u32 = 12_000;
    // Centred on 0.03 cash evidence, 0.39 senior support, 0.34 routine, typical commitment, 0.41 deficit, 0.09 cost share, 0.22
    // metric, 0.45 quality, 0.42 interpretation. Here: 0.5 x 0.2, 0.2, 0.3, typical, 0.4, all of the cost, none, 0.5 x 0.6,
    // none. An intercept of 2 instead of -1.9 puts the level near even odds.
    let level = 2.0 + 2.5 * 0.07 - 2.0 * 0.19 - 2.0 * 0.04 + 2.0 * 0.01 - 0.91 - 0.22 - 3.0 * 0.15 - 0.84;
    let cases: [Case; 12] = [
        ("level", |_| {}, 0.0),
        ("evidence", |place| place.site().initiatives.evidence[0] = 1.0, 2.5 * 0.5 * 0.8),
        ("support", |place| place.site().initiatives.senior_support[0] = 0.7, 2.0 * 0.5),
        ("everybody's support", |place| place.site().initiatives.support[0] = 0.7, 0.0),
        ("routine", |place| place.site().initiatives.normalisation[0] = 0.8, 2.0 * 0.5),
        // ln K of commitment 0.34 where 0.68 is typical, and of none, which counts as 0.01.
        ("commitment", |place| place.site().initiatives.commitment[0] = 0.34, -std::f64::consts::LN_2),
        ("no commitment", |place| place.site().initiatives.commitment[0] = 0.0, -LN_68),
        ("deficit", |place| place.site().deficit = 0.9, -2.0 * 0.5),
        // Alpha costs 10 of 40 once beta lives.
        ("cost", |place| place.site().initiatives.stage[1] = Stage::Operating, 0.75),
        ("metric", |place| place.site().standing.metric_focus = 1.0, 0.6),
        ("quality", |place| place.site().initiatives.coordination[0] = 1.0, 3.0 * 0.5 * 0.6),
        ("interpretation", |place| place.site().standing.interpretation = 0.5, 2.0 * 0.5),
    ];
    for (name, change, effect) in cases {
        let mut place = decided_monthly();
        place.parameters().mainstream_intercept = 2.0;
        change(&mut place);
        println_case(name);
        likely(place.share_of(MONTHS, decide_continuation, won, 100), logistic(level + effect), MONTHS);
        // To the last digit: what a decision that is surely lost (22 less) had.
        place.parameters().mainstream_intercept = -20.0;
        place.act(100, decide_continuation);
        near(place.site().initiatives.lost[0].expect("lost").logit, level + effect - 22.0);
    }
    // A board decides nothing by itself.
    let mut place = Place::with_board(1.0, |_| {});
    let p = place.parameters();
    (p.review_exposed, p.core_kept, p.mainstream_intercept) = (1.0, 1e3, -20.0);
    place.plan.scenario.programme.end = 100_000;
    place.site().initiatives.stage[1] = Stage::Ended;
    place.act(100, decide_continuation);
    near(place.site().initiatives.lost[0].expect("lost").logit, level - 22.0);
}

#[test]
fn it_comes_up_while_money_falls_short_and_around_its_end() {
    let comes_up = |granted: f64, month: u32, member: bool| {
        let mut place = decided_monthly();
        let p = place.parameters();
        p.mainstream_intercept = 20.0;
        place.plan.scenario.programme.end = 48;
        place.site().member = member;
        place.site().initiatives.granted[0] = granted;
        place.act(month, decide_continuation);
        won(place.site())
    };
    // What is not exposed comes up with 0.083 a month, and in none of these. Short: 0.5 + 0.4 < 1, within the programme.
    assert!(!comes_up(0.4, 11, true) && comes_up(0.4, 12, true) && comes_up(0.4, 44, true));
    // Fully funded: from three months before the end at 48 to six after.
    assert!(!comes_up(0.5, 44, true) && comes_up(0.5, 45, true) && comes_up(0.0, 48, true));
    assert!(comes_up(0.0, 53, true) && !comes_up(0.0, 54, true));
    assert!(!comes_up(0.4, 20, false) && !comes_up(0.4, 46, false));
    // The rates: 1/3 and 1/12 a month, as three digits give them.
    let mut place = decided_monthly();
    place.parameters().mainstream_intercept = 20.0;
    place.parameters().review_exposed = 0.333;
    place.plan.scenario.programme.end = 48;
    likely(place.share_of(4000, decide_continuation, won, 100), 0.083, 4000);
    place.plan.scenario.programme.end = 10_000;
    likely(place.share_of(4000, decide_continuation, won, 100), 0.333, 4000);
}

#[test]
fn who_expects_a_follow_on_waits_for_it_until_the_end() {
    let mut place = decided_monthly();
    let p = place.parameters();
    (p.mainstream_intercept, p.review_exposed, p.follow_on) = (20.0, 0.5, 0.75);
    place.plan.scenario.programme.end = 48;
    place.plan.scenario.programme.funding.follow_on_expected = crate::field::share(0.8);
    // Beyond the programme: the annual budget, and the six months after its end as they are.
    likely(place.share_of(4000, decide_continuation, won, 100), 0.083, 4000);
    let come = |place: &Place, end: i32| {
        let mut place = Place { plan: place.plan.clone(), world: place.world.clone() };
        // Month by month, the end as far ahead: each month is drawn on its own.
        let count = (100..4100).filter(|&month| {
            place.plan.scenario.programme.end = month as i32 + end;
            let mut site = place.world.sites[0].clone();
            decide_continuation(&mut site, &Now { plan: &place.plan, nation: &place.world.nation, month });
            won(&site)
        });
        count.count() as f64 / 4000.0
    };
    // Short of money in the programme, and in its last month: 0.083 + 0.417 x (1 - 0.75 x 0.8).
    likely(come(&place, 20), 0.2498, 4000);
    likely(come(&place, 1), 0.2498, 4000);
    likely(come(&place, 0), 0.5, 4000);
    likely(come(&place, -5), 0.5, 4000);
    // Covered until the three months before the end, and then not.
    place.site().initiatives.granted[0] = 0.5;
    likely(come(&place, 4), 0.083, 4000);
    likely(come(&place, 3), 0.2498, 4000);
    // Nobody waits for what is not expected, or if that is switched off.
    place.plan.scenario.programme.funding.follow_on_expected = crate::field::share(0.0);
    likely(come(&place, 3), 0.5, 4000);
    place.plan.scenario.programme.funding.follow_on_expected = crate::field::share(0.8);
    place.parameters().follow_on = 0.0;
    likely(come(&place, 3), 0.5, 4000);
}

#[test]
fn core_money_is_reviewed_and_halved_if_the_review_is_lost() {
    let mut place = decided_monthly();
    let p = place.parameters();
    (p.review_exposed, p.core_kept, p.mainstream_intercept) = (0.0, 2.0, 0.0);
    // The level of the mainstreaming logit (see there) without its 2.0, + 2.0.
    let logit = 2.5 * 0.07 - 2.0 * 0.19 - 2.0 * 0.04 + 2.0 * 0.01 - 0.91 - 0.22 - 3.0 * 0.15 - 0.84 + 2.0;
    let halved = |site: &Site| site.initiatives.core_share[0] == 0.25;
    let kept = |site: &Site| site.initiatives.core_share[0] == 0.5;
    // The annual budget: 0.083 a month.
    let lost = 0.083 * (1.0 - logistic(logit));
    likely(place.share_of(40_000, decide_continuation, halved, 100), lost, 40_000);
    likely(place.share_of(40_000, decide_continuation, kept, 100), 1.0 - lost, 40_000);
}

#[test]
fn a_copy_keeps_its_money_in_its_twelfth_month_or_loses_it() {
    let on_trial = |intercept: f64, month: u32| {
        let mut place = decided_monthly();
        place.parameters().mainstream_intercept = intercept;
        place.site().initiatives.trial[0] = Some(24);
        place.site().initiatives.origin[0] = Origin::Copied;
        place.act(month, decide_continuation);
        let site = place.site();
        (
            site.initiatives.core_share[0],
            site.initiatives.failed_trial[0],
            site.failed_copies,
            site.initiatives.trial[0],
        )
    };
    assert_eq!(on_trial(20.0, 23), (0.5, false, 0, Some(24)));
    assert_eq!(on_trial(20.0, 24), (0.5, false, 0, None));
    assert_eq!(on_trial(-20.0, 24), (0.0, true, 1, None));
    // With the logit of mainstreaming + 1.0.
    let mut place = decided_monthly();
    place.parameters().mainstream_intercept = 0.0;
    place.site().initiatives.trial[0] = Some(24);
    let logit = 2.5 * 0.07 - 2.0 * 0.19 - 2.0 * 0.04 + 2.0 * 0.01 - 0.91 - 0.22 - 3.0 * 0.15 - 0.84 + 1.0;
    let failed = |site: &Site| site.initiatives.failed_trial[0];
    likely(place.share_of(4000, decide_continuation, failed, 100), 1.0 - logistic(logit), 4000);
}

#[test]
fn a_copy_that_ends_on_trial_has_failed() {
    for (trial, failed) in [(Some(40), true), (None, false)] {
        let mut place = undecided();
        let list = &mut place.site().initiatives;
        (list.trial[0], list.origin[0], list.scale[0], list.low[0]) = (trial, Origin::Copied, 0.01, 2);
        place.act(36, decide_continuation);
        let site = place.site();
        assert_eq!(site.initiatives.stage[0], Stage::Ended);
        assert_eq!((site.initiatives.failed_trial[0], site.failed_copies == 1), (failed, failed));
        assert_eq!(site.initiatives.main_cause[0] == Some(Cause::Trial), failed);
        assert_eq!(site.initiatives.trial[0], None);
    }
}

/// Nothing is decided.
fn undecided() -> Place {
    let mut place = Place::new(|_| {});
    (place.parameters().review_exposed, place.parameters().core_kept) = (0.0, 1e3);
    place
}

#[test]
fn absorbed_is_core_money_for_half_and_routine_of_two_fifths() {
    for (core, routine, origin, month, absorbed) in [
        (0.5, 0.4, Origin::Programme, 20, true),
        (0.49, 0.4, Origin::Programme, 20, false),
        (0.5, 0.39, Origin::Programme, 20, false),
        (0.5, 0.4, Origin::Copied, 20, true),
        // What ran before the programme can leave it only when it ends.
        (0.5, 0.4, Origin::PreExisting, 20, false),
        (0.5, 0.4, Origin::PreExisting, 48, true),
    ] {
        let mut place = undecided();
        let list = &mut place.site().initiatives;
        (list.core_share[0], list.normalisation[0], list.origin[0]) = (core, routine, origin);
        place.act(month, decide_continuation);
        let list = &place.site().initiatives;
        assert_eq!(list.stage[0] == Stage::Absorbed, absorbed, "{core} {routine} {origin:?} {month}");
        assert_eq!(list.absorbed[0], absorbed.then_some(month));
        assert!(list.live(0));
    }
}

#[test]
fn stages_follow_scale_and_its_peak() {
    for (scale, peak, stage) in [
        (0.02, 0.04, Stage::Proposed),
        (0.1, 0.2, Stage::Implementing),
        (0.01, 0.2, Stage::Implementing),
        (0.3, 0.5, Stage::Operating),
        (0.24, 0.5, Stage::ScaledBack),
    ] {
        let mut place = undecided();
        let list = &mut place.site().initiatives;
        (list.scale[0], list.peak[0]) = (scale, peak);
        place.act(20, decide_continuation);
        assert_eq!(place.site().initiatives.stage[0], stage);
    }
}

/// The field after months of such scales of alpha, which began in month 12.
fn after(months: std::ops::Range<u32>, scale: impl Fn(u32) -> f64) -> Place {
    let mut place = undecided();
    for month in months {
        place.site().initiatives.scale[0] = scale(month);
        place.act(month, decide_continuation);
    }
    place
}

#[test]
fn ended_is_three_months_in_a_row_at_less_than_a_twentieth() {
    let end = |mut place: Place| place.site().initiatives.end[0];
    assert_eq!(end(after(30..32, |_| 0.04)), None);
    assert_eq!(end(after(30..33, |_| 0.04)), Some(32));
    assert_eq!(end(after(30..40, |_| 0.05)), None);
    assert_eq!(end(after(30..40, |month| if month % 3 == 0 { 0.05 } else { 0.0 })), None);
    // At least nine months after its start in month 12.
    assert_eq!(end(after(12..21, |_| 0.0)), None);
    assert_eq!(end(after(12..22, |_| 0.0)), Some(21));
    let mut place = after(30..33, |_| 0.04);
    let site = place.site();
    assert_eq!((site.initiatives.stage[0], site.initiatives.champion[0]), (Stage::Ended, NOBODY));
    assert_eq!((site.initiatives.performance[0], site.actors.champions[1]), (0.0, 0));
    assert!(!site.initiatives.live(0) && site.initiatives.live(1));
}

#[test]
fn an_end_disappoints_partners_who_wanted_it() {
    let mut place = undecided();
    place.site().actors.enthusiasm[6] = -0.1;
    // A manager's trust in manager 1 and chief 0 of the lead: 0.4 - 0.15. Not in nurses; not of those who did not want it;
    // not the lead's own.
    place.site().initiatives.scale[0] = 0.0;
    for month in 30..33 {
        place.act(month, decide_continuation);
    }
    near(place.trust(5, 1), 0.25);
    near(place.trust(5, 0), 0.25);
    near(place.trust(5, 2), 0.4);
    near(place.trust(6, 1), 0.4);
    near(place.trust(1, 5), 0.4);
    near(place.trust(5, 4), 0.6);
    near(place.trust(2, 1), 0.6);
}

/// Causes of alpha's end after `prepare`.
fn why(prepare: impl FnOnce(&mut Site)) -> (Cause, Vec<Cause>) {
    let mut place = undecided();
    let site = place.site();
    site.initiatives.scale[0] = 0.0;
    // Posts are filled, and it is paid as it always was.
    site.initiatives.staffing[0] = 0.9;
    prepare(site);
    for month in 48..51 {
        place.act(month, decide_continuation);
    }
    let list = &place.site().initiatives;
    (list.main_cause[0].expect("a cause"), list.causes[0].iter().collect())
}

#[test]
fn an_end_has_its_causes() {
    assert_eq!(why(|_| {}), (Cause::Several, vec![Cause::Several]));
    // Paid 0.4 at best, and 0.1 now.
    assert_eq!(why(|site| site.initiatives.granted[0] = 0.1).0, Cause::Money);
    assert_eq!(why(|site| site.initiatives.staffing[0] = 0.1).0, Cause::Staffing);
    assert_eq!(why(|site| site.initiatives.fit[0] = 0.1).0, Cause::Misfit);
    assert_eq!(why(|site| site.initiatives.failed_trial[0] = true).0, Cause::Trial);
    // It lost a decision at logit -1.0 where -0.2 would have won: senior support, usually worth 1.0 more, would have
    // kept it; routine, usually worth 0.5 more, would not.
    let (main, all) = why(|site| {
        let mut usual = [0.0; 9];
        (usual[1], usual[2]) = (2.0, 1.0);
        site.initiatives.usual[0] = UsualTerms { sums: usual, months: 2 };
        site.initiatives.lost[0] = Some(Decision { needed: -0.2, logit: -1.0, terms: [0.0; 9] });
    });
    assert_eq!((main, all), (Cause::Support, vec![Cause::Support]));
}

#[test]
fn usual_terms_are_those_of_programme_time() {
    let mut place = undecided();
    for month in [11, 12, 47, 48] {
        place.act(month, decide_continuation);
    }
    let UsualTerms { sums, months } = place.site().initiatives.usual[0];
    assert_eq!(months, 2);
    // Twice the support term, 2.0 x (0.2 - 0.39).
    near(sums[1], -0.76);
    let mut outside = undecided();
    outside.site().member = false;
    // The first two years of alpha, from month 12.
    for month in [12, 35, 36] {
        outside.act(month, decide_continuation);
    }
    assert_eq!(outside.site().initiatives.usual[0].months, 2);
}

#[test]
fn nothing_that_is_not_alive_is_decided() {
    let mut place = decided_monthly();
    place.parameters().mainstream_intercept = 20.0;
    place.site().initiatives.stage[0] = Stage::Ahead;
    let World { nation, sites } = &mut place.world;
    decide_continuation(&mut sites[0], &Now { plan: &place.plan, nation, month: 55 });
    near(place.site().initiatives.core_share[0], 0.5);
    near(place.site().initiatives.core_share[1], 0.5);
}
