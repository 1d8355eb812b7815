use super::Now;
use crate::record::{EventKind, Leaving};
use crate::scenario::definitions::{UNSKILLED, USUAL_CASELOAD};
use crate::scenario::{Badge, Funding, Horizon, Programme, TimeLine};
use crate::world::{ABSENT, Audience, Initiatives, Intermediary, Purpose, Site, Stage};

/// 2 Programme: policy as it reaches the site, the badge, funding rounds and the account manager's visit (model 6.2).
pub fn run_programme(site: &mut Site, now: &Now<'_>) {
    let threat = threat(site, now);
    set_policy(site, threat, now);
    if site.member && now.t() == now.programme().start.max(0) && now.programme().funding.cut_plans {
        cut_plans(site, now);
    }
    site.begin_due(now.t());
    site.sitting = 0;
    for (b, board) in site.boards.iter().enumerate() {
        site.sitting |= u16::from(board.sits(now.t())) << b;
    }
    if !site.member {
        return;
    }
    wear_badge(site, now);
    if now.t() == now.programme().start.max(0) {
        site.standing.effect_at_start = site.standing.metric_effect;
    }
    miss_manager(site, now);
    if now.plan.running(now.t()) {
        visit(site, now);
    }
}

/// Policy in a member site is what the scenario writes, or what the national team makes of it; outside the programme it has its
/// own values, to which former members return when it ends, unless a time line goes on past the end. Those who believe a threat
/// turn to the metric.
fn set_policy(site: &mut Site, threat: f64, now: &Now<'_>) {
    let (programme, p, t) = (now.programme(), now.parameters(), now.t());
    let control = control(site, now);
    let running = site.member && now.plan.running(t);
    let past = |line: &TimeLine| site.member && t >= programme.end && line.goes_past(programme.end);
    let policy = |line: &Option<TimeLine>, team: f64, outside: f64| match line {
        Some(line) if running || past(line) => line.at(t),
        None if running => team,
        _ => outside,
    };
    let permissiveness = policy(&programme.permissiveness, 1.0 - control, p.outside_permissiveness);
    let focus = policy(&programme.metric_focus, control, p.outside_metric_focus);
    let shifted = site.standing.shifted;
    let believed = p.threat_believed * threat;
    site.standing.permissiveness = permissiveness * (1.0 - shifted.permissiveness) * (1.0 - believed);
    let focus = focus + shifted.metric_focus * (1.0 - focus);
    site.standing.metric_focus = focus + believed * (1.0 - focus);
    site.standing.good_news = if running { programme.support.good_news.get() } else { 0.0 };
    site.standing.legislation = (now.scenario().policy.legislation.at(t) + shifted.legislation).clamp(0.0, 1.0);
}

/// How far the national team controls the site, 0..1: its pressure, the more so the further a site is behind the others whose
/// account manager can see it.
fn control(site: &Site, now: &Now<'_>) -> f64 {
    let seen = account_manager(site, now).is_some();
    let weight =
        if seen { (1.0 + site.behind_plan(now.programme(), now.t()) - now.nation.behind).max(0.0) } else { 1.0 };
    (now.nation.pressure * weight).min(1.0)
}

/// Where an account manager has left since the month before, the next one has no more than a stranger's trust, and some of what the
/// one before had built. Each site sees to it itself: a site in an altered future too.
fn miss_manager(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let left = site.manager.and_then(|manager| now.nation.managers.get(manager as usize)).is_some_and(|m| m.left);
    if left {
        let trust = &mut site.standing.national_trust;
        *trust = p.newcomer_prior + p.inherited_trust * (*trust - p.newcomer_prior);
    }
}

/// The account manager of the site, if one is in post.
fn account_manager<'a>(site: &Site, now: &Now<'a>) -> Option<&'a Intermediary> {
    let manager = now.nation.managers.get(site.manager? as usize)?;
    (manager.vacancy == 0).then_some(manager)
}

fn wear_badge(site: &mut Site, now: &Now<'_>) {
    let (programme, p, t) = (now.programme(), now.parameters(), now.t());
    match &programme.badge {
        Badge::Given(line) => site.standing.badge = if t >= programme.start { line.at(t) } else { 0.0 },
        Badge::Fading(award) => {
            if t == programme.start.max(0) {
                site.standing.badge = award.get();
            } else if t >= programme.end || programme.successor_start.is_some_and(|start| start <= t) {
                site.standing.badge *= 1.0 - p.badge_fade_successor;
            } else {
                site.standing.badge *= 1.0 - p.badge_fade;
            }
        }
    }
}

/// How far the site is from what the nation asks for, 0..1; 0 if it asks for nothing.
fn behind(site: &Site, funding: &Funding) -> f64 {
    let threshold = funding.threshold;
    if threshold > 0.0 { (1.0 - site.standing.reported() / threshold).clamp(0.0, 1.0) } else { 0.0 }
}

