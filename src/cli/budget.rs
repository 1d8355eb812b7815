use super::trouble::Trouble;
use crate::analysis::Collector;
use crate::record::Setting;

/// Memory that results may take while they are collected.
const BYTES: u64 = 4 << 30;

/// Refuses what would not fit, before anything is computed, and says what would.
pub(super) fn check_memory(setting: &Setting, replicates: u64) -> Result<(), Trouble> {
    let needed = Collector::bytes(setting, replicates);
    if needed <= BYTES {
        return Ok(());
    }
    let fit = BYTES / Collector::bytes(setting, 1).max(1);
    let gigabytes = needed as f64 / f64::from(1 << 30);
    let places = setting.places.len();
    let months = setting.months;
    let advice = if fit == 0 {
        "  use fewer sites or months".to_owned()
    } else {
        format!(
            "  use at most --replicates {fit}, or fewer sites or months; intervals narrow with the square root only"
        )
    };
    Err(Trouble::Wrong(format!(
        "{replicates} replicates of {places} places and {months} months would take {gigabytes:.1} GB of memory, \
         more than the 4 GB that results may take\n{advice}"
    )))
}

#[cfg(test)]
mod tests {
    use super::check_memory;
    use crate::analysis::fabricated::setting;

    #[test]
    fn refuses_what_does_not_fit_and_says_what_does() {
        let setting = setting(6);
        assert!(check_memory(&setting, 200).is_ok());
        let message = check_memory(&setting, 1_000_000).unwrap_err().to_string();
        let fit: u64 = message.split("--replicates ").nth(1).unwrap().split(',').next().unwrap().parse().unwrap();
        assert!(check_memory(&setting, fit).is_ok() && check_memory(&setting, fit + 10).is_err(), "{message}");
    }
}
