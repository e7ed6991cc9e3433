"""The pinned numbers of RandomStreamTest, ShuffleTest and GlorotUniformTest and InitialParametersTest, worked out without Java.

L64X128MixRandom follows Steele and Vigna, LXM: better splittable pseudorandom number generators
(and their quality), 2021, seeded as java.util.random documents it. Run: python3 random_pins.py
"""

import hashlib
import math
import struct
import zlib

import numpy

WORD = (1 << 64) - 1
SILVER, GOLDEN = 0x6A09E667F3BCC909, 0x9E3779B97F4A7C15


def mix(z, shift, first, second, third, last):
    z = ((z ^ (z >> shift)) * first) & WORD
    z = ((z ^ (z >> second)) * third) & WORD
    return z ^ (z >> last)


def murmur(z):
    return mix(z, 33, 0xFF51AFD7ED558CCD, 33, 0xC4CEB9FE1A85EC53, 33)


def stafford(z):
    return mix(z, 30, 0xBF58476D1CE4E5B9, 27, 0x94D049BB133111EB, 31)


def lea(z):
    return mix(z, 32, 0xDABA0B6EB09322E3, 32, 0xDABA0B6EB09322E3, 32)


def rotate(word, count):
    return ((word << count) | (word >> (64 - count))) & WORD


class Stream:
    def __init__(self, seed, name, index):
        key = struct.pack(">qq", seed, index) + name.encode()
        word = int.from_bytes(hashlib.sha256(key).digest()[:8], "big") ^ SILVER
        self.a, self.s = murmur(word) | 1, 1
        self.x0, self.x1 = stafford(word), stafford((word + GOLDEN) & WORD)

    def long(self):
        result = lea((self.s + self.x0) & WORD)
        self.s = (0xD1342543DE82EF95 * self.s + self.a) & WORD
        x1 = self.x1 ^ self.x0
        self.x0 = (rotate(self.x0, 24) ^ x1 ^ (x1 << 16)) & WORD
        self.x1 = rotate(x1, 37)
        return result

    def below(self, bound):
        word = self.long() >> 32
        if bound & (bound - 1) == 0:
            return word & (bound - 1)
        word >>= 1
        while word - word % bound + bound - 1 >= 1 << 31:
            word = self.long() >> 33
        return word % bound

    def double(self):
        return (self.long() >> 11) * 2.0**-53


def signed(word):
    return word - (1 << 64) if word >> 63 else word


def shuffle(count, seed, epoch):
    stream, order = Stream(seed, "shuffle", epoch), []
    for index in range(count):
        other = stream.below(index + 1)
        order.append(order[other] if other < index else index)
        order[other] = index
    return order


def glorot(widths, seed):
    kernels = []
    for layer, (inputs, units) in enumerate(zip(widths, widths[1:])):
        stream, limit = Stream(seed, "init", layer), (6.0 / (inputs + units)) ** 0.5
        kernels.append([(2 * stream.double() - 1) * limit for _ in range(inputs * units)])
    return [numpy.array(kernel).astype(">f4") for kernel in kernels]


def he_normal(inputs, count, seed):
    stream, weights = Stream(seed, "init", 0), []
    for _ in range(count):
        radius = math.sqrt(-2 * math.log(1 - stream.double()))
        weights.append(math.sqrt(2 / inputs) * radius * math.cos(2 * math.pi * stream.double()))
    return numpy.array(weights).astype(">f4")


stream = Stream(0, "init", 0)
print("longs   ", [signed(stream.long()) for _ in range(3)])
stream = Stream(42, "counters", 7)
print("ints    ", [stream.below(54000) for _ in range(6)])
print("double  ", repr(Stream(-1, "shuffle", 500).double()))
print("shuffle ", shuffle(10, 0, 1), shuffle(54000, 0, 1)[:6])
kernels = glorot([784, 300, 200, 100, 50, 10], 0)
print("weights ", [str(weight) for weight in kernels[0][:3]])
print("crc     ", format(zlib.crc32(b"".join(kernel.tobytes() for kernel in kernels)), "x"))
print("normal  ", [str(weight) for weight in he_normal(4, 4, 7)])
