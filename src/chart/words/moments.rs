use super::format::NumberFormat;

/// Most moments of one chart that are told one by one: twenty years of months and their beginning.
const MOST: usize = 241;

/// The times of a chart at which its values are told.
#[derive(Debug, PartialEq)]
pub(in crate::chart) struct Moments {
    /// Rising.
    pub told: Vec<f64>,
    /// How many there are in all.
    all: usize,
}

impl Moments {
    /// Of times in any order; what is not finite is left out. Of too many, every second, third ... and the last are told.
    pub fn of(times: impl IntoIterator<Item = f64>) -> Moments {
        let mut times: Vec<f64> = times.into_iter().filter(|time| time.is_finite()).map(|time| time + 0.0).collect();
        times.sort_by(f64::total_cmp);
        times.dedup();
        let (all, every) = (times.len(), times.len().div_ceil(MOST).max(1));
        let last = times.last().copied();
        let mut told: Vec<f64> = times.into_iter().step_by(every).collect();
        told.extend(last.filter(|last| told.last() != Some(last)));
        Moments { told, all }
    }

    /// These and some others that must not be left out.
    pub fn with(self, others: impl IntoIterator<Item = f64>) -> Moments {
        let others: Vec<f64> = others.into_iter().filter(|time| time.is_finite()).map(|time| time + 0.0).collect();
        let is_new = |time: &&f64| !self.told.contains(time);
        let all = self.all.max(self.told.len() + others.iter().filter(is_new).count());
        let mut told = [self.told, others].concat();
        told.sort_by(f64::total_cmp);
        told.dedup();
        Moments { told, all }
    }

    /// What a table says of times that it leaves out.
    pub fn note(&self) -> Option<String> {
        let write = |count: usize| NumberFormat::Number.write(count as f64);
        (self.told.len() < self.all).then(|| format!("({} of {} times shown)", write(self.told.len()), write(self.all)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_in_order_and_not_too_many() {
        let few = Moments::of([3.0, f64::NAN, 1.0, 3.0, -0.0, 0.0]);
        assert_eq!((few.told.as_slice(), few.note()), ([0.0, 1.0, 3.0].as_slice(), None));
        let many = Moments::of((0..=1200).map(f64::from));
        assert_eq!((many.told.len(), many.told[1], many.told.last()), (241, 5.0, Some(&1200.0)));
        assert_eq!(Moments::of([1.0]).with([7.0, 1.0]), Moments::of([7.0, 1.0]));
        assert_eq!(many.note().as_deref(), Some("(241 of 1,201 times shown)"));
    }
}
