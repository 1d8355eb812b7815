//! The chapter "Your own sector" works from an empty folder on: its files are written, its commands are run, and what it quotes is
//! what they say.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A fenced block: its language, the line before it, and its text.
struct Block {
    language: String,
    lead: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let (mut blocks, mut lead) = (Vec::new(), String::new());
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        match line.strip_prefix("```") {
            Some(language) => {
                let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                blocks.push(Block { language: language.to_owned(), lead: lead.clone(), text: text.join("\n") + "\n" });
            }
            None if line.trim().is_empty() => {}
            None => lead = line.to_owned(),
        }
    }
    blocks
}

/// What a command says; with `>`, what it prints goes into that file, as a shell would have it.
fn said(folder: &Path, command: &str) -> String {
    let (command, file) = command.split_once(" > ").map_or((command, None), |(command, file)| (command, Some(file)));
    let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
    assert!(command.starts_with("safsim "), "{command}");
    let run = Command::new(env!("CARGO_BIN_EXE_safsim")).args(arguments).current_dir(folder).output().unwrap();
    let (printed, told) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    let Some(file) = file else { return printed + &told };
    let file = folder.join(file);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, printed).unwrap();
    told
}

#[test]
fn every_step_of_the_chapter_runs() {
    let page = fs::read_to_string("docs/your-own-sector.md").unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let (mut said_last, mut files, mut commands, mut quotes) = (String::new(), 0, 0, 0);
    for block in blocks(&page) {
        let named = block.lead.split('`').nth(1).unwrap_or_default().to_owned();
        match block.language.as_str() {
            "toml" | "csv" => {
                let file = scratch.path().join(&named);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                let before = if block.lead.starts_with("More of") {
                    fs::read_to_string(&file).unwrap() + "\n"
                } else {
                    assert!(block.lead.starts_with("The file"), "{}", block.lead);
                    String::new()
                };
                fs::write(&file, before + &block.text).unwrap();
                files += 1;
            }
            "sh" => {
                said_last = block.text.lines().map(|command| said(scratch.path(), command)).collect();
                commands += block.text.lines().count();
            }
            "text" => {
                // A terminal breaks its lines where it must.
                let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                for line in block.text.lines() {
                    assert!(flat(&said_last).contains(&flat(line)), "{line:?} is not in\n{said_last}");
                }
                quotes += 1;
            }
            other => panic!("a block in {other}"),
        }
    }
    assert_eq!((files, commands, quotes), (12, 13, 8));
    // At the end all of it is right, and the results speak its words.
    assert!(said(scratch.path(), "safsim check youth.toml").contains("8 sites"), "the last step");
    let runs = fs::read_to_string(scratch.path().join("out/youth/runs.csv")).unwrap();
    assert!(runs.contains("surviving_months_per_thousand_kroner"));
}
