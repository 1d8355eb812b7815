use super::{Answer, Question, Seeks};
use crate::analysis::Estimate;

/// What runs come to, as far as questions ask for it.
pub trait Facts {
    /// The level of a figure in an arm.
    fn level(&self, arm: &str, metric: &str) -> Option<Estimate>;
    /// By how much an arm differs from the first, replicate by replicate.
    fn difference(&self, arm: &str, metric: &str) -> Option<Estimate>;
    /// By how much there is more of a figure under settings of somebody's own.
    fn designed(&self, question: &str) -> Option<Estimate>;
    /// Whether a figure is a share, which is told in per cent.
    fn is_share(&self, metric: &str) -> bool;
}

/// What an answer is.
#[derive(Clone, Debug, PartialEq)]
pub enum Grade {
    /// Right; what runs say.
    Right(String),
    /// Wrong; what may help.
    Wrong(String),
    /// Nothing was filled in.
    Missing,
    /// Runs do not say what is right, such as too few of them; why.
    Open(String),
}

/// A question with its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// The question's key.
    pub id: String,
    /// Its mark.
    pub mark: Grade,
}

/// Holds an answer against what runs come to.
#[must_use]
pub fn mark(question: &Question, answer: Option<&Answer>, arms: &[String], facts: &impl Facts) -> Marked {
    let mark = match answer {
        None => Grade::Missing,
        Some(answer) => held(question, answer, arms, facts)
            .unwrap_or_else(|| Grade::Open("the runs do not reach far enough to say".to_owned())),
    };
    Marked { id: question.id.clone(), mark }
}

fn held(question: &Question, answer: &Answer, arms: &[String], facts: &impl Facts) -> Option<Grade> {
    let told = |right: bool, found: String, wrong: &str| {
        let before = if wrong.is_empty() { String::new() } else { format!("{wrong}: ") };
        if right { Grade::Right(found) } else { Grade::Wrong(format!("{before}{}", question.hint)) }
    };
    let near = |given: f64, found: Estimate, metric: &str, within: f64| {
        let share = facts.is_share(metric);
        let scale = if share { 100.0 } else { 1.0 };
        let value = scale * found.mean;
        let wrong = if given > value { "too high" } else { "too low" };
        let sure =
            if found.half_width.is_finite() { format!(" (±{:.1})", scale * found.half_width) } else { String::new() };
        let unit = if share { " %" } else { "" };
        told((given - value).abs() <= within, format!("{value:.1}{unit}{sure}"), wrong)
    };
    match (&question.seeks, answer) {
        (Seeks::Level { arm, metric, within }, Answer::Number(given)) => {
            Some(near(*given, facts.level(arm, metric)?, metric, *within))
        }
        (Seeks::Difference { arm, metric, within }, Answer::Number(given)) => {
            Some(near(*given, facts.difference(arm, metric)?, metric, *within))
        }
        (Seeks::Most { metric }, Answer::Arm(place)) => {
            let levels: Vec<f64> =
                arms.iter().map(|arm| facts.level(arm, metric).map(|e| e.mean)).collect::<Option<_>>()?;
            let best = levels.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            Some(told(levels.get(*place)? == &best, format!("\"{}\"", arms[*place]), ""))
        }
        (Seeks::Told { arm, metric }, Answer::Flag(flag)) => {
            let difference = facts.difference(arm, metric)?;
            let scale = if facts.is_share(metric) { 100.0 } else { 1.0 };
            let [low, high] = difference.interval.map(|end| scale * end);
            let found = format!("the difference lies between {low:+.2} and {high:+.2}");
            difference.has_interval().then(|| told(*flag == difference.leaves_out_zero(), found, ""))
        }
        (Seeks::Design { metric, .. }, Answer::Settings(_)) => {
            let difference = facts.designed(&question.id)?;
            let scale = if facts.is_share(metric) { 100.0 } else { 1.0 };
            let (mean, half) = (scale * difference.mean, scale * difference.half_width);
            let found = format!("{mean:+.1} (±{half:.1}) against the programme as it was, for the same money");
            let wrong = format!("it comes to {found}");
            Some(told(difference.leaves_out_zero() && mean > 0.0, found, &wrong))
        }
        _ => None,
    }
}
