use crate::random::Stream;
use crate::scenario::{DrawnValue, Site};
use std::borrow::Cow;

/// The site with what is not known of it drawn, each from a place of its own.
pub(super) fn drawn(spec: &Site, stream: impl Fn() -> Stream) -> Cow<'_, Site> {
    if spec.drawn.is_empty() {
        return Cow::Borrowed(spec);
    }
    let (mut own, mut stream) = (spec.clone(), stream());
    for &DrawnValue { key, low, high } in &spec.drawn {
        own.set_drawn(key, low + (high - low) * stream.at(0, key as u32).uniform());
    }
    Cow::Owned(own)
}
