use crate::record::Causes;
use crate::scenario::definitions::{
    LEAST_COMMITMENT, MOST_INITIATIVES, POOLED_RETURN, SECURITY_NEEDED, TYPICAL_COMMITMENT,
};
use crate::scenario::{Attributes, Coordination, Methods, Origin};

/// No champion.
pub const NOBODY: u16 = u16::MAX;

/// Number of terms in a mainstreaming decision.
pub const TERMS: usize = 9;

/// The terms of the mainstreaming logit (model 6.7): evidence, support, routine, commitment, deficit, cost, metric, quality,
/// interpretation.
pub type Terms = [f64; TERMS];

/// Terms of a decision, summed over the months of programme time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UsualTerms {
    /// Sum of each.
    pub sums: Terms,
    /// How many months were summed.
    pub months: u32,
}

/// Where an initiative stands in its life (model section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not begun in this run yet.
    Ahead,
    /// Begun, reaching almost nobody.
    Proposed,
    /// Being put into practice.
    Implementing,
    /// In operation.
    Operating,
    /// At less than half of its peak.
    ScaledBack,
    /// Absorbed into business as usual.
    Absorbed,
    /// Ended.
    Ended,
}

/// A mainstreaming decision that was lost.
#[derive(Clone, Copy, Debug)]
pub struct Decision {
    /// The logit that would just have won it.
    pub needed: f64,
    /// The logit that it had.
    pub logit: f64,
    /// Its terms.
    pub terms: Terms,
}

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
    /// The champion's slot, or [`NOBODY`].
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
    member_row: Vec<u32>,
    member: Vec<u16>,
    partner_row: Vec<u32>,
    partner: Vec<Partner>,
}

/// An organisation that takes part in an initiative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partner {
    /// The organisation.
    pub organisation: u16,
    /// The slot that speaks for it, or [`NOBODY`].
    pub sponsor: u16,
    /// Whether it has taken its stand: from the first month of the initiative on.
    pub asked: bool,
    /// Whether it is bound by a contract.
    pub signed: bool,
    /// Commitment c, 0..1.
    pub commitment: f64,
    /// What a board has ratified of it, 0..1.
    pub ratified: f64,
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
        &self.member[self.member_row[i] as usize..self.member_row[i + 1] as usize]
    }

    /// The organisations that take part.
    #[must_use]
    pub fn partners(&self, i: usize) -> &[Partner] {
        &self.partner[self.partner_row[i] as usize..self.partner_row[i + 1] as usize]
    }

    /// The same, to be changed.
    pub fn partners_mut(&mut self, i: usize) -> &mut [Partner] {
        &mut self.partner[self.partner_row[i] as usize..self.partner_row[i + 1] as usize]
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

    /// Room for `more` initiatives with `members` members each.
    pub(super) fn reserve(&mut self, more: usize, members: usize) {
        self.member_row.reserve(more + 1);
        self.partner_row.reserve(more + 1);
        self.partner.reserve(more * members / 4);
        self.member.reserve(more * members);
        macro_rules! each { ($($column:ident),*) => { $( self.$column.reserve(more); )* } }
        each!(
            kind,
            kind_bit,
            origin,
            start,
            lead,
            stage,
            end,
            causes,
            main_cause,
            absorbed,
            attributes,
            cost_rank,
            cost,
            scale,
            peak,
            staffing,
            short_posts,
            normalisation,
            fit,
            tailored,
            evidence,
            core_share,
            methods,
            contracted,
            granted,
            granted_peak,
            support,
            senior_support,
            coordination,
            performance,
            trust,
            champion,
            boards,
            mandated,
            engagement,
            low,
            trial,
            usual,
            lost,
            failed_trial,
            sound,
            commitment
        );
    }

    /// Appends an initiative ahead of its start, with nothing in it yet, and returns its place.
    pub(super) fn push(&mut self, kind: u32, origin: Origin, start: i32, lead: u16, attributes: Attributes) -> usize {
        self.kind.push(kind);
        self.kind_bit.push(0);
        self.origin.push(origin);
        self.start.push(start);
        self.lead.push(lead);
        self.stage.push(Stage::Ahead);
        self.end.push(None);
        self.causes.push(Causes::default());
        self.main_cause.push(None);
        self.absorbed.push(None);
        self.attributes.push(attributes);
        self.methods.push(Methods::default());
        self.cost.push(attributes.cost);
        self.champion.push(NOBODY);
        self.boards.push(0);
        self.short_posts.push([0.0; SECURITY_NEEDED.len()]);
        self.mandated.push(false);
        self.engagement.push(1.0);
        self.low.push(0);
        self.trial.push(None);
        self.usual.push(UsualTerms::default());
        self.lost.push(None);
        self.failed_trial.push(false);
        self.sound.push(true);
        for column in [
            &mut self.cost_rank,
            &mut self.scale,
            &mut self.peak,
            &mut self.staffing,
            &mut self.normalisation,
            &mut self.fit,
            &mut self.tailored,
            &mut self.evidence,
            &mut self.core_share,
            &mut self.contracted,
            &mut self.granted,
            &mut self.granted_peak,
            &mut self.support,
            &mut self.senior_support,
            &mut self.coordination,
            &mut self.performance,
            &mut self.trust,
            &mut self.commitment,
        ] {
            column.push(0.0);
        }
        if self.member_row.is_empty() {
            self.member_row.push(0);
        }
        self.member_row.push(self.member.len() as u32);
        if self.partner_row.is_empty() {
            self.partner_row.push(0);
        }
        self.partner_row.push(self.partner.len() as u32);
        self.kind.len() - 1
    }

    /// Adds an organisation to the initiative that was appended last.
    pub(super) fn take_part_last(&mut self, organisation: u16, sponsor: u16) {
        self.partner.push(Partner {
            organisation,
            sponsor,
            asked: false,
            signed: false,
            commitment: 0.0,
            ratified: 0.0,
        });
        if let Some(end) = self.partner_row.last_mut() {
            *end += 1;
        }
    }

    /// Adds a member to the initiative that was appended last.
    pub(super) fn join_last(&mut self, slot: u16) {
        self.member.push(slot);
        if let Some(end) = self.member_row.last_mut() {
            *end += 1;
        }
    }
}

/// The word in which only the bit at `place`, below 64, is set.
pub(crate) fn bit(place: usize) -> u64 {
    debug_assert!(place < MOST_INITIATIVES);
    1 << place
}

/// The places of the ones in `set`, in rising order.
pub(crate) fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = set.trailing_zeros() as usize;
        set &= set.wrapping_sub(1);
        (place < MOST_INITIATIVES).then_some(place)
    })
}

/// Mean of `values`, or `empty` if there is none.
#[must_use]
pub(crate) fn mean(values: impl Iterator<Item = f64>, empty: f64) -> f64 {
    let (sum, n) = values.fold((0.0, 0_u32), |(sum, n), v| (sum + v, n + 1));
    if n == 0 { empty } else { sum / f64::from(n) }
}
