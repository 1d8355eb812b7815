use crate::disk::{Fault, fail_in_process};

/// The variable that asks for a failure of the disk, in debug builds only: `once:N`, `from:N` or `kill:N`, N being the step,
/// counted from 0. Tests try every one.
const VARIABLE: &str = "SAFSIM_FAULT";

/// Has the disk fail as asked.
pub(super) fn as_asked() {
    let Ok(text) = std::env::var(VARIABLE) else { return };
    let Some((kind, Ok(step))) = text.split_once(':').map(|(kind, step)| (kind, step.parse())) else { return };
    match kind {
        "once" => fail_in_process(Fault::Once(step)),
        "from" => fail_in_process(Fault::From(step)),
        "kill" => fail_in_process(Fault::Kill(step)),
        _ => {}
    }
}
