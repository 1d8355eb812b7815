//! The contagion kernel in safsim's engine, in a plain loop, in krABMaga and in ixa, from the same numbers.
//!
//!     peers field SITES FILE          the numbers, as JSON
//!     peers NAME SITES MONTHS SEED    one run; a line of JSON for each outcome

#![expect(dead_code, reason = "the kernel is shared with safsim's own benches")]

mod field;
mod ixa_peer;
mod kernel;
mod krab;
mod ours;
mod outcome;
mod reference;
mod rules;

use field::Field;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |place: usize| words.get(place).ok_or("too few arguments")?.parse::<u32>().map_err(Box::from);
    let number = |place: usize| -> Result<u32, Box<dyn std::error::Error>> { number(place) };
    let sites = number(1)? as usize;
    if words[0] == "field" {
        std::fs::write(&words[2], serde_json::to_string(&Field::new(sites))?)?;
        return Ok(());
    }
    let (months, seed) = (number(2)?, u64::from(number(3)?));
    let outcomes = match words[0].as_str() {
        "safsim" => ours::engine_and_plain(sites, months).to_vec(),
        "reference" => vec![reference::reference(&Field::new(sites), months, seed)],
        "krabmaga" => vec![krab::krabmaga(&Field::new(sites), months, seed)],
        "ixa" => vec![ixa_peer::ixa(&Field::new(sites), months, seed)],
        other => return Err(format!("no peer is called {other}").into()),
    };
    for outcome in outcomes {
        println!("{}", serde_json::to_string(&outcome)?);
    }
    Ok(())
}
