use super::command_error::CommandError;

/// What `--over` names, as the study takes it, and the `--set` that makes axes of settings with a range of their own.
pub(super) fn over(asked: &[String]) -> Result<(Vec<String>, Option<String>), CommandError> {
    let (mut names, mut axes) = (vec![], vec![]);
    for item in asked.iter().flat_map(|text| split(text)) {
        match item.split_once('=') {
            None => names.push(item),
            Some((key, values)) => axes.push(axis(key.trim(), values.trim())?),
        }
    }
    if axes.is_empty() {
        return Ok((names, None));
    }
    if names.iter().any(|name| name == "sweep") {
        let why = "--over takes either `sweep` or settings with ranges of their own\n  name the axes of the sweep one by one, or put all into [sweep]";
        return Err(CommandError::Wrong(why.to_owned()));
    }
    names.push("sweep".to_owned());
    let set = format!("sweep={{axes={{{}}},design=\"sobol\",points=2}}", axes.join(","));
    Ok((names, Some(set)))
}

/// Parts between commas that stand in no brackets and no quotes.
fn split(text: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut parts) = (0_i32, false, vec![String::new()]);
    for sign in text.chars() {
        match sign {
            '"' => quoted = !quoted,
            '[' if !quoted => depth += 1,
            ']' if !quoted => depth -= 1,
            _ => {}
        }
        match parts.last_mut() {
            Some(last) if sign != ',' || quoted || depth > 0 => last.push(sign),
            _ => parts.push(String::new()),
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// `"KEY"={low=LOW,high=HIGH}`, or `"KEY"=[..]`.
fn axis(key: &str, values: &str) -> Result<String, CommandError> {
    let wrong = || {
        CommandError::Wrong(format!(
            "--over {key}={values}: a range is LOW..HIGH, such as programme.funding.award=0.2..1, and a list is in brackets, such as \
             programme.funding.horizon=[\"whole\",\"annual\"]"
        ))
    };
    let key = key.replace('\\', "\\\\").replace('"', "\\\"");
    if key.is_empty() {
        return Err(wrong());
    }
    if values.starts_with('[') && values.ends_with(']') {
        return Ok(format!("\"{key}\"={values}"));
    }
    let (low, high) = values.split_once("..").ok_or_else(wrong)?;
    let number = |text: &str| -> Result<String, CommandError> {
        let text = text.trim();
        let value: f64 = text.parse().map_err(|_| wrong())?;
        if !value.is_finite() {
            return Err(wrong());
        }
        // A whole number stays one.
        Ok(if text.parse::<i64>().is_ok() { text.to_owned() } else { format!("{value:?}") })
    };
    Ok(format!("\"{key}\"={{low={},high={}}}", number(low)?, number(high)?))
}

#[cfg(test)]
mod tests {
    use super::over;

    fn told(asked: &[&str]) -> Result<(Vec<String>, Option<String>), String> {
        over(&asked.iter().map(|&text| text.to_owned()).collect::<Vec<_>>()).map_err(|error| error.to_string())
    }

    #[test]
    fn names_are_names_and_ranges_are_axes() {
        assert_eq!(told(&[]), Ok((vec![], None)));
        assert_eq!(told(&["contagion, spirits", "growth"]).unwrap().0, ["contagion", "spirits", "growth"]);
        let (names, set) = told(&["contagion,a.award=.2..1,a.horizon=[\"whole\", \"annual\"]"]).unwrap();
        assert_eq!(names, ["contagion", "sweep"]);
        let axes = "\"a.award\"={low=0.2,high=1},\"a.horizon\"=[\"whole\", \"annual\"]";
        assert_eq!(set.unwrap(), format!("sweep={{axes={{{axes}}},design=\"sobol\",points=2}}"));
        let (_, quoted) = told(&["site.\"a,b\".deficit=0..0.5"]).unwrap();
        assert!(quoted.unwrap().contains("\"site.\\\"a,b\\\".deficit\"={low=0,high=0.5}"));
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for wrong in ["award=", "award=1", "award=a..b", "award=0..inf", "=0..1", "award=0..nan"] {
            assert!(told(&[wrong]).unwrap_err().contains("a range is LOW..HIGH"), "{wrong}");
        }
        assert!(told(&["sweep,award=0..1"]).unwrap_err().contains("either `sweep`"));
    }
}
