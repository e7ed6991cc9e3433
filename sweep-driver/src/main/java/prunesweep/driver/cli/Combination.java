package prunesweep.driver.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import prunesweep.driver.plan.TrialLabel;
import prunesweep.driver.run.RunReport;
import prunesweep.driver.tables.FinishedTrial;
import prunesweep.driver.tables.FinishedTrial.Figures;
import prunesweep.trainer.trial.TrialSpec;

/**
 * The planned trials whose settings are equal but for the seed.
 *
 * @param lines at least one
 */
record Combination(List<RunReport.Line> lines) {

  private static final String SEED = "seed";

  /** Enough of an id to tell the trials of a sweep apart. */
  private static final int SHORT_ID = 8;

  /** The combinations of {@code lines}, in the order of their first trials. */
  static List<Combination> of(List<RunReport.Line> lines) {
    Map<Map<String, String>, List<RunReport.Line>> groups = new LinkedHashMap<>();
    for (RunReport.Line line : lines) {
      Map<String, String> settings = new TreeMap<>(line.trial().spec().canonicalText().lines());
      settings.remove(SEED);
      groups.computeIfAbsent(settings, key -> new ArrayList<>()).add(line);
    }
    return groups.values().stream().map(Combination::new).toList();
  }

  /** The one of highest mean validation accuracy for each data set, the first of equals. */
  static List<Combination> best(List<Combination> all) {
    Map<String, Combination> best = new LinkedHashMap<>();
    all.stream()
        .filter(one -> !one.figures().isEmpty())
        .sorted(Comparator.comparingDouble(Combination::validation).reversed())
        .forEach(one -> best.putIfAbsent(TrialLabel.dataset(one.spec()), one));
    return List.copyOf(best.values());
  }

  private double validation() {
    return figures().stream().mapToDouble(Figures::validationAccuracy).average().orElse(0);
  }

  /** One of the trials. */
  TrialSpec spec() {
    return lines.get(0).trial().spec();
  }

  private List<FinishedTrial> finished() {
    return lines.stream().flatMap(line -> line.finished().stream()).toList();
  }

  private List<Figures> figures() {
    return finished().stream().flatMap(trial -> trial.figures().stream()).toList();
  }

  /** How many seeds are done, and of how many where some are not. */
  String seeds() {
    int done = figures().size();
    return done == lines.size() ? String.valueOf(done) : "%d of %d".formatted(done, lines.size());
  }

  /** The start of the first trial's id. */
  String shortId() {
    return lines.get(0).trial().id().value().substring(0, SHORT_ID);
  }

  /** The share to prune, or nothing. */
  String target() {
    return finished().stream()
        .flatMap(trial -> trial.target().stream())
        .findFirst()
        .map(Combination::share)
        .orElse("");
  }

  /** Whether it was pruned, or in how many trials where there are several; or nothing. */
  String reached() {
    List<Boolean> known =
        figures().stream().map(Figures::targetReached).flatMap(Optional::stream).toList();
    long reached = known.stream().filter(isReached -> isReached).count();
    if (known.isEmpty()) {
      return "";
    } else if (known.size() == 1) {
      return reached == 1 ? "yes" : "no";
    }
    return "%d of %d".formatted(reached, known.size());
  }

  /** The mean of a figure over the trials that are done, or nothing. */
  String mean(ToDoubleFunction<Figures> figure) {
    return figures().isEmpty()
        ? ""
        : share(figures().stream().mapToDouble(figure).average().orElse(0));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
