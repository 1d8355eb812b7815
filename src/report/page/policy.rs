use crate::report::folder::base64;
use sha2::{Digest, Sha256};

/// What the page may do, as the value of its Content-Security-Policy: exactly the one style and the one script that it
/// holds, each by its hash, and the fonts inside that style; no request, no picture from elsewhere, no form, no other base for its links. So nothing that
/// came into the page with a name could run, even if it were not escaped. Lengths that the script sets are not inline style
/// for a browser, and drawings have attributes, no styles.
pub(super) fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; font-src data:; base-uri 'none'; form-action 'none'",
        source(style),
        source(script)
    )
}

/// The hash of an element's text, as a policy names it.
fn source(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn hashes_are_written_as_browsers_do() {
        assert_eq!(source(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}
