use super::Peer;

/// How many things are added up of each person's own initiatives.
pub const OWN: usize = 5;

/// Working columns of a month. Only `active` and `seats` are read by later processes than the one that fills them.
#[derive(Clone, Debug, Default)]
pub struct Room {
    /// One draw for each slot.
    pub draws: Vec<f64>,
    /// One number for each slot.
    pub pull: Vec<f64>,
    /// How likely each person is to campaign this month.
    pub activity: Vec<f64>,
    /// What others see of each person at the start of the phase, and what each person hears.
    pub peers: Vec<Peer>,
    /// Enthusiasm at the start of the phase.
    pub enthusiasm: Vec<f64>,
    /// Each person's own attempts, and those of them that took.
    pub tried: Vec<[u16; 2]>,
    /// Successful attempts on each person for the cause.
    pub won: Vec<u16>,
    /// Successful attempts on each person against it.
    pub turned: Vec<u16>,
    /// Live initiatives of those in post, as bits.
    pub active: Vec<u64>,
    /// Sitting boards of those in post, as bits.
    pub seats: Vec<u16>,
    /// How much is left of what each person leaned on before a loss of people, 0..1.
    pub spared: Vec<f64>,
    /// What each organisation has at stake where competition is the norm.
    pub stake: Vec<f64>,
    /// What each person's own live initiatives add up to; what is added differs from process to process.
    pub own: Vec<[f64; OWN]>,
}

impl Room {
    /// For so many people and organisations.
    #[must_use]
    pub fn new(people: usize, organisations: usize) -> Room {
        Room {
            draws: vec![0.0; people],
            pull: vec![0.0; people],
            activity: vec![0.0; people],
            peers: vec![Peer::default(); people],
            enthusiasm: vec![0.0; people],
            won: vec![0; people],
            turned: vec![0; people],
            tried: vec![[0; 2]; people],
            active: vec![0; people],
            seats: vec![0; people],
            spared: vec![1.0; people],
            stake: vec![0.0; organisations],
            own: vec![[0.0; OWN]; people],
        }
    }

    /// Changes the columns that mean nothing from one process to the next for those of `other`, and makes these long
    /// enough for a site of `people`: columns that many sites use one after the other stay in the cache.
    pub fn exchange(&mut self, other: &mut Room, people: usize, organisations: usize) {
        macro_rules! each {
            ($($column:ident: $length:expr),*) => { $(
                std::mem::swap(&mut self.$column, &mut other.$column);
                self.$column.resize($length, Default::default());
            )* }
        }
        each!(
            draws: people,
            pull: people,
            activity: people,
            peers: people,
            enthusiasm: people,
            won: people,
            turned: people,
            tried: people,
            own: people,
            spared: people,
            stake: organisations
        );
    }
}
