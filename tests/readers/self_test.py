"""The checks themselves: each is seen to find what it looks for, in tables that are wrong in one way, and nothing in one that is
right."""

import copy
import datetime
import json
import pathlib
import sys
import tempfile

import pyarrow
import pyarrow.parquet

import check

FIELDS = [
    {"name": "site", "type": "string", "description": "A name."},
    {"name": "month", "type": "yearmonth", "description": "A month."},
    {"name": "count", "type": "integer", "description": "A count."},
    {"name": "share", "type": "number", "description": "A share."},
    {"name": "kept", "type": "boolean", "description": "Or not."},
]
GOOD = [
    ['"_NA"', '"2015-04"', "1", "2.0", "TRUE"],
    ['"_=1"', '"2015-05"', "2", "0.25", "FALSE"],
    ['"Leeds"', "", "3", "", "TRUE"],
]
APRIL, MAY = datetime.date(2015, 4, 1), datetime.date(2015, 5, 1)
TWIN = {
    "site": pyarrow.array(["NA", "=1", "Leeds"]),
    "month": pyarrow.array([APRIL, MAY, None], pyarrow.date32()),
    "count": pyarrow.array([1, 2, 3], pyarrow.int64()),
    "share": pyarrow.array([2.0, 0.25, None]),
    "kept": pyarrow.array([True, False, True]),
}
# Cells, by row and column, that are wrong, and a part of what must be said.
BROKEN = [
    ((0, 0, '"NA"'), "instead of 'NA'"),
    ((1, 0, '"=1"'), "would be run"),
    ((0, 1, '"2015-06"'), "instead of '2015-04'"),
    ((1, 2, "2.0"), "integer is read as"),
    ((0, 3, "3.0"), "3.0 instead of 2.0"),
    ((2, 3, "0.0"), "0.0 instead of None"),
    ((1, 4, '"no"'), "boolean is read as"),
    ((0, 2, '"a"'), "integer is read as"),
]


def package(kinds):
    fields = [dict(field, type=kinds.get(field["type"], field["type"])) for field in FIELDS]
    schema = {"fields": fields, "missingValues": [""], "primaryKey": ["site"]}
    return {"name": "self-test", "resources": [{"name": "t", "description": "A table.", "schema": schema}]}


def write(folder, rows, twin):
    """A results folder in both formats."""
    for end, kinds in [("csv", {}), ("parquet", {"yearmonth": "date"})]:
        (folder / end).mkdir(parents=True)
        described = package(kinds)
        described["resources"][0].update(path=f"t.{end}", format=end)
        (folder / end / "datapackage.json").write_text(json.dumps(described))
    header = ",".join(field["name"] for field in FIELDS)
    (folder / "csv/t.csv").write_text("\n".join([header, *map(",".join, rows)]) + "\n")
    schema = described["resources"][0]["schema"]
    says = {"table_schema": json.dumps(schema), "description": "A table."}
    pyarrow.parquet.write_table(pyarrow.table(twin).replace_schema_metadata(says), folder / "parquet/t.parquet")
    return folder / "csv", folder / "parquet"


def main():
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        cases = [("good", GOOD, TWIN, None)]
        for (row, column, cell), said in BROKEN:
            rows = copy.deepcopy(GOOD)
            rows[row][column] = cell
            cases.append((f"{row}-{column}", rows, TWIN, said))
        late = [[f'"s{i}"', '"2015-04"', str(i), "" if i < 150 else "0.5", "TRUE"] for i in range(200)]
        size = len(late)
        twin = {
            "site": pyarrow.array([f"s{i}" for i in range(size)]),
            "month": pyarrow.array([APRIL] * size, pyarrow.date32()),
            "count": pyarrow.array(range(size), pyarrow.int64()),
            "share": pyarrow.array([None if i < 150 else 0.5 for i in range(size)], pyarrow.float64()),
            "kept": pyarrow.array([True] * size),
        }
        # The row with a column's first value has to stand at the top: readers look no further for types.
        cases.append(("late", late, twin, "site: row 0: 's0' instead of 's150'"))
        doubles = dict(TWIN, count=TWIN["count"].cast(pyarrow.float64()))
        cases.append(("doubles", GOOD, doubles, "declared as"))
        second = dict(TWIN, month=pyarrow.array([APRIL.replace(day=2), MAY, None], pyarrow.date32()))
        cases.append(("day", GOOD, second, "does not begin with its first day"))
        pairs = [write(scratch / name, rows, twin) for name, rows, twin, _ in cases]
        folders = check.r_reads([folder / "t.csv" for folder, _ in pairs], scratch / "r")
        wrong = 0
        for (name, _, _, said), pair in zip(cases, pairs):
            faults = [fault for _, fault in check.folder_faults(*pair, folders)]
            if (said is None and faults) or (said is not None and not any(said in fault for fault in faults)):
                print(f"readers: self test {name}: {faults} instead of {said!r}")
                wrong += 1
    print(f"readers: self test, {len(cases)} cases, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
