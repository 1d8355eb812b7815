use serde::Deserialize;

/// A question of an assignment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its key in a form.
    pub id: String,
    /// The question.
    pub asks: String,
    /// What helps whoever answered wrongly; it does not give the answer away.
    pub hint: String,
    /// What is right.
    pub seeks: Seeks,
}

/// What a question is about, and so what is right: figures are those of `safsim list metrics`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Seeks {
    /// The level of a figure in an arm: a number, right up to `within`. Shares are asked for in per cent.
    Level {
        /// The arm.
        arm: String,
        /// The figure.
        metric: String,
        /// How far an answer may be away.
        within: f64,
    },
    /// By how much an arm differs from the first: a number, right up to `within`; of shares in points of per cent.
    Difference {
        /// The arm.
        arm: String,
        /// The figure.
        metric: String,
        /// How far an answer may be away.
        within: f64,
    },
    /// The arm with most of a figure.
    Most {
        /// The figure.
        metric: String,
    },
    /// Whether an arm differs from the first beyond chance.
    Told {
        /// The arm.
        arm: String,
        /// The figure.
        metric: String,
    },
    /// Settings under which there is more of a figure than without them, for the same money and beyond chance.
    Design {
        /// The figure.
        metric: String,
        /// Settings that it may have.
        most: usize,
        /// What is set from the beginning, as TOML.
        from: String,
    },
}

impl Seeks {
    /// What an answer looks like, in words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Seeks::Level { .. } | Seeks::Difference { .. } => "a number",
            Seeks::Most { .. } => "the name of an arm, in quotes",
            Seeks::Told { .. } => "true or false",
            Seeks::Design { .. } => "settings in braces, such as { \"programme.funding.award\" = 0.5 }",
        }
    }
}
