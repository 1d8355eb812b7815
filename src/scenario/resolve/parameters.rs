use crate::scenario::Parameters;
use crate::scenario::entries::Fields;

pub(super) fn parameters(fields: &Fields<'_>) -> Parameters {
    let mut parameters = Parameters::default();
    for row in Parameters::TABLE {
        // A value that is not allowed has been reported, and stays out.
        row.set(&mut parameters, fields.number(row.name));
    }
    parameters
}
