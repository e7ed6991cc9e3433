package prunesweep.benchmarks.contest;

import java.util.List;
import java.util.Map;
import prunesweep.benchmarks.subject.StepProduct;

/**
 * Result of a run.
 *
 * @param times one entry a contestant
 * @param ratios comparisons of those that took part
 */
public record ContestResult(List<Time> times, List<Ratio> ratios) {

  public ContestResult {
    times = List.copyOf(times);
    ratios = List.copyOf(ratios);
  }

  /**
   * Times of one contestant.
   *
   * @param id its name in files
   * @param label its name for people
   * @param products the parts of its step; empty where the step is one part
   * @param facts properties of its process by name
   * @param series times of a step, round by round
   * @param overDense its time over that of this engine's dense step
   */
  public record Time(
      String id,
      String label,
      List<StepProduct> products,
      Map<String, String> facts,
      StepTimes series,
      Summary overDense) {

    public Time {
      products = List.copyOf(products);
      facts = Map.copyOf(facts);
    }
  }
}
