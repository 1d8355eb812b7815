use super::Now;
use crate::quantity::exp;
use crate::scenario::definitions::{MOST_INITIATIVES, NO_MONEY};
use crate::world::Site;

/// 5 Resourcing: programme money to initiatives, posts filled or cut (model 6.5).
///
/// Money goes by weight, up to each initiative's need; what is left over goes to the others, and what nobody needs or
/// can spend is lost. With a short horizon nobody comes, and those who came look elsewhere.
pub fn resource(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let price = site.money.price.or(now.month, 1.0);
    for i in 0..site.initiatives.len() {
        site.initiatives.cost[i] = site.initiatives.attributes[i].cost * price;
    }
    allocate(site, now);
    let horizon = site.money.horizon;
    let programme_hire = p.hire * (1.0 - decay(horizon, p.hire_horizon));
    let short = p.leave_short * decay(horizon, p.leave_horizon);
    let list = &mut site.initiatives;
    let mut spent = 0.0;
    for i in 0..list.len() {
        if !list.live(i) {
            continue;
        }
        let funded = (list.core_share[i] + list.granted[i]).min(1.0);
        let core = list.core_part(i);
        let mut staffing = list.staffing[i];
        if staffing < funded {
            let hire = core * p.hire + (1.0 - core) * programme_hire;
            staffing += hire * (funded - staffing);
        }
        staffing *= 1.0 - (p.leave + (1.0 - core) * short).min(1.0);
        if staffing > funded {
            staffing -= p.cut * (staffing - funded);
        }
        list.staffing[i] = staffing.clamp(0.0, 1.0);
        list.granted_peak[i] = list.granted_peak[i].max(list.granted[i]);
        let by_programme = (list.staffing[i] - list.core_share[i]).clamp(0.0, list.granted[i]);
        spent += by_programme * list.cost[i];
    }
    // Rounding may carry the sum of allocations a hair beyond the payment.
    site.money.spent = spent.min(site.money.given);
    site.money.total.spent += site.money.spent;
}

/// exp(-horizon / scale), 0 for a scale of 0.
fn decay(horizon: f64, scale: f64) -> f64 {
    if scale > 0.0 { exp(-horizon / scale) } else { 0.0 }
}

/// Shares the payment out by the weight that support and the metric give, up to need, until nothing is left or nobody needs more.
fn allocate(site: &mut Site, now: &Now<'_>) {
    let p = now.parameters();
    let list = &mut site.initiatives;
    list.granted.fill(0.0);
    let mut left = site.money.given;
    if left <= 0.0 {
        return;
    }
    let mut weight = [0.0; MOST_INITIATIVES];
    let mut need = [0.0; MOST_INITIATIVES];
    for i in 0..list.len() {
        if list.live(i) {
            let aligned = site.standing.metric_focus * list.attributes[i].metric_alignment.get();
            weight[i] = exp(p.allocation_support * list.support[i] + p.allocation_metric * aligned);
            need[i] = (1.0 - list.core_share[i]) * list.cost[i];
        }
    }
    // Every round fills at least one need or spends all, so there are at most as many rounds as initiatives.
    for _ in 0..list.len() {
        let total: f64 = (0..list.len()).filter(|&i| need[i] > 0.0).map(|i| weight[i]).sum();
        if left <= NO_MONEY || total <= 0.0 {
            return;
        }
        let share = left;
        for i in 0..list.len() {
            if need[i] > 0.0 {
                let gets = (share * weight[i] / total).min(need[i]).min(left);
                left -= gets;
                need[i] -= gets;
                list.granted[i] += gets / list.cost[i];
                if need[i] < NO_MONEY {
                    need[i] = 0.0;
                }
            }
        }
    }
}
