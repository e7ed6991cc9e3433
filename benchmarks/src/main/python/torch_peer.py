"""The PyTorch side of `sweep bench`: a network, stepped on request.

Started by the command with the images on standard input, so that both sides train on the same
batches: a line `data IMAGES INPUTS BATCH`, then the pixels and the labels, a byte each, and the order
of the images, a little-endian 32-bit integer each. It says what it runs on (`fact NAME VALUE`) and
`ready`; each line `steps N` after that is answered with `seconds S`. What goes wrong is a line
`error SENTENCE`. It ends with its input.

usage: torch_peer.py SHARE NETWORK    SHARE of each hidden layer's weights, 0..1, is held at zero;
                                      NETWORK is its hidden layers, e.g. 300-100 or 6c5p2m2-120: channels,
                                      side of the kernel, padding, side of max pooling
"""

import ctypes
import itertools
import os
import re
import sys
import time

# Before the libraries are loaded, which read them only then.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy
import torch

CLASSES = 10
PAPER = "300-200-100-50"
LEARNING_RATE = 0.01


class Trainer:
    """A network with one optimiser, and a mask on gradients where there is one."""

    def __init__(self, inputs, masked_share, seed=0, hidden=PAPER, layout=torch.contiguous_format):
        torch.set_num_threads(1)
        torch.manual_seed(seed)
        self.network = network(inputs, hidden).to(memory_format=layout)
        linears = [module for module in self.network if hasattr(module, "weight")]
        for linear in linears:
            torch.nn.init.xavier_uniform_(linear.weight)
            torch.nn.init.zeros_(linear.bias)
        self.loss = torch.nn.CrossEntropyLoss()
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=LEARNING_RATE, foreach=True)
        self.masked = [(linear.weight, mask(linear.weight, masked_share)) for linear in linears[:-1]]
        self.masked = self.masked if masked_share > 0 else []
        with torch.no_grad():
            for weight, kept in self.masked:
                weight.mul_(kept)

    def step(self, images, labels):
        """Trains on one batch; its loss, and how many images were classified right before."""
        self.optimizer.zero_grad(set_to_none=True)
        outputs = self.network(images)
        loss = self.loss(outputs, labels)
        loss.backward()
        for weight, kept in self.masked:
            weight.grad.mul_(kept)
        self.optimizer.step()
        return loss.item(), (outputs.argmax(1) == labels).sum().item()


def network(inputs, hidden):
    """Hidden layers as in the usage, each with a ReLU, and the output layer."""
    modules = []
    channels, side, width = 1, round(inputs**0.5), inputs
    convolutions = [layer for layer in hidden.split("-") if "c" in layer]
    if convolutions:
        modules.append(torch.nn.Unflatten(1, (1, side, side)))
    for layer in convolutions:
        made, kernel, padding, pooling = (
            int(number or default)
            for number, default in zip(
                re.fullmatch(r"(\d+)c(\d+)(?:p(\d+))?(?:m(\d+))?", layer).groups(), (0, 0, 0, 1)))
        modules += [torch.nn.Conv2d(channels, made, kernel, padding=padding), torch.nn.ReLU()]
        modules += [torch.nn.MaxPool2d(pooling)]
        channels, side = made, (side + 2 * padding - kernel + 1) // pooling
        width = channels * side * side
    if convolutions:
        modules.append(torch.nn.Flatten())
    for units in hidden.split("-")[len(convolutions):]:
        modules += [torch.nn.Linear(width, int(units)), torch.nn.ReLU()]
        width = int(units)
    return torch.nn.Sequential(*modules, torch.nn.Linear(width, CLASSES))


def fastest(share, hidden, images, labels, batches):
    """The trainer whose layout of maps is the faster one, and its name; without maps there is one."""
    layouts = {"contiguous": torch.contiguous_format, "channels-last": torch.channels_last}
    if "c" not in hidden:
        return Trainer(images.shape[1], share, hidden=hidden), "contiguous"
    trainers = {name: Trainer(images.shape[1], share, hidden=hidden, layout=layout) for name, layout in layouts.items()}
    times = {name: [] for name in trainers}
    for _ in range(5):
        for name, trainer in trainers.items():
            times[name].append(seconds(trainer, images, labels, iter(batches), 50))
    name = min(trainers, key=lambda name: min(times[name]))
    return trainers[name], name


def mask(weight, masked_share):
    """Ones where a weight is kept, and exactly the share of zeros, rounded down, where it is not."""
    kept = torch.ones(weight.numel())
    kept[torch.randperm(weight.numel())[: int(masked_share * weight.numel())]] = 0
    return kept.reshape(weight.shape)


def blas():
    """The library that multiplies matrices; OpenBLAS tells its kernel itself."""
    if torch.backends.mkl.is_available():
        return "MKL"
    for path in sorted(loaded_libraries()):
        library = ctypes.CDLL(path)
        if hasattr(library, "openblas_get_config"):
            library.openblas_get_config.restype = ctypes.c_char_p
            return " ".join(library.openblas_get_config().decode().split()[:2])
    raise RuntimeError(
        "PyTorch's matrix products must be those of OpenBLAS or MKL (apt-get install libopenblas0-pthread),"
        " got neither")


def loaded_libraries():
    with open("/proc/self/maps") as maps:
        return {line.split()[-1] for line in maps if "blas" in line.split()[-1]}


def read_images(stream):
    """The images in the order of training, pixel / 255, their labels, and images a batch."""
    _, images, inputs, batch = stream.readline().split()
    images, inputs, batch = int(images), int(inputs), int(batch)
    pixels = numpy.frombuffer(stream.read(images * inputs), numpy.uint8).reshape(images, inputs)
    labels = numpy.frombuffer(stream.read(images), numpy.uint8)
    order = torch.from_numpy(numpy.frombuffer(stream.read(4 * images), "<i4").astype(numpy.int64))
    scaled = torch.from_numpy(pixels.astype(numpy.float32) / 255)
    return scaled, torch.from_numpy(labels.astype(numpy.int64)), order.split(batch)


def seconds(trainer, images, labels, batches, steps):
    start = time.perf_counter()
    for batch in itertools.islice(batches, steps):
        trainer.step(images[batch], labels[batch])
    return time.perf_counter() - start


def say(*words):
    print(*words, flush=True)


def main():
    stream = sys.stdin.buffer
    images, labels, batches = read_images(stream)
    full = [batch for batch in batches if len(batch) == len(batches[0])]
    trainer, layout = fastest(float(sys.argv[1]), sys.argv[2], images, labels, full)
    say("fact", "layout", layout)
    say("fact", "version", torch.__version__)
    say("fact", "blas", blas())
    say("ready")
    endless = itertools.cycle(full)
    for line in stream:
        say("seconds", seconds(trainer, images, labels, endless, int(line.split()[1])))


if __name__ == "__main__":
    try:
        main()
    except Exception as failure:
        say("error", " ".join(str(failure).split()))
        sys.exit(1)
