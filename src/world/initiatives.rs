use super::rows::Rows;
use super::{Decision, Partner, Stage, UsualTerms, mean};
use crate::record::Causes;
use crate::scenario::definitions::{LEAST_COMMITMENT, POOLED_RETURN, SECURITY_NEEDED, TYPICAL_COMMITMENT};
use crate::scenario::{Attributes, Coordination, Methods, Origin};

/// The initiatives of a site, one column per state variable; a place outlives its initiative.
#[derive(Clone, Debug, Default)]
pub struct Initiatives {
    /// Kind: place in the scenario's list.
    pub kind: Vec<u32>,
    /// The kind's bit among copyable kinds, or 0.
    pub kind_bit: Vec<u64>,
    /// Where it came from.
    pub origin: Vec<Origin>,
    /// First month; may lie before the run.
    pub start: Vec<i32>,
    /// Lead organisation.
    pub lead: Vec<u16>,
    /// Where it stands.
    pub stage: Vec<Stage>,
    /// Month in which it ended.
    pub end: Vec<Option<u32>>,
    /// Why it ended: all causes, the main one first in `main_cause`.
    pub causes: Vec<Causes>,
    /// The main cause.
    pub main_cause: Vec<Option<crate::record::Cause>>,
    /// Month in which it was first absorbed.
    pub absorbed: Vec<Option<u32>>,
    /// Complexity, cost, cash releasing, metric alignment, local value.
    pub attributes: Vec<Attributes>,
    /// Rank of its cost among the scenario's kinds, 0 (cheapest) to 1.
    pub cost_rank: Vec<f64>,
    /// How its organisations co-ordinate, besides trust and brokers.
    pub methods: Vec<Methods>,
    /// Cost now, thousand pounds a month at full scale (prices may have changed).
    pub cost: Vec<f64>,
    /// Scale x, 0..1.
    pub scale: Vec<f64>,
    /// Largest scale so far.
    pub peak: Vec<f64>,
    /// Staffing q, 0..1.
    pub staffing: Vec<f64>,
    /// The part of it that the programme pays for, by the security that people in these posts need.
    pub short_posts: Vec<[f64; SECURITY_NEEDED.len()]>,
    /// Normalisation z, 0..1.
    pub normalisation: Vec<f64>,
    /// Fit to the local context, 0..1.
    pub fit: Vec<f64>,
    /// The part of that fit that local adaptation made here, 0..fit.
    pub tailored: Vec<f64>,
    /// Evidence, 0..1.
    pub evidence: Vec<f64>,
    /// Part of its cost that core budgets carry, 0..1.
    pub core_share: Vec<f64>,
    /// Part of its cost that a contract pays for, whatever core budgets decide, 0..1.
    pub contracted: Vec<f64>,
    /// Programme money now, as a share of its cost.
    pub granted: Vec<f64>,
    /// The largest such share so far.
    pub granted_peak: Vec<f64>,
    /// Support U, -1..1.
    pub support: Vec<f64>,
    /// Support among executives and managers.
    pub senior_support: Vec<f64>,
    /// Co-ordination C, 0..1.
    pub coordination: Vec<f64>,
    /// Performance, 0..1.
    pub performance: Vec<f64>,
    /// Mean trust across organisations among its members; kept by mobilisation.
    pub trust: Vec<f64>,
    /// The champion's slot, or [`NOBODY`](super::NOBODY).
    pub champion: Vec<u16>,
    /// Boards that cover it, as bits.
    pub boards: Vec<u16>,
    /// Whether a regional mandate stands behind it.
    pub mandated: Vec<bool>,
    /// Engagement E with which a copy was made, 0..1; 1 if it is no copy.
    pub engagement: Vec<f64>,
    /// Months in a row with a scale that counts as ended.
    pub low: Vec<u8>,
    /// Month of a copy's trial, until it is decided.
    pub trial: Vec<Option<u32>>,
    /// The terms over programme time.
    pub usual: Vec<UsualTerms>,
    /// The last decision that was lost.
    pub lost: Vec<Option<Decision>>,
    /// Whether its causal logic holds: what it does changes outcomes, and an evaluation can show it.
    pub sound: Vec<bool>,
    /// Whether it lost a trial.
    pub failed_trial: Vec<bool>,
    /// Commitment of the organisations that take part: the geometric mean of theirs, 0..1.
    pub commitment: Vec<f64>,
    pub(super) member: Rows<u16>,
    pub(super) partner: Rows<Partner>,
}

impl Initiatives {
    /// Number of initiatives, ended ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.kind.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kind.is_empty()
    }

    /// How far what it saves can be taken out as cash by those who pay, 0..1: more where money is pooled (model 6.7).
    #[must_use]
    pub fn comes_back(&self, i: usize) -> f64 {
        let cash = self.attributes[i].cash_releasing.get();
        if self.methods[i].has(Coordination::PooledMoney) { cash + POOLED_RETURN * (1.0 - cash) } else { cash }
    }

    /// Core budgets keep the part `left` (0..1) of what they carry; what is contracted stays.
    pub fn keep_core(&mut self, i: usize, left: f64) {
        self.core_share[i] = (self.core_share[i] * left).max(self.contracted[i]);
    }

    /// Whether it has begun and not ended.
    #[must_use]
    #[inline]
    pub fn live(&self, i: usize) -> bool {
        !matches!(self.stage[i], Stage::Ahead | Stage::Ended)
    }

    /// Live initiatives.
    pub fn living(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|&i| self.live(i))
    }

    /// Live initiatives, as bits.
    #[must_use]
    pub fn live_bits(&self) -> u64 {
        self.living().fold(0, |bits, i| bits | 1 << i)
    }

    /// Its members' slots.
    #[must_use]
    pub fn members(&self, i: usize) -> &[u16] {
        self.member.of(i)
    }

    /// The organisations that take part.
    #[must_use]
    pub fn partners(&self, i: usize) -> &[Partner] {
        self.partner.of(i)
    }

    /// The same, to be changed.
    pub fn partners_mut(&mut self, i: usize) -> &mut [Partner] {
        self.partner.of_mut(i)
    }

    /// Commitment K of the organisations that take part, as a multiple of what is typical (model 6.4).
    #[must_use]
    pub fn relative_commitment(&self, i: usize) -> f64 {
        self.commitment[i].max(LEAST_COMMITMENT) / TYPICAL_COMMITMENT
    }

    /// The part of its current funding that is core, 0..1; 0 where nobody pays.
    #[must_use]
    pub fn core_part(&self, i: usize) -> f64 {
        let funded = self.core_share[i] + self.granted[i];
        if funded > 0.0 { self.core_share[i] / funded } else { 0.0 }
    }

    /// Mean of the metric alignment of live initiatives; 1 where there is none to be out of line.
    #[must_use]
    pub fn mean_alignment(&self) -> f64 {
        mean(self.living().map(|i| self.attributes[i].metric_alignment.get()), 1.0)
    }

    /// Sum of the cost of live initiatives.
    #[must_use]
    pub fn total_cost(&self) -> f64 {
        self.living().map(|i| self.cost[i]).sum()
    }
}
