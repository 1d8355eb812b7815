use crate::quantity::{ActorId, InitiativeId, SiteId};
use crate::record::{Event, EventKind};

/// The event log of a site; takes nothing down unless asked to, and never changes what happens.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    on: bool,
    month: u32,
    site: u32,
    events: Vec<Event>,
}

impl Notes {
    /// A log for site `site` that takes notes if `on`.
    #[must_use]
    pub fn new(on: bool, site: u32) -> Notes {
        Notes { on, month: 0, site, events: Vec::new() }
    }

    /// From now on it is `month`.
    pub fn turn(&mut self, month: u32) {
        self.month = month;
    }

    /// Something happened to the site.
    pub fn site(&mut self, kind: EventKind, value: f64) {
        self.take(kind, None, None, value, "");
    }

    /// Something happened to an initiative.
    pub fn initiative(&mut self, kind: EventKind, initiative: usize, actor: Option<usize>, value: f64) {
        self.take(kind, Some(initiative), actor, value, "");
    }

    /// Something happened to a person.
    pub fn actor(&mut self, kind: EventKind, actor: usize, value: f64) {
        self.take(kind, None, Some(actor), value, "");
    }

    /// A newcomer filled a post of this role.
    pub fn newcomer(&mut self, actor: usize, role: &str) {
        self.take(EventKind::Joined, None, Some(actor), 0.0, role);
    }

    fn take(&mut self, kind: EventKind, initiative: Option<usize>, actor: Option<usize>, value: f64, name: &str) {
        if self.on {
            self.events.push(Event {
                month: self.month,
                site: Some(SiteId(self.site)),
                kind,
                initiative: initiative.map(InitiativeId::at),
                actor: actor.map(ActorId::at),
                value,
                name: name.to_owned(),
            });
        }
    }

    /// All that was taken down, oldest first; the log is empty afterwards.
    pub fn drain(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}
