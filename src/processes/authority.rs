use super::Now;
use crate::world::{Site, mean};

/// 3 Authority: what the site can draw on from the five sources, their conflict, and who can interpret (model 6.3,
/// 6.1).
pub fn draw_authority(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let live = &site.initiatives;
    let alignment = live.mean_alignment();
    let evidence = mean(live.living().map(|i| live.evidence[i]), 0.0);
    let mandate = if site.member && now.t() >= now.programme().start { now.programme().mandate.get() } else { 0.0 };
    let standing = &mut site.standing;
    let (badge, focus, law) = (standing.badge, standing.metric_focus, standing.legislation);
    let licensed = law * (1.0 - badge);
    let political = (1.0 - (1.0 - badge) * (1.0 - p.political_consultation * site.consultation) * (1.0 - mandate))
        * (1.0 - licensed);
    let award = if site.money.bid > 0.0 { (site.money.given / site.money.bid).min(1.0) } else { 0.0 };
    let economic = 1.0 - (1.0 - p.economic_award * award) * (1.0 - site.crisis);
    let consonance = if site.member && now.t() >= now.programme().start {
        now.programme().consonance.at(now.t())
    } else {
        p.values_outside
    };
    let values = consonance * (1.0 - p.values_metric * focus * (1.0 - alignment));
    standing.authority = [political, economic, site.collaboration.now, values, evidence].map(|a| a.clamp(0.0, 1.0));
    standing.conflict = (focus * (1.0 - alignment) * p.conflict_metric + licensed * p.conflict_law).clamp(0.0, 1.0);
    standing.alignment = alignment;
    site.standing.interpretation = site.interpretive_capacity();
    site.crisis +=
        p.crisis_rate * (site.pressure(now.month, p.surge_deficit) * site.standing.interpretation - site.crisis);
    site.crisis = site.crisis.clamp(0.0, 1.0);
}
