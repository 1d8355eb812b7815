/// Why bytes are no text that a scenario can be written in, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecoded {
    /// What they are: "is text in UTF-16, ...".
    pub what: String,
    /// What to do.
    pub hint: String,
}

/// The text in `bytes`, which must be UTF-8.
///
/// # Errors
///
/// What they probably are otherwise, such as the UTF-16 of Windows, and how to save them as UTF-8.
pub fn decoded(bytes: Vec<u8>) -> Result<String, Undecoded> {
    if let Some(kind) = archive(&bytes) {
        let hint = "a scenario is a text in TOML: export it, or copy it into one".to_owned();
        return Err(Undecoded { what: format!("is {kind}, not a text"), hint });
    }
    if let Some(encoding) = wide(&bytes) {
        return Err(undecoded(encoding, &format!("is text in {encoding}, not in UTF-8")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let (bytes, at) = (error.as_bytes(), error.utf8_error().valid_up_to());
        let line = 1 + bytes[..at].iter().filter(|&&b| b == b'\n').count();
        let byte = bytes.get(at).copied().unwrap_or(0);
        let letter = windows_letter(byte).map(|letter| format!(": there, Windows-1252 has \"{letter}\""));
        let what = format!("is not text in UTF-8 (line {line}, byte {byte:02X}{})", letter.unwrap_or_default());
        undecoded("WINDOWS-1252", &what)
    })
}

fn undecoded(encoding: &str, what: &str) -> Undecoded {
    let hint = format!(
        "save it as UTF-8: in an editor by \"Save as\", \"Encoding\"; or iconv -f {encoding} -t UTF-8 OLD > NEW"
    );
    Undecoded { what: what.to_owned(), hint }
}

/// A text of two or four bytes a letter: by its mark, or by the zeros of which every other byte of plain text consists.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Some("UTF-16"),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(400)];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    let most = |zeros: usize| half >= 4 && zeros * 10 >= half * 8;
    match (most(even), most(odd)) {
        (true, false) => Some("UTF-16BE"),
        (false, true) => Some("UTF-16LE"),
        _ => None,
    }
}

/// Files that are taken for texts.
fn archive(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => Some("a zip archive (spreadsheets and documents are such)"),
        [0x1F, 0x8B, ..] => Some("compressed by gzip"),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF"),
        _ => None,
    }
}

/// The letter that a byte is on Windows of Western Europe; that of Latin-1 where the two agree.
fn windows_letter(byte: u8) -> Option<char> {
    match byte {
        0x91 => Some('‘'),
        0x92 => Some('’'),
        0x93 => Some('“'),
        0x94 => Some('”'),
        0x96 => Some('–'),
        0x97 => Some('—'),
        0x80 => Some('€'),
        0xA1..=0xFF => Some(char::from(byte)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_is_not_utf_8_is_recognised() {
        let text = "name = \"Brontë\"\n";
        assert_eq!(decoded(text.as_bytes().to_vec()).as_deref(), Ok(text));
        assert_eq!(decoded(Vec::new()).as_deref(), Ok(""));
        let wide = |mark: &[u8], big: bool| -> Vec<u8> {
            let units = text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() });
            mark.iter().copied().chain(units).collect()
        };
        for (bytes, what) in [
            (wide(&[0xFF, 0xFE], false), "is text in UTF-16, not"),
            (wide(&[0xFE, 0xFF], true), "is text in UTF-16, not"),
            (wide(&[], false), "is text in UTF-16LE, not"),
            (wide(&[], true), "is text in UTF-16BE, not"),
            (vec![0xFF, 0xFE, 0, 0, b'n', 0, 0, 0], "is text in UTF-32, not"),
            (b"x = 1\nname = \"Bront\xEB\"".to_vec(), "(line 2, byte EB: there, Windows-1252 has \"ë\")"),
            (b"name = \x93a\x94".to_vec(), "Windows-1252 has \"“\""),
            (b"PK\x03\x04rest".to_vec(), "is a zip archive"),
        ] {
            let why = decoded(bytes).unwrap_err();
            assert!(why.what.contains(what), "{why:?}");
            assert!(why.hint.contains("UTF-8") || what.contains("zip"), "{why:?}");
        }
    }
}
