use super::base64;
use sha2::{Digest, Sha256};

/// What a page holds that may act in it.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Held<'a> {
    /// The text of its style.
    pub style: &'a str,
    /// The texts of its scripts.
    pub scripts: &'a [&'a str],
    /// Whether fonts stand in its style.
    pub has_fonts: bool,
    /// Whether it holds the program.
    pub has_program: bool,
}

/// What the page may do, as the value of its Content-Security-Policy: exactly the style and the scripts that it holds, each by
/// its hash, and the fonts inside that style; no request, no picture from elsewhere, no form, no other base for its links. So
/// nothing that came into the page with a name could run, even if it were not escaped. Lengths that the script sets are not
/// inline style for a browser, and drawings have attributes, no styles. Where the page holds the program, that may run:
/// WebAssembly, which no other word of a policy lets in, in a worker, and pictures, both at addresses that only a script can
/// make.
pub(in crate::report) fn policy(held: Held<'_>) -> String {
    let mut scripts: Vec<String> = held.scripts.iter().map(|script| source(script)).collect();
    scripts.extend(held.has_program.then(|| "'wasm-unsafe-eval'".to_owned()));
    let mut words = vec![
        "default-src 'none'".to_owned(),
        format!("style-src {}", source(held.style)),
        format!("script-src {}", scripts.join(" ")),
    ];
    words.extend(held.has_fonts.then(|| "font-src data:".to_owned()));
    words.extend(held.has_program.then(|| "worker-src blob:; img-src blob:".to_owned()));
    words.extend(["base-uri 'none'", "form-action 'none'"].map(str::to_owned));
    words.join("; ")
}

/// The hash of an element's text, as a policy names it.
fn source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{Held, policy, source};

    const PLAIN: Held<'_> = Held { style: "", scripts: &[""], has_fonts: true, has_program: false };

    #[test]
    fn the_program_may_run_where_it_is_held_and_nothing_else_is_let_in() {
        let plain = policy(PLAIN);
        let [held, rest] = ["script-src '", "; font-src data:;"].map(|at| plain.split_once(at).unwrap());
        let program = policy(Held { scripts: &["", "x"], has_program: true, ..PLAIN });
        assert!(!plain.contains("unsafe") && !plain.contains("blob:"), "{plain}");
        let without = program.replace(&format!(" {} 'wasm-unsafe-eval'", source("x")), "");
        assert_eq!(without.replace(" worker-src blob:; img-src blob:;", ""), plain);
        assert!(program.starts_with(held.0) && program.ends_with(rest.1));
    }

    #[test]
    fn a_page_without_fonts_lets_none_in() {
        let without = policy(Held { has_fonts: false, ..PLAIN });
        assert_eq!(without, policy(PLAIN).replace(" font-src data:;", ""));
    }

    #[test]
    fn hashes_are_written_as_browsers_do() {
        assert_eq!(source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
