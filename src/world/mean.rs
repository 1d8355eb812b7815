/// Mean of `values`, or `empty` if there is none.
#[must_use]
pub(crate) fn mean(values: impl Iterator<Item = f64>, empty: f64) -> f64 {
    let (sum, n) = values.fold((0.0, 0_u32), |(sum, n), v| (sum + v, n + 1));
    if n == 0 { empty } else { sum / f64::from(n) }
}
