"""The installed package does what docs/frames.md says, and its mistakes can be read."""

import csv
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy
import safsim

SCENARIO = """
name = "two"
extends = "single-site"
allow = ["thin-initiative"]
[[regime]]
name = "as it is"
[[regime]]
name = "hardly paid"
set = { "programme.funding.award" = 0.05 }
[sweep]
axes = { "programme.funding.award" = [0.4, 0.8] }
"""


def raised(kind, what, *parts):
    try:
        what()
    except kind as why:
        for part in parts:
            assert part in str(why), f"no {part!r} in: {why}"
        return why
    raise AssertionError(f"{kind.__name__} was not raised")


# The program is that of the wheel.
program = pathlib.Path(safsim.program())
assert program.parent == pathlib.Path(os.path.abspath(sys.executable)).parent, program
assert safsim.version().startswith("safsim ")

results = safsim.run("single-site", replicates=4, seed=3, set={"contagion": numpy.float64(0.1), "programme.funding.horizon": "whole"})
assert {"runs", "months", "survival", "initiatives", "events"} <= set(results.tables), results.tables
assert results.manifest["plan"]["seed"] == 3 and "Results:" in results.summary
assert results.runs.shape[0] == 4 and "survived_24" in results.runs.columns
assert "runs" in dir(results) and "run of single-site, 4 replicates" in repr(results)
assert results.table("runs", columns=["replicate"], frame="polars").columns == ["replicate"]
assert results.table("runs", frame="arrow").num_rows == 4
folder = results.folder
del results
assert not folder.exists(), "what nobody holds goes"

# The same numbers as those of the command.
with tempfile.TemporaryDirectory() as home:
    out = pathlib.Path(home) / "out"
    kept = safsim.run("single-site", replicates=4, out=out)
    subprocess.run([program, "run", "single-site", "-n", "4", "--quiet", "--out", f"{home}/csv"], check=True)
    with open(f"{home}/csv/runs.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for name in ("survived_24", "alive_at_horizon", "trust_final"):
        assert [float(row[name]) for row in rows] == kept.table("runs")[name].tolist(), name
    again = safsim.Results(f"{home}/csv")
    assert again.runs.survived_24.tolist() == kept.runs.survived_24.tolist(), "tables in CSV are read as well"
    other = raised(safsim.ScenarioError, lambda: safsim.run("six-sites", replicates=2, out=out), "holds results of a different plan")
    assert other.status == 2
    raised(FileNotFoundError, lambda: safsim.Results(home), "holds no results of safsim")

compared = safsim.compare(SCENARIO, replicates=3, ensemble="none")
assert compared.effects.arm.unique().tolist() == ["as it is", "hardly paid"]
swept = safsim.sweep(SCENARIO, replicates=2)
assert swept.points.point.unique().tolist() == [0, 1]
assert "fine" in safsim.check(SCENARIO)

raised(AttributeError, lambda: compared.effect, "there is no table effect", "effects")
raised(ValueError, lambda: compared.table("effects", frame="panda"), "pandas")
raised(TypeError, lambda: safsim.run("single-site", set={"contagion": object()}), "a setting is")
raised(safsim.ScenarioError, lambda: safsim.run("single-sit"), "did you mean \"single-site\"?")
raised(safsim.ScenarioError, lambda: safsim.check(SCENARIO.replace("award", "awrd")), "unknown key `awrd`", "did you mean")
print("python: the package does what it says")
