use super::model_courses::{CourseReach, course_reach};
use super::{Headline, is_told};
use crate::stats::{VarianceComponents, student_t_quantile};

/// A regime is called best only if it is so in this share of plausible models.
pub const BEST_IN: f64 = 0.9;

/// How arms differ over plausible models, or where one scenario stands: sets of parameters that what is known does not rule out.
#[derive(Clone, Debug, Default)]
pub struct Models {
    /// Sets that were run, and those that were left out because a run of theirs failed.
    pub sets: u64,
    /// See `sets`.
    pub left_out: u64,
    /// Futures of each set.
    pub per_set: u32,
    /// Where the sets come from, in words: "the built-in ensemble".
    pub of: String,
    /// By arm, the first included, and headline: how far the arm differs from the first; of one scenario alone, its level. Nothing
    /// where too few sets have a value.
    pub effects: Vec<Vec<Option<ModelEffect>>>,
    /// By arm and headline: what each model says, chance taken out; nothing of a model without a value, so that only lists as
    /// long as there are sets belong together.
    pub settled: Vec<Vec<Vec<f64>>>,
    /// The headlines, in their order.
    pub headlines: Vec<Headline>,
    /// By arm: how far its survival and its trajectories reach; empty where runs of models do not keep them.
    pub courses: Vec<CourseReach>,
}

/// The difference of an arm from the first in a headline metric, over plausible models.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModelEffect {
    /// Sets in which both arms have a value.
    pub sets: u64,
    /// Mean over sets.
    pub mean: f64,
    /// Half the width of its 95 % interval (Student's t over sets): how sure that mean is.
    pub half_width: f64,
    /// From the 5 % to the 95 % quantile of what single models say, chance taken out.
    pub range: [f64; 2],
    /// Share of models in which it is above 0, and below.
    pub above: f64,
    /// See `above`.
    pub below: f64,
    /// Variance over models, chance taken out.
    pub between: f64,
    /// Variance over futures of one model.
    pub within: f64,
}

impl ModelEffect {
    /// Of what single models say, each in some futures.
    pub(super) fn of(parts: &VarianceComponents) -> ModelEffect {
        ModelEffect {
            sets: parts.groups,
            mean: parts.mean,
            half_width: student_t_quantile(0.975, parts.groups - 1) * parts.standard_error,
            range: [parts.quantile(0.05), parts.quantile(0.95)],
            above: parts.share_that(|value| value > 0.0),
            below: parts.share_that(|value| value < 0.0),
            between: parts.between,
            within: parts.within,
        }
    }

    /// Share of models whose sign is that of `difference`.
    #[must_use]
    pub fn agrees_with(&self, difference: f64) -> f64 {
        match difference {
            d if d > 0.0 => self.above,
            d if d < 0.0 => self.below,
            _ => f64::NAN,
        }
    }

    /// Share of the variance of a single future of a single model that lies between models; NaN where nothing varies.
    #[must_use]
    pub fn share_of_models(&self) -> f64 {
        self.between / (self.between + self.within)
    }

    /// Whether the sign of its mean is beyond chance.
    #[must_use]
    pub fn is_told(&self) -> bool {
        is_told(self.mean, self.half_width, self.sets)
    }
}

/// Takes in what arms come to at each set, and says how far models differ.
#[derive(Clone, Debug)]
pub struct ModelRuns {
    headlines: Vec<Headline>,
    /// Months of each arm's run.
    months: Vec<u32>,
    /// By set, future and arm: the values of the headlines; nothing of a run that failed.
    sets: Vec<Vec<Vec<Option<Vec<f64>>>>>,
}

impl ModelRuns {
    /// Of arms whose runs take so many months.
    #[must_use]
    pub fn new(headlines: &[Headline], months: &[u32]) -> ModelRuns {
        ModelRuns { headlines: headlines.to_vec(), months: months.to_vec(), sets: Vec::new() }
    }

    /// Takes in a run: of a set, in a future, of an arm, each counted from 0; behind the headlines may stand courses.
    pub fn add(&mut self, set: usize, future: usize, arm: usize, values: Option<Vec<f64>>) {
        if self.sets.len() <= set {
            self.sets.resize(set + 1, Vec::new());
        }
        let futures = &mut self.sets[set];
        if futures.len() <= future {
            futures.resize(future + 1, vec![None; self.months.len()]);
        }
        futures[future][arm] = values;
    }

