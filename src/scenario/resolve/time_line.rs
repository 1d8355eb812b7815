use super::Fields;
use super::clock::Clock;
use crate::diagnostics::Diagnostic;
use crate::quantity::Month;
use crate::scenario::TimeLine;
use crate::scenario::raw::{Node, Value};

/// The time line of `key`: a number holds always; points count from the programme's start, or name their month.
pub(super) fn time_line(fields: &Fields<'_>, key: &str, clock: &Clock, out: &mut Vec<Diagnostic>) -> TimeLine {
    let some = TimeLine::constant(0.0);
    let Some(node) = fields.node(key) else { return some };
    let Value::List(points) = &node.value else { return TimeLine::constant(node.value.number().unwrap_or_default()) };
    let mut line: Vec<(i32, f64)> = Vec::with_capacity(points.len());
    for point in points {
        let Some((at, value)) = read(point, clock) else { return some };
        if let Some(&(last, _)) = line.last()
            && at <= last
        {
            // Months written as dates can only be held against others if the programme's start is known.
            if clock.sound {
                let (this, before) = (clock.calendar.month(at), clock.calendar.month(last));
                let message = format!("the months of the time line `{key}` must rise");
                let label = format!("{this} does not come after {before}");
                out.push(Diagnostic::at(point.span, message).label(label));
            }
            return some;
        }
        line.push((at, value));
    }
    TimeLine::new(line).unwrap_or(some)
}

fn read(point: &Node, clock: &Clock) -> Option<(i32, f64)> {
    let [at, value] = point.value.list()? else { return None };
    let at = match &at.value {
        Value::Whole(n) => clock.programme.0.checked_add(i32::try_from(*n).ok()?)?,
        Value::Text(text) => clock.index(text.parse::<Month>().ok()?),
        _ => return None,
    };
    Some((at, value.value.number()?))
}
