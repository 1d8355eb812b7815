"""Opens tables with the defaults of four readers and holds types and values against what datapackage.json and the Parquet twin
say:

    check.py SCRATCH [CSV_FOLDER PARQUET_FOLDER]... [--lists FOLDER]

All that is wrong is said; the exit status is 1 if anything is.
"""

import csv
import datetime
import json
import pathlib
import subprocess
import sys

import duckdb
import frictionless
import numpy
import pandas
import polars
import pyarrow
import pyarrow.parquet

HERE = pathlib.Path(__file__).parent
# Tables of more rows than these are validated in part: frictionless looks at one cell after another.
VALIDATED = 300

# What readers call what is declared. A column without any value has no type in CSV.
TYPES = {
    "pandas": {"string": {"str", "object"}, "integer": {"int64"}, "number": {"float64"}, "boolean": {"bool"}},
    "polars": {"string": {"String"}, "integer": {"Int64"}, "number": {"Float64"}, "boolean": {"Boolean"}},
    "duckdb": {"string": {"VARCHAR"}, "integer": {"BIGINT"}, "number": {"DOUBLE"}, "boolean": {"BOOLEAN"}},
    "r": {"string": {"character"}, "integer": {"integer"}, "number": {"numeric"}, "boolean": {"logical"}},
}
# Where a value is missing, pandas has no integers and no booleans; R's integers have 32 bits.
WITH_MISSING = {"integer": "float64", "boolean": "object"}
ARROW = {
    "string": {pyarrow.string()},
    "date": {pyarrow.date32()},
    "integer": {pyarrow.int64()},
    "number": {pyarrow.float64(), pyarrow.float32()},
    "boolean": {pyarrow.bool_()},
}


def unmarked(text):
    """The name behind a cell of text."""
    return text[1:] if text.startswith("_") else text


def with_pandas(path):
    frame = pandas.read_csv(path)
    return list(frame.columns), [(str(frame.dtypes.iloc[i]), list(frame.iloc[:, i])) for i in range(frame.shape[1])]


def with_polars(path):
    frame = polars.read_csv(path)
    return frame.columns, [(str(column.dtype), column.to_list()) for column in frame.get_columns()]


def with_duckdb(path):
    found = duckdb.sql(f"SELECT * FROM '{path}'")
    columns, types = found.columns, [str(kind) for kind in found.types]
    table = found.to_arrow_table()
    return columns, [(kind, table.column(place).to_pylist()) for place, kind in enumerate(types)]


def r_reads(tables, scratch):
    """Reads all tables in one go: R takes longer to start than to read."""
    folders = {path: scratch / str(number) for number, path in enumerate(tables)}
    arguments = [str(part) for pair in folders.items() for part in pair]
    subprocess.run(["Rscript", "--vanilla", str(HERE / "read.R"), *arguments], check=True)
    return folders


def with_r(folder):
    columns = []
    for place, kind in enumerate((folder / "types").read_text().split(), 1):
        data = (folder / str(place)).read_bytes()
        if kind == "character":
            columns.append((kind, data.decode().split("\0")[:-1]))
        else:
            columns.append((kind, numpy.frombuffer(data, "<f8").tolist()))
    return columns


def is_missing(value):
    return value is None or value == "" or value != value


def wanted(field, values):
    """The values of a column of Parquet, as a reader of CSV should have them; None where there is none."""
    if field["type"] == "yearmonth":
        return [None if value is None else value.strftime("%Y-%m").rjust(7, "0") for value in values]
    return values


def in_order_of_csv(fields, columns):
    """Columns of Parquet in the order that rows have in CSV: a row is moved to the top if it holds the first value of a column
    of numbers or truth values that is empty in the first 100 rows."""
    moved = set()
    for field, values in zip(fields, columns):
        if field["type"] not in ("string", "yearmonth"):
            first = next((place for place, value in enumerate(values) if value is not None), 0)
            moved |= {first} if first >= 100 else set()
    order = sorted(moved) + [place for place in range(len(columns[0])) if place not in moved]
    return [[values[place] for place in order] for values in columns] if moved else columns


