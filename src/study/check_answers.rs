use super::{CompareResults, Error, Options, compare};
use crate::analysis::Estimate;
use crate::answers::{Answer, Assignment, Facts, Form, Marked, Question, Seeks, mark};
use crate::scenario::{Source, Study, load_study};
use std::collections::BTreeMap;

/// Runs what a form's answers are held against, and marks them. Only what was answered is run. Of `options` it heeds replicates, threads,
/// memory, cancel and listener.
///
/// # Errors
/// [`Error`]; [`Error::Mistakes`] if settings that somebody designed cannot be run.
pub fn check_answers(form: &Form, options: &Options<'_>) -> Result<Vec<Marked>, Error> {
    let Form { assignment, answers, .. } = form;
    let questions = || assignment.questions.iter().zip(answers);
    // Designs first: what cannot be run is told before anything is.
    let designs = questions().filter_map(|(question, answer)| design(assignment, question, answer.as_ref()));
    let designs: Vec<(String, String, Study)> = designs.collect::<Result<_, Error>>()?;
    let mut options = Options {
        replicates: options.replicates,
        threads: options.threads,
        memory: options.memory,
        cancel: options.cancel,
        listener: options.listener,
        ..Options::default()
    };
    let of_arms = |question: &Question| !matches!(question.seeks, Seeks::Design { .. });
    let is_asked = questions().any(|(question, answer)| answer.is_some() && of_arms(question));
    let arms = is_asked
        .then(|| load(&Source::BuiltIn(assignment.scenario.clone()), &[]).and_then(|study| whole(&study, &options)));
    let mut found = FactsOfRuns { arms: arms.transpose()?, designed: BTreeMap::new() };
    for (question, metric, study) in designs {
        if found.arms.is_some() || !found.designed.is_empty() {
            // Who listens has been told that a study is ready.
            options.listener = None;
        }
        let results = whole(&study, &options)?;
        found.designed.extend(results.difference(YOURS, &metric).map(|difference| (question, difference)));
    }
    let marked = questions().map(|(question, answer)| mark(question, answer.as_ref(), &assignment.arms, &found));
    Ok(marked.collect())
}

/// The name of the arm that somebody designed.
const YOURS: &str = "yours";

/// A comparison that was run to its end: nobody is marked by a part of it.
fn whole(study: &Study, options: &Options<'_>) -> Result<CompareResults, Error> {
    let results = compare(study, options)?;
    if results.is_stopped() {
        return Err(Error::Interrupted { so_far: None, earlier: None });
    }
    Ok(results)
}

fn load(source: &Source, sets: &[String]) -> Result<Study, Error> {
    let study = load_study(source, sets).map_err(Error::Mistakes)?;
    let refusals = study.refusals();
    if refusals.is_empty() { Ok(study) } else { Err(Error::Mistakes(refusals)) }
}

/// The study that tries a design against the programme as it was: question, figure, study.
fn design(
    assignment: &Assignment,
    question: &Question,
    answer: Option<&Answer>,
) -> Option<Result<(String, String, Study), Error>> {
    let (Seeks::Design { metric, from, .. }, Some(Answer::Settings(settings))) = (&question.seeks, answer) else {
        return None;
    };
    let text = format!(
        "name = \"design\"\nextends = \"{}\"\nreplace = [\"regime\"]\noutcome.metrics = [\"{metric}\"]\n\n\
         [[regime]]\nname = \"as it was\"\n\n[[regime]]\nname = \"{YOURS}\"\nbudget_neutral = true\nset = {{ {settings} }}\n",
        assignment.scenario
    );
    let source = Source::Text { name: format!("the answer to {}", question.id), text };
    Some(load(&source, std::slice::from_ref(from)).map(|study| (question.id.clone(), metric.clone(), study)))
}

struct FactsOfRuns {
    arms: Option<CompareResults>,
    designed: BTreeMap<String, Estimate>,
}

impl Facts for FactsOfRuns {
    fn level(&self, arm: &str, metric: &str) -> Option<Estimate> {
        self.arms.as_ref()?.estimate(arm, metric)
    }

    fn difference(&self, arm: &str, metric: &str) -> Option<Estimate> {
        self.arms.as_ref()?.difference(arm, metric)
    }

    fn designed(&self, question: &str) -> Option<Estimate> {
        self.designed.get(question).copied()
    }

    fn is_share(&self, metric: &str) -> bool {
        let effect = self.arms.as_ref().and_then(|arms| arms.compared().baseline().contrast.effect(metric));
        effect.is_some_and(|(headline, _)| headline.unit == "share" && !metric.starts_with("trust"))
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Headline;
    use crate::answers::{Assignment, Form, Seeks};
    use crate::scenario::{Source, load_study};

    #[test]
    fn assignments_ask_about_arms_and_figures_that_are_there() {
        for assignment in Assignment::all() {
            let study = load_study(&Source::BuiltIn(assignment.scenario.clone()), &[]).unwrap();
            let arms: Vec<&str> = study.regimes.iter().map(|regime| regime.name.as_str()).collect();
            assert_eq!(assignment.arms, arms, "{}", assignment.name);
            let known: Vec<String> = Headline::all(&[24]).into_iter().map(|headline| headline.name).collect();
            for question in &assignment.questions {
                let (arm, metric) = match &question.seeks {
                    Seeks::Level { arm, metric, .. }
                    | Seeks::Difference { arm, metric, .. }
                    | Seeks::Told { arm, metric } => (Some(arm), metric),
                    Seeks::Most { metric } | Seeks::Design { metric, .. } => (None, metric),
                };
                assert!(known.contains(metric) || metric.ends_with("_24"), "{}: {metric}", question.id);
                assert!(arm.is_none_or(|arm| arms.contains(&arm.as_str())), "{}: {arm:?}", question.id);
            }
            let form = Form::read("blank", &assignment.blank()).unwrap();
            assert_eq!(form.assignment, assignment);
            assert!(form.answers.iter().all(Option::is_none), "a blank form answers nothing");
        }
    }
}
