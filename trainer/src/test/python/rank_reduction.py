"""Fixture of RankReductionTest: scikit-learn's PCA and NumPy's SVD of 32-bit matrices, cut to rank k.

Run: python3 rank_reduction.py > ../resources/prunesweep/trainer/fixture/rank-reduction.txt
Made with NumPy 1.24.2 and scikit-learn 1.2.1.
"""

import numpy
from sklearn.decomposition import PCA


def write(name, values):
    print(name, *(value.item() for value in numpy.ravel(values)))


def describe(name, matrix, ranks):
    matrix = matrix.astype(numpy.float32)
    exact = matrix.astype(numpy.float64)
    write(name + ".shape", numpy.array(matrix.shape))
    write(name + ".matrix", matrix)
    write(name + ".ranks", numpy.array(ranks))
    left, values, right = numpy.linalg.svd(exact, full_matrices=False)
    for rank in ranks:
        analysis = PCA(n_components=rank, svd_solver="full")
        write(f"{name}.pca{rank}", analysis.inverse_transform(analysis.fit_transform(exact)))
        write(f"{name}.svd{rank}", (left[:, :rank] * values[:rank]) @ right[:rank])
    shares = values / values.sum()
    shares = shares[shares > 0]
    write(name + ".effective-rank", numpy.exp(-(shares * numpy.log(shares)).sum()))
    write(name + ".stable-rank", (values**2).sum() / values[0] ** 2)


random = numpy.random.default_rng(20240502)
describe("tall", random.uniform(-0.3, 0.3, (24, 9)), (1, 4, 9))
describe("wide", random.uniform(-0.3, 0.3, (7, 15)), (2, 7))
describe("shifted", random.standard_normal((12, 8)) + 5, (1, 3))
columns = random.standard_normal((14, 10))
columns[:, ::2] = 0
describe("zero-columns", columns, (2, 5))
