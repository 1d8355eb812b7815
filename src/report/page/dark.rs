use crate::chart::dark_colours;
use std::fmt::Write as _;

/// Colours of the page on a dark screen; those of pictures come from the charts.
const VARIABLES: &str = "--paper:#15181c;--ink:#ececec;--quiet:#a8adb3;--line:#42474d;--shade:#1f2429;--link:#7db8f0;--good:#1d3a2a;color-scheme:dark";

/// The style of a dark page: where the reader's machine is set to dark, unless the page was switched to light; and where the
/// page was switched to dark. Paper is always white. Pictures of the report have a number; those drawn in the page have colours of their own.
pub(super) fn dark() -> String {
    let mut style = String::from("@media screen {\n@media (prefers-color-scheme: dark) {\n");
    rules(&mut style, ":root:not([data-theme=light])");
    style += "}\n";
    rules(&mut style, ":root[data-theme=dark]");
    style + "}"
}

fn rules(style: &mut String, root: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(style, "{root} {{{VARIABLES}}}");
    for (light, dark) in dark_colours() {
        for attribute in ["fill", "stroke"] {
            let _ = writeln!(style, "{root} figure[id] svg [{attribute}=\"{light}\"] {{{attribute}:{dark}}}");
        }
    }
}
