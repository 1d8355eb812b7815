use std::fmt;
use std::str::FromStr;

/// A calendar month, written `2015-04`. Years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

/// Why a text is not a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthError(String);

impl fmt::Display for MonthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for MonthError {}

impl Month {
    /// `None` unless `1 <= year <= 9999` and `1 <= month <= 12`.
    #[must_use]
    pub fn new(year: i32, month: i32) -> Option<Month> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then(|| Month(year * 12 + month - 1))
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1..=12.
    #[must_use]
    pub fn month(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// As a reader says it: `April 2017`.
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{} {}", self.name(), self.year())
    }

    /// The same where there is little room: `Apr 2017`.
    #[must_use]
    pub fn in_short(self) -> String {
        format!("{:.3} {}", self.name(), self.year())
    }

    /// When it is over: `the end of April 2017`.
    #[must_use]
    pub fn end_in_words(self) -> String {
        format!("the end of {}", self.in_words())
    }

    fn name(self) -> &'static str {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        usize::try_from(self.month() - 1).ok().and_then(|month| NAMES.get(month)).copied().unwrap_or_default()
    }

    /// This month moved by `months`, which may be negative; stops at the first and last month that can be written.
    #[must_use]
    pub fn plus(self, months: i32) -> Month {
        Month(self.0.saturating_add(months).clamp(12, 9999 * 12 + 11))
    }

    /// Months from `earlier` to this one; negative if this one comes first.
    #[must_use]
    pub fn since(self, earlier: Month) -> i32 {
        self.0 - earlier.0
    }

    /// Days from the first of January 1970 to the first of this month, in the Gregorian calendar; negative before.
    #[must_use]
    pub fn days_from_1970(self) -> i32 {
        // Years are counted from March: their last day may be the 29th of February.
        let (year, month) =
            if self.month() > 2 { (self.year(), self.month() - 3) } else { (self.year() - 1, self.month() + 9) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        const MARCH_1970: i32 = 1970 * 365 + 477;
        year * 365 + leap_days + (153 * month + 2) / 5 - MARCH_1970 + 59
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Month, MonthError> {
        let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        let Some((year, month)) = text.split_once('-').filter(|(y, m)| digits(y, 4) && digits(m, 2)) else {
            return Err(MonthError(format!("a month is written as year and month, like \"2015-04\", not \"{text}\"")));
        };
        let (year, month): (i32, i32) = (year.parse().unwrap_or(0), month.parse().unwrap_or(0));
        Month::new(year, month).ok_or_else(|| {
            MonthError(match year {
                0 => "there is no year 0000: years run from 0001 to 9999".to_owned(),
                _ => format!("there is no month {month:02} in year {year:04}: months run from 01 to 12"),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Month;

    #[test]
    fn days_are_those_of_the_calendar() {
        // `date -d 2015-04-01 +%s` over 86 400, and so on.
        for (month, days) in [
            ("1970-01", 0),
            ("1970-02", 31),
            ("1970-03", 59),
            ("1969-12", -31),
            ("2000-02", 10988),
            ("2000-03", 11017),
            ("2015-04", 16526),
            ("2016-03", 16861),
            ("1900-03", -25508),
            ("0001-01", -719_162),
            ("9999-12", 2_932_866),
        ] {
            assert_eq!(month.parse::<Month>().unwrap().days_from_1970(), days, "{month}");
        }
    }

    #[test]
    fn is_said_as_readers_say_it() {
        let month: Month = "2018-03".parse().unwrap();
        assert_eq!([month.in_words(), month.in_short()], ["March 2018", "Mar 2018"]);
        assert_eq!(month.end_in_words(), "the end of March 2018");
        assert_eq!(month.plus(6).in_short(), "Sep 2018");
    }

    #[test]
    fn reads_writes_and_counts() {
        let start: Month = "2014-04".parse().unwrap();
        assert_eq!(start.plus(12).to_string(), "2015-04");
        assert_eq!(start.plus(-4).to_string(), "2013-12");
        assert_eq!("2018-04".parse::<Month>().unwrap().since(start), 48);
        for bad in ["2015", "2015-4", "2015-13", "2015-00", "0000-01", "april", "2015-04-01", "٢٠١٥-٠٤"] {
            assert!(bad.parse::<Month>().is_err(), "{bad}");
        }
        let why = |text: &str| text.parse::<Month>().unwrap_err().to_string();
        assert_eq!(why("0000-01"), "there is no year 0000: years run from 0001 to 9999");
        assert_eq!(why("2015-13"), "there is no month 13 in year 2015: months run from 01 to 12");
    }
}