    /// What it comes to; `of` says where the sets come from. `None` without two sets.
    #[must_use]
    pub fn finish(self, of: &str) -> Option<Models> {
        let arms = self.months.len();
        let per_set = self.sets.iter().map(Vec::len).max().unwrap_or(0) as u32;
        let is_whole = |set: &&Vec<Vec<Option<Vec<f64>>>>| {
            set.len() == per_set as usize && set.iter().flatten().all(Option::is_some)
        };
        let whole: Vec<&Vec<Vec<Option<Vec<f64>>>>> = self.sets.iter().filter(is_whole).collect();
        if whole.len() < 2 {
            return None;
        }
        let difference = |set: &Vec<Vec<Option<Vec<f64>>>>, arm: usize, headline: usize| -> Vec<f64> {
            let value = |future: &[Option<Vec<f64>>], arm: usize| {
                future[arm].as_ref().and_then(|values| values.get(headline)).copied().unwrap_or(f64::NAN)
            };
            let of_first = |future: &[Option<Vec<f64>>]| if arms == 1 { 0.0 } else { value(future, 0) };
            set.iter().map(|future| value(future, arm) - of_first(future)).collect()
        };
        let of_arm = |arm: usize, headline: usize| -> Option<VarianceComponents> {
            let groups: Vec<Vec<f64>> = whole.iter().map(|set| difference(set, arm, headline)).collect();
            VarianceComponents::of(&groups)
        };
        let parts: Vec<Vec<Option<VarianceComponents>>> =
            (0..arms).map(|arm| (0..self.headlines.len()).map(|headline| of_arm(arm, headline)).collect()).collect();
        let effects =
            parts.iter().map(|arm| arm.iter().map(|part| part.as_ref().map(ModelEffect::of)).collect()).collect();
        let settled = parts.iter().map(|arm| {
            arm.iter().map(|part| part.as_ref().map_or_else(Vec::new, |part| part.settled.clone())).collect()
        });
        let settled = settled.collect();
        let courses = |arm: usize| {
            let sets = whole.iter().map(|set| set.iter().filter_map(|future| future[arm].as_deref()).collect());
            course_reach(self.headlines.len(), self.months[arm], &sets.collect::<Vec<Vec<&[f64]>>>())
        };
        let courses = (0..arms).map(courses).collect();
        Some(Models {
            sets: whole.len() as u64,
            left_out: (self.sets.len() - whole.len()) as u64,
            per_set,
            of: of.to_owned(),
            effects,
            settled,
            courses,
            headlines: self.headlines,
        })
    }
}

impl Models {
    /// The place of a headline metric.
    fn place(&self, metric: &str) -> Option<usize> {
        self.headlines.iter().position(|headline| headline.name == metric)
    }

    /// How far an arm differs from the first in a headline metric.
    #[must_use]
    pub fn effect(&self, arm: usize, metric: &str) -> Option<&ModelEffect> {
        self.effects.get(arm)?[self.place(metric)?].as_ref()
    }

    /// In what share of plausible models an arm has most of a headline metric among some arms, itself one of them, chance taken
    /// out; those that are equal share a model. `None` unless every model has a value of each of them.
    #[must_use]
    pub fn has_most(&self, arm: usize, metric: &str, among: &[usize]) -> Option<f64> {
        let place = self.place(metric)?;
        let of = |arm: usize| self.settled.get(arm).map(|arm| arm[place].as_slice());
        let own = of(arm)?;
        let all: Vec<&[f64]> = among.iter().filter_map(|&other| of(other)).collect();
        if own.is_empty() || all.len() < among.len() || all.iter().any(|other| other.len() as u64 != self.sets) {
            return None;
        }
        let share = |set: usize| {
            let most = all.iter().map(|other| other[set]).fold(f64::NEG_INFINITY, f64::max);
            let first = all.iter().filter(|other| other[set] == most).count();
            if own[set] == most { 1.0 / first.max(1) as f64 } else { 0.0 }
        };
        Some((0..own.len()).map(share).sum::<f64>() / own.len() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::ModelRuns;
    use crate::analysis::Headline;

    /// Two arms, of which the second has 1 more in one half of the models and 3 more in the other, with futures that differ.
    #[test]
    fn models_are_told_from_futures() {
        let headlines = &Headline::all(&[])[..2];
        let mut runs = ModelRuns::new(headlines, &[1; 3]);
        for set in 0..40 {
            for future in 0..2 {
                let luck = if (set + future) % 2 == 0 { 0.5 } else { -0.5 };
                let more = if set < 20 { 1.0 } else { 3.0 };
                runs.add(set, future, 0, Some(vec![10.0, 1.0]));
                runs.add(set, future, 1, Some(vec![10.0 + more + luck, 1.0]));
                runs.add(set, future, 2, Some(vec![11.9, f64::NAN]));
            }
        }
        runs.add(40, 0, 0, None);
        let models = runs.finish("a test").unwrap();
        assert_eq!((models.sets, models.left_out, models.per_set), (40, 1, 2));
        let name = &headlines[0].name;
        let effect = models.effect(1, name).unwrap();
        assert!((effect.mean - 2.0).abs() < 1e-12 && effect.above == 1.0 && effect.agrees_with(-1.0) == 0.0);
        // Within: 0.5 squared twice over one degree of freedom. Between: 40/39 of 1, less a half of that.
        assert!((effect.within - 0.5).abs() < 1e-12, "{}", effect.within);
        assert!((effect.between - (40.0 / 39.0 - 0.25)).abs() < 1e-9, "{}", effect.between);
        assert!(effect.range[0] > 1.0 && effect.range[0] < 1.2 && effect.range[1] > 2.8 && effect.range[1] < 3.0);
        // 1.9 more is most where the other has 1 more.
        assert_eq!([0, 1, 2].map(|arm| models.has_most(arm, name, &[0, 1, 2]).unwrap()), [0.0, 0.5, 0.5]);
        assert_eq!(models.has_most(2, name, &[0, 2]), Some(1.0));
        let mut alone = ModelRuns::new(headlines, &[1]);
        (0..4).for_each(|run| alone.add(run / 2, run % 2, 0, Some(vec![run as f64, 1.0])));
        assert_eq!(alone.finish("a test").unwrap().effect(0, name).unwrap().mean, 1.5);
        let none = models.effect(2, &headlines[1].name);
        assert!(none.is_none() && models.has_most(0, &headlines[1].name, &[0, 2]).is_none());
        let same = models.effect(1, &headlines[1].name).unwrap();
        assert!(same.mean == 0.0 && same.above == 0.0 && same.share_of_models().is_nan());
    }
}
