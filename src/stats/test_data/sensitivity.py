# Writes sensitivity.csv and prim.csv (with prim_reference.csv), with which the tests of sensitivity indices and of PRIM
# compare:
#
#   cd src/stats/test_data && python sensitivity.py
#
# SALib 1.6.0 and ema_workbench 2.5.3 with NumPy 2.4.6 and pandas 3.1.1 (Python 3.11) wrote what is here. The data of
# prim.csv are those of the Workbench's own example (sd_prim_bryant_and_lempert.py: Bryant and Lempert 2010, Technological
# Forecasting and Social Change 77, 34-49), which its package holds; the column of words is made from one of numbers.
import csv
import os

import ema_workbench
import numpy as np
import pandas as pd
from ema_workbench.analysis import prim
from SALib.analyze import morris as morris_analyze
from SALib.analyze import sobol as sobol_analyze
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample
from SALib.test_functions import Ishigami, Sobol_G

PI = float(np.pi)
cases = [
    ("ishigami", {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-PI, PI]] * 3}, Ishigami.evaluate),
    ("sobol_g", {"num_vars": 8, "names": list("abcdefgh"), "bounds": [[0.0, 1.0]] * 8}, Sobol_G.evaluate),
]
rows = []
for name, problem, function in cases:
    x = sobol_sample.sample(problem, 32, calc_second_order=False, seed=20261127)
    y = function(x)
    found = sobol_analyze.analyze(problem, y, calc_second_order=False, seed=1)
    for place, (point, value) in enumerate(zip(x, y)):
        rows.append([name, "sobol", "point", place, repr(float(value)), *[repr(float(v)) for v in point]])
    for key in ("S1", "ST"):
        for place, value in enumerate(found[key]):
            rows.append([name, "sobol", key, place, repr(float(value))])
    x = morris_sample.sample(problem, 6, num_levels=4, seed=20261127)
    y = function(x)
    found = morris_analyze.analyze(problem, x, y, num_levels=4, seed=1)
    for place, (point, value) in enumerate(zip(x, y)):
        rows.append([name, "morris", "point", place, repr(float(value)), *[repr(float(v)) for v in point]])
    for key in ("mu", "mu_star", "sigma"):
        for place, value in enumerate(found[key]):
            rows.append([name, "morris", key, place, repr(float(value))])
with open("sensitivity.csv", "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)

folder = os.path.join(os.path.dirname(ema_workbench.__file__), "examples", "data")
data = pd.read_csv(os.path.join(folder, "bryant et al 2010 data.csv"), index_col=False)
x, y = data.iloc[:, 2:11].copy(), data.iloc[:, 15].values
x.columns = [f"x{place}" for place in range(9)]
whole = x.copy()
whole["words"] = pd.cut(x["x1"], [0, 500, 600, 700, 1e9], labels=["a", "b", "c", "d"]).astype(str)
whole["y"] = y
whole.to_csv("prim.csv", index=False, lineterminator="\n")
rows = []
for name, columns, alpha in [("numbers", list(x.columns), 0.1), ("words", [*x.columns[2:], "words"], 0.05)]:
    found = prim.Prim(whole[columns], y, threshold=0.8, peel_alpha=alpha).find_box()
    for place, step in found.peeling_trajectory.iterrows():
        rows.append([name, "step", place, int(step["n"]), int(step["k"]), int(step["res_dim"])])
    for place, (box, qp) in enumerate(zip(found.box_lims, found.qp)):
        for column, values in qp.items():
            at = columns.index(column)
            limits = box[column].values
            if column == "words":
                low, high = "".join(sorted(limits[0])), ""
            else:
                low, high = (repr(float(v)) for v in limits)
            rows.append([name, "limit", place, at, low, high, *[repr(float(v)) for v in values]])
with open("prim_reference.csv", "w", newline="") as file:
    csv.writer(file, lineterminator="\n").writerows(rows)
