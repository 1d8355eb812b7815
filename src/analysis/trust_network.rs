use crate::record::{Setting, TrustSnapshot};

/// Months at whose end the trust network is looked at: before the programme begins, when its last month is over, and at the
/// end of the run. `None` if the run does not hold a month before and one after the programme's end.
#[must_use]
pub fn network_months(setting: &Setting) -> Option<[u32; 3]> {
    let before = u32::try_from((setting.programme_start - 1).max(0)).ok()?;
    let end = u32::try_from(setting.programme_end - 1).ok()?;
    let last = setting.months.checked_sub(1)?;
    (before < end && end < last).then_some([before, end, last])
}

/// Mean trust over ties between people of different organisations; NaN if there are none.
#[must_use]
pub fn trust_across(snapshot: &TrustSnapshot) -> f64 {
    let home = |slot: u16| snapshot.people.get(usize::from(slot)).map(|person| person.organisation);
    let across = snapshot.ties.iter().filter(|&&(from, to, _)| home(from) != home(to));
    let (sum, n) = across.fold((0.0, 0.0), |(sum, n), &(.., trust)| (sum + f64::from(trust), n + 1.0));
    sum / n
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fabricated::{setting, snapshot};

    #[test]
    fn months_are_before_the_programme_at_its_end_and_the_last() {
        let mut setting = setting(3);
        assert_eq!(network_months(&setting), Some([11, 47, 95]));
        assert!((trust_across(&snapshot(0, 11, 0.3)) - 0.3).abs() < 1e-6);
        setting.programme_end = 200;
        assert_eq!(network_months(&setting), None);
    }
}
