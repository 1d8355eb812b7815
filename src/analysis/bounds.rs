/// What values of a figure can be, so that its interval does not tell of others.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Bounds {
    /// Any number.
    #[default]
    Any,
    /// The share of something counted in each replicate, 0..1: its mean has [`crate::stats::mean_share_interval`].
    Share,
    /// Numbers from the first to the second; the interval ends there.
    Within(f64, f64),
}

impl Bounds {
    /// Numbers of 0 and more.
    pub const COUNT: Bounds = Bounds::Within(0.0, f64::INFINITY);
}
