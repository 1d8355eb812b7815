use super::Now;
use crate::scenario::Authority;
use crate::world::{Site, mean};

/// 3 Authority: what can be said for and against from the five sources, and who can interpret (model 6.3, 6.1).
pub fn draw_authority(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let live = &site.initiatives;
    let alignment = live.mean_alignment();
    let evidence = mean(live.living().map(|i| live.evidence[i]), 0.0);
    let programme = (site.member && now.t() >= now.programme().start).then(|| now.programme());
    let mandate = programme.map_or(0.0, |programme| programme.mandate.get());
    let conflict = programme.map_or(0.0, |programme| programme.conflict.get());
    let standing = &mut site.standing;
    let (badge, focus, law) = (standing.badge, standing.metric_focus, standing.legislation);
    let licensed = law * (1.0 - badge);
    let political = (1.0 - (1.0 - badge) * (1.0 - p.political_consultation * site.consultation) * (1.0 - mandate))
        * (1.0 - licensed);
    let award = if site.money.bid > 0.0 { (site.money.given / site.money.bid).min(1.0) } else { 0.0 };
    let economic = 1.0 - (1.0 - p.economic_award * award) * (1.0 - site.crisis);
    let consonance =
        programme.map_or(p.values_outside, |programme| programme.consonance.at(now.t()) * (1.0 - conflict));
    let values = consonance * (1.0 - p.values_metric * focus * (1.0 - alignment));
    standing.authority = [political, economic, site.collaboration.now, values, evidence].map(|a| a.clamp(0.0, 1.0));
    standing.alignment = alignment;
    oppose(site, evidence, conflict, now);
    site.standing.interpretation = site.interpretive_capacity();
    site.crisis += p.crisis_rate * (site.pressure(now.month) * site.standing.interpretation - site.crisis);
    site.crisis = site.crisis.clamp(0.0, 1.0);
}

/// What can be said against: rules that forbid, money that lacks, what one's own organisation has to lose, metrics that do
/// not see the work or goals at odds, and work that has nothing to show: `evidence` is its mean, `conflict` that between goals.
fn oppose(site: &mut Site, evidence: f64, conflict: f64, now: &Now<'_>) {
    let live = &site.initiatives;
    let settled = mean(
        live.living()
            .map(|i| f64::from(u8::from(f64::from(now.t() - live.start[i]) >= now.parameters().settled_months))),
        0.0,
    );
    let pressure = site.pressure(now.month);
    let competition = 1.0 - site.collaboration.now;
    let standing = &mut site.standing;
    let economic = standing.authority[Authority::Economic as usize];
    let unseen = standing.metric_focus * (1.0 - standing.alignment);
    standing.against = [
        standing.legislation * (1.0 - standing.badge),
        pressure * (1.0 - economic),
        competition,
        unseen + conflict * (1.0 - unseen),
        settled * (1.0 - evidence) * (1.0 - standing.good_news),
    ]
    .map(|a| a.clamp(0.0, 1.0));
}
