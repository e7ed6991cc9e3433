"""SNIP on LeNet-300-100 and MNIST in NumPy alone: this project's protocol, its authors' code's, and one factor at a time.

Not a fixture: the evidence of docs/experiments.md. Run: OPENBLAS_NUM_THREADS=1 python3 snip_protocol.py FOLDER-OF-MNIST
[options]; it prints the last test error and the lowest of the last five and of all checkpoints, one every 1,000 steps.
Without options it is conf/published.conf; the protocol of the code that the authors of SNIP published (namhoonlee/snip-public) is
  --input standard --init scaling --redraw --no-bias --steps 100000 --drops 25000,50000,75000
(biases begin at zero there and are scored with the weights, so all of them go; with --bias-scored they are drawn, as until
June 2019). Made with NumPy 2.4.6.
"""

import argparse
import gzip
import json

import numpy

parser = argparse.ArgumentParser()
parser.add_argument("data")
parser.add_argument("--left", type=float, default=0.05)
parser.add_argument("--seed", type=int, default=0)
parser.add_argument("--input", choices=["byte", "standard"], default="byte")
parser.add_argument("--init", choices=["glorot", "scaling"], default="glorot")
parser.add_argument("--redraw", action="store_true")
parser.add_argument("--no-bias", action="store_true")
parser.add_argument("--steps", type=int, default=54000)
parser.add_argument("--drops", default="25000,50000")
parser.add_argument("--rate", type=float, default=0.1)
parser.add_argument("--decay", type=float, default=5e-4)
parser.add_argument("--momentum", type=float, default=.9)
parser.add_argument("--images", type=int, default=100)
parser.add_argument("--bias-scored", action="store_true")
asked = parser.parse_args()
SIZES = (784, 300, 100, 10)
random = numpy.random.default_rng(1000 + asked.seed)

def idx(name, skip):
    with gzip.open(f"{asked.data}/{name}.gz") as file:
        return numpy.frombuffer(file.read(), numpy.uint8, offset=skip)

images = idx("train-images-idx3-ubyte", 16).reshape(-1, 784).astype(numpy.float32) / 255
labels = idx("train-labels-idx1-ubyte", 8)
test_images = idx("t10k-images-idx3-ubyte", 16).reshape(-1, 784).astype(numpy.float32) / 255
test_labels = idx("t10k-labels-idx1-ubyte", 8)
if asked.input == "standard":
    mean, deviation = images.mean(), images.std()
    images, test_images = (images - mean) / deviation, (test_images - mean) / deviation
train_images, train_labels = images[6000:], labels[6000:]
count = len(train_images)

def draw():
    kernels = []
    for inputs, units in zip(SIZES, SIZES[1:]):
        if asked.init == "glorot":
            b = (6 / (inputs + units)) ** .5
            kernel = random.uniform(-b, b, (inputs, units))
        else:
            kernel = random.standard_normal((inputs, units))
            while (bad := numpy.abs(kernel) > 2).any():
                kernel[bad] = random.standard_normal(bad.sum())
            kernel *= inputs ** -.5 / .87962566103423978
        kernels.append(kernel.astype(numpy.float32))
    return kernels

def forward(kernels, biases, batch_images):
    outputs = [batch_images]
    for layer in range(3):
        sums = outputs[-1] @ kernels[layer] + biases[layer]
        outputs.append(numpy.maximum(sums, 0) if layer < 2 else sums)
    return outputs

def grads(kernels, biases, batch_images, batch_labels):
    outputs = forward(kernels, biases, batch_images)
    sums = outputs[3] - outputs[3].max(1, keepdims=True)
    behind = numpy.exp(sums)
    behind /= behind.sum(1, keepdims=True)
    behind[numpy.arange(len(batch_labels)), batch_labels] -= 1
    behind /= len(batch_labels)
    slopes, bias_slopes = [None] * 3, [None] * 3
    for layer in (2, 1, 0):
        slopes[layer] = outputs[layer].T @ behind
        bias_slopes[layer] = behind.sum(0)
        if layer:
            behind = (behind @ kernels[layer].T) * (outputs[layer] > 0)
    return slopes, bias_slopes

kernels = draw()
biases = [numpy.zeros(units, numpy.float32) for units in SIZES[1:]]
pick = random.permutation(count)[:asked.images]
if asked.bias_scored:  # biases drawn by the same law for the scores, as the published code did until June 2019
    biases = [(random.standard_normal(units) * units ** -.5).astype(numpy.float32) for units in SIZES[1:]]
slopes, bias_slopes = grads(kernels, biases, train_images[pick], train_labels[pick])
scored = list(zip(kernels, slopes)) + (list(zip(biases, bias_slopes)) if asked.bias_scored else [])
scores = numpy.concatenate([numpy.abs(values * slope).ravel() for values, slope in scored])
keep = int(round(len(scores) * asked.left))
order = numpy.argsort(-scores, kind="stable")[:keep]
mask = numpy.zeros(len(scores), numpy.float32)
mask[order] = 1
bias_masks = numpy.split(mask[266200:], [300, 400]) if asked.bias_scored else [numpy.float32(0 if asked.no_bias else 1)] * 3
biases = [numpy.zeros(units, numpy.float32) for units in SIZES[1:]]
if asked.redraw:
    kernels = draw()
live = []
at = 0
for layer, kernel in enumerate(kernels):
    kept = mask[at:at + kernel.size].reshape(kernel.shape)
    at += kernel.size
    kernel *= kept
    live.append(numpy.flatnonzero(kept))
# Pixels without weights change nothing.
pixels = numpy.flatnonzero(mask[:235200].reshape(784, 300).any(1))
train_images = numpy.ascontiguousarray(train_images[:, pixels])
test_images = numpy.ascontiguousarray(test_images[:, pixels])
kernels[0] = numpy.ascontiguousarray(kernels[0][pixels])
live[0] = numpy.flatnonzero(mask[:235200].reshape(784, 300)[pixels])
velocities = [numpy.zeros(len(l), numpy.float32) for l in live]
bias_velocities = [numpy.zeros_like(b) for b in biases]
drops = [int(drop) for drop in asked.drops.split(",") if drop]
momentum, decay = numpy.float32(asked.momentum), numpy.float32(asked.decay)
errors = []
for step in range(asked.steps):
    at = step * 100 % count
    if at == 0:
        perm = random.permutation(count)
    b = perm[at:at + 100]
    rate = numpy.float32(asked.rate * .1 ** sum(step >= drop for drop in drops))
    slopes, bias_slopes = grads(kernels, biases, train_images[b], train_labels[b])
    for layer in range(3):
        flat = kernels[layer].reshape(-1)
        weights = flat[live[layer]]
        velocities[layer] = momentum * velocities[layer] + slopes[layer].reshape(-1)[live[layer]] + decay * weights
        flat[live[layer]] = weights - rate * velocities[layer]
        if not asked.no_bias:
            velocity = momentum * bias_velocities[layer] + bias_slopes[layer] + decay * biases[layer]
            bias_velocities[layer] = velocity * bias_masks[layer]
            biases[layer] = biases[layer] - rate * bias_velocities[layer]
    if (step + 1) % 1000 == 0:
        found = forward(kernels, biases, test_images)[3].argmax(1)
        errors.append(round(100 * float((found != test_labels).mean()), 2))
print(json.dumps({"left": asked.left, "seed": asked.seed, "last": errors[-1], "best5": min(errors[-5:]), "best": min(errors)}), flush=True)
