use super::seen::{Seen, said};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::Warning;
use crate::scenario::entries::Fields;
use crate::scenario::{Badge, TimeLine};

/// Points of time lines outside the months in which the model reads them (sections 6.2 and 6.3 of the model).
pub(super) fn look(seen: &Seen<'_>, out: &mut Vec<Diagnostic>) {
    let (programme, last) = (&seen.scenario.programme, seen.last_month());
    let funding = seen.programme.inner("funding");
    let policy = seen.file.inner("policy");
    if seen.members().next().is_some() {
        let since = Window { from: programme.start.max(0), to: last, why: "the run is over" };
        let paid = Window { from: programme.start, to: programme.end - 1, why: "nothing is paid any more" };
        // With a point from the programme's end on, former members are ruled by them as well.
        for (key, given) in [("permissiveness", &programme.permissiveness), ("metric_focus", &programme.metric_focus)] {
            if let Some(line) = given {
                since.look_at(seen, &seen.programme, key, line, out);
            }
        }
        since.look_at(seen, &seen.programme, "consonance", &programme.consonance, out);
        if let Badge::Given(line) = &programme.badge {
            since.look_at(seen, &seen.programme, "badge", line, out);
        }
        paid.look_at(seen, &funding, "profile", &programme.funding.profile, out);
    }
    let whole = Window { from: 0, to: last, why: "the run is over" };
    whole.look_at(seen, &policy, "legislation", &seen.scenario.policy.legislation, out);
}

/// The months, both included, in which a line is read, and why not in later ones.
struct Window {
    from: i32,
    to: i32,
    why: &'static str,
}

impl Window {
    fn look_at(&self, seen: &Seen<'_>, fields: &Fields<'_>, key: &str, line: &TimeLine, out: &mut Vec<Diagnostic>) {
        if said(fields, key).is_none() {
            return;
        }
        let Some(nodes) = fields.given(key).and_then(|node| node.value.list()) else { return };
        let points = line.points();
        let mut found: Option<(Span, String, Vec<Span>)> = None;
        for (i, node) in nodes.iter().enumerate().take(points.len()) {
            let Some(message) = self.unread(seen, key, points, i) else { continue };
            match &mut found {
                Some((_, _, others)) => others.push(node.span),
                None => found = Some((node.span, message, Vec::new())),
            }
        }
        let Some((span, message, others)) = found else { return };
        let warning = Diagnostic::warning(Warning::UnreadPoints.name(), span, message);
        let warning = warning.note(format!("it is read from {} to {}", seen.month(self.from), seen.month(self.to)));
        let warning = others.into_iter().fold(warning, |warning, other| warning.also(other, "nor this"));
        out.push(warning.hint("leave the point out, or move it into these months"));
    }

    /// Why point `i` says nothing, or not what it seems to, if so.
    fn unread(&self, seen: &Seen<'_>, key: &str, points: &[(i32, f64)], i: usize) -> Option<String> {
        let (month, value) = points[i];
        let before = i.checked_sub(1).map(|i| points[i]);
        let after = points.get(i + 1).copied();
        let at = seen.month(month);
        if before.is_some_and(|(month, _)| month >= self.to) {
            return Some(format!("nothing reads the point of `{key}` in {at}: {}", self.why));
        }
        if after.is_some_and(|(month, _)| month <= self.from) {
            return Some(format!("nothing reads the point of `{key}` in {at}: the next one comes before it is read"));
        }
        // Read in part: the line runs towards it, and never gets there.
        let differs = before.is_some_and(|(_, earlier)| earlier != value);
        (month > self.to && differs)
            .then(|| format!("`{key}` never reaches the value of its point in {at}: {}", self.why))
    }
}
