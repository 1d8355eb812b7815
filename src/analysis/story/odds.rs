use crate::record::Change;
use crate::stats::share_interval;

/// Over many futures of one initiative: what would have kept it, and what would have ended it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Odds {
    /// Futures in which it ended, and in which it lived to the end of the run.
    pub ended: u64,
    /// See `ended`.
    pub lived: u64,
    /// A change of no weight.
    pub grain: Option<OddsRow>,
    /// One thing otherwise each; what kept it in most futures first.
    pub rows: Vec<OddsRow>,
}

/// What would have kept it over plausible models: each future is one of another model.
#[derive(Clone, Debug, PartialEq)]
pub struct OddsOverModels {
    /// Over all of them.
    pub odds: Odds,
    /// Models, each with as many futures as there are more of these.
    pub models: u64,
    /// Where they come from, in words: "the built-in ensemble".
    pub of: String,
}

/// One thing otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct OddsRow {
    /// What.
    pub change: Change,
    /// Of the futures in which it ended, those in which it lives with the change, and all of them.
    pub kept: (u64, u64),
    /// Of the futures in which it lived, those in which it ends with the change, and all of them.
    pub lost: (u64, u64),
}

impl OddsRow {
    /// Share and 95 % interval (Wilson) of futures in which it would have been kept; NaN of none.
    #[must_use]
    pub fn kept_share(&self) -> (f64, (f64, f64)) {
        share(self.kept)
    }

    /// Share and 95 % interval (Wilson) of futures in which it would have been lost; NaN of none.
    #[must_use]
    pub fn lost_share(&self) -> (f64, (f64, f64)) {
        share(self.lost)
    }

    /// Whether the interval of a share lies above that of another: more than chance makes of a change of no weight.
    #[must_use]
    pub fn beyond(share: (f64, (f64, f64)), chance: Option<(f64, (f64, f64))>) -> bool {
        let bar = chance.map_or(0.0, |(_, (_, high))| if high.is_nan() { 0.0 } else { high });
        share.1.0 > bar
    }
}

fn share((part, of): (u64, u64)) -> (f64, (f64, f64)) {
    let interval = share_interval(part, of).unwrap_or((f64::NAN, f64::NAN));
    (part as f64 / of as f64, interval)
}

impl Odds {
    /// Nothing tallied yet of these changes.
    #[must_use]
    pub fn new(changes: impl Iterator<Item = Change>) -> Odds {
        let row = |change| OddsRow { change, kept: (0, 0), lost: (0, 0) };
        Odds { rows: changes.map(row).collect(), ..Odds::default() }
    }

    /// A future in which it began: whether it lived to the end of the run, and whether it does with each of the changes.
    pub fn add(&mut self, lived: bool, altered: impl Iterator<Item = bool>) {
        *(if lived { &mut self.lived } else { &mut self.ended }) += 1;
        for (row, lives) in self.rows.iter_mut().zip(altered) {
            let (part, of) = if lived { &mut row.lost } else { &mut row.kept };
            *part += u64::from(lives != lived);
            *of += 1;
        }
    }

    /// Ranked: what kept it most often first, then what lost it least often, then in the order given.
    #[must_use]
    pub fn ranked(mut self) -> Odds {
        if let Some(place) = self.rows.iter().position(|row| row.change == Change::Grain) {
            self.grain = Some(self.rows.remove(place));
        }
        self.rows.sort_by_key(|row| (std::cmp::Reverse(row.kept.0), row.lost.0));
        self
    }

    /// Futures in which it began.
    #[must_use]
    pub fn futures(&self) -> u64 {
        self.ended + self.lived
    }

    /// Share of them in which it ended, with its 95 % interval (Wilson).
    #[must_use]
    pub fn ended_share(&self) -> (f64, (f64, f64)) {
        share((self.ended, self.futures()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_would_have_turned_out_otherwise() {
        let mut odds = Odds::new([Change::Grain, Change::MoneyGoesOn, Change::NoBoard].into_iter());
        odds.add(false, [false, true, false].into_iter());
        odds.add(false, [true, true, false].into_iter());
        odds.add(false, [false, false, true].into_iter());
        odds.add(true, [true, true, false].into_iter());
        let odds = odds.ranked();
        assert_eq!((odds.ended, odds.lived, odds.futures()), (3, 1, 4));
        assert_eq!(odds.grain.as_ref().map(|row| row.kept), Some((1, 3)));
        let first = &odds.rows[0];
        assert_eq!((&first.change, first.kept, first.lost), (&Change::MoneyGoesOn, (2, 3), (0, 1)));
        assert_eq!((odds.rows[1].kept, odds.rows[1].lost), ((1, 3), (1, 1)));
        // R: prop.test(2, 3, correct = FALSE): 0.2077 to 0.9385.
        let (kept, (low, high)) = first.kept_share();
        assert!((kept - 2.0 / 3.0).abs() < 1e-12 && (low - 0.2077).abs() < 1e-4 && (high - 0.9385).abs() < 1e-4);
        assert!(!OddsRow::beyond(first.kept_share(), odds.grain.map(|row| row.kept_share())));
    }
}
