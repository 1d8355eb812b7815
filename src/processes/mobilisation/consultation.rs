use crate::scenario::{Consultation, Parameters};
use crate::world::Site;

/// Engagement leads raise the standing of consultation; it fades on its own.
pub(super) fn consult(site: &mut Site, p: &Parameters) {
    let leads: f64 = if site.mode == Consultation::None {
        0.0
    } else {
        let a = &site.actors;
        a.in_post().filter(|&s| a.engagement[s]).map(|s| a.position[s] * a.vision[s]).sum()
    };
    site.consultation +=
        p.consultation_gain * leads * (1.0 - site.consultation) - p.consultation_fade * site.consultation;
    site.consultation = site.consultation.clamp(0.0, 1.0);
}
