package prunesweep.benchmarks.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Times of a contestant's steps, round by round. */
public final class StepTimes {

  private static final double MILLIS = 1000;

  private final List<double[]> rounds = new ArrayList<>();

  /** Adds the next round: {@code seconds} of all {@code steps} together, one figure a part. */
  public void add(double[] seconds, int steps) {
    rounds.add(Arrays.stream(seconds).map(all -> MILLIS * all / steps).toArray());
  }

  /** Milliseconds of a step, all its parts together, one figure a round. */
  public double[] milliseconds() {
    return rounds.stream().mapToDouble(parts -> Arrays.stream(parts).sum()).toArray();
  }

  /** Milliseconds of a step over all rounds. */
  public Summary summary() {
    return Summary.of(milliseconds());
  }

  /** Milliseconds of the part {@code index} of a step, from 0, over all rounds. */
  public Summary part(int index) {
    return Summary.of(rounds.stream().mapToDouble(parts -> parts[index]).toArray());
  }

  /**
   * {@code factor} times these times divided by those of {@code other}, round by round: within a
   * round both ran shortly after each other, so that a machine that slows down slows both.
   */
  public Summary over(StepTimes other, double factor) {
    double[] these = milliseconds();
    double[] those = other.milliseconds();
    return Summary.of(
        IntStream.range(0, these.length)
            .mapToDouble(round -> factor * these[round] / those[round])
            .toArray());
  }
}
