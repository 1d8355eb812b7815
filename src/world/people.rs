use crate::random::{BetaQuantiles, Stream};
use crate::scenario::{Authority, Role, Skill};
use std::sync::Arc;

/// What a person brings to a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// The seven skills, 0..1.
    pub skills: [f64; Skill::ALL.len()],
    /// Receptivity to the five sources, 0..1.
    pub receptivity: [f64; Authority::ALL.len()],
    /// Disposition, -1..1.
    pub disposition: f64,
    /// Months in post.
    pub tenure: f64,
    /// Reputation, 0..1.
    pub reputation: f64,
}

/// The distributions that people of one role are drawn from.
#[derive(Clone, Debug)]
pub(super) struct Nature {
    skills: [u16; Skill::ALL.len()],
    receptivity: [u16; Authority::ALL.len()],
    disposition: u16,
    reputation: u16,
    tenure: f64,
}

/// The distributions of all roles; roles with the same mean share a table.
#[derive(Clone, Debug)]
pub(super) struct Natures {
    tables: Vec<Arc<BetaQuantiles>>,
    roles: Vec<Nature>,
}

impl Natures {
    pub(super) fn new(roles: &[Role], concentration: f64) -> Natures {
        let mut means: Vec<f64> = Vec::new();
        let mut tables = Vec::new();
        let mut table = |mean: f64| -> u16 {
            let place = means.iter().position(|&m| m == mean).unwrap_or_else(|| {
                means.push(mean);
                tables.push(BetaQuantiles::known(mean, concentration));
                means.len() - 1
            });
            place as u16
        };
        let roles = roles
            .iter()
            .map(|role| Nature {
                skills: role.skills.map(|s| table(s.get())),
                receptivity: role.receptivity.map(|s| table(s.get())),
                disposition: table((role.disposition + 1.0) / 2.0),
                reputation: table(role.reputation.get()),
                tenure: role.tenure,
            })
            .collect();
        Natures { tables, roles }
    }

    /// Draws a person of role `role`: 15 draws from where `stream` stands.
    pub(super) fn draw(&self, role: usize, stream: &mut Stream) -> Person {
        let nature = &self.roles[role];
        let mut beta = |table: u16| self.tables[table as usize].at(stream.uniform());
        Person {
            skills: nature.skills.map(&mut beta),
            receptivity: nature.receptivity.map(&mut beta),
            disposition: 2.0 * beta(nature.disposition) - 1.0,
            reputation: beta(nature.reputation),
            tenure: -nature.tenure * libm::log(1.0 - stream.uniform()),
        }
    }
}
