"""A results folder, and its tables."""

import json
import pathlib


class Results:
    """What a command left. Every table is an attribute: `results.runs`, `results.survival`, `results.effects`, ...

    `folder` is where everything lies, `summary` what the program printed, `manifest` what the folder says of itself.
    """

    def __init__(self, folder, *, summary="", kept=None):
        self.folder = pathlib.Path(folder)
        self.summary = summary
        self._kept = kept
        path = self.folder / "manifest.json"
        if not path.is_file():
            raise FileNotFoundError(f"{self.folder} holds no results of safsim: there is no {path.name} in it")
        self.manifest = json.loads(path.read_text(encoding="utf-8"))

    @property
    def tables(self):
        """The names of all tables."""
        names = (pathlib.PurePosixPath(file["path"]) for file in self.manifest["files"])
        return [name.stem for name in names if name.suffix in (".parquet", ".csv")]

    def path(self, table):
        """The file of a table."""
        for suffix in (".parquet", ".csv"):
            path = self.folder / f"{table}{suffix}"
            if path.is_file():
                return path
        raise KeyError(f"there is no table {table} here; there are: {', '.join(self.tables)}")

    def table(self, name, *, columns=None, frame="pandas"):
        """A table as a data frame of "pandas" or "polars", or as a table of "arrow"; all of its columns, or these."""
        path = self.path(name)
        if path.suffix == ".csv":
            import pyarrow.csv

            table = pyarrow.csv.read_csv(path)
            table = table.select(columns) if columns else table
        else:
            import pyarrow.parquet

            table = pyarrow.parquet.read_table(path, columns=columns)
        if frame == "arrow":
            return table
        if frame == "polars":
            import polars

            return polars.from_arrow(table)
        if frame == "pandas":
            try:
                return table.to_pandas()
            except ImportError as why:
                raise ImportError("pandas is not there: pip install pandas, or ask for frame=\"polars\" or \"arrow\"") from why
        raise ValueError(f"a frame is \"pandas\", \"polars\" or \"arrow\", not {frame!r}")

    def __getattr__(self, name):
        if name.startswith("_") or name in ("folder", "manifest", "summary"):
            raise AttributeError(name)
        try:
            return self.table(name)
        except KeyError as why:
            raise AttributeError(str(why).strip("'\"")) from None

    def __dir__(self):
        return [*super().__dir__(), *self.tables]

    def __repr__(self):
        plan = self.manifest["plan"]
        made = f"{plan['command']} of {self.manifest['scenario']['name']}, {self.manifest['replicates_done']} replicates"
        return f"<safsim results: {made}; {', '.join(self.tables)}; in {self.folder}>"
