use super::build::covering_boards;
use super::enrolment::take_part;
use super::{Blueprint, Nation, Purpose, Site, bit, enrol};
use crate::quantity::OrganisationId;
use crate::scenario::definitions::{COPY_EVIDENCE, NEW_SCALE};
use crate::scenario::{Origin, Parameters};

impl Site {
    /// The organisations that would take part in a copy of a kind: one of each kind of organisation that it needs, as
    /// bits, and the first of them, which leads. `None` if the site has none of them.
    #[must_use]
    pub fn partners_for(&self, kind: usize, plan: &Blueprint) -> Option<(u64, OrganisationId)> {
        let mut bits = 0;
        let mut lead = None;
        for need in &plan.scenario.kinds[kind].needs {
            if let Some(o) = self.organisation_kind.iter().position(|k| k == need) {
                bits |= bit(o);
                lead.get_or_insert(OrganisationId::at(o));
            }
        }
        lead.map(|lead| (bits, lead))
    }

    /// Adds a copy of a kind, ahead of its start in the next month: members enrolled, missing ties made, no champion
    /// yet (model 6.9). Returns its place, or `None` if the site has no organisation for it.
    pub fn add_copy(&mut self, kind: usize, month: u32, plan: &Blueprint, nation: &Nation) -> Option<usize> {
        let p: &Parameters = &plan.scenario.parameters;
        let (partners, lead) = self.partners_for(kind, plan)?;
        let spec = &plan.scenario.kinds[kind];
        let start = month as i32 + 1;
        let i = self.initiatives.push(kind as u32, Origin::Copied, start, lead.0 as u16, spec.attributes);
        let bit = plan.kind_bit(crate::quantity::KindId::at(kind));
        self.had |= bit;
        self.initiatives.kind_bit[i] = bit;
        self.initiatives.methods[i] = spec.methods;
        self.initiatives.sound[i] = self.sound_kinds[kind];
        self.initiatives.cost_rank[i] = plan.cost_rank(spec.attributes.cost);
        self.initiatives.core_share[i] = p.copy_core_share;
        self.initiatives.scale[i] = NEW_SCALE;
        let place = bit.trailing_zeros() as usize;
        self.initiatives.fit[i] = nation.source_fit.get(place).copied().unwrap_or(p.new_fit);
        self.initiatives.evidence[i] = COPY_EVIDENCE * nation.source_evidence.get(place).copied().unwrap_or(0.0);
        self.initiatives.trial[i] = Some((month + 1).saturating_add(p.copy_trial_months as u32));
        self.initiatives.boards[i] = covering_boards(&plan.scenario.sites[self.id as usize], lead.index(), partners);
        let draws = self.streams.get(Purpose::Newcomers).at(month, (1 << 19) + 16 * i as u32);
        let (members, _) = enrol(&self.actors, &self.organisation_row, partners, lead.index(), None, draws);
        for &slot in &members {
            self.initiatives.join_last(slot);
            self.actors.enrolled[slot as usize] |= 1 << i;
        }
        take_part(&mut self.initiatives, &mut self.actors, &self.organisation_row, partners, i);
        for (n, &one) in members.iter().enumerate() {
            for &other in &members[n + 1..] {
                let (one, other) = (one as usize, other as usize);
                if self.ties.find(one, other).is_none() {
                    let trust = self.floor(one, other, p);
                    self.ties.add(&self.actors.organisation, one, other, trust);
                }
            }
        }
        self.sort_ties();
        Some(i)
    }
}
