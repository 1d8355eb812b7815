use super::lookup::Names;
use crate::diagnostics::Diagnostic;
use crate::scenario::InitiativeKind;
use crate::scenario::built_in::built_in_kinds;
use crate::scenario::entries::{Fields, kind};

/// All kinds: built in, then the file's.
pub(super) fn kinds(file: &Fields<'_>, out: &mut Vec<Diagnostic>) -> Vec<InitiativeKind> {
    let mut kinds = built_in_kinds().to_vec();
    let mut names = Names::new("kind of initiative");
    for fields in file.entries("initiative_kind") {
        let name = fields.text("name");
        if built_in_kinds().iter().any(|kind| kind.name == name) {
            let message = format!("\"{name}\" is a built-in kind of initiative");
            let hint = "give it another name, or change single initiatives of the built-in kind where they stand";
            out.push(Diagnostic::at(fields.span_of("name"), message).hint(hint));
        }
        names.add(name, &fields, out);
        kinds.push(kind(&fields));
    }
    kinds
}
