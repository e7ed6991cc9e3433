#!/bin/sh
# Makes the data set fashion-mnist-sample: the first 4,000 training and the first 1,000 test images
# of the published Fashion-MNIST files (*-ubyte.gz), which must be in the directory given.
# Usage: make-fashion-mnist-sample.sh DIRECTORY
set -eu

source=${1:?name the directory that holds the four published files}
target=$(dirname "$0")/../main/resources/prunesweep/data/fashion-mnist-sample

# An unsigned 32-bit number, most significant byte first, as IDX headers have it.
number() {
  printf "$(printf '\\%03o\\%03o\\%03o\\%03o' \
    $(($1 >> 24 & 255)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)))"
}

# $1 file, $2 number of images
images() {
  { number $((0x803)); number "$2"; number 28; number 28
    gzip -dc "$source/$1.gz" | tail -c +17 | head -c $(($2 * 28 * 28))
  } | gzip -9 -n > "$target/$1.gz"
}

# $1 file, $2 number of labels
labels() {
  { number $((0x801)); number "$2"
    gzip -dc "$source/$1.gz" | tail -c +9 | head -c "$2"
  } | gzip -9 -n > "$target/$1.gz"
}

for file in train-images-idx3 train-labels-idx1 t10k-images-idx3 t10k-labels-idx1; do
  gzip -t "$source/$file-ubyte.gz"
done
mkdir -p "$target"
images train-images-idx3-ubyte 4000
labels train-labels-idx1-ubyte 4000
images t10k-images-idx3-ubyte 1000
labels t10k-labels-idx1-ubyte 1000
