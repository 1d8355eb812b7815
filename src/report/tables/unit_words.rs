/// A unit as cells of tables have it: one that begins with a sign would be marked in CSV.
#[must_use]
pub fn unit_in_tables(unit: &'static str) -> &'static str {
    if unit == "-1 to 1" { "from -1 to 1" } else { unit }
}
