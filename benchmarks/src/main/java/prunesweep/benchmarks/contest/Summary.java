package prunesweep.benchmarks.contest;

import java.util.Arrays;

/**
 * Summary of several measurements of one thing.
 *
 * @param median the middle one; of an even number the mean of the middle two
 * @param minimum the lowest
 * @param maximum the highest
 */
public record Summary(double median, double minimum, double maximum) {

  /** The summary of {@code values}, at least one. */
  static Summary of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    return new Summary(median, sorted[0], sorted[sorted.length - 1]);
  }
}
