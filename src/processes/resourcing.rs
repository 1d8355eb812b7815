use super::Now;
use crate::quantity::exp;
use crate::scenario::Parameters;
use crate::scenario::definitions::{MOST_INITIATIVES, NO_MONEY};
use crate::world::{GROUPS, Site, insecure};

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
    let insecure = insecure(site.money.horizon, p);
    let list = &mut site.initiatives;
    let mut spent = 0.0;
    for i in 0..list.len() {
        if !list.live(i) {
            continue;
        }
        let core = list.core_share[i].min(1.0);
        let granted = list.granted[i].min(1.0 - core);
        let mut posts = Posts { core: list.staffing[i], programme: list.short_posts[i] };
        posts.core -= posts.programme.iter().sum::<f64>();
        posts.take_over(core, granted);
        posts.fill_and_empty(core, granted, &insecure, p);
        list.short_posts[i] = posts.programme;
        list.staffing[i] = (posts.core + posts.programme.iter().sum::<f64>()).clamp(0.0, 1.0);
        list.granted_peak[i] = list.granted_peak[i].max(list.granted[i]);
        let by_programme = (list.staffing[i] - list.core_share[i]).clamp(0.0, list.granted[i]);
        spent += by_programme * list.cost[i];
    }
    // Rounding may carry the sum of allocations a hair beyond the payment.
    site.money.spent = spent.min(site.money.given);
    site.money.total.spent += site.money.spent;
}

/// Filled posts of an initiative, as shares of all its posts: those of core budgets, and those of the programme by the security
/// that people in them need.
struct Posts {
    core: f64,
    programme: [f64; GROUPS],
}

impl Posts {
    /// When money changes hands, the people stay: posts beyond what one purse pays for are carried by the other as far as it
    /// has room.
    fn take_over(&mut self, core: f64, granted: f64) {
        let each = granted / GROUPS as f64;
        let beyond: f64 = self.programme.iter().map(|posts| (posts - each).max(0.0)).sum();
        let room: f64 = self.programme.iter().map(|posts| (each - posts).max(0.0)).sum();
        let to_core = beyond.min((core - self.core).max(0.0));
        let from_core = room.min((self.core - core).max(0.0));
        for posts in &mut self.programme {
            let (above, below) = ((*posts - each).max(0.0), (each - *posts).max(0.0));
            if to_core > 0.0 {
                *posts -= to_core * above / beyond;
            }
            if from_core > 0.0 {
                *posts += from_core * below / room;
            }
        }
        self.core += to_core - from_core;
    }

    /// A month of coming, going and cuts.
    fn fill_and_empty(&mut self, core: f64, granted: f64, insecure: &[f64; GROUPS], p: &Parameters) {
        let month = |posts: f64, due: f64, hire: f64, leave: f64| {
            let filled = posts + hire * (due - posts).max(0.0);
            let stayed = filled * (1.0 - leave.min(1.0));
            stayed - p.cut * (stayed - due).max(0.0)
        };
        // A post is filled as fast as a vacancy is, one month and so many more.
        let hire = 1.0 / (1.0 + p.vacancy);
        self.core = month(self.core, core, hire, p.leave_front_line);
        for (posts, stay_away) in self.programme.iter_mut().zip(insecure) {
            let due = granted / GROUPS as f64;
            *posts = month(*posts, due, hire * (1.0 - stay_away), p.leave_front_line + p.offers * stay_away);
        }
    }
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
