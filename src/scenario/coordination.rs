/// A method by which the organisations of an initiative co-ordinate, besides trust and brokers (model 6.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coordination {
    /// One budget: part of what is saved elsewhere comes back to who pays.
    PooledMoney,
    /// Working in one place: what is complex takes less trust.
    CoLocation,
    /// Records that all can read: they do part of what trust and brokers do.
    SharedRecords,
    /// A contract: who signed it stays committed as long as the initiative lives.
    Contract,
}

impl Coordination {
    /// All of them.
    pub const ALL: [Coordination; 4] =
        [Coordination::PooledMoney, Coordination::CoLocation, Coordination::SharedRecords, Coordination::Contract];

    /// Its name in scenario files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Coordination::PooledMoney => "pooled_money",
            Coordination::CoLocation => "co_location",
            Coordination::SharedRecords => "shared_records",
            Coordination::Contract => "contract",
        }
    }
}

/// The methods of an initiative; none by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Methods(u8);

impl Methods {
    /// These.
    pub fn of(methods: impl IntoIterator<Item = Coordination>) -> Methods {
        Methods(methods.into_iter().fold(0, |bits, method| bits | 1 << method as u8))
    }

    /// Whether `method` is among them.
    #[must_use]
    pub const fn has(self, method: Coordination) -> bool {
        self.0 & (1 << method as u8) != 0
    }

    /// They, in their order.
    pub fn list(self) -> impl Iterator<Item = Coordination> {
        Coordination::ALL.into_iter().filter(move |&method| self.has(method))
    }
}
