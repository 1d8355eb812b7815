use super::Methods;
use crate::quantity::{OrganisationKindId, Share};

/// What an initiative is like, whoever runs it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attributes {
    /// How broad and loosely defined, 0..1; its reverse is how bounded.
    pub complexity: Share,
    /// Cost at full scale, thousands of the currency a month, above 0.
    pub cost: f64,
    /// How far its benefits can be taken out as cash by those who pay.
    pub cash_releasing: Share,
    /// How far the national metrics see what it does.
    pub metric_alignment: Share,
    /// What it is worth to local people.
    pub local_value: Share,
}

/// A kind of initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeKind {
    /// Its name in scenario files.
    pub name: String,
    /// Its name for a reader.
    pub label: String,
    /// What it is like.
    pub attributes: Attributes,
    /// Kinds of organisation that it needs.
    pub needs: Vec<OrganisationKindId>,
    /// Part of its benefits that can be taken out as cash by those who save; [`Attributes::cash_releasing`] is what of it comes to
    /// those who pay.
    pub saved: Share,
    /// Kinds of organisation that pay for it, if that is said.
    pub payers: Vec<OrganisationKindId>,
    /// Kinds of organisation that save by it, if that is said.
    pub savers: Vec<OrganisationKindId>,
    /// Whether places that lack it may copy it.
    pub copyable: bool,
    /// How its organisations co-ordinate, besides trust and brokers.
    pub methods: Methods,
    /// Where its numbers come from; empty if that is not said.
    pub source: String,
}
