use super::failure::Failure;
use crate::disk;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::Path;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The SHA-256 of a text or of bytes, in hexadecimal: what `sha256sum` prints of a file that holds them.
#[must_use]
pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(bytes))
}

/// The same of a file, with its size in bytes.
pub(in crate::report) fn sha256_of_file(path: &Path) -> Result<(String, u64), Failure> {
    let mut file = disk::open(path).map_err(Failure::at("read", path))?;
    let (mut digest, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let n = file.read(&mut buffer).map_err(Failure::at("read", path))?;
        if n == 0 {
            return Ok((hex(&digest.finalize()), size));
        }
        digest.update(&buffer[..n]);
        size += n as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn is_what_everybody_else_computes() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
