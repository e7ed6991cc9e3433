"""The PyTorch side of `sweep bench`: the paper's network, stepped on request.

Started by the command with the images on standard input, so that both sides train on the same
batches: a line `data IMAGES INPUTS BATCH`, then the pixels and the labels, a byte each, and the order
of the images, a little-endian 32-bit integer each. It says what it runs on (`fact NAME VALUE`) and
`ready`; each line `steps N` after that is answered with `seconds S`. What goes wrong is a line
`error SENTENCE`. It ends with its input.

usage: torch_peer.py SHARE    SHARE of each hidden layer's weights, 0..1, is held at zero
"""

import ctypes
import itertools
import os
import sys
import time

# Before the libraries are loaded, which read them only then.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy
import torch

HIDDEN = (300, 200, 100, 50)
CLASSES = 10
LEARNING_RATE = 0.01


class Trainer:
    """The paper's network with one optimiser, and a mask on gradients where there is one."""

    def __init__(self, inputs, masked_share, seed=0):
        torch.set_num_threads(1)
        torch.manual_seed(seed)
        sizes = (inputs, *HIDDEN, CLASSES)
        linears = [torch.nn.Linear(*pair) for pair in zip(sizes, sizes[1:])]
        for linear in linears:
            torch.nn.init.xavier_uniform_(linear.weight)
            torch.nn.init.zeros_(linear.bias)
        activated = itertools.chain(*((linear, torch.nn.ReLU()) for linear in linears[:-1]))
        self.network = torch.nn.Sequential(*activated, linears[-1])
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
    trainer = Trainer(images.shape[1], float(sys.argv[1]))
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
