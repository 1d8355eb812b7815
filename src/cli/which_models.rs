use super::whole_number::whole;
use std::path::PathBuf;

/// What `--ensemble` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WhichModels {
    /// None at all.
    None,
    /// Those that are part of the program.
    BuiltIn,
    /// So many.
    Sets(u32),
    /// Those of a file.
    File(PathBuf),
}

/// Reads `none`, `built-in`, a number of at least `low`, or the name of a file.
pub(super) fn which_models(low: u64) -> impl Fn(&str) -> Result<WhichModels, String> + Clone + Send + Sync + 'static {
    move |text| match text {
        "none" => Ok(WhichModels::None),
        "built-in" => Ok(WhichModels::BuiltIn),
        _ => match whole::<u32>(low, 65_536)(text) {
            Ok(sets) => Ok(WhichModels::Sets(sets)),
            // What begins like a number and does not end like a file is meant as one.
            Err(why)
                if text.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c)) && !text.ends_with(".toml") =>
            {
                Err(why)
            }
            Err(_) => Ok(WhichModels::File(PathBuf::from(text))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{WhichModels, which_models};

    #[test]
    fn numbers_names_and_files_are_told_apart() {
        let read = which_models(2);
        assert_eq!(read("none"), Ok(WhichModels::None));
        assert_eq!(read("built-in"), Ok(WhichModels::BuiltIn));
        assert_eq!(read("200"), Ok(WhichModels::Sets(200)));
        assert_eq!(read("out/7/ensemble.toml"), Ok(WhichModels::File("out/7/ensemble.toml".into())));
        assert_eq!(read("7.toml"), Ok(WhichModels::File("7.toml".into())));
        for (text, told) in [("1", "this is too small"), ("1k", "did you mean 1000?"), ("-3", "this is too small")] {
            assert!(read(text).unwrap_err().contains(told), "{text}: {:?}", read(text));
        }
    }
}
