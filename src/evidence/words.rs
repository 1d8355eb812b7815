use super::measure::{Alike, FateMeasure, How, Near};
use super::{Measure, Test, TestDesign};
use crate::analysis::Headline;
use crate::record::Metric;

impl Test {
    /// What it measures, in words, and its unit.
    #[must_use]
    pub fn in_words(&self) -> (String, String) {
        let sides = match self.design() {
            Ok(TestDesign::Within(_)) | Err(_) => String::new(),
            Ok(_) => format!(" ({})", self.sides()),
        };
        (measured_words(self) + &sides, unit_of(&self.of))
    }
}

/// What a test measures, in words.
pub(super) fn measured_words(test: &Test) -> String {
    match &test.than {
        Some(than) => format!("{}, less {}", words_of(&test.of), lower(&words_of(than))),
        None => match test.against {
            Some(number) => format!("{}, against {number}", words_of(&test.of)),
            None => words_of(&test.of),
        },
    }
}

/// What a measure is, in words, without a full stop.
fn words_of(measure: &Measure) -> String {
    if let Some(metric) = metric_of(measure) {
        let whole = metric.meaning().trim_end_matches('.');
        let meaning = whole.split(';').next().unwrap_or(whole);
        if let Some(near) = &measure.near {
            let which =
                if measure.turning_points.is_some() { "whose strongest turning points are" } else { "with a break" };
            let within = measure.within.unwrap_or(0);
            return format!(
                "Share of sites {which} within {within} months of {}: {}",
                near_words(near),
                lower(meaning)
            );
        }
        let how = match measure.how.unwrap_or_default() {
            How::Mean => "",
            How::Slope => "growth a year of: ",
            How::Change => "change of: ",
            How::Sum => "total of: ",
            How::Highest => "highest month of: ",
            How::Peak => "month of the peak of: ",
        };
        let spread = if measure.between { "standard deviation between sites of: " } else { "" };
        let place = measure.place.as_ref().map_or(String::new(), |place| format!(" in {place}"));
        let prefix = format!("{spread}{how}");
        let text = if prefix.is_empty() { meaning.to_owned() } else { format!("{}{}", upper(&prefix), lower(meaning)) };
        return format!("{text}{place}, {}", window_words(measure));
    }
    if let Some(name) = &measure.headline {
        let meaning = Headline::named(name).map_or_else(|| name.clone(), |headline| headline.meaning);
        return meaning.trim_end_matches('.').to_owned();
    }
    if let Some(fate) = measure.fate {
        return format!("{}{}", fate_words(fate, measure.after), narrowed_words(measure));
    }
    match measure.similarity {
        Some(Alike::Mix) => format!(
            "Similarity of the mixes of initiatives of two sites of one type, less that of two types, at {}",
            at_words(measure)
        ),
        Some(Alike::All) => format!("Similarity of the mixes of initiatives of two sites, at {}", at_words(measure)),
        _ => format!("Similarity of two sites in the sources of authority that they use, {}", window_words(measure)),
    }
}

/// The unit of a measure.
pub(super) fn unit_of(measure: &Measure) -> String {
    let per_year = measure.how == Some(How::Slope);
    if measure.near.is_some() || measure.similarity.is_some() {
        return "share".to_owned();
    }
    if measure.how == Some(How::Peak) {
        return "months".to_owned();
    }
    if let Some(metric) = metric_of(measure) {
        return if per_year { format!("{} a year", metric.unit()) } else { metric.unit().to_owned() };
    }
    if let Some(name) = &measure.headline {
        return Headline::named(name).map_or_else(String::new, |headline| headline.unit.to_owned());
    }
    match measure.fate {
        Some(FateMeasure::Alive | FateMeasure::Copied | FateMeasure::CopiesKept) => "initiatives".to_owned(),
        Some(FateMeasure::MonthsToRoutine) => "months".to_owned(),
        _ => "share".to_owned(),
    }
}

fn metric_of(measure: &Measure) -> Option<Metric> {
    let name = [&measure.metric, &measure.change_points, &measure.turning_points].into_iter().flatten().next()?;
    Metric::named(name)
}

