use std::fmt;

/// A number from 0 to 1, both included; never NaN.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Default)]
pub struct Share(f64);

impl Share {
    /// Nothing of it.
    pub const ZERO: Share = Share(0.0);
    /// All of it.
    pub const ONE: Share = Share(1.0);

    /// `None` unless `0 <= value <= 1`.
    #[must_use]
    pub fn new(value: f64) -> Option<Share> {
        (0.0..=1.0).contains(&value).then_some(Share(value))
    }

    /// The nearest share to `value`; a NaN becomes 0. For sums that may stray by rounding, never for input.
    #[must_use]
    pub fn clamped(value: f64) -> Share {
        Share(if value >= 0.0 { value.min(1.0) } else { 0.0 })
    }

    /// The plain number, 0..=1.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn borders_are_inside_and_nan_is_out() {
        assert!(Share::new(0.0).is_some() && Share::new(1.0).is_some());
        for bad in [-1e-9, 1.0 + 1e-9, f64::NAN, f64::INFINITY] {
            assert!(Share::new(bad).is_none(), "{bad}");
        }
        assert_eq!(Share::clamped(f64::NAN), Share::ZERO);
        assert_eq!(Share::clamped(7.0), Share::ONE);
    }
}