def same(field, single, wanted, found, exact):
    if field["type"] == "string":
        return unmarked(found) == wanted
    if field["type"] == "number":
        if single:
            return numpy.float32(found) == numpy.float32(wanted)
        # pandas and R may be off in the last digit with their defaults.
        return found == wanted if exact else abs(found - wanted) <= 1e-15 * abs(wanted)
    return found == wanted


def column_faults(reader, field, single, wanted, kind, found):
    """What is wrong with one column as one reader has it."""
    if len(found) != len(wanted):
        return [f"{len(found)} rows instead of {len(wanted)}"]
    missing = [value is None for value in wanted]
    gaps = [place for place, value in enumerate(found) if is_missing(value) != missing[place]]
    if gaps:
        return [f"row {gaps[0]}: {found[gaps[0]]!r} instead of {wanted[gaps[0]]!r}, in {len(gaps)} rows"]
    if all(missing):
        return []
    declared = "string" if field["type"] == "yearmonth" else field["type"]
    allowed = TYPES[reader][declared]
    if reader == "pandas" and any(missing) and declared in WITH_MISSING:
        allowed = {WITH_MISSING[declared]}
    if reader == "r" and declared == "integer" and any(v is not None and abs(v) >= 2**31 for v in wanted):
        allowed = {"numeric"}
    faults = [] if kind in allowed else [f"{declared} is read as {kind}"]
    exact = reader in ("polars", "duckdb")
    for place, (value, other) in enumerate(zip(wanted, found)):
        if value is not None and (type(other) is str) != (declared == "string"):
            return faults + [f"row {place}: {other!r} instead of {value!r}"]
        if value is not None and not same(field, single, value, other, exact):
            return faults + [f"row {place}: {other!r} instead of {value!r}"]
    return faults


def formula_faults(path, fields):
    """Texts that a spreadsheet would run."""
    with open(path, newline="", encoding="utf-8") as lines:
        rows = csv.reader(lines, strict=True)
        header = next(rows)
        texts = [place for place, field in enumerate(fields) if field["type"] in ("string", "yearmonth")]
        faults = [f"column {name} would be run" for name in header if name.strip().startswith(tuple("=+-@"))]
        for row in rows:
            if len(row) != len(header):
                return faults + [f"{len(row)} cells in {row}"]
            for place in texts:
                if row[place].strip().startswith(tuple("=+-@")) or row[place].startswith(tuple("\t\r\n")):
                    return faults + [f"{row[place]!r} would be run"]
    return faults


def readers_of(path, r_folder):
    """What each reader has; or why it has nothing."""
    for name, read in [("pandas", with_pandas), ("polars", with_polars), ("duckdb", with_duckdb)]:
        try:
            yield name, *read(path), None
        except Exception as why:
            yield name, [], [], str(why).splitlines()[0]
    yield "r", None, with_r(r_folder), None


def table_faults(resource, csv_path, parquet, r_folder):
    fields = resource["schema"]["fields"]
    names = [field["name"] for field in fields]
    columns = [wanted(field, parquet.column(place).to_pylist()) for place, field in enumerate(fields)]
    columns = in_order_of_csv(fields, columns)
    singles = [parquet.schema.field(place).type == pyarrow.float32() for place in range(len(fields))]
    yield from formula_faults(csv_path, fields)
    for reader, header, found, why in readers_of(csv_path, r_folder):
        if why:
            yield f"{reader}: {why}"
            continue
        if header is not None and list(header) != names:
            yield f"{reader}: columns {header}"
            continue
        for field, single, column, (kind, values) in zip(fields, singles, columns, found, strict=True):
            for fault in column_faults(reader, field, single, column, kind, values):
                yield f"{reader}: {field['name']}: {fault}"
    key = resource["schema"].get("primaryKey")
    if key and len(set(zip(*(columns[names.index(name)] for name in key)))) < parquet.num_rows:
        yield f"two rows of the same {', '.join(key)}"