fn fate_words(fate: FateMeasure, after: Option<u32>) -> String {
    match (fate, after) {
        (FateMeasure::Survived, Some(months)) => {
            format!("Share of initiatives alive at the programme's end that live {months} months later")
        }
        (FateMeasure::Survived, None) => {
            "Share of initiatives alive at the programme's end that live at the end of the run".to_owned()
        }
        (FateMeasure::Alive, _) => "Initiatives alive at the end of the run".to_owned(),
        (FateMeasure::Absorbed, _) => {
            "Share of initiatives alive at the programme's end that become business as usual".to_owned()
        }
        (FateMeasure::Copied, _) => "Initiatives copied from elsewhere".to_owned(),
        (FateMeasure::CopiesKept, _) => "Copies alive at the end of the run".to_owned(),
        (FateMeasure::CopiesFailed, _) => "Share of copies that failed their trial".to_owned(),
        (FateMeasure::MonthsToRoutine, _) => {
            "Months from the start to business as usual, of initiatives that become it".to_owned()
        }
        (which, after) => {
            let what = match which {
                FateMeasure::Kept => {
                    "Share of initiatives begun by the programme's end that stand at half of their peak or more"
                }
                FateMeasure::Reduced => {
                    "Share of initiatives begun by the programme's end that live at less than half of their peak"
                }
                FateMeasure::Gone => "Share of initiatives begun by the programme's end that have ended",
                FateMeasure::KeptSomewhere => {
                    "Share of sites in which an initiative begun by the programme's end lives"
                }
                _ => "Share of initiatives begun by the programme's end that live, of each site, averaged over sites",
            };
            format!("{what}, {} months after it", after.unwrap_or(0))
        }
    }
}

fn narrowed_words(measure: &Measure) -> String {
    let mut parts = Vec::new();
    if let Some(origin) = &measure.origin {
        parts.push(format!("{origin} ones"));
    }
    if let Some(kinds) = &measure.kinds {
        let names: Vec<String> = kinds.iter().map(|kind| kind.replace('_', " ")).collect();
        parts.push(names.join(", "));
    }
    if let Some([low, high]) = measure.complexity {
        parts.push(format!("complexity {low} to {high}"));
    }
    if let Some(sites) = &measure.sites {
        parts.push(format!("in {}", sites.join(", ")));
    }
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

fn window_words(measure: &Measure) -> String {
    match &measure.window {
        None => "during the programme".to_owned(),
        Some([from, to]) if from == "start" && to == "end" => "during the programme".to_owned(),
        Some([from, to]) => format!("from {} to before {}", month_words(from), month_words(to)),
    }
}

fn at_words(measure: &Measure) -> String {
    measure.at.as_deref().map_or_else(String::new, month_words)
}

fn near_words(near: &Near) -> String {
    match near {
        Near::One(text) => month_words(text),
        Near::Several(texts) => texts.iter().map(|text| month_words(text)).collect::<Vec<_>>().join(" and "),
    }
}

/// "month 6 of the programme", "its end", "12 months after its end".
fn month_words(text: &str) -> String {
    let at = text.find(['+', '-']).unwrap_or(text.len());
    let anchor = match &text[..at] {
        "run" => "the start of the run",
        "start" => "the programme's start",
        "shift" => "the successor policy",
        "end" => "the programme's end",
        "horizon" => "the end of the run",
        other => other,
    };
    match text[at..].parse::<i32>().unwrap_or(0) {
        0 => anchor.to_owned(),
        1 => format!("a month after {anchor}"),
        -1 => format!("a month before {anchor}"),
        months @ 1.. => format!("{months} months after {anchor}"),
        months => format!("{} months before {anchor}", -months),
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{month_words, unit_of, words_of};
    use crate::evidence::Measure;

    fn measure(text: &str) -> Measure {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn measures_are_told_in_words() {
        let of = |text: &str| words_of(&measure(text));
        assert_eq!(of("metric = \"agency\""), "Mean sense of being able to act, during the programme");
        assert_eq!(
            of("metric = \"agency\"\nhow = \"slope\"\nwindow = [\"end\", \"end+12\"]"),
            "Growth a year of: mean sense of being able to act, from the programme's end to before 12 months after the \
             programme's end"
        );
        assert_eq!(
            of("fate = \"survived\"\nafter = 24\norigin = \"programme\""),
            "Share of initiatives alive at the programme's end that live 24 months later (programme ones)"
        );
        // What a metric adds after a semicolon is for its own table.
        assert!(of("metric = \"enthusiasm\"").starts_with("Mean enthusiasm of people in post, during"));
        assert_eq!(of("headline = \"copies_adopted\""), "Initiatives copied from another site");
        assert_eq!(unit_of(&measure("headline = \"copies_adopted\"")), "initiatives");
        assert_eq!(unit_of(&measure("metric = \"agency\"\nhow = \"slope\"")), "share a year");
        assert_eq!(month_words("end-1"), "a month before the programme's end");
    }
}
