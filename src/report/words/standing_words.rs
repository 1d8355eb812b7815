//! Who has most and who least of a metric, said no louder than it is known: of arms that spend alike, and only where the
//! paired difference to every other one is beyond chance.

use super::figure::{count, plain};
use super::metric_words::title;
use super::quantities::level as level_of;
use crate::analysis::{Clock, Compared, Extreme, Headline, SPENT_ALIKE, after_own_end};

/// How names and figures are put: in quotation marks on a page, coloured in a terminal.
pub(in crate::report) struct Manner<'a> {
    pub name: &'a dyn Fn(&str) -> String,
}

/// On a page.
pub(in crate::report) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Names in a row; beyond the sixth they are counted.
pub(in crate::report) fn listed(names: &[String]) -> String {
    const MOST: usize = 6;
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] if names.len() <= MOST => format!("{} and {last}", all.join(", ")),
        _ => format!("{} and {} others", names[..MOST - 1].join(", "), names.len() + 1 - MOST),
    }
}

/// Who has most and least of the metric that a comparison is first about; nothing if no arm has a value of it.
pub(in crate::report) fn standing(compared: &Compared, manner: &Manner<'_>) -> Option<String> {
    let metric = compared.first_metric();
    let (headline, _) = compared.baseline().contrast.effect(metric)?;
    let told = Standing { compared, manner, headline };
    let all = compared.with_value(metric, &(0..compared.arms.len()).collect::<Vec<_>>());
    if all.is_empty() {
        return None;
    }
    let words = title(metric, &headline.meaning);
    Some(format!("{words}: {}", told.sentences(&all)))
}

struct Standing<'a> {
    compared: &'a Compared,
    manner: &'a Manner<'a>,
    headline: &'a Headline,
}

impl Standing<'_> {
    fn name(&self, arm: usize) -> String {
        (self.manner.name)(self.compared.name(arm))
    }

    fn figure(&self, level: f64) -> String {
        level_of(self.headline, level).replace(' ', "\u{a0}")
    }

    fn level(&self, arm: usize) -> String {
        self.figure(self.compared.level(arm, &self.headline.name))
    }

    fn with_level(&self, arm: usize) -> String {
        format!("{} ({})", self.name(arm), self.level(arm))
    }

    fn names(&self, arms: &[usize]) -> String {
        listed(&arms.iter().map(|&arm| self.name(arm)).collect::<Vec<_>>())
    }

    /// "from 12.0 to 13.4 on average", or "13.4 on average".
    fn range(&self, arms: &[usize]) -> String {
        let levels = || arms.iter().map(|&arm| self.compared.level(arm, &self.headline.name));
        let [low, high] = [levels().fold(f64::INFINITY, f64::min), levels().fold(f64::NEG_INFINITY, f64::max)]
            .map(|x| self.figure(x));
        if low == high { format!("{low} on average") } else { format!("from {low} to {high} on average") }
    }

    fn sentences(&self, all: &[usize]) -> String {
        let metric = self.headline.name.as_str();
        let compared = self.compared;
        if compared.is_few() {
            let pairs = count(compared.replicates, "pair of futures is", "pairs of futures are");
            return format!("{}. {} too few to tell regimes apart.", self.range(all), super::capital(&pairs));
        }
        if compared.are_the_same(metric, all) {
            return format!("all regimes are alike ({}).", self.level(all[0]));
        }
        if compared.clock == Clock::Apart && after_own_end(metric, 1) != metric {
            return format!(
                "{}. Times after the regimes' own programmes are not equal, so none is named.",
                self.range(all)
            );
        }
        let spent = compared.spent_alike();
        let alike = compared.with_value(metric, &spent.alike);
        let others = compared.with_value(metric, &spent.others);
        if alike.len() < 2 {
            let arms: Vec<String> = all.iter().map(|&arm| self.with_spending(arm)).collect();
            return format!(
                "{}. No two regimes spend alike (within {}), so none of them is named as having most.",
                listed(&arms),
                share_alike()
            );
        }
        let mut text = self.ranked(&alike, !others.is_empty()) + ".";
        if !others.is_empty() {
            let others: Vec<String> = others.iter().map(|&arm| self.with_spending(arm)).collect();
            text += &format!(" Not ranked with them, as other money is spent: {}.", listed(&others));
        }
        text
    }

    /// "A (7.8; £4557 thousand spent)".
    fn with_spending(&self, arm: usize) -> String {
        let spent = self.compared.level(arm, "money_spent");
        if spent.is_nan() {
            return self.with_level(arm);
        }
        let spent = match plain(spent.round()).replace(".0", "") {
            nothing if nothing == "0" => "nothing spent".to_owned(),
            spent => format!("£{spent}\u{a0}thousand spent"),
        };
        format!("{} ({}; {spent})", self.name(arm), self.level(arm))
    }

    /// Arms that spend alike, not all of which are all arms if it `is_part`.
    fn ranked(&self, arms: &[usize], is_part: bool) -> String {
        let metric = self.headline.name.as_str();
        let ends = [true, false].map(|highest| self.compared.extreme(metric, arms, highest));
        let [Some(most), Some(least)] = ends else { return String::new() };
        let whose = if is_part {
            format!("the {} regimes that spend alike (within {})", arms.len(), share_alike())
        } else {
            "the regimes".to_owned()
        };
        if self.compared.are_the_same(metric, arms) {
            return format!("{whose} have the same ({})", self.level(most.arm));
        }
        if self.compared.are_untold(metric, arms) {
            return format!("{whose} cannot be told apart, {}", self.range(arms));
        }
        let lead = if is_part { format!("of {whose}, ") } else { String::new() };
        if arms.len() == 2 {
            return format!("{lead}more under {} than under {}", self.with_level(most.arm), self.with_level(least.arm));
        }
        format!("{lead}{}. {}", self.end("most", &most), super::capital(&self.end("least", &least)))
    }

    fn end(&self, what: &str, end: &Extreme) -> String {
        if end.untold.is_empty() {
            return format!("{what} under {}", self.with_level(end.arm));
        }
        format!(
            "no single regime has {what}, as {} cannot be told apart from {}",
            self.names(&end.untold),
            self.with_level(end.arm)
        )
    }
}

/// What shares are of, where the comparison shows any: an arm may do well in them that lost the weak early.
pub(in crate::report) fn of_the_living(compared: &Compared) -> String {
    let is_of_them = |metric: &String| {
        ["survived_", "absorbed_share", "restricted_months"].iter().any(|name| metric.starts_with(name))
    };
    if !compared.metrics.iter().any(is_of_them) {
        return String::new();
    }
    "What survived is a share of the initiatives alive at the programme's end. A regime that has lost the weak by then \
     looks well in it, and may have fewer alive."
        .to_owned()
}

/// "5 %".
fn share_alike() -> String {
    format!("{:.0}\u{a0}%", 100.0 * SPENT_ALIKE)
}

#[cfg(test)]
#[path = "standing_words_tests.rs"]
mod tests;
