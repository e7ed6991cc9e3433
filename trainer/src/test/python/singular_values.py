"""Fixture of SingularValuesTest: numpy.linalg on 32-bit matrices.

Run: python3 singular_values.py > ../resources/prunesweep/trainer/fixture/singular-values.txt
Made with NumPy 2.4.6.
"""

import numpy


def write(name, values):
    print(name, *(value.item() for value in numpy.ravel(values)))


def describe(name, matrix):
    matrix = matrix.astype(numpy.float32)
    values = numpy.linalg.svd(matrix.astype(numpy.float64), compute_uv=False)
    write(name + ".shape", numpy.array(matrix.shape))
    write(name + ".matrix", matrix)
    write(name + ".values", values)
    write(name + ".rank", numpy.linalg.matrix_rank(matrix))
    write(name + ".tolerance", values[0] * max(matrix.shape) * numpy.float64(numpy.finfo(numpy.float32).eps))
    write(name + ".nuclear-norm", values.sum())
    write(name + ".spectral-norm", numpy.linalg.norm(matrix.astype(numpy.float64), 2))
    write(name + ".frobenius-norm", numpy.linalg.norm(matrix.astype(numpy.float64)))


random = numpy.random.default_rng(20240501)
full = random.uniform(-0.3, 0.3, (30, 20))
product = random.standard_normal((30, 7)) @ random.standard_normal((7, 20))
columns = full.copy()
columns[:, ::3] = 0
nearly = product + 1e-3 * numpy.outer(random.standard_normal(30), random.standard_normal(20))

describe("full", full)
describe("wide", full.T)
describe("deficient", product)
describe("zero-columns", columns)
describe("nearly-deficient", nearly)
describe("all-zero", numpy.zeros((6, 4)))
