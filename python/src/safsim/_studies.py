"""The commands that make results."""

import json
import os
import pathlib
import tempfile

from ._program import start
from ._results import Results


def run(scenario="six-sites", *, replicates=None, seed=None, set=None, out=None, threads=None, ensemble=None, force=False):
    """Runs a scenario: the name of a built-in one, a path, or the text of one (anything with a line break).

    `set` is a dictionary of settings, such as `{"programme.funding.award": 0.5}`. Results go to the folder `out`; without it
    to one that is there as long as what is returned. `ensemble` is "none", a number of plausible models, or a file.

    Raises `ScenarioError` if something is wrong with what is asked, `Error` if it could not be finished.
    """
    return _study("run", scenario, locals())


def compare(scenario, *, replicates=None, seed=None, set=None, out=None, threads=None, ensemble=None, force=False):
    """Compares the regimes of a scenario, or several scenarios (a list), over the same futures; otherwise as `run`."""
    return _study("compare", scenario, locals())


def sweep(scenario, *, replicates=None, seed=None, set=None, out=None, threads=None, force=False):
    """Runs a scenario at every point of its `[sweep]`; otherwise as `run`."""
    return _study("sweep", scenario, locals())


def check(scenario, *, set=None):
    """What the program says of a scenario that is fine; raises `ScenarioError` with all its mistakes if it is not."""
    names, text = _named(scenario)
    return start(["check", *names, *_settings(set)], text)


def _study(command, scenario, asked):
    names, text = _named(scenario)
    words = [command, *names, "--format", "parquet", *_settings(asked["set"])]
    for option in ("replicates", "seed", "threads", "ensemble"):
        if asked.get(option) is not None:
            words += [f"--{option}", asked[option]]
    if asked["force"]:
        words.append("--force")
    kept = None
    folder = asked["out"]
    if folder is None:
        kept = tempfile.TemporaryDirectory(prefix="safsim-")
        folder = pathlib.Path(kept.name) / "results"
    summary = start([*words, "--out", folder], text)
    return Results(folder, summary=summary, kept=kept)


def _named(scenario):
    """The words that name scenarios, and the text of one that is in hand."""
    if isinstance(scenario, (list, tuple)):
        return [os.fspath(one) for one in scenario], None
    scenario = os.fspath(scenario)
    return (["-"], scenario) if "\n" in scenario else ([scenario], None)


def _settings(given):
    return [word for key, value in (given or {}).items() for word in ("--set", f"{key}={_toml(value)}")]


def _toml(value):
    """A value as TOML writes it."""
    # Numbers of NumPy and the like, some of which are Python's own as well.
    if hasattr(value, "item") and not isinstance(value, dict):
        value = value.item()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # What JSON writes of a text, TOML reads.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(str(key))} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, (int, float)):
        return repr(value)
    raise TypeError(f"a setting is a number, a text, true or false, a list or a table of these, not {type(value).__name__}")