/// How heavily the threat to lose money hangs over the site, 0..1: its distance from the target as long as there is a
/// next conditional round that is not decided yet (SH-04).
fn threat(site: &Site, now: &Now<'_>) -> f64 {
    let (programme, t) = (now.programme(), now.t());
    let funding = &programme.funding;
    if !site.member || !now.plan.running(t) || !funding.conditional_in(t) {
        return 0.0;
    }
    let (left, length) = round(programme, t);
    let open = programme.end - t > left && left > decided(funding, length);
    if open { behind(site, funding) } else { 0.0 }
}

/// The account manager supports as far as the stance goes (by default: as far as policy is permissive), and presses
/// for the rest, the more so the further the site is from its target.
fn visit(site: &mut Site, now: &Now<'_>) {
    let (support, p) = (&now.programme().support, now.parameters());
    let Some(manager) = account_manager(site, now) else { return };
    // Who has many sites has little time for each, and knows little of one that is new.
    let dose = (manager.reach() * USUAL_CASELOAD / f64::from(support.caseload)).min(1.0);
    let stance = support.stance.map_or(site.standing.permissiveness, |s| s.get());
    let pressing = (1.0 - stance) * behind(site, &now.programme().funding);
    let trust = &mut site.standing.national_trust;
    *trust += p.visit_trust * dose * (stance * (1.0 - *trust) - pressing * *trust);
    let live = site.initiatives.living().count() as u32;
    let pick = site.streams.get(Purpose::Visits).at(now.month, 0).below(live) as usize;
    let Some(chosen) = site.initiatives.living().nth(pick) else { return };
    let champion = site.initiatives.champion[chosen] as usize;
    let harness = if champion < site.actors.len() { site.actors.external_support[champion] } else { 0.0 };
    let fit = &mut site.initiatives.fit[chosen];
    *fit += (p.visit_fit * dose * stance * (UNSKILLED + harness)).min(1.0) * (1.0 - *fit);
}

/// The money of the month: bid and award, rounds and their conditions, cuts and delays, the end (model 6.2).
pub fn fund(site: &mut Site, now: &Now<'_>) {
    let (programme, t) = (now.programme(), now.t());
    site.money.asked = 0.0;
    site.money.given = 0.0;
    site.money.horizon = 0.0;
    if !site.member || !(programme.start..=programme.end).contains(&t) {
        return;
    }
    if t == programme.end {
        end_of_money(site, now);
        return;
    }
    if t == programme.start.max(0) {
        award(site, now);
    }
    change_rules(site, now);
    next_round(site, now);
    pay(site, now);
}

/// The start of what never begins.
const NEVER: i32 = i32::MAX;

/// Plans are cut to what the money carries: those of most local value for their cost are kept, until the award is used up.
fn cut_plans(site: &mut Site, now: &Now<'_>) {
    let carried = award_share(site, now) * site.money.kept;
    let mut left = carried * site.bid();
    let list = &mut site.initiatives;
    let missing = |list: &Initiatives, i: usize| (1.0 - list.core_share[i]) * list.cost[i];
    left -= (0..list.len()).filter(|&i| list.live(i)).map(|i| missing(list, i)).sum::<f64>();
    let value = |list: &Initiatives, i: usize| list.attributes[i].local_value.get() / list.cost[i];
    let mut planned: Vec<usize> = (0..list.len()).filter(|&i| list.stage[i] == Stage::Ahead).collect();
    planned.sort_by(|&a, &b| value(list, b).total_cmp(&value(list, a)));
    for i in planned {
        let needs = missing(list, i);
        if needs <= left {
            left -= needs;
        } else {
            list.start[i] = NEVER;
            site.notes.initiative(EventKind::PlanCut, i, None, carried);
        }
    }
}

/// The award as a share of the bid.
fn award_share(site: &Site, now: &Now<'_>) -> f64 {
    let spec = &now.scenario().sites[site.id as usize];
    let award = spec.award.unwrap_or(now.programme().funding.award) * now.nation.award_factor;
    site.money.below_bid.unwrap_or(award)
}

/// At the start the bid is what initiatives cost beyond core budgets; an award below it is felt when it is told.
fn award(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    site.money.bid = site.bid();
    site.money.award = award_share(site, now);
    let told = site.money.award * site.money.kept;
    site.notes.site(EventKind::Award, told);
    let missing = (1.0 - told).max(0.0);
    if missing > 0.0 && site.money.bid > 0.0 {
        site.feel(p.money_felt * missing, true, Audience::Everybody, now.parameters());
    }
}

