use super::blame::Culprit;
use super::patched::patched;
use super::steps::steps;
use super::{Axis, AxisValue, AxisValues, Base};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Scenario;
use crate::scenario::grammar::Rule;
use crate::scenario::layers::Setting;
use crate::scenario::raw::{Entry, Table, Value};

/// An axis, with what else is known of it.
#[derive(Debug)]
pub(in crate::scenario) struct ReadAxis {
    pub axis: Axis,
    /// Its key; the value is that of the file.
    pub setting: Setting,
    /// What it varies.
    pub touched: Vec<String>,
    /// Where its key stands.
    pub span: Span,
    /// Where its values stand.
    pub place: Span,
    /// The values that were tried: all of them, or both ends of a range.
    pub tried: Vec<Setting>,
    /// Whether they all make the same scenario.
    pub is_idle: bool,
}

/// One axis whose shape is right. Every value of it is tried on the base alone.
pub(super) fn read_axis(
    entry: &Entry,
    base: &Base<'_>,
    resolved: Option<&Table>,
    out: &mut Vec<Diagnostic>,
) -> Option<ReadAxis> {
    if entry.node.value == Value::Bad {
        return None;
    }
    let setting = match Setting::of_entry(&entry.key, entry.key_span, base.sources, entry.node.clone()) {
        Ok(setting) => setting,
        Err(mistake) => {
            out.push(mistake);
            return None;
        }
    };
    if let Some(why) = refused(&setting) {
        let message = format!("a sweep cannot go over `{}`", entry.key);
        out.push(Diagnostic::at(entry.key_span, message).note(why));
        return None;
    }
    let before = out.len();
    let touched = setting.apply(&mut base.document.clone(), out);
    if out.len() > before {
        return None;
    }
    let whole = setting.target().is_some_and(|(_, key)| only_whole(&key.rule));
    let (values, tried) = values(entry, whole, out)?;
    let (mut alone, mut first, mut is_idle) = (true, None, true);
    for (value, place) in &tried {
        let (is_alone, scenario) = try_value(value, *place, &setting, entry, base, resolved, out);
        alone &= is_alone;
        is_idle &= first.get_or_insert_with(|| scenario.clone()) == &scenario;
    }
    if out.len() == before && !alone {
        out.push(not_alone(entry));
    }
    let axis = Axis { key: entry.key.clone(), values };
    let tried = tried.iter().map(|(value, place)| setting.with(value.node(*place))).collect();
    Some(ReadAxis { axis, setting, touched, span: entry.key_span, place: entry.node.span, tried, is_idle })
}

/// Why no sweep may go over such a key, if so.
fn refused(setting: &Setting) -> Option<&'static str> {
    match setting.head() {
        "run" => return Some("all points share seed and replicates, so that only what the axes vary differs"),
        "regime" | "sweep" | "outcome" | "allow" => {
            return Some("it belongs to the whole study, not to one point of it");
        }
        "extends" | "replace" => return Some("it is decided before points are laid over the scenario"),
        _ => {}
    }
    let (section, key) = setting.target()?;
    match (section.path, key.name) {
        (_, "name") => Some("names tell things apart in tables; they are not varied"),
        ("time", "start") => Some("the months of all points must be the same ones"),
        ("site", "kit" | "type" | "count") => {
            Some("it changes who is there, so that points have no places in common; compare regimes or files instead")
        }
        _ => None,
    }
}

/// Whether a rule takes no numbers but whole ones.
fn only_whole(rule: &Rule) -> bool {
    match rule {
        Rule::Whole { .. } | Rule::Counts { .. } => true,
        Rule::Any(rules) => {
            rules.iter().any(only_whole) && !rules.iter().any(|rule| matches!(rule, Rule::Number { .. }))
        }
        _ => false,
    }
}

