"""Fixture of TrainingStepsTest: a few steps of a 6-5-4-3 network in 64-bit NumPy.

Run: python3 training_steps.py > ../resources/prunesweep/trainer/fixture/training-steps.txt
Made with NumPy 2.4.6.
"""

import numpy

WIDTHS, CLASSES, BATCH, RATE, STEPS = (6, 5, 4, 3), 3, 5, 0.05, 12


def write(name, values):
    print(name, *(value.item() for value in numpy.ravel(values)))


def forward(images, kernels, biases):
    outputs = [images]
    for kernel, bias in zip(kernels[:-1], biases[:-1]):
        outputs.append(numpy.maximum(outputs[-1] @ kernel + bias, 0))
    logits = outputs[-1] @ kernels[-1] + biases[-1]
    powers = numpy.exp(logits - logits.max(axis=1, keepdims=True))
    return outputs, powers / powers.sum(axis=1, keepdims=True)


def gradients(images, labels, kernels, biases):
    outputs, probabilities = forward(images, kernels, biases)
    loss = -numpy.log(probabilities[numpy.arange(len(labels)), labels]).sum()
    delta = (probabilities - numpy.eye(CLASSES)[labels]) / len(labels)
    kernel_gradients, bias_gradients = [], []
    for layer in reversed(range(len(kernels))):
        kernel_gradients.insert(0, outputs[layer].T @ delta)
        bias_gradients.insert(0, delta.sum(axis=0))
        delta = (delta @ kernels[layer].T) * (outputs[layer] > 0)
    return loss, kernel_gradients, bias_gradients


class Adam:
    """Kingma and Ba 2015, section 2, its last paragraph: the corrections go into the step size."""

    def __init__(self, parameters):
        self.means = [numpy.zeros_like(values) for values in parameters]
        self.squares = [numpy.zeros_like(values) for values in parameters]
        self.steps = 0

    def updates(self, slopes):
        self.steps += 1
        size = RATE * (1 - 0.999**self.steps) ** 0.5 / (1 - 0.9**self.steps)
        self.means = [0.9 * m + 0.1 * g for m, g in zip(self.means, slopes)]
        self.squares = [0.999 * v + 0.001 * g * g for v, g in zip(self.squares, slopes)]
        return [size * m / (v**0.5 + 1e-8) for m, v in zip(self.means, self.squares)]


class Sgd:
    def __init__(self, parameters):
        pass

    def updates(self, slopes):
        return [RATE * g for g in slopes]


def train(name, rule, order, mask_after):
    kernels = [kernel.astype(numpy.float64) for kernel in initial]
    biases = [numpy.zeros(width) for width in WIDTHS[1:]]
    factors = [numpy.ones_like(kernel) for kernel in kernels]
    memory, losses = rule(kernels + biases), 0
    for step in range(-(-len(order) // BATCH)):
        if step == mask_after:
            factors[: len(masks)] = masks
            kernels = [kernel * kept for kernel, kept in zip(kernels, factors)]
        batch = order[step * BATCH : (step + 1) * BATCH]
        loss, *slopes = gradients(pixels[batch] / 255.0, labels[batch], kernels, biases)
        losses += loss
        slopes = [g * kept for g, kept in zip(slopes[0], factors)] + slopes[1]
        updates = memory.updates(slopes)
        kernels = [(k - u) * kept for k, u, kept in zip(kernels, updates, factors)]
        biases = [b - u for b, u in zip(biases, updates[len(kernels) :])]
    write(name + ".loss", numpy.float64(losses / len(order)))
    for layer, (kernel, bias) in enumerate(zip(kernels, biases)):
        write(f"{name}.kernel{layer}", kernel)
        write(f"{name}.bias{layer}", bias)


random = numpy.random.default_rng(7)
pixels = random.integers(0, 256, (23, WIDTHS[0]))
labels = random.integers(0, CLASSES, 23)
initial = [random.uniform(-0.8, 0.8, shape).astype(numpy.float32) for shape in zip(WIDTHS, WIDTHS[1:])]
masks = [random.integers(0, 2, kernel.shape) for kernel in initial[:-1]]
order = random.integers(0, 23, BATCH * STEPS - 2)

write("pixels", pixels)
write("labels", labels)
write("order", order)
for layer, kernel in enumerate(initial):
    write(f"initial{layer}", kernel)
for layer, mask in enumerate(masks):
    write(f"mask{layer}", mask)
train("sgd", Sgd, order, None)
train("adam", Adam, order, None)
train("sgd-masked", Sgd, order, 4)
train("adam-masked", Adam, order, 4)
