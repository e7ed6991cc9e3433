"""Recomputes figures of the views summary, paired and comparison by SciPy, from single rows of the
tables, and says how far apart they are. Needs Debian's python3-scipy and results of conf/paper.conf with
two seeds or more:

    /usr/bin/python3 sweep-driver/src/test/python/check_views.py results
"""

import csv
import io
import math
import pathlib
import subprocess
import sys

import numpy
from scipy import stats

HOME = pathlib.Path(__file__).resolve().parents[4]
OF = {
    "G1": "scope = 'global' AND score = 'neurons' AND cycles = 5 AND target = 0.8",
    "G4": "scope = 'global' AND score = 'neurons-weights' AND cycles = 5 AND target = 0.85",
    "G7": "scope = 'global' AND score = 'neurons-weights' AND cycles = 10 AND target = 0.8",
    "L2": "scope = 'local' AND score = 'neurons' AND target = 0.85",
    "L3": "scope = 'local' AND score = 'neurons-weights' AND target = 0.8",
}


def ask(query):
    command = [str(HOME / "sweep"), "sql", "--results", sys.argv[1], "--format", "csv", query]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return list(csv.DictReader(io.StringIO(said)))


def interval(values):
    low, high = stats.t.interval(
        0.95, len(values) - 1, loc=numpy.mean(values), scale=stats.sem(values)
    )
    return [float(numpy.mean(values)), float(low), float(high)]


def by_seed(rows, column):
    return {int(row["seed"]): float(row[column]) for row in rows}


checked = 0
worst = 0.0


def check(name, ours, scipys):
    global checked, worst
    distance = abs(float(ours) - scipys) / max(1.0, abs(scipys))
    checked += 1
    worst = max(worst, distance)
    print(f"{name:46} view {float(ours):.12f}  SciPy {scipys:.12f}")
    if not distance < 1e-9:
        sys.exit("They differ")


single = "SELECT t.seed, e.* FROM trials t JOIN evaluations e USING (trial_id) WHERE "
dense = by_seed(ask(single + "t.method = 'dense'"), "test_accuracy")
for model, where in OF.items():
    pruned = by_seed(ask(single + f"t.method = 'activation' AND e.stage = 'pruned' AND {where}"), "test_accuracy")
    seeds = sorted(pruned)
    summary = ask(f"SELECT * FROM summary WHERE stage = 'pruned' AND method = 'activation' AND {where}")
    for name, figure in zip(["mean", "low", "high"], interval([pruned[s] for s in seeds])):
        check(f"summary {model} test_accuracy_{name}", summary[0]["test_accuracy_" + name], figure)
    paired = ask(
        "SELECT * FROM paired WHERE stage = 'pruned' AND other_method = 'dense'"
        f" AND method = 'activation' AND {where}"
    )
    differences = numpy.round([pruned[s] - dense[s] for s in seeds], 6)
    for name, figure in zip(["mean", "low", "high"], interval(differences)):
        check(f"paired {model} difference_{name}", paired[0]["difference_" + name], figure)
    test = stats.permutation_test(
        (differences,), numpy.sum, permutation_type="samples", n_resamples=numpy.inf
    )
    check(f"paired {model} difference_p", paired[0]["difference_p"], float(test.pvalue))
    comparison = ask(
        "SELECT * FROM comparison WHERE printed_in IN ('3', '13') AND column_name = 'test_accuracy'"
        f" AND row_name = '{model}'"
    )[0]
    percent = [100 * pruned[s] for s in seeds]
    for name, figure in zip(["ours", "ours_low", "ours_high"], interval(percent)):
        check(f"comparison {model} {name}", comparison[name], figure)
    reach = stats.t.ppf(0.975, len(seeds) - 1) * numpy.std(percent, ddof=1)
    allowed = 0.01 + reach * math.sqrt(1 + 1 / len(seeds))
    check(f"comparison {model} allowed", comparison["allowed"], float(allowed))
    agrees = abs(numpy.mean(percent) - float(comparison["theirs"])) <= allowed
    if comparison["verdict"] != ("agrees" if agrees else "differs"):
        sys.exit(f"The verdict of {model} is {comparison['verdict']}")

print(f"{checked} figures agree, the worst to {worst:.1e}")
