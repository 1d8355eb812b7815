/// Reads a whole number from `low` to `high`; a text that is none says what is expected, and what was probably meant.
pub(super) fn whole<T>(low: u64, high: u64) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync + 'static
where
    T: TryFrom<u64>,
{
    move |text| {
        let expected = format!("a whole number from {low} to {high} is needed");
        let number = text.parse::<u64>().ok().filter(|n| (low..=high).contains(n)).and_then(|n| T::try_from(n).ok());
        number.ok_or_else(|| match meant(text).filter(|n| (low..=high).contains(n)) {
            Some(meant) => format!("{expected}; did you mean {meant}?"),
            None if text.parse::<i128>().is_ok_and(|n| n > i128::from(high)) => {
                format!("{expected}; this is too large")
            }
            None if text.parse::<i128>().is_ok_and(|n| n < i128::from(low)) => format!("{expected}; this is too small"),
            None => expected,
        })
    }
}

/// The whole number that was meant: `1e3`, `1000.0`, `1,000`, `1 000`, `1_000`, `1k` and `0x3e8` are all 1000.
fn meant(text: &str) -> Option<u64> {
    let text = text.trim().trim_start_matches('+').to_ascii_lowercase();
    if let Some(hexadecimal) = text.strip_prefix("0x") {
        return u64::from_str_radix(hexadecimal, 16).ok();
    }
    let (digits, times) = match text.strip_suffix(['k', 'm']) {
        Some(digits) => (digits, if text.ends_with('k') { 1e3 } else { 1e6 }),
        None => (text.as_str(), 1.0),
    };
    let grouped = in_thousands(digits);
    let number: f64 = grouped.as_deref().unwrap_or(digits).parse().ok()?;
    let number = number * times;
    // Beyond that not every whole number can be told.
    let is_exact = number >= 0.0 && number.fract() == 0.0 && number <= (1_u64 << 53) as f64;
    is_exact.then_some(number as u64)
}

/// `1,000`, `1 000`, `1_000` or `1.000.000` without what parts its thousands.
fn in_thousands(text: &str) -> Option<String> {
    let sign = text.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = text.split(sign);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let groups = is_digits(first) && rest.iter().all(|part| is_digits(part) && part.len() == 3);
    let one_point = sign == '.' && rest.len() == 1;
    let parts_thousands = matches!(sign, ',' | '.' | '_' | '\'' | ' ' | '\u{a0}' | '\u{202f}');
    (groups && parts_thousands && !one_point).then(|| format!("{first}{}", rest.concat()))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn what_is_no_whole_number_says_what_was_meant() {
        let read = |text: &str| whole::<u32>(1, 1_000_000)(text);
        assert_eq!(read("1000"), Ok(1000));
        for text in ["1e3", "1000.0", "1,000", "1 000", "1_000", "1'000", "1k", "0x3e8", " 1000", "1E+3"] {
            let why = read(text).unwrap_err();
            assert_eq!(why, "a whole number from 1 to 1000000 is needed; did you mean 1000?", "{text}");
        }
        for text in ["many", "", "1.5", "1.000", "nan", "1,00", "0,5", "1e-3", "-1e3", "1e300", "½"] {
            let why = read(text).unwrap_err();
            let told = why.strip_prefix("a whole number from 1 to 1000000 is needed").unwrap();
            assert!(told.is_empty() || text == "1.000" && told == "; did you mean 1?", "{text}: {why}");
        }
        assert_eq!(read("-1").unwrap_err(), "a whole number from 1 to 1000000 is needed; this is too small");
        assert_eq!(read("0").unwrap_err(), "a whole number from 1 to 1000000 is needed; this is too small");
        assert_eq!(read("2000000").unwrap_err(), "a whole number from 1 to 1000000 is needed; this is too large");
        assert_eq!(whole::<u64>(0, 1 << 53)("9007199254740992"), Ok(1 << 53));
    }
}
