use crate::report::folder::base64;
use sha2::{Digest, Sha256};

/// What the page may do, as the value of its Content-Security-Policy: exactly the one style and the one script that it
/// holds, each by its hash, and the fonts inside that style; no request, no picture from elsewhere, no form, no other base for its links. So nothing that
/// came into the page with a name could run, even if it were not escaped. Lengths that the script sets are not inline style
/// for a browser, and drawings have attributes, no styles. Where the page holds the program, that may run: WebAssembly, which
/// no other word of a policy lets in, in a worker, and pictures, both at addresses that only a script can make.
pub(super) fn policy(style: &str, script: &str, program: Option<Program<'_>>) -> String {
    let (own, made) = match program {
        Some(Program { script }) => {
            (format!(" '{}' 'wasm-unsafe-eval'", source(script)), " worker-src blob:; img-src blob:;")
        }
        None => (String::new(), ""),
    };
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'{own}; font-src data:;{made} base-uri 'none'; form-action 'none'",
        source(style),
        source(script)
    )
}

/// The program in the page, by the script that begins it.
pub(super) struct Program<'a> {
    pub script: &'a str,
}

/// The hash of an element's text, as a policy names it.
fn source(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{Program, policy, source};

    #[test]
    fn the_program_may_run_where_it_is_held_and_nothing_else_is_let_in() {
        let plain = policy("", "", None);
        let [held, rest] = ["script-src '", "; font-src data:;"].map(|at| plain.split_once(at).unwrap());
        let program = policy("", "", Some(Program { script: "x" }));
        assert!(!plain.contains("unsafe") && !plain.contains("blob:"), "{plain}");
        let without = program.replace(&format!(" '{}' 'wasm-unsafe-eval'", source("x")), "");
        assert_eq!(without.replace(" worker-src blob:; img-src blob:;", ""), plain);
        assert!(program.starts_with(held.0) && program.ends_with(rest.1));
    }

    #[test]
    fn hashes_are_written_as_browsers_do() {
        assert_eq!(source(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