def parquet_faults(resource, parquet):
    """Types, and what the file says about itself."""
    fields = resource["schema"]["fields"]
    for field, column in zip(fields, parquet.schema, strict=True):
        if field["name"] != column.name or column.type not in ARROW[field["type"]]:
            yield f"{column.name} is {column.type}, declared as {field}"
    says = parquet.schema.metadata
    if json.loads(says[b"table_schema"]) != resource["schema"]:
        yield "the schema in its metadata is another"
    if says[b"description"].decode() != resource["description"]:
        yield "the description in its metadata is another"
    if any(not field["description"] for field in fields):
        yield "a column without a meaning"
    dates = [column for column in parquet.columns if column.type == pyarrow.date32()]
    if any(isinstance(day, datetime.date) and day.day != 1 for column in dates for day in column.unique().to_pylist()):
        yield "a month that does not begin with its first day"


def package_faults(folder):
    report = frictionless.validate(str(folder / "datapackage.json"), limit_rows=VALIDATED)
    for error in report.flatten(["name", "message"]):
        yield str(error)


def folder_faults(csv_folder, parquet_folder, r_folders):
    packages = [json.loads((folder / "datapackage.json").read_text()) for folder in (csv_folder, parquet_folder)]
    listed = [[resource["path"] for resource in package["resources"]] for package in packages]
    for folder, paths, end in zip((csv_folder, parquet_folder), listed, ("csv", "parquet")):
        there = sorted(path.name for path in folder.glob(f"*.{end}"))
        if sorted(paths) != there:
            yield folder / "datapackage.json", f"lists {sorted(paths)}, there is {there}"
    for fault in package_faults(csv_folder):
        yield csv_folder / "datapackage.json", fault
    for of_csv, of_parquet in zip(*(package["resources"] for package in packages), strict=True):
        csv_path, parquet_path = csv_folder / of_csv["path"], parquet_folder / of_parquet["path"]
        parquet = pyarrow.parquet.read_table(parquet_path)
        for fault in table_faults(of_csv, csv_path, parquet, r_folders[csv_path]):
            yield csv_path, fault
        for fault in parquet_faults(of_parquet, parquet):
            yield parquet_path, fault


def kind_of(kind):
    """What types of different readers are alike."""
    words = {word: name for types in TYPES.values() for name, all_words in types.items() for word in all_words}
    return words.get(kind, kind)


def list_faults(path, r_folder):
    """Lists have no twin: readers must agree, and have what stands there."""
    with open(path, newline="", encoding="utf-8") as lines:
        header, *rows = csv.reader(lines, strict=True)
    fields = {}
    for reader, columns, found, why in readers_of(path, r_folder):
        if why:
            yield f"{reader}: {why}"
            continue
        for place, (kind, values) in enumerate(found):
            written = [row[place] for row in rows]
            if all(text == "" for text in written):
                continue
            declared = kind_of(kind)
            if reader == "pandas" and "" in written:
                declared = fields.get(place, declared)
            if declared != fields.setdefault(place, declared):
                yield f"{reader}: {header[place]} is {kind}, for others {fields[place]}"
            for text, value in zip(written, values, strict=True):
                gone = is_missing(value)
                if gone != (text == "") or not gone and type(value) is str and value != text:
                    yield f"{reader}: {header[place]}: {value!r} instead of {text!r}"
                    break


def main(scratch, *arguments):
    folders, lists = list(arguments), []
    if "--lists" in folders:
        at = folders.index("--lists")
        lists = sorted(pathlib.Path(folders[at + 1]).glob("*.csv"))
        del folders[at:]
    pairs = [tuple(map(pathlib.Path, pair)) for pair in zip(folders[::2], folders[1::2], strict=True)]
    tables = [path for csv_folder, _ in pairs for path in sorted(csv_folder.glob("*.csv"))] + lists
    r_folders = r_reads(tables, pathlib.Path(scratch))
    faults = [fault for pair in pairs for fault in folder_faults(*pair, r_folders)]
    faults += [(path, fault) for path in lists for fault in list_faults(path, r_folders[path])]
    for path, fault in faults:
        print(f"readers: {path}: {fault}")
    rows = sum(path.read_bytes().count(b"\n") - 1 for path in tables)
    print(f"readers: {len(tables)} tables, {rows} rows, {len(faults)} faults")
    return 1 if faults or not tables else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
