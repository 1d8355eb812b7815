use super::exchanged::exchanged;
use super::replayed::{Replayed, planned, replayed};
use super::sites_apart::sites_apart;
use crate::analysis::{ArmLabel, SetApart, SiteCondition};
use crate::experiment::pool;
use crate::quantity::{Share, ShockKind};
use crate::scenario::{DrawnKey, DrawnValue, Scenario, Source, default_scenario, load};
use crate::study::arms::Arms;
use crate::study::runs::Runs;
use crate::study::work::conducted;
use crate::study::{Cancel, Options};

fn of(text: &str) -> Scenario {
    let text = format!("name = \"places\"\n{text}");
    load(&Source::Text { name: "places.toml".to_owned(), text }, &[]).unwrap_or_else(|why| panic!("{why}"))
}

/// Sites of these lines each.
fn sites(lines: &[&str]) -> Scenario {
    let site = |(at, lines): (usize, &&str)| {
        format!("[[site]]\nname = \"s{at}\"\ntype = \"mcp\"\ninitiatives = [\"social_prescribing\"]\n{lines}\n")
    };
    of(&lines.iter().enumerate().map(site).collect::<String>())
}

fn found(apart: &[SetApart]) -> Vec<(usize, &'static str)> {
    apart.iter().map(|one| (one.site, one.condition.name())).collect()
}

#[test]
fn the_small_award_and_the_lost_year_of_the_six_sites_are_found() {
    let apart = sites_apart(&default_scenario());
    let of = |site: usize, condition| {
        apart.iter().find(|one| one.site == site && one.condition == condition).copied().expect("it stands apart")
    };
    let award = of(3, SiteCondition::Award);
    assert_eq!((award.own, award.others, award.month), (0.3, 0.6, None));
    let lost = of(5, SiteCondition::Struck(ShockKind::FundingWithdrawal));
    // Twelve of 36 months, from the 36th of the run on.
    assert_eq!((lost.own, lost.others, lost.month), (1.0 / 3.0, 0.0, Some(36)));
    // Most of a team, where it strikes.
    assert_eq!(of(0, SiteCondition::PeopleLost).own, 0.9);
    assert!(apart.iter().all(|one| one.distance() > 0.0999), "{apart:?}");
    assert!(apart.windows(2).all(|two| two[0].distance() >= two[1].distance()));
}

/// With what a condition is made of as it was before.
fn put_back(other: &mut Scenario, before: &Scenario, apart: &SetApart) {
    let (site, old) = (&mut other.sites[apart.site], &before.sites[apart.site]);
    match apart.condition {
        SiteCondition::Award => site.award = old.award,
        SiteCondition::Board => site.boards.clone_from(&old.boards),
        SiteCondition::History => site.history = old.history,
        SiteCondition::Collaboration => site.collaboration = old.collaboration,
        SiteCondition::Deficit => site.deficit = old.deficit,
        SiteCondition::Engagement => site.engagement = old.engagement,
        SiteCondition::Consultation => site.consultation = old.consultation,
        SiteCondition::PeopleLost | SiteCondition::Struck(_) => {
            site.actors.clone_from(&old.actors);
            let is_own = |shock: &crate::scenario::Shock| match apart.condition {
                SiteCondition::Struck(kind) => shock.kind == kind,
                _ => shock.kind.row().leavers,
            };
            for (shock, old) in other.shocks.iter_mut().zip(&before.shocks).filter(|(_, old)| is_own(old)) {
                shock.timing = old.timing;
            }
        }
    }
}

#[test]
fn an_exchange_changes_that_condition_of_that_site_and_nothing_else() {
    let scenario = default_scenario();
    let apart = sites_apart(&scenario);
    for one in &apart {
        let mut other = exchanged(&scenario, one);
        assert_ne!(other, scenario, "{one:?}");
        let now = sites_apart(&other);
        let still = now.iter().any(|now| now.site == one.site && now.condition == one.condition);
        assert!(!still, "{one:?}");
        put_back(&mut other, &scenario, one);
        assert_eq!(other, scenario, "{one:?}");
    }
    let kinds: std::collections::BTreeSet<&str> = apart.iter().map(|one| one.condition.name()).collect();
    assert!(kinds.len() >= 8, "{kinds:?}");
}

#[test]
fn who_is_like_the_others_is_not_set_apart() {
    assert_eq!(sites_apart(&sites(&["", ""])), []);
    assert_eq!(sites_apart(&sites(&["history = 0.4"])), []);
    // Within a tenth.
    assert_eq!(sites_apart(&sites(&["history = 0.4", "history = 0.45", "history = 0.49"])), []);
    // The middle of the others, not their mean; of the two that are alike neither.
    let apart = sites_apart(&sites(&["deficit = 0.2", "deficit = 0.2", "deficit = 0.8"]));
    assert_eq!((found(&apart)[0], apart[0].others), ((2, "deficit"), 0.2));
    // Who is like half of the others does not.
    assert_eq!(found(&sites_apart(&sites(&["award = 0.1", "", ""]))), [(0, "award")]);
    // Whoever is no member has no award.
    assert_eq!(found(&sites_apart(&sites(&["award = 1.0", "member = false", "award = 1.0"]))), []);
    let two = sites_apart(&sites(&["consultation = \"none\"", "consultation = \"one-way\"", ""]));
    assert!(found(&two).contains(&(0, "consultation")) && !found(&two).contains(&(0, "engagement")), "{two:?}");
}

