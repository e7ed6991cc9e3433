"""A sweep's trainings by PyTorch: the same network for the same number of epochs, for the wall clock.

The trainings are a CSV file with the columns `seed` and `epochs`, a row a training, as
`sweep sql ... --format csv` writes them. They run in a pool of processes of one thread each. Debian's
packages python3-torch and libopenblas0-pthread are needed. The last line has the wall seconds, from
the start of the pool to the end of the last training.
"""

import argparse
import csv
import gzip
import multiprocessing
import os
import pathlib
import subprocess
import sys
import time

import torch_peer  # First of all: it sets one thread for the libraries that it loads.

import numpy
import torch

BATCH = 32
INPUTS = 784
KERNELS = ("", "Haswell", "Zen", "SkylakeX", "Cooperlake")
PROBE_ROUNDS = 3
PROBE_RUNS = 5
PROBE_STEPS = 200

images = None


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"Cannot train: {message} (see --help)\n")


def share(text):
    value = float(text)
    if not 0 <= value < 1:
        raise argparse.ArgumentTypeError(f"it must be from 0 to below 1, got {text}")
    return value


def count(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"it must be at least 1, got {text}")
    return value


def arguments():
    parser = Parser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trainings", nargs="?", type=pathlib.Path, help="the CSV file")
    parser.add_argument("--data", type=pathlib.Path, default="/usr/share/datasets/fashion-mnist",
                        help="folder of the IDX files (default: %(default)s)")
    parser.add_argument("--processes", type=count, default=os.cpu_count(),
                        help="trainings at once (default: one a processor, here %(default)s)")
    parser.add_argument("--masked", type=share, default=0.0, metavar="SHARE",
                        help="share of each hidden layer held at zero by a mask on gradients (default: none)")
    parser.add_argument("--probe", action="store_true", help="only print the milliseconds of a step")
    chosen = parser.parse_args()
    if not chosen.probe and not chosen.trainings:
        parser.error("a CSV file with the columns seed and epochs must be given, got none")
    return parser, chosen


def read_trainings(path):
    with open(path, newline="") as file:
        trainings = [(int(row["seed"]), count(row["epochs"])) for row in csv.DictReader(file)]
    if not trainings:
        raise ValueError("no row")
    return trainings


def read_idx(directory, name, header):
    """The bytes of an IDX file, plain or compressed, after its header."""
    plain = directory / name
    content = plain.read_bytes() if plain.exists() else gzip.decompress((directory / (name + ".gz")).read_bytes())
    return torch.from_numpy(numpy.frombuffer(content, numpy.uint8, offset=header).copy())


def load(directory):
    """Once a process: the images as pixel / 255 and their labels, the first tenth for validation."""
    global images
    torch.set_num_threads(1)
    pixels = read_idx(directory, "train-images-idx3-ubyte", 16).reshape(-1, INPUTS).float() / 255
    images = pixels, read_idx(directory, "train-labels-idx1-ubyte", 8).long()


def train(job):
    seed, epochs, masked = job
    pixels, labels = images
    held_out = len(pixels) // 10
    trainer = torch_peer.Trainer(INPUTS, masked, seed)
    start = time.perf_counter()
    for _ in range(epochs):
        order = held_out + torch.randperm(len(pixels) - held_out)
        for batch in order.split(BATCH):
            trainer.step(pixels[batch], labels[batch])
        with torch.no_grad():
            outputs = trainer.network(pixels[:held_out])
            trainer.loss(outputs, labels[:held_out]).item()
            accuracy = (outputs.argmax(1) == labels[:held_out]).float().mean().item()
    return seed, epochs, time.perf_counter() - start, accuracy


def probe():
    """The least milliseconds of a step on random images, after a warm-up."""
    trainer = torch_peer.Trainer(INPUTS, 0.0)
    pixels, labels = torch.rand(BATCH, INPUTS), torch.randint(torch_peer.CLASSES, (BATCH,))
    runs = [torch_peer.seconds(trainer, pixels, labels, [slice(None)] * PROBE_STEPS, PROBE_STEPS)
            for _ in range(1 + PROBE_RUNS)]
    return 1000 * min(runs[1:]) / PROBE_STEPS


def probe_with(kernel):
    """As `probe`, in a process that asks OpenBLAS for `kernel`; none if the processor cannot run it."""
    done = subprocess.run([sys.executable, __file__, "--probe"], env=environment(kernel), stdout=subprocess.PIPE)
    return float(done.stdout) if done.returncode == 0 else None


def environment(kernel):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_CORE")}
    return {**kept, "OPENBLAS_CORETYPE": kernel} if kernel else kept


def fastest_kernel():
    """By the least of several rounds: other work on the machine only ever adds."""
    took = {}
    for _ in range(PROBE_ROUNDS):
        for kernel in KERNELS:
            took.setdefault(kernel, []).append(probe_with(kernel))
    least = {kernel: min(times) for kernel, times in took.items() if None not in times}
    for kernel, milliseconds in least.items():
        print(f"kernel {kernel or 'automatic'}: {milliseconds:.3f} ms a step", flush=True)
    return min(least, key=least.get)


def main():
    parser, chosen = arguments()
    if chosen.probe:
        print(probe())
        return
    try:
        trainings = read_trainings(chosen.trainings)
    except (OSError, KeyError, ValueError, TypeError, argparse.ArgumentTypeError) as failure:
        parser.error(f"{chosen.trainings} must have rows of a seed and at least one epoch, got {failure!r}")
    try:
        load(chosen.data)
    except (OSError, ValueError, RuntimeError) as failure:
        parser.error(f"--data must be a folder with the training images as IDX files, got {failure!r}")
    kernel = fastest_kernel()
    os.environ.pop("OPENBLAS_CORETYPE", None)
    os.environ.update({"OPENBLAS_CORETYPE": kernel} if kernel else {})
    start = time.perf_counter()
    jobs = [(seed, epochs, chosen.masked) for seed, epochs in trainings]
    context = multiprocessing.get_context("spawn")
    with context.Pool(chosen.processes, initializer=load, initargs=(chosen.data,)) as pool:
        for seed, epochs, seconds, accuracy in pool.imap(train, jobs):
            print(f"seed {seed}: {epochs} epochs, {seconds:.1f} s, validation {accuracy:.4f}", flush=True)
    print(f"trainings={len(jobs)} epochs={sum(job[1] for job in jobs)} processes={chosen.processes}"
          f" kernel={kernel or 'automatic'} wall_seconds={time.perf_counter() - start:.2f}")


if __name__ == "__main__":
    main()
