package prunesweep.trainer.pruning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.commons.numbers.arrays.Selection;
import prunesweep.trainer.network.Kernel;

/**
 * Selects exactly the asked number of lowest scores. Equal scores at the cut go in the order of
 * layer, then flat index. The cut is found by partitioning, in linear time; sorting would do for
 * nothing else.
 */
final class Selector {

  /** The score of what is no candidate: above every real one, which are finite. */
  static final double NO_CANDIDATE = Double.POSITIVE_INFINITY;

  private Selector() {}

  /**
   * Marks the {@code count} lowest scores.
   *
   * @param scores one array a layer; {@link #NO_CANDIDATE} is never selected
   * @param count how many, at most the number of candidates
   * @return one array a layer, true where selected
   */
  static List<boolean[]> lowest(List<double[]> scores, long count) {
    double[] all = joined(scores);
    requireCandidates(all, count);
    List<boolean[]> selected = scores.stream().map(layer -> new boolean[layer.length]).toList();
    if (count > 0) {
      int last = Math.toIntExact(count - 1);
      Selection.select(all, last);
      double cut = all[last];
      long below = mark(scores, selected, score -> score < cut, count);
      mark(scores, selected, score -> score == cut, count - below);
    }
    return selected;
  }

  /** Scores in which weights of {@code kernels} that are zero are no candidates. */
  static List<double[]> candidates(List<double[]> scores, List<Kernel> kernels) {
    List<double[]> candidates = new ArrayList<>();
    for (int layer = 0; layer < kernels.size(); layer++) {
      candidates.add(candidates(scores.get(layer).clone(), kernels.get(layer).weights()));
    }
    return candidates;
  }

  private static double[] candidates(double[] scores, float[] weights) {
    for (int index = 0; index < scores.length; index++) {
      if (weights[index] == 0) {
        scores[index] = NO_CANDIDATE;
      }
    }
    return scores;
  }

  /** Scores of units in which those whose incoming weights are all zero are no candidates. */
  static double[] unitCandidates(double[] scores, Kernel kernel) {
    boolean[] isAlive = new boolean[scores.length];
    for (int index = 0; index < kernel.size(); index++) {
      isAlive[index % scores.length] |= kernel.weights()[index] != 0;
    }
    double[] candidates = scores.clone();
    for (int unit = 0; unit < candidates.length; unit++) {
      candidates[unit] = isAlive[unit] ? candidates[unit] : NO_CANDIDATE;
    }
    return candidates;
  }

  private static double[] joined(List<double[]> scores) {
    double[] all = new double[scores.stream().mapToInt(layer -> layer.length).sum()];
    int at = 0;
    for (double[] layer : scores) {
      System.arraycopy(layer, 0, all, at, layer.length);
      at += layer.length;
    }
    return all;
  }

  private static void requireCandidates(double[] all, long count) {
    long candidates = Arrays.stream(all).filter(score -> score < NO_CANDIDATE).count();
    if (count < 0 || count > candidates) {
      throw new IllegalArgumentException(
          "Cannot select %d of %d candidates".formatted(count, candidates));
    }
  }

  private static long mark(
      List<double[]> scores, List<boolean[]> selected, DoublePredicate which, long most) {
    long marked = 0;
    for (int layer = 0; layer < scores.size(); layer++) {
      for (int index = 0; index < scores.get(layer).length && marked < most; index++) {
        if (which.test(scores.get(layer)[index])) {
          selected.get(layer)[index] = true;
          marked++;
        }
      }
    }
    return marked;
  }
}
