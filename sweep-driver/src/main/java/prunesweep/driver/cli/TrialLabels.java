package prunesweep.driver.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prunesweep.driver.plan.TrialLabel;
import prunesweep.trainer.key.Assignments;
import prunesweep.trainer.key.CanonicalText;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Labels of the trials of a sweep, a few words each: the method, and whatever else is not the same
 * in all trials that have it.
 *
 * @param varying the keys of canonical texts to show
 */
record TrialLabels(Set<String> varying) {

  /** The labels of {@code trials}; the seed has a column of its own. */
  static TrialLabels of(Collection<TrialSpec> trials) {
    Map<String, Set<String>> values = new TreeMap<>();
    Set<String> shown = new HashSet<>();
    for (TrialSpec trial : trials) {
      Assignments assigned = trial.values();
      CanonicalText text = new CanonicalText();
      assigned.describe(text);
      text.lines()
          .forEach((key, value) -> values.computeIfAbsent(key, k -> new HashSet<>()).add(value));
      shown.addAll(TrialLabel.shown(assigned));
    }
    values.keySet().removeAll(shown);
    values.values().removeIf(all -> all.size() == 1);
    return new TrialLabels(values.keySet());
  }

  /** The same for a table that has columns for data, network and training. */
  TrialLabels withoutColumns() {
    return new TrialLabels(
        varying.stream().filter(key -> !key.contains(".")).collect(Collectors.toSet()));
  }

  String of(TrialSpec trial) {
    if (varying.isEmpty()) {
      return TrialLabel.of(trial);
    }
    Stream<String> others =
        trial.canonicalText().lines().entrySet().stream()
            .filter(line -> varying.contains(line.getKey()))
            .map(line -> shown(line.getKey(), line.getValue()));
    return Stream.concat(Stream.of(TrialLabel.of(trial)), others).collect(Collectors.joining(" "));
  }

  private static String shown(String key, String value) {
    return key.substring(key.lastIndexOf('.') + 1) + "=" + value;
  }
}
