// Numbers: what they measure, how they are written, and a little statistics.

/** The figures that summary has, by the names of their columns. */
const MEASURES = {
  test_accuracy: { title: "Test accuracy at the last epoch", isShare: true },
  lowest_test_accuracy: { title: "Test accuracy at the lowest validation loss", isShare: true },
  sparsity: { title: "Sparsity (zero weights over all weights)", isShare: true },
  compression_ratio: { title: "Compression (all weights over non-zero ones)", isRatio: true },
  theoretical_speedup: { title: "Theoretical speedup (dense over non-zero operations)", isRatio: true },
  epochs: { title: "Epochs" },
  seconds: { title: "Seconds" },
};

/** A number with at most four digits after the point, or a dash for none. */
function written(number) {
  if (number === null || number === undefined) {
    return NONE;
  }
  const size = Math.abs(number);
  if (Number.isInteger(number) || size >= 100000) {
    return String(Math.round(number));
  }
  return size < 0.001 ? number.toPrecision(3) : String(Number(number.toFixed(size < 10 ? 4 : 2)));
}

/** A share as percent. */
function percent(share) {
  return share === null || share === undefined ? NONE : `${(100 * share).toFixed(2)} %`;
}

/** A share as percent on an axis. */
function shortPercent(share) {
  return `${Number((100 * share).toFixed(2))} %`;
}

/** A mean with the ends of its interval, where it has one. */
function withInterval(mean, low, high, write = written) {
  return low === null || low === undefined
    ? write(mean)
    : `${write(mean)} (${write(low)} to ${write(high)})`;
}

function meanOf(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The sum of squared distances from the mean. */
function squaresOf(numbers) {
  const mean = meanOf(numbers);
  return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
}

/**
 * The share of the variance of `numbers` that lies between the groups that `keys` makes of them
 * (eta squared), from 0 to 1; 0 where they do not vary.
 */
function shareBetween(keys, numbers) {
  const groups = new Map();
  keys.forEach((key, i) => groups.set(key, [...(groups.get(key) ?? []), numbers[i]]));
  const all = squaresOf(numbers);
  const within = [...groups.values()].reduce((sum, group) => sum + squaresOf(group), 0);
  return all > 0 ? Math.max(0, 1 - within / all) : 0;
}

/** The rows that no other beats: none is at least as high in both and higher in one. */
function frontOf(rows, first, second) {
  const round = (number) => Math.round(number * 1e6);
  const sorted = [...rows].sort(
    (a, b) => round(first(b)) - round(first(a)) || round(second(b)) - round(second(a)),
  );
  const front = [];
  let best = -Infinity;
  let bestFirst = NaN;
  for (const row of sorted) {
    const equalsLast = round(second(row)) === best && round(first(row)) === bestFirst;
    if (round(second(row)) > best || equalsLast) {
      front.push(row);
      best = round(second(row));
      bestFirst = round(first(row));
    }
  }
  return front;
}
