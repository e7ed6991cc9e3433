"""Fixture of DropoutTest: the 6-5-4-3 network of update-steps.txt after 1, 10 and 200 steps with given dropout.

Run: python3 dropout_steps.py > ../resources/prunesweep/trainer/fixture/dropout-steps.txt
Made with NumPy 2.4.6, forward and backward by hand in 64 bits. Network, batches and mask are those of
update_steps.py; of a masked case the mask is laid on after 4 steps. What is left out is told by a formula, of which
the test has the same: a quarter of the outputs.
"""

import pathlib

import numpy

WIDTHS, BATCH, SHOWN, MASK_AFTER, RATE = (6, 5, 4, 3), 5, (1, 10, 200), 4, 0.25
FIXTURE = pathlib.Path(__file__).parent / "../resources/prunesweep/trainer/fixture/update-steps.txt"
LINES = dict(line.split(" ", 1) for line in FIXTURE.read_text().splitlines())


def stored(name, shape=-1):
    return numpy.array(LINES[name].split(), dtype=numpy.float64).reshape(shape)


PIXELS, LABELS, ORDER = stored("pixels", (-1, 6)) / 255, stored("labels").astype(int), stored("order").astype(int)
SHAPES = list(zip(WIDTHS, WIDTHS[1:]))
MASKS = [stored(f"mask{layer}", SHAPES[layer]) for layer in range(2)] + [numpy.ones(SHAPES[2])]


def factors(step, layer, units):
    image, unit = numpy.indices((BATCH, units))
    return ((7 * step + 3 * layer + 5 * image + 11 * unit) % 4 != 0) / (1 - RATE)


def train(name, momentum, is_masked):
    kernels = [stored(f"initial{layer}", shape) for layer, shape in enumerate(SHAPES)]
    biases = [numpy.zeros(units) for _, units in SHAPES]
    velocities = [numpy.zeros_like(parameter) for parameter in kernels + biases]
    losses = []
    for step in range(SHOWN[-1]):
        held = MASKS if is_masked and step >= MASK_AFTER else [numpy.ones(shape) for shape in SHAPES]
        kernels = [kernel * mask for kernel, mask in zip(kernels, held)]
        batch = ORDER[step * BATCH : (step + 1) * BATCH]
        outputs, left = [PIXELS[batch]], []
        for layer in range(2):
            left.append(factors(step, layer, WIDTHS[layer + 1]))
            outputs.append(numpy.maximum(outputs[-1] @ kernels[layer] + biases[layer], 0) * left[-1])
        logits = outputs[-1] @ kernels[2] + biases[2]
        chances = numpy.exp(logits) / numpy.exp(logits).sum(1, keepdims=True)
        losses.append(-numpy.log(chances[range(BATCH), LABELS[batch]]).mean())
        behind = (chances - numpy.eye(3)[LABELS[batch]]) / BATCH
        gradients = [None] * 6
        for layer in (2, 1, 0):
            gradients[layer] = outputs[layer].T @ behind * held[layer]
            gradients[3 + layer] = behind.sum(0)
            if layer > 0:
                behind = behind @ kernels[layer].T * left[layer - 1] * (outputs[layer] > 0)
        for index in range(6):
            mask = held[index] if index < 3 else 1
            velocities[index] = (momentum * velocities[index] + gradients[index]) * mask
        kernels = [kernel - 0.03 * velocity for kernel, velocity in zip(kernels, velocities)]
        biases = [bias - 0.03 * velocity for bias, velocity in zip(biases, velocities[3:])]
        if step + 1 in SHOWN:
            for layer in range(3):
                write(f"{name}.{step + 1}.kernel{layer}", kernels[layer])
                write(f"{name}.{step + 1}.bias{layer}", biases[layer])
    write(name + ".losses", losses)


def write(name, values):
    print(name, *(f"{value:.9g}" for value in numpy.ravel(values)))


train("plain", 0, False)
train("plain-masked", 0, True)
train("momentum", 0.9, False)
train("momentum-masked", 0.9, True)
