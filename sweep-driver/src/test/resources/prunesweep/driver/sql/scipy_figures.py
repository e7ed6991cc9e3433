"""Makes the trials of scipy-trials.csv up and calculates scipy-figures.csv from them by SciPy,
for ViewsTest. Needs Debian's python3-scipy; run here: python3 scipy_figures.py"""

import csv

import numpy
from scipy import stats


def interval(values):
    if len(values) < 2:
        return "", ""
    low, high = stats.t.interval(
        0.95, len(values) - 1, loc=numpy.mean(values), scale=stats.sem(values)
    )
    return repr(float(low)), repr(float(high))


def sign_flip(differences):
    result = stats.permutation_test(
        (differences,),
        numpy.sum,
        permutation_type="samples",
        n_resamples=numpy.inf,
        alternative="two-sided",
    )
    return repr(float(result.pvalue))


generator = numpy.random.default_rng(20241124)
with open("scipy-trials.csv", "w", newline="") as trials, open(
    "scipy-figures.csv", "w", newline=""
) as figures:
    trials = csv.writer(trials, lineterminator="\n")
    figures = csv.writer(figures, lineterminator="\n")
    for case, seeds in enumerate([2, 3, 4, 5, 6, 7, 8, 10, 12, 15]):
        dense = numpy.round(generator.normal(0.85, 0.01, seeds), 4)
        pruned = numpy.round(dense + generator.normal(-0.004 * (case % 4), 0.005, seeds), 4)
        for seed in range(seeds):
            trials.writerow([f"case-{case}", seed, dense[seed], pruned[seed]])
        # Differences of numbers with four digits have four digits: what is beyond is rounding.
        differences = numpy.round(pruned - dense, 4)
        figures.writerow(
            [f"case-{case}", seeds, repr(float(numpy.mean(pruned))), *interval(pruned)]
            + [repr(float(numpy.mean(differences))), *interval(differences)]
            + [sign_flip(differences)]
        )
