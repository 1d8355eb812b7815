use serde::Serialize;

/// A word of the trade that pages say, and what it means.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct PageWord {
    /// The word, as it is explained.
    pub name: &'static str,
    /// As sentences and heads have it, in small letters.
    pub forms: &'static [&'static str],
    /// What it means, without a full stop: in everyday words, or in those of this table.
    pub means: &'static str,
}

const fn word(name: &'static str, forms: &'static [&'static str], means: &'static str) -> PageWord {
    PageWord { name, forms, means }
}

/// The words of the trade that pages say, each explained where a page first says it. No meaning holds a word that a field may say
/// otherwise (site, programme, money's name).
pub const PAGE_WORDS: [PageWord; 21] = [
    word(
        "Future (replicate)",
        &["future", "futures", "replicate", "replicates"],
        "one way in which chance may play out, from the first month to the last; many are run, since nobody knows which will come",
    ),
    word(
        "Regime (arm)",
        &["regime", "regimes", "arm", "arms"],
        "one way of running things that is held against others: the same places and people with some settings changed",
    ),
    word("Baseline", &["baseline"], "the first regime, against which the others are held"),
    word("Scenario", &["scenario", "scenarios"], "the file that says who takes part, where, when and for what money"),
    word(
        "95 % interval",
        &["95 % interval", "95 % intervals", "interval", "intervals", "± 95 % interval"],
        "how sure an average is, as far as chance goes: of twenty such intervals about nineteen hold the average of endless futures",
    ),
    word(
        "Beyond chance",
        &["beyond chance"],
        "so clear that luck alone would seldom make it: the 95 % interval leaves out zero",
    ),
    word(
        "Business as usual",
        &["business as usual"],
        "the usual budgets carry the initiative, and it has become routine",
    ),
    word(
        "Pair of futures",
        &["pair of futures", "pairs of futures", "paired", "pairing"],
        "both sides go through the same future with the same luck, so that what differs comes of what was changed",
    ),
    word(
        "Log-rank test",
        &["log-rank test", "log-rank"],
        "the usual test of whether one group lasts longer than another",
    ),
    word("At risk", &["at risk"], "still alive and still watched, so that an end would be seen"),
    word("Median", &["median", "medians"], "the middle one when all are put in order: half lie above it, half below"),
    word(
        "Headline figures",
        &["headline figure", "headline figures"],
        "the figures that sum up a run, such as how many initiatives are alive at its end",
    ),
    word(
        "Plausible model",
        &["plausible model", "plausible models"],
        "the same model with other numbers in it that what is known does not contradict",
    ),
    word("Ensemble", &["ensemble"], "a collection of plausible models"),
    word(
        "Parameter",
        &["parameter", "parameters"],
        "a number in the model, such as how fast trust grows; most were never measured",
    ),
    word("Horizon", &["horizon"], "how many months ahead people know what money there will be"),
    word(
        "Standard deviation",
        &["standard deviation", "standard deviations"],
        "how far single values typically lie from their average",
    ),
    word("Variance", &["variance"], "a measure of how far values lie apart; its parts say what that comes from"),
    word("Seed", &["seed"], "the number from which all luck is drawn: the same seed gives the same futures"),
    word("SHA-256", &["sha-256"], "a fingerprint of a file: it changes when a single letter does"),
    word(
        "Strategic action fields",
        &["strategic action fields"],
        "places where people pursue their ends and have to take account of one another; a theory of sociology",
    ),
];
