"""Fixture of MovedMasksTest: a sparse 6-5-4-3 network whose weights move, in 64-bit NumPy.

Run: python3 moved_masks.py > ../resources/prunesweep/trainer/fixture/moved-masks.txt
Made with NumPy 2.4.6.
"""

import math

import numpy

WIDTHS, CLASSES, BATCH, RATE, MOMENTUM, STEPS = (6, 5, 4, 3), 3, 5, 0.05, 0.9, 14
EVERY, MOVED, END = 2, 0.8, 10


def write(name, values):
    print(name, *(value.item() for value in numpy.ravel(values)))


def gradients(images, labels, kernels, biases):
    outputs = [images]
    for kernel, bias in zip(kernels[:-1], biases[:-1]):
        outputs.append(numpy.maximum(outputs[-1] @ kernel + bias, 0))
    logits = outputs[-1] @ kernels[-1] + biases[-1]
    powers = numpy.exp(logits - logits.max(axis=1, keepdims=True))
    delta = (powers / powers.sum(axis=1, keepdims=True) - numpy.eye(CLASSES)[labels]) / len(labels)
    slopes = []
    for layer in reversed(range(len(kernels))):
        slopes.insert(0, (outputs[layer].T @ delta, delta.sum(axis=0)))
        delta = (delta @ kernels[layer].T) * (outputs[layer] > 0)
    return [kernel for kernel, _ in slopes], [bias for _, bias in slopes]


def marked(scores, candidates, count):
    """The count lowest scores among the candidates, of equal ones the first."""
    flat = numpy.where(candidates, scores, numpy.inf).ravel()
    chosen = numpy.zeros(flat.size, bool)
    chosen[numpy.argsort(flat, kind="stable")[:count]] = True
    return chosen.reshape(scores.shape)


def by_means(total, means, rooms):
    counts, open_layers, left = [0] * len(means), list(range(len(means))), total
    while True:
        whole = sum(means[layer] for layer in open_layers)
        quotas = {layer: left * (means[layer] / whole) for layer in open_layers}
        full = [layer for layer in open_layers if quotas[layer] >= rooms[layer]]
        if not full:
            break
        for layer in full:
            counts[layer] = rooms[layer]
            left -= rooms[layer]
            open_layers.remove(layer)
    for layer in open_layers:
        counts[layer] = int(quotas[layer])
        left -= counts[layer]
    for layer in sorted(open_layers, key=lambda layer: int(quotas[layer]) - quotas[layer])[:left]:
        counts[layer] += 1
    return counts


def move(step, kernels, masks, wanted, shares_by_means):
    share = MOVED / 2 * (1 + math.cos(math.pi * step / END))
    lost = [int(share * mask.sum()) for mask in masks]
    left = [mask & ~marked(abs(k), mask, n) for k, mask, n in zip(kernels, masks, lost)]
    counts = lost
    if shares_by_means:
        means = [abs(v)[mask].mean() for v, mask in zip(wanted, masks)]
        counts = by_means(sum(lost), means, [(~mask).sum() for mask in left])
    grown = [marked(-abs(v), ~mask, n) for v, mask, n in zip(wanted, left, counts)]
    return left, [mask | more for mask, more in zip(left, grown)]


def train(name, of_momentum):
    kernels = [kernel.astype(numpy.float64) for kernel in initial]
    biases = [numpy.zeros(width) for width in WIDTHS[1:]]
    masks = [~marked(abs(kernel), kernel == kernel, kernel.size // 2) for kernel in kernels[:-1]]
    kernels = [k * m for k, m in zip(kernels, masks)] + kernels[-1:]
    velocity, bias_velocity, seen = ([numpy.zeros_like(v) for v in vs] for vs in (kernels, biases, kernels))
    for step in range(1, STEPS + 1):
        batch = order[(step - 1) * BATCH : step * BATCH]
        slopes, bias_slopes = gradients(pixels[batch] / 255.0, labels[batch], kernels, biases)
        seen = [MOMENTUM * v + g for v, g in zip(seen, slopes)] if of_momentum else slopes
        slopes = [g * m for g, m in zip(slopes, masks)] + slopes[-1:]
        velocity = [MOMENTUM * v + g for v, g in zip(velocity, slopes)]
        bias_velocity = [MOMENTUM * v + g for v, g in zip(bias_velocity, bias_slopes)]
        kernels = [k - RATE * v for k, v in zip(kernels, velocity)]
        biases = [b - RATE * v for b, v in zip(biases, bias_velocity)]
        if step % EVERY == 0 and step < END:
            left, masks = move(step, kernels, masks, seen, of_momentum)
            kernels = [k * m for k, m in zip(kernels, left)] + kernels[-1:]
            velocity = [v * m for v, m in zip(velocity, left)] + velocity[-1:]
            for layer, mask in enumerate(masks):
                write(f"{name}.{step}.{layer}", mask.astype(int))
    for layer, (kernel, bias) in enumerate(zip(kernels, biases)):
        write(f"{name}.kernel{layer}", kernel)
        write(f"{name}.bias{layer}", bias)


random = numpy.random.default_rng(16)
pixels = random.integers(0, 256, (23, WIDTHS[0]))
labels = random.integers(0, CLASSES, 23)
initial = [random.uniform(-0.8, 0.8, shape).astype(numpy.float32) for shape in zip(WIDTHS, WIDTHS[1:])]
order = random.integers(0, 23, BATCH * STEPS)

write("pixels", pixels)
write("labels", labels)
write("order", order)
for layer, kernel in enumerate(initial):
    write(f"initial{layer}", kernel)
train("gradient", False)
train("momentum", True)
