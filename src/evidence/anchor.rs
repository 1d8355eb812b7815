use crate::scenario::Scenario;

/// Months of the run that catalogues count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchors {
    /// First month of the programme, and first month after it.
    pub start: i32,
    pub end: i32,
    /// First month of the successor policy, if there is one.
    pub shift: Option<i32>,
    /// Month after the last of the run.
    pub horizon: i32,
}

impl Anchors {
    /// Of a scenario.
    pub fn of(scenario: &Scenario) -> Anchors {
        Anchors {
            start: scenario.programme.start,
            end: scenario.programme.end,
            shift: scenario.programme.successor_start,
            horizon: scenario.time.months.cast_signed(),
        }
    }

    /// The month of the run that `text` names: `run`, `start`, `shift`, `end` or `horizon`, with `+n` or `-n`.
    pub fn month(&self, text: &str) -> Result<i32, String> {
        let (name, offset) = match text.find(['+', '-']) {
            Some(at) => {
                let offset = text[at..].parse::<i32>().map_err(|_| format!("{text:?}: what follows is no number"))?;
                (&text[..at], offset)
            }
            None => (text, 0),
        };
        let anchor = match name {
            "run" => 0,
            "start" => self.start,
            "shift" => self.shift.ok_or("there is no successor policy to count from")?,
            "end" => self.end,
            "horizon" => self.horizon,
            _ => return Err(format!("{text:?} begins with none of run, start, shift, end, horizon")),
        };
        Ok(anchor + offset)
    }

    /// The months from the first to before the second.
    pub fn window(&self, texts: &[String; 2]) -> Result<(u32, u32), String> {
        let [from, to] = [self.month(&texts[0])?, self.month(&texts[1])?];
        if from < 0 || to > self.horizon || from >= to {
            return Err(format!("[{}, {}] is months {from} to {to}, of a run of {}", texts[0], texts[1], self.horizon));
        }
        Ok((from.cast_unsigned(), to.cast_unsigned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Anchors;

    const ANCHORS: Anchors = Anchors { start: 12, end: 48, shift: Some(30), horizon: 84 };

    #[test]
    fn months_count_from_anchors() {
        assert_eq!(ANCHORS.month("start+6"), Ok(18));
        assert_eq!(ANCHORS.month("horizon-1"), Ok(83));
        assert_eq!(ANCHORS.month("run"), Ok(0));
        assert_eq!(ANCHORS.window(&["end".into(), "end+12".into()]), Ok((48, 60)));
    }

    #[test]
    fn what_lies_outside_the_run_is_refused() {
        for window in [["run-1", "end"], ["end", "horizon+1"], ["end", "end"], ["begin", "end"], ["end+x", "horizon"]] {
            assert!(ANCHORS.window(&window.map(str::to_owned)).is_err(), "{window:?}");
        }
    }
}
