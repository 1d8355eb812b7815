use serde::{Deserialize, Serialize};

/// What the model says of a finding, at its default parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// All its tests come out as reported: their 95 % intervals lie on that side, and no effect is practically nil.
    AsReported,
    /// Some of its tests do; the main one does not come out the other way, and is not practically nil.
    InPart,
    /// None does, and none comes out the other way.
    Unclear,
    /// Its main test comes out the other way; or none comes out as reported, and at least one the other way.
    Not,
    /// The effect of its main test is smaller than [`super::PRACTICALLY_NIL`], wherever its interval lies.
    Nil,
    /// The scenario or a definition puts it in: there is nothing to test.
    Assumed,
    /// The model has nothing to represent it with.
    Beyond,
}

impl Verdict {
    /// All of them, the best first.
    pub const ALL: [Verdict; 7] = [
        Verdict::AsReported,
        Verdict::InPart,
        Verdict::Unclear,
        Verdict::Nil,
        Verdict::Not,
        Verdict::Assumed,
        Verdict::Beyond,
    ];

    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Verdict::AsReported => "as reported",
            Verdict::InPart => "in part",
            Verdict::Unclear => "unclear",
            Verdict::Not => "not",
            Verdict::Nil => "practically nil",
            Verdict::Assumed => "put in",
            Verdict::Beyond => "beyond the model",
        }
    }

    /// Whether it was tested.
    #[must_use]
    pub const fn is_tested(self) -> bool {
        !matches!(self, Verdict::Assumed | Verdict::Beyond)
    }
}

/// Whether a finding's main effect goes when the mechanism to which the sources attribute it is taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Explained {
    /// It vanishes or turns, or at most half of it is left, and the loss is beyond chance.
    Yes,
    /// It clearly shrinks, but more than half of it is left.
    Partly,
    /// It does not clearly shrink.
    No,
    /// There is no effect as reported to be explained, or no mechanism that can be taken out.
    NotAsked,
}

impl Explained {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Explained::Yes => "yes",
            Explained::Partly => "partly",
            Explained::No => "no",
            Explained::NotAsked => "",
        }
    }
}

/// Whether a finding's main effect is left when everything but its mechanism is frozen: every rate of the model is 0 and every
/// modifier neutral, but for the parameters of the mechanism and those that an arm sets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Wiring {
    /// It is, beyond chance and more than practically nil: an equation says it almost directly, and finding it checks the wiring only.
    Wired,
    /// It is not: it takes other equations as well, be it only one that carries it to what is measured.
    Emerges,
    /// There is no effect as reported, or no parameter stands for its mechanism.
    #[default]
    NotTried,
}

impl Wiring {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Wiring::Wired => "wired in",
            Wiring::Emerges => "emerges",
            Wiring::NotTried => "not tried",
        }
    }
}
