use super::arguments::DescribeArguments;
use super::command_error::CommandError;
use super::missing_letters::warn_of_missing_letters;
use super::put::{put, refuse_to_overwrite};
use super::scenario_argument::study;
use super::terminal::{print_message, print_output};
use crate::diagnostics::nearest;
use crate::report::{field_figure, field_page};
use crate::scenario::{Reach, Study};
use crate::study::field_told;

/// Width of a picture in pixels: that of a large screen.
const PIXELS: u32 = 1920;

/// `safsim describe`.
pub(super) fn describe(options: &DescribeArguments, quiet: bool) -> Result<(), CommandError> {
    let study = study(&options.scenario, &options.set, Reach::of(options.confined))?;
    let site = options.site.as_deref().map(|name| site_named(&study, name)).transpose()?;
    let field = field_told(&study, site);
    let Some(file) = &options.picture else { return print_output(field_page(&field)) };
    let is_png = match file.extension().and_then(|end| end.to_str()) {
        Some(end) if end.eq_ignore_ascii_case("png") => true,
        Some(end) if end.eq_ignore_ascii_case("svg") => false,
        _ => {
            let message = format!("`{}` ends neither in .svg nor in .png\n  --picture {0}.svg", file.display());
            return Err(CommandError::Wrong(message));
        }
    };
    refuse_to_overwrite(file, options.force, " with --picture")?;
    let picture = field_figure(&field).chart.render();
    let bytes = if is_png { picture.png(PIXELS) } else { picture.svg.clone().into_bytes() };
    put(file, &bytes)?;
    print_output(field_page(&field))?;
    if !quiet {
        print_message(format!("Picture: {}\n", file.display()));
        warn_of_missing_letters(&picture.unknown);
    }
    Ok(())
}

/// Which site it is, by its name.
fn site_named(study: &Study, name: &str) -> Result<usize, CommandError> {
    let sites = &study.scenario.sites;
    sites.iter().position(|site| site.name == name).ok_or_else(|| {
        let hint = match nearest(name, sites.iter().map(|site| site.name.as_str())) {
            Some(meant) => format!("did you mean {meant:?}?"),
            None => {
                let names: Vec<&str> = sites.iter().take(8).map(|site| site.name.as_str()).collect();
                let more = if sites.len() > names.len() { ", ..." } else { "" };
                format!("there are {}{more}", names.join(", "))
            }
        };
        CommandError::Wrong(format!("no site is called {name:?}\n  {hint}"))
    })
}
