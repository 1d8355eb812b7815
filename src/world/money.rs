use super::Passing;
use crate::record::Money;

/// Programme money of a site, thousand pounds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SiteMoney {
    /// Bid a month; 0 before the programme and outside it.
    pub bid: f64,
    /// Award as a share of the bid.
    pub award: f64,
    /// Award that a shock before the programme's start has settled.
    pub below_bid: Option<f64>,
    /// Lasting factor from cuts and withdrawals, 0..1.
    pub kept: f64,
    /// Passing factor on payments; 1 when none holds.
    pub passing: Passing,
    /// Rounds lost to a condition.
    pub lost: LostRounds,
    /// Payments held back by a delay.
    pub held: HeldBack,
    /// Bid for this month.
    pub asked: f64,
    /// Paid this month.
    pub given: f64,
    /// Spent this month.
    pub spent: f64,
    /// Payment due this month, as a share of the bid.
    pub ratio: f64,
    /// Sums over the run.
    pub total: Money,
    /// Months for which money is known.
    pub horizon: f64,
    /// Passing factor on costs; 1 when none holds.
    pub price: Passing,
}

/// Which rounds were lost to a condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LostRounds {
    /// Whether this one was.
    pub this: bool,
    /// Whether the next one is.
    pub next: bool,
}

/// Payments that a delay holds back.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HeldBack {
    /// Sum of those that did not come, thousand pounds.
    pub sum: f64,
    /// The month of the run in which they come.
    pub until: u32,
}
