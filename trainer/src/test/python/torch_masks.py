"""Fixture of TorchMasksTest: which weights torch.nn.utils.prune keeps of two layers.

Run: python3 torch_masks.py > ../resources/prunesweep/trainer/fixture/torch-masks.txt
Made with PyTorch 1.13.0a0 and NumPy 1.24.2. PyTorch keeps weights as units x inputs; written are
inputs x units, as this project has them.
"""

import numpy
import torch
from torch.nn.utils import prune

SHAPES = ((12, 9), (9, 7))


def write(name, values):
    print(name, *(value.item() for value in numpy.ravel(values)))


def layers(weights):
    made = []
    for matrix in weights:
        layer = torch.nn.Linear(*matrix.shape, bias=False)
        layer.weight.data = torch.from_numpy(matrix.T.copy())
        made.append(layer)
    return made


def write_masks(name, made):
    for index, layer in enumerate(made):
        write(f"{name}.{index}", layer.weight_mask.numpy().T.astype(int))


def everywhere(made):
    return [(layer, "weight") for layer in made]


random = numpy.random.default_rng(20240611)
weights = [random.uniform(-0.4, 0.4, shape).astype(numpy.float32) for shape in SHAPES]
counters = [random.integers(1, 1000, shape[1]) for shape in SHAPES]
for index, matrix in enumerate(weights):
    write(f"shape.{index}", numpy.array(matrix.shape))
    write(f"kernel.{index}", matrix)
    write(f"counters.{index}", counters[index])

pruned = layers(weights)
for layer in pruned:
    prune.l1_unstructured(layer, "weight", amount=40)
write_masks("local-magnitude", pruned)

pruned = layers(weights)
for amount in (60, 70):
    prune.global_unstructured(everywhere(pruned), prune.L1Unstructured, amount=amount)
    write_masks(f"global-magnitude-{amount}", pruned)

pruned = layers(weights)
scores = {}
for index, layer in enumerate(pruned):
    sizes = numpy.abs(weights[index].T.astype(float))
    scores[(layer, "weight")] = torch.from_numpy(counters[index][:, None] * sizes).contiguous()
for amount in (60, 70):
    prune.global_unstructured(everywhere(pruned), prune.L1Unstructured, scores, amount=amount)
    write_masks(f"global-neurons-weights-{amount}", pruned)

pruned = layers(weights)
for layer in pruned:
    prune.ln_structured(layer, "weight", amount=int(0.6 * layer.out_features), n=2, dim=0)
write_masks("units", pruned)

pruned = layers(weights)
for layer in pruned:
    prune.l1_unstructured(layer, "weight", amount=int(0.6 * layer.weight.numel()))
write_masks("weights", pruned)
