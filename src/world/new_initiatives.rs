use super::{Initiatives, NOBODY, Partner, Stage, UsualTerms};
use crate::record::Causes;
use crate::scenario::definitions::SECURITY_NEEDED;
use crate::scenario::{Attributes, Methods, Origin};

impl Initiatives {
    /// Room for `more` initiatives with `members` members each.
    pub(super) fn reserve(&mut self, more: usize, members: usize) {
        self.member.reserve(more, more * members);
        self.partner.reserve(more, more * members / 4);
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
        self.member.begin();
        self.partner.begin();
        self.kind.len() - 1
    }

    /// Adds an organisation to the initiative that was appended last.
    pub(super) fn take_part_last(&mut self, organisation: u16, sponsor: u16) {
        self.partner.add(Partner {
            organisation,
            sponsor,
            asked: false,
            signed: false,
            commitment: 0.0,
            ratified: 0.0,
        });
    }

    /// Adds a member to the initiative that was appended last.
    pub(super) fn join_last(&mut self, slot: u16) {
        self.member.add(slot);
    }
}