/// Conditions that come on the way, while there is a round to come, are felt as unjust where they are not met (SH-09).
fn change_rules(site: &mut Site, now: &Now<'_>) {
    let (programme, p, t) = (now.programme(), now.parameters(), now.t());
    let funding = &programme.funding;
    let changed = funding.conditional && funding.conditional_from == Some(t) && t > programme.start;
    let to_come = programme.end - t > round(programme, t).0;
    if !changed || !to_come || site.standing.reported() >= funding.threshold {
        return;
    }
    site.notes.site(EventKind::RulesChanged, site.standing.reported());
    site.standing.national_trust *= 1.0 - p.rule_change_felt;
    site.feel(p.rule_change_felt * site.money.award.min(1.0), false, Audience::Everybody, p);
}

/// Months left of the round of month `t`, and the length of a round. The last round may be shorter than the others.
fn round(programme: &Programme, t: i32) -> (i32, i32) {
    match programme.funding.horizon {
        Horizon::Whole => (programme.end - t, programme.end - programme.start),
        Horizon::Rounds(months) => {
            let length = months.max(1) as i32;
            ((length - (t - programme.start) % length).min(programme.end - t), length)
        }
    }
}

/// With so many months left of a round the next one is decided, if it is conditional.
fn decided(funding: &Funding, length: i32) -> i32 {
    (funding.notice.max(1) as i32).min(length)
}

/// Rounds: the next one's money is told `notice` months ahead; a conditional one is lost below the threshold.
fn next_round(site: &mut Site, now: &Now<'_>) {
    let (programme, t) = (now.programme(), now.t());
    let funding = &programme.funding;
    let (left, length) = round(programme, t);
    if t > programme.start && (t - programme.start) % length == 0 {
        site.money.lost.this = site.money.lost.next;
        site.money.lost.next = false;
    }
    let to_come = programme.end - t - left;
    let told = left <= funding.notice.max(1) as i32;
    if funding.conditional_in(t) && to_come > 0 && left == decided(funding, length) {
        let lost = site.standing.reported() < funding.threshold;
        site.money.lost.next = lost;
        if lost && !site.money.lost.this {
            site.notes.site(EventKind::RoundLost, site.standing.reported());
            site.feel(
                now.parameters().money_felt * site.money.award.min(1.0),
                true,
                Audience::Everybody,
                now.parameters(),
            );
        }
    }
    let next = if told { to_come.min(length) } else { 0 };
    let next = if site.money.lost.next { 0 } else { next };
    site.money.horizon = if site.money.lost.this { 0.0 } else { f64::from(left + next) };
}

fn pay(site: &mut Site, now: &Now<'_>) {
    let (t, month) = (now.t(), now.month);
    let passing = site.money.passing.or(month, 1.0);
    let lost = if site.money.lost.this { 0.0 } else { 1.0 };
    let share = site.money.award * now.plan.planned_payment(t) * site.money.kept * passing * lost;
    let due = site.money.bid * share;
    if month < site.money.held.until {
        site.money.held.sum += due;
    } else {
        site.money.given = due + site.money.held.sum;
        site.money.held.sum = 0.0;
    }
    site.money.ratio = share;
    site.money.asked = site.money.bid;
    site.money.total.asked += site.money.bid;
    site.money.total.given += site.money.given;
    if share > 0.0 {
        advertise(site, now);
    } else {
        dismiss(site, now);
    }
}

/// Posts that the programme pays for are advertised when there is money for them.
fn advertise(site: &mut Site, now: &Now<'_>) {
    for slot in 0..site.actors.len() {
        if site.actors.programme_funded[slot] && site.actors.vacancy[slot] == ABSENT {
            let draw = site.streams.get(Purpose::Newcomers).at(now.month, slot as u32).uniform();
            site.actors.vacancy[slot] = Site::vacancy(draw, now.parameters().vacancy);
        }
    }
}

/// The end, though announced, is felt when it comes, more so where a follow-on was expected; programme posts go.
fn end_of_money(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let lost = site.money.ratio.min(1.0);
    site.money.ratio = 0.0;
    site.notes.site(EventKind::MoneyEnded, lost);
    let expected = now.programme().funding.follow_on_expected.get();
    if lost > 0.0 {
        site.feel(p.money_felt * lost * (1.0 + p.follow_on * expected), true, Audience::Everybody, now.parameters());
    }
    dismiss(site, now);
}

/// Programme-funded people go when there is no money for them.
fn dismiss(site: &mut Site, now: &Now<'_>) {
    for slot in 0..site.actors.len() {
        if site.actors.programme_funded[slot] && site.actors.vacancy[slot] != ABSENT {
            if site.actors.present(slot) {
                // A post that nobody pays for goes, whoever would have stayed.
                site.let_go(slot, now.month, now.plan, now.parameters(), Leaving::MoneyEnded);
            }
            site.actors.vacancy[slot] = ABSENT;
        }
    }
}
