use super::arguments::{Cli, EXIT_STATUS, ManArguments};
use super::command_error::CommandError;
use super::terminal::print_output;
use crate::disk::{NewFile, create_folders};
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, roman};
use std::io;

/// `safsim man`.
pub(super) fn man(options: &ManArguments, quiet: bool) -> Result<(), CommandError> {
    let pages = pages().map_err(|error| CommandError::Failed(format!("could not write the manual: {error}")))?;
    let Some(folder) = &options.out else {
        return pages.first().map_or(Ok(()), |(_, page)| print_output(page));
    };
    let failed = |error: io::Error| CommandError::Failed(format!("could not write to {}: {error}", folder.display()));
    create_folders(folder).map_err(failed)?;
    for (name, page) in &pages {
        NewFile::in_place(&folder.join(name), page.as_bytes()).map_err(failed)?;
    }
    if quiet {
        return Ok(());
    }
    print_output(format!("wrote {} pages to {}\n", pages.len(), folder.display()))
}

/// File name and text of every page, the main one first.
fn pages() -> io::Result<Vec<(String, String)>> {
    let mut cli = Cli::command().disable_help_subcommand(true);
    cli.build();
    let names: Vec<String> = cli.get_subcommands().map(|command| format!("safsim-{}", command.get_name())).collect();
    let mut pages = vec![("safsim.1".to_owned(), page(&cli, "safsim", &names)?)];
    for (command, name) in cli.get_subcommands().zip(&names) {
        pages.push((format!("{name}.1"), page(command, name, &["safsim".to_owned()])?));
    }
    Ok(pages)
}

/// The page of a command, which stands in the manual as `name`, beside `others`.
fn page(command: &Command, name: &str, others: &[String]) -> io::Result<String> {
    // All options in one section, as readers of manuals expect.
    let man = Man::new(command.clone().mut_args(|argument| argument.help_heading(None::<&str>)))
        .title(name.to_uppercase())
        .source(concat!("safsim ", env!("CARGO_PKG_VERSION")))
        .manual("safsim manual");
    let mut page = vec![];
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    examples(&mut rest, command);
    rest.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in EXIT_STATUS {
        rest.control("TP", []).text([bold(status)]).text([roman(meaning)]);
    }
    files(&mut rest, command);
    see_also(&mut rest, command, others);
    rest.to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// The examples that the help begins with, as they stand there.
fn examples(page: &mut Roff, command: &Command) {
    let help = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    page.control("SH", ["EXAMPLES"]).control("nf", []);
    for line in help.lines().skip(1) {
        page.text([roman(line)]);
    }
    page.control("fi", []);
}

/// What lies where, for commands that read or write files.
fn files(page: &mut Roff, command: &Command) {
    let has = |id: &str| command.get_arguments().any(|argument| argument.get_id() == id);
    let is_main = command.get_name() == "safsim";
    let mut files: Vec<(&str, &str)> = vec![];
    if is_main || has("scenario") || has("scenarios") || command.get_name() == "new" {
        files.push(("NAME.toml", "a scenario"));
    }
    if is_main || has("resume") || has("results") {
        files.push(("out/NAME/", "a results folder: report.html to open first, tables, charts/"));
        files.push(("out/NAME/manifest.json", "what was run, with the hashes of all files"));
    }
    if files.is_empty() {
        return;
    }
    page.control("SH", ["FILES"]);
    for (file, meaning) in files {
        page.control("TP", []).text([bold(file)]).text([roman(meaning)]);
    }
}

/// Other pages, and what the help names.
fn see_also(page: &mut Roff, command: &Command, others: &[String]) {
    page.control("SH", ["SEE ALSO"]);
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let named = help.split_once("See also: ").map_or("", |(_, named)| named.trim());
    let mut line: Vec<Inline> = vec![];
    for other in others {
        line.extend([bold(other.as_str()), roman("(1), ")]);
    }
    line.push(roman(named));
    page.text(line);
}

#[cfg(test)]
mod tests {
    use super::pages;

    #[test]
    fn every_command_has_a_page_with_its_sections() {
        let pages = pages().unwrap();
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert!(
            names[0] == "safsim.1" && names.contains(&"safsim-run.1") && names.contains(&"safsim-man.1"),
            "{names:?}"
        );
        for (name, page) in &pages {
            let title = name.trim_end_matches(".1");
            assert!(page.contains(&format!(".TH {} 1", title.to_uppercase())), "{name}: {page}");
            let mut at = 0;
            for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "SEE ALSO"] {
                let quoted = [format!(".SH {section}\n"), format!(".SH \"{section}\"\n")];
                let found = quoted.iter().find_map(|head| page.find(head.as_str()));
                let found = found.unwrap_or_else(|| panic!("{name} has no {section}:\n{page}"));
                assert!(found > at || at == 0, "{name}: {section} stands too early");
                at = found;
            }
            // No text is taken for a request of the typesetter.
            let stray =
                page.lines().find(|line| line.starts_with('.') && line.chars().nth(1).is_none_or(char::is_lowercase));
            assert!(
                stray.is_none_or(|line| [".nf", ".fi", ".ie", ".el", ".ds"].iter().any(|r| line.starts_with(r))),
                "{stray:?}"
            );
        }
        for name in ["safsim.1", "safsim-run.1", "safsim-new.1", "safsim-report.1"] {
            let (_, page) = pages.iter().find(|(other, _)| other == name).unwrap();
            assert!(page.contains(".SH FILES\n"), "{name}: {page}");
        }
        assert!(pages[0].1.contains("safsim\\-run") && pages[0].1.contains("docs/model.md"), "{}", pages[0].1);
    }
}
