use crate::record::Setting;

/// At what times arms are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// At the end of the run, which is as long after every arm's programme.
    #[default]
    Run,
    /// Programmes end in different months: so many months after each arm's own programme, the longest time that all have
    /// whose programme ends in the run. The others (places among the arms) have no such time.
    Own {
        /// Months after the programme's end.
        months: u32,
        /// Arms whose programme does not end before the run does.
        endless: Vec<usize>,
    },
    /// Programmes end in different months, and there is no time after them that any arm shares with the first.
    Apart,
}

impl Clock {
    /// Of arms with these settings, the first one first.
    #[must_use]
    pub fn of(settings: &[&Setting]) -> Clock {
        let ends: Vec<(i32, u32)> = settings.iter().map(|setting| (setting.programme_end, setting.months)).collect();
        Clock::of_ends(&ends)
    }

    /// Of arms of which these are known: the first month after the programme, and the months of the run.
    #[must_use]
    pub fn of_ends(ends: &[(i32, u32)]) -> Clock {
        let left = |&(end, months): &(i32, u32)| {
            (end > 0).then(|| i64::from(months) - i64::from(end)).filter(|&left| left >= 0)
        };
        let left: Vec<Option<i64>> = ends.iter().map(left).collect();
        if left.windows(2).all(|pair| pair[0] == pair[1]) {
            return Clock::Run;
        }
        let known: Vec<i64> = left.iter().copied().flatten().collect();
        let shortest = known.iter().min().and_then(|&months| u32::try_from(months).ok());
        match (shortest, left.first()) {
            (Some(months), Some(Some(_))) if known.len() > 1 => {
                let endless = left.iter().enumerate().filter(|(_, left)| left.is_none()).map(|(arm, _)| arm);
                Clock::Own { months, endless: endless.collect() }
            }
            _ => Clock::Apart,
        }
    }

    /// Months after each arm's own programme, if that is when they are compared.
    #[must_use]
    pub fn months(&self) -> Option<u32> {
        match self {
            Clock::Own { months, .. } => Some(*months),
            Clock::Run | Clock::Apart => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;
    use crate::analysis::fabricated::setting;

    fn clock(ends: &[i32]) -> Clock {
        let settings: Vec<_> = ends
            .iter()
            .map(|&end| {
                let mut setting = setting(1); // 96 months
                setting.programme_end = end;
                setting
            })
            .collect();
        Clock::of(&settings.iter().collect::<Vec<_>>())
    }

    #[test]
    fn arms_are_compared_at_the_longest_time_that_all_have_after_their_own_end() {
        let own = |months, endless: &[usize]| Clock::Own { months, endless: endless.to_vec() };
        assert_eq!([clock(&[48, 48]), clock(&[200, 96 + 9, 97]), clock(&[48])], [const { Clock::Run }; 3]);
        assert_eq!(clock(&[48, 72, 48]), own(24, &[]));
        // One whose programme goes on has no time after it; one that ends with the run has none left.
        assert_eq!(clock(&[48, 72, 97]), own(24, &[2]));
        assert_eq!(clock(&[48, 96]), own(0, &[]));
        assert_eq!([clock(&[97, 48, 60]), clock(&[48, 97])], [Clock::Apart, Clock::Apart]);
    }
}
