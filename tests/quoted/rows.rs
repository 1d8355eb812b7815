/// What stands between the commas of a line of CSV, quotes and spaces included.
fn segments(line: &str) -> Vec<String> {
    let mut segments = vec![String::new()];
    let mut inside = false;
    for c in line.chars() {
        inside ^= c == '"';
        match c {
            ',' if !inside => segments.push(String::new()),
            _ => segments.last_mut().expect("a segment").push(c),
        }
    }
    segments
}

/// The cells of a line of CSV, without quotes.
fn cells(line: &str) -> Vec<String> {
    segments(line).iter().map(|segment| segment.replace('"', "")).collect()
}

/// `new` as exactly as `old` shows it: text as it is, numbers to as many decimals.
fn shown_as(old: &str, new: &str) -> String {
    let decimals = old.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match (old.parse::<f64>(), new.parse::<f64>()) {
        (Ok(_), Ok(new)) => format!("{new:.decimals$}"),
        _ => new.to_owned(),
    }
}

/// `old` with `new` cells in place of its own, as wide where they fit.
fn relaid(old: &str, new: &[String]) -> String {
    let cell = |(segment, new): (&String, &String)| {
        let new = if new.contains(',') { format!("\"{new}\"") } else { new.clone() };
        let (width, indent) = (segment.chars().count(), segment.len() - segment.trim_start().len());
        let flush = indent > 1 && segment.trim_end() == segment;
        if flush { format!("{new:>width$}") } else { format!("{:width$}", " ".repeat(indent) + &new) }
    };
    segments(old).iter().zip(new).map(cell).collect::<Vec<_>>().join(",").trim_end().to_owned()
}

/// The header and rows of `old`, each row as the row of `table` that agrees with it in most of the columns that it names.
pub fn nearest_rows(table: &str, old: &[&str]) -> Vec<String> {
    let mut lines = table.lines();
    let header = cells(lines.next().expect("a header"));
    let (names, rows) = old.split_first().expect("a header of the quotation");
    let place = |name: &String| {
        header.iter().position(|h| h == name.trim()).unwrap_or_else(|| panic!("no column {name} in {header:?}"))
    };
    let columns: Vec<usize> = cells(names).iter().map(place).collect();
    let table: Vec<Vec<String>> = lines.map(cells).collect();
    let row = |old: &&str| {
        let wanted: Vec<String> = cells(old).iter().map(|cell| cell.trim().to_owned()).collect();
        assert_eq!(wanted.len(), columns.len(), "as many cells as columns: {old}");
        let now = |row: &Vec<String>| -> Vec<String> {
            columns.iter().zip(&wanted).map(|(&column, old)| shown_as(old, &row[column])).collect()
        };
        // What names a row weighs more than what is measured: words and whole numbers before decimals.
        let weight = |cell: &String| if cell.parse::<f64>().is_ok() && cell.contains('.') { 1 } else { 4 };
        let alike = |row: &&Vec<String>| -> usize {
            let same = now(row).into_iter().zip(&wanted).filter(|(new, old)| new == *old);
            same.map(|(_, old)| weight(old)).sum()
        };
        relaid(old, &now(table.iter().rev().max_by_key(alike).expect("a row")))
    };
    let rows: Vec<String> = rows.iter().map(row).collect();
    [vec![(*names).to_owned()], rows].concat()
}

#[test]
fn rows_are_found_and_rounded() {
    let table = "arm,age,value\n\"a, b\",1,0.1234\nc,2,0.5\n";
    assert_eq!(nearest_rows(table, &["arm, value", "\"a, b\",  0.12"]), ["arm, value", "\"a, b\",  0.12"]);
    assert_eq!(nearest_rows(table, &["arm, age, value", "c, 2, 0.12"]), ["arm, age, value", "c, 2, 0.50"]);
    assert_eq!(
        nearest_rows(table, &["arm,      age, value", "\"a, b\",   1,   0.5"]),
        ["arm,      age, value", "\"a, b\",   1,   0.1"]
    );
}
