# Writes change_points.csv, with which the tests of change points compare:
#
#   cd src/stats/test_data && python change_points.py
#
# ruptures 1.1.10 (pip install ruptures==1.1.10) wrote what is here. Pelt is the program's own answer. It may prune what
# is still needed where segments have a least length above 1, so that Dynp, which prunes nothing, is asked as well: its
# best partition with each number of changes, and of these the one with the smallest sum of squares and penalties.
import csv
import math

import numpy as np
import ruptures as rpt

series = {}
with open("samples.csv") as file:
    for row in csv.DictReader(file):
        series.setdefault(row["data"], []).append(float(row["value"]))


def exact(values, least, penalty):
    model = rpt.Dynp(model="l2", min_size=least, jump=1).fit(values)
    best = (math.inf, [])
    for changes in range(0, min(len(values) // least, 45)):
        ends = model.predict(n_bkps=changes) if changes else [len(values)]
        total = model.cost.sum_of_costs(ends) + penalty * changes
        best = min(best, (total, ends), key=lambda pair: pair[0])
    assert len(best[1]) < 45
    return best[1]


with open("change_points.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["data", "least", "penalty", "pelt", "exact"])
    for name in ["nile", "huron", "discoveries", "killed"]:
        values = np.array(series[name])
        for share in [1, 3, 8]:
            # In variances of the series, so that all scales are asked for few and for many changes.
            penalty = round(share * float(np.var(values)), 3)
            for least in [1, 3, 12]:
                pelt = rpt.Pelt(model="l2", min_size=least, jump=1).fit(values).predict(pen=penalty)
                told = [" ".join(map(str, ends[:-1])) for ends in (pelt, exact(values, least, penalty))]
                out.writerow([name, least, penalty, *told])
