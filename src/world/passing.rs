/// What passes: a value, and the month in which it is over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passing {
    /// The value, in the unit of what it stands for.
    pub value: f64,
    /// The first month of the run in which it no longer holds; 0 if it never did, `u32::MAX` if it is for good.
    pub until: u32,
}

impl Passing {
    /// What has not come yet.
    pub const NONE: Passing = Passing { value: 0.0, until: 0 };

    /// The value in `month` of the run, or `usual` when it does not hold.
    #[must_use]
    pub fn or(self, month: u32, usual: f64) -> f64 {
        if month < self.until { self.value } else { usual }
    }
}

impl Default for Passing {
    fn default() -> Passing {
        Passing::NONE
    }
}

#[cfg(test)]
mod tests {
    use super::Passing;

    #[test]
    fn a_value_holds_until_its_month_and_not_in_it() {
        let price = Passing { value: 1.2, until: 5 };
        assert_eq!((price.or(4, 1.0), price.or(5, 1.0)), (1.2, 1.0));
        assert_eq!(Passing::NONE.or(0, 1.0), 1.0);
    }
}
