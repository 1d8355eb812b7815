use super::axes::LONGEST;
use super::faults::UNBOUNDED;
use super::key::key;
use super::{Form, Rule, Section, WordList};

pub(super) fn regime() -> Section {
    Section {
        path: "regime",
        form: Form::Named,
        doc: "One of the arms that `safsim compare` runs side by side; the first one is the baseline.",
        keys: vec![
            key("name", Rule::OwnName, "Its name, unique: the `arm` of tables and charts."),
            key("description", Rule::Text, "What it is, for a reader.").or("\"\""),
            key(
                "set",
                Rule::Settings,
                "What it changes: keys as for `--set`, in quotes, each with its value; nothing for the scenario as it is.",
            )
            .otherwise("nothing"),
            key(
                "budget_neutral",
                Rule::Any(vec![Rule::Flag, Rule::Word("spent"), Rule::Word("given")]),
                "Whether its awards are scaled so that it spends as much in all as the baseline (`true` or \"spent\"), or is \
                 given as much (\"given\").",
            )
            .or("false"),
            key(
                "branch_at",
                Rule::Month,
                "The month from which on it holds; until then things go as in the scenario without regimes. It can then change only \
                 what can change on the way: programme (but awards, once it has begun), policy, later shocks and boards.",
            )
            .otherwise("the start"),
        ],
    }
}

pub(super) fn sweep() -> Section {
    Section {
        path: "sweep",
        form: Form::Table,
        doc: "The points at which `safsim sweep` runs the scenario.",
        keys: vec![
            key(
                "axes",
                Rule::Axes(Box::new(axis())),
                "What varies: keys as for `--set`, in quotes, each with a list of values, \
                 { from = .., to = .., steps = .. } or, to draw from, { low = .., high = .. }.",
            ),
            key(
                "design",
                Rule::Words(WordList::Design),
                "Every combination (\"grid\"), or a Sobol' sample that fills the space evenly (\"sobol\").",
            )
            .or("\"grid\""),
            key("points", Rule::Whole { low: 2, high: 65_536 }, "Only for \"sobol\", which needs it: how many points.")
                .otherwise("by the grid"),
            key(
                "branch_at",
                Rule::Month,
                "The month from which on points differ; until then things go as in the scenario, and are run once for all points of a \
                 replicate.",
            )
            .otherwise("the start"),
        ],
    }
}

/// An axis that is not a list.
fn axis() -> Section {
    let bound = || Rule::Number { low: -UNBOUNDED, high: UNBOUNDED, above: false };
    Section {
        path: "axis",
        form: Form::Inline,
        doc: "Evenly spaced values, or a range to draw from.",
        keys: vec![
            key("from", bound(), "The first value.").otherwise("-"),
            key("to", bound(), "The last value.").otherwise("-"),
            key("steps", Rule::Whole { low: 2, high: LONGEST }, "How many values, both ends included.").otherwise("-"),
            key("low", bound(), "The least value of a range.").otherwise("-"),
            key("high", bound(), "The largest value of a range.").otherwise("-"),
        ],
    }
}

pub(super) fn outcome() -> Section {
    Section {
        path: "outcome",
        form: Form::Table,
        doc: "What comparisons and sweeps report.",
        keys: vec![
            key(
                "metrics",
                Rule::List { of: Box::new(Rule::Metric), least: 1 },
                "Metrics of a run that tables and charts show, in this order. `survived_N`, for any N from 1 to 1200, is \
                 the share of initiatives still alive N months after the programme.",
            )
            .or("[\"alive_at_horizon\", \"survived_horizon\", \"surviving_months\", \"trust_final\"]"),
            key(
                "horizons",
                Rule::List { of: Box::new(Rule::Whole { low: 1, high: 1200 }), least: 0 },
                "Months after the programme's end at which survival is measured, each a column `survived_N` of `runs.csv`.",
            )
            .or("[12, 24]"),
        ],
    }
}