#[test]
fn what_strikes_half_of_the_others_as_well_sets_nobody_apart() {
    let shock = |site: &str| {
        format!("[[shock]]\nkind = \"staff_loss\"\nmonth = \"2016-04\"\nscope = {{ {site} }}\nmagnitude = 0.5\n")
    };
    let with = |shocks: &str| {
        let region = |at: usize| format!("region = \"{}\"", if at == 2 { "far" } else { "near" });
        let site = |at: usize| {
            let region = region(at);
            format!("[[site]]\nname = \"s{at}\"\ntype = \"mcp\"\n{region}\ninitiatives = [\"social_prescribing\"]\n")
        };
        let sites: String = (0..3).map(site).collect();
        of(&format!("[[region]]\nname = \"near\"\n[[region]]\nname = \"far\"\n{sites}{shocks}"))
    };
    let one = sites_apart(&with(&shock("site = \"s1\"")));
    assert_eq!((found(&one), one[0].own, one[0].month), (vec![(1, "people_lost")], 0.5, Some(24)));
    assert_eq!(found(&sites_apart(&with(&(shock("site = \"s1\"") + &shock("site = \"s0\""))))), []);
    // A region of one site is that site.
    assert_eq!(found(&sites_apart(&with(&shock("region = \"far\"")))), [(2, "people_lost")]);
    assert_eq!(found(&sites_apart(&with(&shock("region = \"near\"")))), []);
}

#[test]
fn boards_come_and_go_and_become_as_formal() {
    let board =
        |formality: f64| format!("[[site.board]]\nmembers = [\"all\"]\nformality = {formality}\nstart = \"2014-04\"\n");
    let none = sites(&["", &board(0.6), &board(0.6)]);
    let apart = sites_apart(&none);
    assert_eq!(found(&apart), [(0, "board")]);
    let given = exchanged(&none, &apart[0]);
    let board_given = &given.sites[0].boards[0];
    assert_eq!((board_given.formality, board_given.start, board_given.end), (Share::clamped(0.6), 12, None));
    assert!(board_given.members.len() > 1 && sites_apart(&given).is_empty());
    let alone = sites(&["", &board(0.6), ""]);
    let apart = sites_apart(&alone);
    assert_eq!(found(&apart), [(1, "board")]);
    assert!(exchanged(&alone, &apart[0]).sites[1].boards.is_empty());
}

#[test]
fn what_was_drawn_holds_where_it_is_exchanged() {
    let mut scenario = sites(&["", "history = 0.4"]);
    scenario.sites[0].history = Share::clamped(0.7);
    let drawn = |key| DrawnValue { key, low: 0.6, high: 0.8 };
    scenario.sites[0].drawn = vec![drawn(DrawnKey::History), drawn(DrawnKey::Engagement)];
    let apart = sites_apart(&scenario);
    let history = apart.iter().find(|one| one.site == 0 && one.condition == SiteCondition::History).unwrap();
    let other = exchanged(&scenario, history);
    assert_eq!(other.sites[0].history, Share::clamped(0.4));
    assert_eq!(other.sites[0].drawn, [drawn(DrawnKey::Engagement)]);
}

#[test]
fn exchanges_take_no_more_runs_than_there_are_replicates() {
    let cases = [(9, 4), (10, 4), (60, 24), (200, 24), (1000, 24), (25, 1), (500, 0), (1_000_000, 3)];
    let plans = cases.map(|(replicates, exchanges)| planned(replicates, exchanges));
    assert_eq!(plans, [(0, 0), (1, 10), (6, 10), (20, 10), (24, 40), (1, 25), (0, 0), (3, 40)]);
    for (&(replicates, _), (number, each)) in cases.iter().zip(plans) {
        assert!(number as u64 * each <= replicates && (number == 0 || (10..=40).contains(&each)));
    }
}

/// So many runs of two sites, one with a small award.
fn two_sites(replicates: u64) -> (Scenario, Arms, Runs) {
    let mut scenario = default_scenario();
    scenario.sites.drain(..2);
    scenario.sites.truncate(2);
    scenario.shocks.clear();
    let arms = Arms::new(vec![(ArmLabel::default(), &scenario)], 1, &[]);
    let runs = conducted(&arms, replicates);
    (scenario, arms, runs)
}

#[test]
fn the_same_for_any_threads_unless_somebody_stops_it() {
    let (scenario, arms, runs) = two_sites(10);
    let on = |threads: usize, cancel: &Cancel| {
        let threads = std::num::NonZeroUsize::new(threads);
        let options = Options { threads, cancel: Some(cancel), ..Options::default() };
        pool(threads).unwrap().install(|| replayed(&scenario, &arms, &runs, &options)).unwrap()
    };
    let Replayed::Found(one) = on(1, &Cancel::new()) else { panic!("two sites stand apart") };
    assert!(matches!(on(3, &Cancel::new()), Replayed::Found(other) if other == one));
    assert_eq!((one.replicates, one.replayed().count()), (10, 1));
    assert!(one.not_replayed() > 0);
    let cancel = Cancel::new();
    cancel.stop();
    assert!(matches!(on(1, &cancel), Replayed::Stopped));
}

#[test]
fn too_few_replicates_and_one_site() {
    let (mut scenario, arms, runs) = two_sites(9);
    let options = Options::default();
    let Replayed::Found(few) = replayed(&scenario, &arms, &runs, &options).unwrap() else { panic!("they stand apart") };
    assert_eq!((few.replicates, few.replayed().count()), (0, 0));
    assert!(few.not_replayed() > 0);
    scenario.sites.truncate(1);
    assert!(matches!(replayed(&scenario, &arms, &runs, &options), Ok(Replayed::OneSite)));
}
