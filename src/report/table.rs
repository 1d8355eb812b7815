use super::Failure;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A CSV file that grows row by row; on the disk for good once [`Table::close`] returns.
#[derive(Debug)]
pub(super) struct Table {
    path: PathBuf,
    writer: csv::Writer<BufWriter<File>>,
}

impl Table {
    /// Creates it with its header line.
    pub(super) fn create(path: &Path, columns: &[&str]) -> Result<Table, Failure> {
        let file = File::create(path).map_err(Failure::at("write", path))?;
        let writer = csv::WriterBuilder::new().from_writer(BufWriter::with_capacity(1 << 16, file));
        let mut table = Table { path: path.to_owned(), writer };
        table.row(columns)?;
        Ok(table)
    }

    /// Adds a row.
    pub(super) fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> Result<(), Failure> {
        self.writer.write_record(cells).map_err(|e| Failure::new("write", &self.path, e.into()))
    }

    /// Writes what is still in memory, and waits until the disk has it.
    pub(super) fn close(self) -> Result<(), Failure> {
        let path = self.path;
        let buffer = self.writer.into_inner().map_err(|e| Failure::new("write", &path, e.into_error()))?;
        let file = buffer.into_inner().map_err(|e| Failure::new("write", &path, e.into_error()))?;
        file.sync_all().map_err(Failure::at("write", &path))
    }
}

/// Writes a whole file, and waits until the disk has it.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let write = || {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    };
    write().map_err(Failure::at("write", path))
}

#[cfg(test)]
mod tests {
    use super::{Table, write_file};

    #[test]
    fn quotes_what_needs_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        let mut table = Table::create(&path, &["a", "b"]).unwrap();
        table.row(["Café, \"Oak\"", "1"]).unwrap();
        table.close().unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "a,b\n\"Café, \"\"Oak\"\"\",1\n");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_told() {
        let full = std::path::Path::new("/dev/full");
        let mut table = Table::create(full, &["a"]).unwrap();
        table.row(["x"]).unwrap();
        assert_eq!(table.close().unwrap_err().to_string(), "could not write /dev/full: the disk is full");
        assert_eq!(write_file(full, b"x").unwrap_err().to_string(), "could not write /dev/full: the disk is full");
    }
}
