package prunesweep.trainer.export;

import java.util.Arrays;
import java.util.stream.IntStream;
import prunesweep.trainer.data.LabelledRows;
import prunesweep.trainer.training.Scoreboard;

/**
 * The classes that a network has told rows to be of, beside those that they are of.
 *
 * @param counts rows by their class and, within, by the class that was told
 */
@SuppressWarnings("ArrayRecordComponent") // Counted once, read only.
public record Confusion(int[][] counts) {

  private static final int BATCH = 1000;

  /**
   * The classes that {@code network} tells {@code data} to be of; of equal probabilities the first
   * counts.
   */
  public static Confusion of(Classifier network, LabelledRows data) {
    int classes = network.classNames().size();
    int[][] counts = new int[classes][classes];
    for (int from = 0; from < data.labels().length; from += BATCH) {
      int to = Math.min(data.labels().length, from + BATCH);
      float[] probabilities = network.probabilities(data.rows(), from, to);
      for (int row = from; row < to; row++) {
        int told = Scoreboard.best(probabilities, (row - from) * classes, classes);
        counts[data.labels()[row]][told]++;
      }
    }
    return new Confusion(counts);
  }

  /** All rows. */
  public int rows() {
    return Arrays.stream(counts).mapToInt(row -> Arrays.stream(row).sum()).sum();
  }

  /** Share of rows that were told right, 0..1. */
  public double accuracy() {
    return share(IntStream.range(0, counts.length).map(c -> counts[c][c]).sum(), rows());
  }

  /** Rows of class {@code label}. */
  public int rowsOf(int label) {
    return Arrays.stream(counts[label]).sum();
  }

  /** Share of the rows of class {@code label} that were told right; NaN where there are none. */
  public double recall(int label) {
    return share(counts[label][label], rowsOf(label));
  }

  /** Share of the rows told to be of class {@code label} that are; NaN where there are none. */
  public double precision(int label) {
    return share(counts[label][label], Arrays.stream(counts).mapToInt(row -> row[label]).sum());
  }

  private static double share(int part, int all) {
    return all == 0 ? Double.NaN : part / (double) all;
  }
}
