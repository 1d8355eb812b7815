use super::UnitOutcome;
use super::schedule::Layout;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// What every chunk file begins with; the version of the format follows.
const MAGIC: &[u8] = b"safsim chunk\n";
const VERSION: u8 = 1;
const DIGEST: usize = 32;

/// Whose a chunk is: what it says before its outcomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Heading {
    /// Of everything that decides the bytes of a run.
    pub(super) identity: String,
    pub(super) layout: Layout,
    pub(super) chunk: u64,
}

/// What a chunk file turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Its outcomes, in the order of units; fewer than the chunk has now if there were fewer replicates then.
    Whole(Heading, Vec<UnitOutcome>),
    /// Whole, but of a format that this version does not read.
    OtherFormat,
    /// Nothing that can be trusted; completes "it ...".
    Damaged(&'static str),
}

/// What the chunk files of an identity begin with.
pub(super) fn beginning(identity: &str) -> Vec<u8> {
    let identity = postcard::to_stdvec(identity).unwrap_or_default();
    [MAGIC, &[VERSION], &identity].concat()
}

/// A chunk file: magic and version, heading, outcomes (postcard), SHA-256 of all before. `None` cannot happen (a
/// vector takes all that is written to it), and is handed on to be reported, not unwrapped.
pub(super) fn encode(heading: &Heading, outcomes: &[UnitOutcome]) -> Option<Vec<u8>> {
    let mut bytes = MAGIC.to_vec();
    bytes.push(VERSION);
    let bytes = postcard::to_extend(heading, bytes).ok()?;
    let mut bytes = postcard::to_extend(outcomes, bytes).ok()?;
    let digest = Sha256::digest(&bytes);
    bytes.extend_from_slice(&digest);
    Some(bytes)
}

pub(super) fn decode(bytes: &[u8]) -> Content {
    if bytes.is_empty() {
        return Content::Damaged("is empty");
    }
    let Some((&[version], rest)) = bytes.strip_prefix(MAGIC).and_then(|rest| rest.split_first_chunk()) else {
        return Content::Damaged("does not begin like a chunk");
    };
    let Some((body, digest)) = rest.split_last_chunk::<DIGEST>() else {
        return Content::Damaged("is cut short");
    };
    if Sha256::digest(&bytes[..bytes.len() - DIGEST])[..] != digest[..] {
        return Content::Damaged("is cut short or altered: its checksum is wrong");
    }
    if version != VERSION {
        return Content::OtherFormat;
    }
    let content = postcard::take_from_bytes::<Heading>(body).and_then(|(heading, rest)| {
        let (outcomes, rest) = postcard::take_from_bytes(rest)?;
        if rest.is_empty() { Ok(Content::Whole(heading, outcomes)) } else { Err(postcard::Error::SerdeDeCustom) }
    });
    content.unwrap_or(Content::Damaged("does not read like a chunk"))
}

#[cfg(test)]
mod tests {
    use super::super::Schedule;
    use super::*;

    fn heading() -> Heading {
        Heading { identity: "ab12".into(), layout: Schedule::new(3, 1, 6).layout(), chunk: 4 }
    }

    fn outcomes() -> Vec<UnitOutcome> {
        vec![UnitOutcome::Run(vec![1, 2, 255]), UnitOutcome::Failed("no".into()), UnitOutcome::Run(vec![])]
    }

    #[test]
    fn what_is_written_reads_back() {
        for outcomes in [vec![], outcomes()] {
            let bytes = encode(&heading(), &outcomes).unwrap();
            assert!(bytes.starts_with(&beginning("ab12")));
            assert_eq!(decode(&bytes), Content::Whole(heading(), outcomes));
        }
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_damage() {
        let bytes = encode(&heading(), &outcomes()).unwrap();
        for length in 0..bytes.len() {
            assert!(matches!(decode(&bytes[..length]), Content::Damaged(_)), "the first {length} bytes");
        }
        for bit in 0..bytes.len() * 8 {
            let mut bytes = bytes.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert!(matches!(decode(&bytes), Content::Damaged(_)), "bit {bit}");
        }
        let longer = [&bytes[..], &[0]].concat();
        assert!(matches!(decode(&longer), Content::Damaged(_)));
    }

    #[test]
    fn a_whole_file_of_another_format_is_not_damage() {
        let mut bytes = [MAGIC, &[VERSION + 1], b"quite different"].concat();
        bytes.extend(Sha256::digest(&bytes));
        assert_eq!(decode(&bytes), Content::OtherFormat);
    }
}
