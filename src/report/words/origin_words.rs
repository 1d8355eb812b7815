use crate::record::Origin;

/// Where an initiative came from, as a reader wants it.
pub(in crate::report) const fn origin_words(origin: Origin) -> &'static str {
    match origin {
        Origin::PreExisting => "earlier work",
        Origin::Programme => "the programme",
        Origin::Copied => "copied from elsewhere",
    }
}
