use serde::{Deserialize, Serialize};

/// How tables are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Text with one header line, which everything reads.
    #[default]
    Csv,
    /// Typed columns, compressed: small and quick to read where rows are many.
    Parquet,
}

impl Format {
    /// All of them.
    pub const ALL: [Format; 2] = [Format::Csv, Format::Parquet];

    /// Its name on the command line and in manifests; the end of file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Parquet => "parquet",
        }
    }

    /// The file name of a table: `runs.csv`.
    #[must_use]
    pub fn file_name(self, stem: &str) -> String {
        format!("{stem}.{}", self.name())
    }
}
