/// Which processes of a month run; all by default. For benchmarks and for tests of independence only: a model without
/// one of its processes is no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switches {
    /// 1 Shocks.
    pub shocks: bool,
    /// 2 Programme, money included.
    pub programme: bool,
    /// 3 Authority.
    pub authority: bool,
    /// 4 Mobilisation.
    pub mobilisation: bool,
    /// 5 Resourcing.
    pub resourcing: bool,
    /// 6 Implementation.
    pub implementation: bool,
    /// 7 Continuation.
    pub continuation: bool,
    /// 8 Turnover.
    pub turnover: bool,
    /// 9 Spread.
    pub spread: bool,
    /// Results and observation.
    pub observation: bool,
}

impl Switches {
    /// Everything.
    pub const ALL: Switches = Switches {
        shocks: true,
        programme: true,
        authority: true,
        mobilisation: true,
        resourcing: true,
        implementation: true,
        continuation: true,
        turnover: true,
        spread: true,
        observation: true,
    };

    /// Nothing.
    pub const NONE: Switches = Switches {
        shocks: false,
        programme: false,
        authority: false,
        mobilisation: false,
        resourcing: false,
        implementation: false,
        continuation: false,
        turnover: false,
        spread: false,
        observation: false,
    };
}

impl Default for Switches {
    fn default() -> Switches {
        Switches::ALL
    }
}
