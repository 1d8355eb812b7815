use crate::chart::sheet::Colour;

/// Ten even steps of "viridis" (Smith and van der Walt, matplotlib 2015): even to the eye, dark to light in grey, and
/// told apart by colour-blind readers.
const STOPS: [Colour; 10] = [
    Colour(0x44, 0x01, 0x54),
    Colour(0x48, 0x28, 0x78),
    Colour(0x3e, 0x49, 0x89),
    Colour(0x31, 0x68, 0x8e),
    Colour(0x26, 0x82, 0x8e),
    Colour(0x1f, 0x9e, 0x89),
    Colour(0x35, 0xb7, 0x79),
    Colour(0x6e, 0xce, 0x58),
    Colour(0xb5, 0xde, 0x2b),
    Colour(0xfd, 0xe7, 0x25),
];

/// The colour of a value by its place between the lowest (0) and the highest (1).
pub(in crate::chart) fn ramp(place: f64) -> Colour {
    let place = if place.is_nan() { 0.0 } else { place.clamp(0.0, 1.0) };
    let along = place * (STOPS.len() - 1) as f64;
    let below = (along as usize).min(STOPS.len() - 2);
    let (from, to, share) = (STOPS[below], STOPS[below + 1], along - below as f64);
    let mix = |a: u8, b: u8| (f64::from(a) + share * (f64::from(b) - f64::from(a))).round() as u8;
    Colour(mix(from.0, to.0), mix(from.1, to.1), mix(from.2, to.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lightness L* (CIE 1976) of an sRGB colour, 0..100.
    fn lightness(Colour(r, g, b): Colour) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
        };
        let y = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        116.0 * libm::cbrt(y) - 16.0
    }

    #[test]
    fn grows_lighter_in_even_steps() {
        let steps = 18;
        let light: Vec<f64> = (0..=steps).map(|i| lightness(ramp(f64::from(i) / f64::from(steps)))).collect();
        let mean = (light[light.len() - 1] - light[0]) / f64::from(steps);
        assert!(mean > 4.0);
        for pair in light.windows(2) {
            let step = pair[1] - pair[0];
            assert!(step > 0.6 * mean && step < 1.4 * mean, "{step} against {mean}");
        }
        assert_eq!((ramp(-1.0), ramp(2.0), ramp(f64::NAN)), (STOPS[0], STOPS[9], STOPS[0]));
    }
}
