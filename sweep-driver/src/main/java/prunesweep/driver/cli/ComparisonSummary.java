package prunesweep.driver.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.driver.compare.Comparison;
import prunesweep.driver.compare.Verdict;

/** A comparison in a few lines. */
final class ComparisonSummary {

  private ComparisonSummary() {}

  /** How many figures have each verdict, and the commands that add to {@code results}. */
  static List<String> lines(Comparison comparison, Path results) {
    return Stream.concat(
            Stream.of(counts(comparison)),
            comparison.missingSweeps().stream().map(sweep -> command(sweep, results)))
        .toList();
  }

  private static String counts(Comparison comparison) {
    String counts =
        Stream.of(Verdict.values())
            .filter(verdict -> comparison.count(verdict) > 0)
            .map(verdict -> "%s %d".formatted(verdict.text(), comparison.count(verdict)))
            .collect(Collectors.joining(", "));
    return "%d printed figures, ours of up to %d seeds: %s."
        .formatted(comparison.figures().size(), comparison.seeds(), counts);
  }

  private static String command(String sweep, Path results) {
    return "Not run yet: ./sweep run conf/%s.conf --set 'sweep.seeds=[0,1,2]' --out %s"
        .formatted(sweep, Printable.line(results.toString()));
  }
}
