use super::read_axis::{ReadAxis, read_axis};
use super::read_branch::branch_at;
use super::{Axis, AxisValues, Base, Sweep, SweepDesign};
use crate::diagnostics::{Diagnostic, Span};
use crate::scenario::entries::Fields;
use crate::scenario::raw::Table;

/// Most points of a grid.
const MOST_POINTS: u64 = 1_000_000;
/// Most axes: a Sobol' sequence has no more dimensions.
const MOST_AXES: usize = 256;

/// `[sweep]` of a file whose shape is right, with what is known of its axes. `resolved` is the base with every default
/// written out, unless it has mistakes.
pub(in crate::scenario) fn read_sweep(
    file: &Fields<'_>,
    base: &Base<'_>,
    resolved: Option<&Table>,
    out: &mut Vec<Diagnostic>,
) -> Option<(Sweep, Vec<ReadAxis>)> {
    file.given("sweep")?.value.table()?;
    let fields = file.inner("sweep");
    let entries = fields.given("axes").and_then(|node| node.value.table()).map_or(&[][..], |table| &table.entries);
    let mut read: Vec<ReadAxis> = Vec::new();
    for entry in entries {
        let Some(one) = read_axis(entry, base, resolved, out) else { continue };
        if let Some(first) = read.iter().find(|other| other.touched == one.touched) {
            let message = format!("the axis `{}` varies the same as another one", entry.key);
            out.push(Diagnostic::at(entry.key_span, message).also(first.span, "this one"));
        }
        read.push(one);
    }
    let place = fields.key_span_of("axes");
    if read.len() > MOST_AXES {
        let message = format!("the sweep has {} axes; {MOST_AXES} are the most", read.len());
        out.push(Diagnostic::at(place, message));
    }
    let design = design(&fields, &read, out);
    let axes: Vec<Axis> = read.iter().map(|one| one.axis.clone()).collect();
    let sweep = Sweep { axes, design, branch_at: branch_at(&fields, base.scenario, out) };
    if design == SweepDesign::Grid && sweep.points() > MOST_POINTS {
        let message = format!("the grid has {} points; {MOST_POINTS} are the most", sweep.points());
        let hint = "take fewer values, or a sample: design = \"sobol\", points = 1000";
        out.push(Diagnostic::at(place, message).hint(hint));
    }
    Some((sweep, read))
}

fn design(fields: &Fields<'_>, axes: &[ReadAxis], out: &mut Vec<Diagnostic>) -> SweepDesign {
    let points = fields.given("points");
    if fields.text("design") == "sobol" {
        if points.is_none() {
            let message = "a sample must say how many `points` it has";
            out.push(Diagnostic::at(fields.span_of("design"), message).hint("add: points = 256"));
        }
        return SweepDesign::Sobol { points: fields.maybe_whole("points").unwrap_or(2) };
    }
    if fields.is_bad("design") {
        return SweepDesign::Grid;
    }
    let first_given = |spans: [Span; 2]| spans.into_iter().find(|span| !span.is_nowhere()).unwrap_or(fields.span);
    let ranges = axes.iter().filter(|one| matches!(one.axis.values, AxisValues::Range { .. }));
    let mut has_range = false;
    for one in ranges {
        has_range = true;
        let message = format!("the axis `{}` is a range, and a grid has none", one.axis.key);
        let hint = "list values, give { from, to, steps }, or draw a sample: design = \"sobol\", points = 256";
        out.push(Diagnostic::at(one.place, message).hint(hint));
    }
    if points.is_some() && !has_range {
        let message = "`points` belongs to design = \"sobol\": a grid has as many as its values make";
        let place = first_given([fields.key_span_of("points"), fields.span_of("points")]);
        out.push(Diagnostic::at(place, message));
    }
    SweepDesign::Grid
}
