package prunesweep.benchmarks.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Report of a run of faults: what is to be compared, and what happened.
 *
 * @param undisturbed the results of the sweep without faults, a path
 * @param rounds the results of each sweep under faults, paths or URIs
 * @param faults what struck, in order
 * @param trained the epochs that were trained under faults
 */
public record FaultReport(
    String undisturbed, List<String> rounds, List<Fault> faults, TrainedEpochs trained) {

  /** The faults by kind, e.g. {@code driver 2 killed, executor 5 killed, executor 1 frozen}. */
  public String toll() {
    Map<String, Long> counts =
        faults.stream()
            .collect(Collectors.groupingBy(FaultReport::kind, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(count -> count.getKey().formatted(count.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String kind(Fault fault) {
    String done =
        switch (fault.deed()) {
          case KILL -> " %d killed";
          case FREEZE -> " %d frozen";
          case DECOMMISSION -> " %d decommissioned";
        };
    return fault.target().name().toLowerCase(Locale.ROOT) + done;
  }
}
