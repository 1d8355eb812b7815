use super::Engine;
use crate::processes::strikes;
use crate::quantity::{InitiativeId, OrganisationId, Share};
use crate::record::{Alteration, Change};
use crate::scenario::definitions::{AFTERLIFE, GIVEN_FORMALITY, GRAIN};
use crate::scenario::{Board, Group, Programme, Scenario, Shock, ShockKind, Timing, Vocabulary};
use crate::world::{Blueprint, Site, bit};

/// An alteration made ready for any number of replicates.
#[derive(Clone, Debug)]
pub struct Altered {
    pub(super) alteration: Alteration,
    /// The plan that holds from the alteration's first month until [`Altered::until`], if it changes the plan.
    plan: Option<Blueprint>,
    /// The same of the past of the engine's scenario, if it has one.
    past: Option<Blueprint>,
    until: u32,
    /// Initiatives whose ends are all that is asked for, if there are any.
    about: Vec<InitiativeId>,
}

impl Altered {
    /// Of an engine's plan.
    #[must_use]
    pub fn new(engine: &Engine, alteration: Alteration) -> Altered {
        let site = alteration.site.index();
        let once_only = |once: bool| if once { alteration.from.saturating_add(1) } else { u32::MAX };
        let with = |change: &dyn Fn(&mut Scenario)| {
            let changed = |plan: &Blueprint| {
                let mut plan = plan.clone();
                change(&mut plan.scenario);
                plan
            };
            Some((changed(&engine.plan), engine.past.as_ref().map(|past| changed(&past.plan))))
        };
        // The numbers of other shocks, and with them their draws, stay what they were.
        let without = |spared: &dyn Fn(&Shock) -> bool| {
            with(&|scenario| {
                scenario.shocks.iter_mut().filter(|shock| spared(shock)).for_each(|shock| shock.timing = NEVER);
            })
        };
        let (plan, until) = match &alteration.change {
            Change::ShocksSpared { kind, once } => (without(&|shock| shock.kind == *kind), once_only(*once)),
            Change::MoneyGoesOn => (with(&|s| go_on(&mut s.programme, s.time.months)), u32::MAX),
            Change::AwardInFull => (without(&|shock| shock.kind == ShockKind::AwardBelowBid), once_only(true)),
            Change::RoundsKept { once } => (with(&|s| s.programme.funding.conditional = false), once_only(*once)),
            Change::NoBoard => (with(&|s| s.sites[site].boards.clear()), u32::MAX),
            Change::Board => {
                let convene = |s: &mut Scenario| {
                    let board = board_of_all(&s.vocabulary, &s.sites[site], alteration.from);
                    s.sites[site].boards.push(board);
                };
                (with(&convene), u32::MAX)
            }
            Change::Nothing
            | Change::Grain
            | Change::Stays(_)
            | Change::ChampionsStay(_)
            | Change::LeadersStay
            | Change::EverybodyStays
            | Change::ChampionSkill { .. } => (None, u32::MAX),
        };
        let (plan, past) = plan.map_or((None, None), |(plan, past)| (Some(plan), past));
        Altered { alteration, plan, past, until, about: vec![] }
    }

    /// The same, of which only is asked whether and when this initiative of the site ends, and those that this was said of
    /// before: nothing after the last of these ends is worked out, and what is told of others is how they stood then.
    #[must_use]
    pub fn until_end_of(mut self, initiative: InitiativeId) -> Altered {
        self.about.push(initiative);
        self
    }

    /// What is otherwise.
    #[must_use]
    pub fn alteration(&self) -> &Alteration {
        &self.alteration
    }

    /// Whether all that is asked for is known of the site.
    pub(super) fn is_settled(&self, site: &Site) -> bool {
        let has_ended = |i: &InitiativeId| site.initiatives.end.get(i.index()).is_some_and(Option::is_some);
        !self.about.is_empty() && self.about.iter().all(has_ended)
    }

    /// Whether `month` is the first that can be otherwise than in the unaltered future, of which this is the site before that
    /// month; if it is not, the altered site is still the same to the bit, and nothing has to be worked out.
    pub(super) fn parts(&self, site: &mut Site, base: &Blueprint, month: u32) -> bool {
        let Alteration { from, change, .. } = &self.alteration;
        if month < *from || month >= self.until {
            return false;
        }
        match change {
            // What does not strike cannot be spared.
            Change::ShocksSpared { kind, .. } => {
                let mut shocks = base.scenario.shocks.iter().enumerate().filter(|(_, shock)| shock.kind == *kind);
                shocks.any(|(number, shock)| strikes(site, shock, number, month))
            }
            _ => true,
        }
    }

    /// The plan of `month`, in a future that is otherwise than that of `engine`.
    pub(super) fn plan<'a>(&'a self, engine: &'a Engine, month: u32) -> &'a Blueprint {
        let is_past = engine.parts_in().is_some_and(|until| month < until);
        match if is_past { &self.past } else { &self.plan } {
            Some(plan) if month < self.until => plan,
            _ => engine.plan_of(month),
        }
    }

    /// What changes at once, before the alteration's first month, in the site as it stands.
    pub(super) fn act(&self, site: &mut Site) {
        match self.alteration.change {
            Change::Grain => {
                let first = site.actors.in_post().next();
                if let Some(slot) = first {
                    let enthusiasm = &mut site.actors.enthusiasm[slot];
                    *enthusiasm = (*enthusiasm + GRAIN).min(1.0);
                }
            }
            Change::AwardInFull => site.money.below_bid = Some(1.0),
            Change::Stays(slot) => site.stayers.slots.push(slot.0 as u16),
            Change::ChampionsStay(initiative) => site.stayers.champions_of |= bit(initiative.index()),
            Change::LeadersStay => site.stayers.leaders = true,
            Change::EverybodyStays => site.stayers.everybody = true,
            Change::NoBoard => site.dissolve_boards(self.alteration.from.cast_signed()),
            Change::Board => {
                if let Some(board) = self.plan.as_ref().and_then(|p| p.scenario.sites[site.id as usize].boards.last()) {
                    site.convene(board);
                }
            }
            Change::ChampionSkill { initiative, full } => {
                site.school_champion(initiative.index(), if full { 1.0 } else { 0.0 });
            }
            Change::Nothing | Change::ShocksSpared { .. } | Change::MoneyGoesOn | Change::RoundsKept { .. } => {}
        }
    }
}

const NEVER: Timing = Timing::Month(u32::MAX);

/// The programme goes on past the end of the run, so that its end casts no shadow on the run, and without a
/// taper; the payment profile stays at the level of its end.
fn go_on(programme: &mut Programme, months: u32) {
    programme.end = programme.end.max(months.saturating_add(AFTERLIFE).cast_signed());
    programme.funding.taper = 0;
}

/// A board of all organisations that are there from the start.
fn board_of_all(vocabulary: &Vocabulary, site: &crate::scenario::Site, from: u32) -> Board {
    let there = |o: &usize| !vocabulary.organisation_kind(site.organisations[*o].kind).ways.enters;
    Board {
        kind: None,
        seats: vec![Group::Executive, Group::Manager],
        members: (0..site.organisations.len()).filter(there).map(OrganisationId::at).collect(),
        formality: Share::clamped(GIVEN_FORMALITY),
        start: from.cast_signed(),
        end: None,
    }
}
