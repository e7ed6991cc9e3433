package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The terms of many sums, each one's in the order in which they are added. */
final class TermLists {

  private final List<IntStream.Builder> lists;
  private final int[] lengths;
  private final int zero;

  /**
   * No terms yet of {@code sums} sums.
   *
   * @param zero place of a left operand that is zero
   */
  TermLists(int sums, int zero) {
    lists = Stream.generate(IntStream::builder).limit(sums).toList();
    lengths = new int[sums];
    this.zero = zero;
  }

  /** One more term of sum {@code sum}: the places of its operands. */
  void add(int sum, int left, int right) {
    lists.get(sum).add(left).add(right);
    lengths[sum]++;
  }

  /**
   * The terms of as many sums side by side as {@code width}: of the first term of each the two
   * places, then of the second and so on. What a sum has too few of are terms of zero.
   */
  List<int[]> sideBySide(int width) {
    List<int[]> together = new ArrayList<>();
    for (int first = 0; first < lists.size(); first += width) {
      together.add(sideBySide(first, Math.min(width, lists.size() - first), width));
    }
    return together;
  }

  private int[] sideBySide(int first, int count, int width) {
    int longest = IntStream.range(first, first + count).map(sum -> lengths[sum]).max().orElse(0);
    int[] terms = new int[2 * longest * width];
    for (int at = 0; at < terms.length; at += 2) {
      terms[at] = zero;
    }
    for (int sum = 0; sum < count; sum++) {
      int[] own = lists.get(first + sum).build().toArray();
      for (int term = 0; term < own.length; term += 2) {
        terms[term * width + 2 * sum] = own[term];
        terms[term * width + 2 * sum + 1] = own[term + 1];
      }
    }
    return terms;
  }
}
