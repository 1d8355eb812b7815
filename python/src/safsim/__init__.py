"""The simulator `safsim`, run from Python; its tables as data frames.

    import safsim
    results = safsim.run("six-sites", replicates=50)
    results.survival

What a scenario says, and what columns mean, stands in the documentation of the program. This layer only starts it, and reads
what it leaves.
"""

from ._program import ScenarioError, Error, program, version
from ._results import Results
from ._studies import check, compare, run, sweep

__all__ = ["Error", "Results", "ScenarioError", "check", "compare", "program", "run", "sweep", "version"]