/// What the axis takes, and the values to be tried: all of them, or both ends of a range.
fn values(entry: &Entry, whole: bool, out: &mut Vec<Diagnostic>) -> Option<(AxisValues, Vec<(AxisValue, Span)>)> {
    let (key, span) = (&entry.key, entry.node.span);
    let table = match &entry.node.value {
        Value::List(items) => {
            let tried: Vec<(AxisValue, Span)> =
                items.iter().filter_map(|item| Some((AxisValue::of(&item.value)?, item.span))).collect();
            return Some((list(key, &tried, out), tried));
        }
        Value::Table(table) => table,
        _ => return None,
    };
    let place = |key: &str| table.get(key).map_or(span, |node| node.span);
    let value = |key: &str| table.get(key).map(|node| &node.value);
    if let (Some(from), Some(to), Some(Value::Whole(count))) = (value("from"), value("to"), value("steps")) {
        let count = u32::try_from(*count).ok()?;
        let last = count as usize - 1;
        let at = |i| {
            if i == 0 {
                place("from")
            } else if i == last {
                place("to")
            } else {
                place("steps")
            }
        };
        let all = steps(from, to, count);
        if from.number() == to.number() {
            let message = format!("`from` and `to` of the axis `{key}` are the same");
            out.push(Diagnostic::at(place("to"), message).also(place("from"), ""));
            return None;
        }
        let tried: Vec<(AxisValue, Span)> = all.into_iter().enumerate().map(|(i, one)| (one, at(i))).collect();
        return Some((AxisValues::List(tried.iter().map(|(one, _)| one.clone()).collect()), tried));
    }
    let ends = [value("low").and_then(AxisValue::of)?, value("high").and_then(AxisValue::of)?];
    let (low, high) = (ends[0].number()?, ends[1].number()?);
    if low >= high {
        let message = format!("`low` of the axis `{key}` must be below `high`");
        out.push(Diagnostic::at(place("low"), message).also(place("high"), ""));
    }
    let [first, last] = ends;
    Some((AxisValues::Range { low, high, whole }, vec![(first, place("low")), (last, place("high"))]))
}

fn list(key: &str, values: &[(AxisValue, Span)], out: &mut Vec<Diagnostic>) -> AxisValues {
    let mut sorted: Vec<&(AxisValue, Span)> = values.iter().collect();
    // Equal ones come to stand side by side, in the order of the file.
    sorted.sort_by(|(a, at), (b, other)| order(a).partial_cmp(&order(b)).unwrap_or(at.cmp(other)).then(at.cmp(other)));
    for pair in sorted.windows(2) {
        let [(first, at), (second, place)] = pair else { continue };
        if first.is_same(second) {
            let message = format!("the axis `{key}` has {second} twice");
            out.push(Diagnostic::at(*place, message).also(*at, ""));
        }
    }
    AxisValues::List(values.iter().map(|(value, _)| value.clone()).collect())
}

/// By sort, number and text; NaN, which no key takes, counts as the least.
fn order(value: &AxisValue) -> (u8, f64, &str) {
    match value {
        AxisValue::Text(text) => (1, 0.0, text),
        AxisValue::Flag(flag) => (2, f64::from(u8::from(*flag)), ""),
        number => (0, number.number().filter(|x| !x.is_nan()).unwrap_or(f64::NEG_INFINITY), ""),
    }
}

/// Whether the value changes just this key, which is known only if it is right; and what it makes of the base.
///
/// Points are laid over the resolved scenario, so that the file that tells what ran gives the same points again. That is
/// only right for keys that no default follows from.
fn try_value(
    value: &AxisValue,
    place: Span,
    setting: &Setting,
    entry: &Entry,
    base: &Base<'_>,
    resolved: Option<&Table>,
    out: &mut Vec<Diagnostic>,
) -> (bool, Scenario) {
    let culprit = Culprit { settings: vec![place], place, title: format!("with {} = {value}", entry.key) };
    let settings = [setting.with(value.node(place))];
    let mut mistakes = Vec::new();
    let scenario = base.with(&settings, &culprit, &mut mistakes);
    if mistakes.is_empty() {
        let over_resolved = resolved.map(|resolved| patched(resolved, base.span, &settings, &mut mistakes).1);
        return (mistakes.is_empty() && over_resolved.is_none_or(|other| other == scenario), scenario);
    }
    // A step between the ends stands nowhere in the file.
    let steps = entry.node.value.table().and_then(|table| table.get("steps"));
    let note = steps.filter(|steps| steps.span == place).map(|_| format!("one of the steps is {value}"));
    out.extend(mistakes.into_iter().map(|mistake| match &note {
        Some(note) => mistake.note(note.clone()),
        None => mistake,
    }));
    (false, scenario)
}

fn not_alone(entry: &Entry) -> Diagnostic {
    let message = format!("a sweep cannot go over `{}`", entry.key);
    let note = "other settings follow from it where they are left out, so that more than this would vary";
    let hint = "compare regimes instead: a [[regime]] changes it with all that follows from it";
    Diagnostic::at(entry.key_span, message).note(note).hint(hint)
}
