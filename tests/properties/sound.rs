//! What is true of every site in every month.

use safsim::world::{ABSENT, NOBODY, Site, Stage};

/// Room for the rounding of sums.
const HAIR: f64 = 1e-9;

#[track_caller]
fn all_within(name: &str, values: impl IntoIterator<Item = f64>, low: f64, high: f64) {
    for (place, value) in values.into_iter().enumerate() {
        assert!(value >= low && value <= high, "{name} of {place} is {value}");
    }
}

/// Every number is a number and within its range; of the metric effect it is the gap that can be closed.
pub fn numbers_are_in_range(site: &Site, need: f64) {
    let a = &site.actors;
    for (name, column) in [
        ("h", &a.hierarchical),
        ("vision", &a.vision),
        ("framing", &a.framing),
        ("leveraging", &a.leveraging),
        ("seizing", &a.seizing),
        ("risk taking", &a.risk_taking),
        ("brokering", &a.brokering),
        ("external support", &a.external_support),
        ("novice", &a.novice),
        ("reputation", &a.reputation),
        ("agency", &a.agency),
        ("headroom", &a.headroom),
        ("position", &a.position),
        ("trusted", &a.trusted),
    ] {
        all_within(name, column.iter().copied(), 0.0, 1.0);
    }
    all_within("enthusiasm", a.enthusiasm.iter().copied(), -1.0, 1.0);
    all_within("disposition", a.disposition.iter().copied(), -1.0, 1.0);
    all_within("tenure", a.tenure.iter().copied(), 0.0, 1e5);
    all_within("receptivity", a.receptivity.iter().flatten().copied(), 0.0, 1.0);
    all_within("trust", site.ties.all_trust().iter().copied(), 0.0, 1.0);
    let list = &site.initiatives;
    for (name, column) in [
        ("x", &list.scale),
        ("peak", &list.peak),
        ("q", &list.staffing),
        ("z", &list.normalisation),
        ("fit", &list.fit),
        ("tailored", &list.tailored),
        ("evidence", &list.evidence),
        ("engagement", &list.engagement),
        ("core share", &list.core_share),
        ("C", &list.coordination),
        ("performance", &list.performance),
        ("trust of members", &list.trust),
        ("commitment", &list.commitment),
    ] {
        all_within(name, column.iter().copied(), 0.0, 1.0);
    }
    let partners = || (0..list.len()).flat_map(|i| list.partners(i));
    all_within("c", partners().map(|partner| partner.commitment), 0.0, 1.0);
    all_within("ratified", partners().map(|partner| partner.ratified), 0.0, 1.0);
    all_within("U", list.support.iter().chain(&list.senior_support).copied(), -1.0, 1.0);
    all_within("granted", list.granted.iter().copied(), 0.0, 1.0 + HAIR);
    let s = &site.standing;
    all_within(
        "standing",
        [
            s.badge,
            s.permissiveness,
            s.metric_focus,
            s.good_news,
            s.legislation,
            s.national_trust,
            s.alignment,
            s.interpretation,
            s.official,
        ],
        0.0,
        1.0,
    );
    all_within("achieved, expected", site.actors.achieved.iter().chain(&site.actors.expected).copied(), 0.0, 1.0);
    all_within("authority", s.authority.into_iter().chain(s.against), 0.0, 1.0);
    all_within("metric effect", [s.effect_due, s.metric_effect], 0.0, need + HAIR);
    all_within("perceived", [s.perceived], -3.0, 3.0);
    all_within("k, c, v", [site.collaboration.now, site.crisis, site.consultation], 0.0, 1.0);
    all_within("mean trust", [site.trust_means.across, site.trust_means.inside], 0.0, 1.0);
}

/// Nothing is spent that was not given, in the month and in total.
pub fn money_is_not_made(site: &Site) {
    let money = &site.money;
    all_within("money", [money.bid, money.award, money.given, money.spent, money.horizon], 0.0, f64::MAX);
    assert!(money.spent <= money.given + HAIR, "{} of {}", money.spent, money.given);
    assert!(money.total.spent <= money.total.given + HAIR, "{:?}", money.total);
}

