use crate::record::{Fate, Setting};

/// Whether an initiative had begun by `month` and had not ended when that month was over.
#[must_use]
pub fn alive_after(fate: &Fate, month: i32) -> bool {
    i64::from(fate.entry) <= i64::from(month) && fate.end.is_none_or(|end| i64::from(end) > i64::from(month))
}

/// The programme's last month, if the run gets that far and the programme does not end before the run.
#[must_use]
pub fn programme_last(setting: &Setting) -> Option<i32> {
    let last = setting.programme_end - 1;
    (last >= 0 && i64::from(last) < i64::from(setting.months)).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::alive_after;
    use crate::analysis::fabricated::fate;

    #[test]
    fn an_initiative_is_not_alive_after_the_month_in_which_it_ended() {
        let f = fate(0, 3, Some(10));
        assert_eq!([2, 3, 9, 10].map(|m| alive_after(&f, m)), [false, true, true, false]);
        assert!(alive_after(&fate(0, 0, None), 1000) && !alive_after(&fate(0, 0, None), -1));
    }
}
