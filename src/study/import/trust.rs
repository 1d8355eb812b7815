use super::table::{TableAsked, rows};
use crate::diagnostics::{Diagnostic, SourceId};
use crate::stats::Moments;

const SURVEY: TableAsked = TableAsked { what: "trust", must: &["answer"], may: &[], filled: 1 };

/// What a survey says of trust at the start, 0 to 1: 1 of its five points is 0, and 5 is 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TrustTold {
    pub answers: u64,
    pub mean: f64,
    /// The 95 % interval of the mean, by Student's t, within what trust can be.
    pub interval: [f64; 2],
    /// How many gave each of the five answers; what lies between two goes to the nearer.
    pub points: [u32; 5],
}

/// Trust of a table of answers; nothing if it is wrong.
pub(super) fn trust(source: SourceId, text: &str, out: &mut Vec<Diagnostic>) -> Option<TrustTold> {
    let before = out.len();
    let (mut moments, mut points, mut last) = (Moments::new(), [0; 5], None);
    for row in rows(source, text, &SURVEY, out) {
        let (cell, span) = &row.cells[0];
        last = Some(*span);
        // Where semicolons separate cells, commas are often decimal points.
        let answer: Option<f64> = cell.replace(',', ".").parse().ok().filter(|answer| (1.0..=5.0).contains(answer));
        match answer {
            Some(answer) => {
                moments.add((answer - 1.0) / 4.0);
                points[(libm::round(answer) as usize).clamp(1, 5) - 1] += 1;
            }
            None => {
                let hint = "where an answer is missing, leave the row out";
                out.push(Diagnostic::at(*span, format!("{cell:?} is no answer from 1 to 5")).hint(hint));
            }
        }
    }
    if out.len() > before {
        return None;
    }
    let Some((mean, half_width)) = moments.mean().zip(moments.half_width(0.95)) else {
        let message = "one answer says nothing of how sure the mean is";
        out.extend(last.map(|place| Diagnostic::at(place, message).hint("give two answers or more")));
        return None;
    };
    let thousandths = |x: f64| libm::round(1e3 * x.clamp(0.0, 1.0)) / 1e3;
    let interval = [mean - half_width, mean + half_width].map(thousandths);
    Some(TrustTold { answers: moments.count(), mean: thousandths(mean), interval, points })
}

impl TrustTold {
    /// In a sentence.
    pub(super) fn words(&self) -> String {
        let [low, high] = self.interval;
        let interval = if low < high {
            format!("its 95 % interval (Student's t) is {low:.3} to {high:.3}")
        } else {
            "all are the same, which says nothing of how sure it is".to_owned()
        };
        format!("{} answers, of which the mean is {:.3} (0 to 1); {interval}.", self.answers, self.mean)
    }
}
