use std::fmt;
use std::fs;

/// An amount of memory, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Memory(pub u64);

/// What is taken where a machine does not say what it has.
const UNKNOWN: Memory = Memory(4_000_000_000);

impl Memory {
    /// Reads 4GB, 1.5 GiB, 500MB, 800m.
    ///
    /// # Errors
    /// If it is no such amount, or an absurd one.
    pub fn parse(text: &str) -> Result<Memory, String> {
        let wrong = || "an amount such as 4GB or 500MB is needed".to_owned();
        let text = text.trim();
        let end = text.find(|c: char| c.is_ascii_alphabetic()).ok_or_else(wrong)?;
        let number: f64 = text[..end].trim().parse().map_err(|_| wrong())?;
        let unit: f64 = match text[end..].to_ascii_lowercase().as_str() {
            "k" | "kb" => 1e3,
            "m" | "mb" => 1e6,
            "g" | "gb" => 1e9,
            "t" | "tb" => 1e12,
            "kib" => 1024.0,
            "mib" => 1_048_576.0,
            "gib" => 1_073_741_824.0,
            "tib" => 1_099_511_627_776.0,
            _ => return Err(wrong()),
        };
        let bytes = number * unit;
        if !(1e6..=1e18).contains(&bytes) {
            return Err("at least 1MB is needed, and at most a million TB".to_owned());
        }
        Ok(Memory(bytes as u64))
    }

    /// The limit on addresses, if there is one (`ulimit -v`).
    #[must_use]
    pub fn of_addresses() -> Option<Memory> {
        read("/proc/self/limits").and_then(|text| field(&text, "Max address space")).map(Memory)
    }

    /// Most of what this machine can give now: four fifths of what is free of the machine, and of a container's limit; three
    /// fifths of a limit on addresses (`ulimit -v`), of which threads take some that they never use.
    #[must_use]
    pub fn of_this_machine() -> Memory {
        let share = |bytes: u64, fifths: u64| bytes / 5 * fifths;
        let machine =
            read("/proc/meminfo").and_then(|text| field(&text, "MemAvailable:")).map(|kilobytes| kilobytes * 1024);
        let addresses = Memory::of_addresses().map(|memory| share(memory.0, 3));
        let found = [machine.map(|bytes| share(bytes, 4)), container().map(|bytes| share(bytes, 4)), addresses];
        found.into_iter().flatten().min().map_or(UNKNOWN, Memory)
    }
}

/// 1.2 GB, 340 MB.
impl fmt::Display for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.0 as f64;
        let [megabytes, gigabytes, terabytes] = [1e6, 1e9, 1e12].map(|unit| bytes / unit);
        match bytes {
            b if b < 1e6 => f.write_str("1 MB"),
            b if b < 999.5e6 => write!(f, "{megabytes:.0} MB"),
            b if b < 9.95e9 => write!(f, "{gigabytes:.1} GB"),
            b if b < 999.5e9 => write!(f, "{gigabytes:.0} GB"),
            _ => write!(f, "{terabytes:.0} TB"),
        }
    }
}

/// What is left of the limits of the groups that this process is in, the innermost and those around it.
fn container() -> Option<u64> {
    let groups = read("/proc/self/cgroup")?;
    let line = |one: &str| {
        let (number, rest) = one.split_once(':')?;
        let (controllers, path) = rest.split_once(':')?;
        let path = path.trim_start_matches('/');
        if number == "0" && controllers.is_empty() {
            around("/sys/fs/cgroup", path, "memory.max", "memory.current", "inactive_file ")
        } else if controllers.split(',').any(|controller| controller == "memory") {
            around(
                "/sys/fs/cgroup/memory",
                path,
                "memory.limit_in_bytes",
                "memory.usage_in_bytes",
                "total_inactive_file ",
            )
        } else {
            None
        }
    };
    groups.lines().filter_map(line).min()
}

fn around(root: &str, path: &str, limit: &str, used: &str, reclaimable: &str) -> Option<u64> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty() && *part != "..").collect();
    let left = |depth: usize| {
        let folder = std::iter::once(root).chain(parts[..depth].iter().copied()).collect::<Vec<_>>().join("/");
        let number = |file: &str| read(&format!("{folder}/{file}"))?.trim().parse::<u64>().ok();
        let limit = number(limit)?;
        let cached = read(&format!("{folder}/memory.stat")).and_then(|text| field(&text, reclaimable)).unwrap_or(0);
        Some(limit.saturating_sub(number(used).unwrap_or(0).saturating_sub(cached)))
    };
    (0..=parts.len()).filter_map(left).min()
}

fn read(path: &str) -> Option<String> {
    fs::read_to_string(path).ok()
}

/// The first whole number on the line that begins with `name`.
fn field(text: &str, name: &str) -> Option<u64> {
    let rest = text.lines().find_map(|line| line.strip_prefix(name))?;
    rest.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_told() {
        for (text, bytes, told) in [
            ("4GB", 4_000_000_000, "4.0 GB"),
            ("1.5 GiB", 1_610_612_736, "1.6 GB"),
            ("500mb", 500_000_000, "500 MB"),
            ("32G", 32_000_000_000, "32 GB"),
            ("999.9MB", 999_900_000, "1.0 GB"),
            ("3TB", 3_000_000_000_000, "3 TB"),
        ] {
            let memory = Memory::parse(text).unwrap();
            assert_eq!((memory.0, memory.to_string().as_str()), (bytes, told), "{text}");
        }
        for wrong in ["", "4", "GB", "-4GB", "4 parsecs", "nanGB", "infGB", "1kB", "1e30GB", "4,5GB", "ä", "4Gä"] {
            assert!(Memory::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_limit_is_the_first_number_of_its_line() {
        assert_eq!(field("MemTotal: 1 kB\nMemAvailable:   24064000 kB\n", "MemAvailable:"), Some(24_064_000));
        assert_eq!(
            field("Max address space         unlimited            unlimited            bytes", "Max address space"),
            None
        );
        assert_eq!(field("Max address space         1000   2000   bytes", "Max address space"), Some(1000));
        assert!(Memory::of_this_machine() > Memory(1_000_000));
    }
}
