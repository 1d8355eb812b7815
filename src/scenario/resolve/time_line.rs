use super::clock::Clock;
use crate::diagnostics::Diagnostic;
use crate::quantity::Month;
use crate::scenario::TimeLine;
use crate::scenario::entries::Fields;
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
            // A month by name can only be held against a number of months if the programme's start is known.
            if clock.sound || points.iter().all(|point| sort(point) == sort(&points[0])) {
                let message = format!("the months of the time line `{key}` must rise");
                let label = if clock.sound {
                    format!("{} does not come after {}", clock.calendar.month(at), clock.calendar.month(last))
                } else {
                    "this month does not come after that of the point before".to_owned()
                };
                out.push(Diagnostic::at(point.span, message).label(label));
            }
            return some;
        }
        line.push((at, value));
    }
    TimeLine::new(line).unwrap_or(some)
}

/// Whether a point names its month.
fn sort(point: &Node) -> bool {
    point.value.list().and_then(|pair| pair.first()).is_some_and(|at| at.value.text().is_some())
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
