package prunesweep.driver.views;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The exact sign-flip test of paired differences (Fisher 1935, The Design of Experiments, section
 * 21): were two methods alike, each difference would be as likely with the other sign.
 */
final class SignFlip {

  /** A half of them has 2^20 sums. */
  private static final int MOST = 40;

  /** Sums of accuracies tie often; in floating point they differ by less than this share. */
  private static final double TIE = 1e-9;

  private SignFlip() {}

  /**
   * The two-sided p value: the share of all 2^n sign patterns whose sum is at least as far from 0.
   *
   * @param differences n numbers in their usual notation, with spaces between them
   * @return above 0, at most 1; null for more than 40 differences
   */
  static @Nullable Double p(String differences) {
    double[] numbers =
        Arrays.stream(differences.strip().split("\\s+"))
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    return numbers.length > MOST ? null : p(numbers);
  }

  private static double p(double[] differences) {
    double far = DoubleStream.of(differences).map(Math::abs).sum();
    double least = Math.abs(DoubleStream.of(differences).sum()) - TIE * far;
    if (least <= 0) {
      return 1;
    }
    int half = differences.length / 2;
    double[] first = sums(Arrays.copyOf(differences, half));
    double[] second = sums(Arrays.copyOfRange(differences, half, differences.length));
    return 2.0 * reaching(least, first, second) / ((double) first.length * second.length);
  }

  /** The sums under every sign pattern, least first. */
  private static double[] sums(double[] differences) {
    double[] sums = new double[1 << differences.length];
    for (int pattern = 0; pattern < sums.length; pattern++) {
      for (int i = 0; i < differences.length; i++) {
        sums[pattern] += (pattern >> i & 1) == 0 ? differences[i] : -differences[i];
      }
    }
    Arrays.sort(sums);
    return sums;
  }

  /** Pairs of a number of each array, both sorted, whose sum is at least {@code least}. */
  private static long reaching(double least, double[] first, double[] second) {
    long pairs = 0;
    int from = second.length;
    for (double number : first) {
      while (from > 0 && number + second[from - 1] >= least) {
        from--;
      }
      pairs += second.length - from;
    }
    return pairs;
  }
}