/// A tie i -> j lies in row i, inside or across as their organisations say, and has one in return, j -> i. Every pair lies once
/// among those that have the same in common.
pub fn ties_are_paired(site: &Site) {
    let (ties, a) = (&site.ties, &site.actors);
    let mut seen = 0;
    for i in 0..a.len() {
        assert_eq!((ties.inside(i).start, ties.across(i).end), (ties.of(i).start, ties.of(i).end));
        assert_eq!((ties.inside(i).end, ties.of(i).start), (ties.across(i).start, seen));
        for k in ties.of(i) {
            let j = ties.target[k] as usize;
            assert_ne!(i, j);
            assert_eq!(ties.inside(i).contains(&k), a.organisation[i] == a.organisation[j]);
            let back = ties.find(j, i).expect("a tie in return");
            assert_eq!((ties.trust_back(k), ties.trust_back(back)), (ties.trust(back), ties.trust(k)));
            assert_eq!(ties.find(i, j), Some(k), "two ties of one pair");
        }
        seen = ties.of(i).end;
    }
    assert_eq!(seen, ties.len());
    let mut ties = ties.clone();
    let (total, pairs) = (ties.total_trust(), ties.pairs());
    let mut next = 0;
    for stretch in pairs.stretches {
        assert_eq!(stretch.first, next);
        for &[low, high] in &pairs.ends[stretch.first as usize..stretch.end as usize] {
            let (low, high) = (low as usize, high as usize);
            assert!(low < high && site.ties.find(low, high).is_some());
            assert_eq!(stretch.common.across, a.organisation[low] != a.organisation[high]);
            assert_eq!(stretch.common.boards, a.boards[low] & a.boards[high]);
            assert_eq!(stretch.common.work, a.enrolled[low] & a.enrolled[high]);
        }
        next = stretch.end;
    }
    assert_eq!((2 * next as usize, pairs.trust.len() * 2), (seen, seen));
    let sum: f64 = pairs.trust.as_flattened().iter().sum();
    assert!((sum - total).abs() < HAIR * total.max(1.0), "{sum}, and kept as {total}");
}

/// Champions are members in post of live initiatives, known on both sides; sponsors are members of the organisation that they
/// speak for; stages go with time; an end is final.
pub fn initiatives_are_consistent(site: &Site, before: &[Stage], month: u32) {
    let (list, a) = (&site.initiatives, &site.actors);
    for i in 0..list.len() {
        let sponsors = list.partners(i).iter().filter(|partner| partner.sponsor != NOBODY);
        for partner in sponsors.clone() {
            assert_eq!(a.organisation[partner.sponsor as usize], partner.organisation);
            assert!(list.members(i).contains(&partner.sponsor));
            assert!(partner.commitment >= partner.ratified, "{partner:?} of {i} in {month}");
        }
        for slot in 0..a.len() {
            let speaks = sponsors.clone().any(|partner| partner.sponsor as usize == slot);
            assert_eq!(a.sponsors[slot] & (1 << i) != 0, speaks, "sponsor {slot} of {i} in {month}");
        }
    }
    for i in 0..list.len() {
        let champion = list.champion[i];
        if list.live(i) && champion != NOBODY {
            assert!(a.present(champion as usize) && list.members(i).contains(&champion));
        }
        for slot in 0..a.len() {
            let leads = a.champions[slot] & (1 << i) != 0;
            assert_eq!(leads, list.live(i) && champion as usize == slot, "champion {slot} of {i} in {month}");
            assert_eq!(a.enrolled[slot] & (1 << i) != 0, list.members(i).contains(&(slot as u16)));
        }
        assert_eq!(list.stage[i] == Stage::Ahead, list.start[i] > month as i32, "stage of {i} in {month}");
        assert_eq!(list.stage[i] == Stage::Ended, list.end[i].is_some());
        assert_eq!(list.end[i].is_some(), list.main_cause[i].is_some());
        if before.get(i) == Some(&Stage::Ended) {
            assert_eq!(list.stage[i], Stage::Ended);
        }
        if !list.live(i) {
            assert_eq!((list.granted[i], list.performance[i]), (0.0, 0.0));
        }
    }
    for slot in 0..a.len() {
        assert!(a.vacancy[slot] == ABSENT || a.vacancy[slot] <= 121);
    }
}
