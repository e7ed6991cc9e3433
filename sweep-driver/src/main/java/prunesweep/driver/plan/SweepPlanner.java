package prunesweep.driver.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prunesweep.driver.config.ConfigException;
import prunesweep.driver.config.GridBlock;
import prunesweep.driver.config.Point;
import prunesweep.driver.config.SweepConfig;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.trial.TrialSpec;

/** Turns a config into its plan. */
public final class SweepPlanner {

  private final SweepConfig config;
  private final ContentLookup lookup;
  private final Map<DatasetRequest, String> contents = new HashMap<>();
  private final Map<TrialId, PlannedTrial> trials = new LinkedHashMap<>();
  private final Feasibility feasibility = new Feasibility();
  private final Set<String> problems = new LinkedHashSet<>();
  private int merged;

  private SweepPlanner(SweepConfig config, ContentLookup lookup) {
    this.config = config;
    this.lookup = lookup;
  }

  /**
   * The plan of {@code config}: for the first seed every block in the order it is written, then the
   * same for the next seed, so that a sweep cut short has whole replicates. Of equal trials the
   * first is kept.
   *
   * @param lookup asked once for each data set that lies where the config says, never for others
   * @throws ConfigException with one sentence for each kind of trial that could only fail or never
   *     prune
   */
  public static SweepPlan plan(SweepConfig config, ContentLookup lookup) {
    return new SweepPlanner(config, lookup).plan();
  }

  private SweepPlan plan() {
    for (long seed : config.seeds()) {
      for (GridBlock block : config.grid()) {
        block.points(config.defaults()).forEach(point -> add(point, seed));
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(List.copyOf(problems));
    }
    return new SweepPlan(
        config.name(),
        config.sweepId(),
        List.copyOf(trials.values()),
        config.sharesStages(),
        merged);
  }

  private void add(Point point, long seed) {
    DatasetRequest request = DatasetRequest.of(point);
    try {
      TrialSpec spec = TrialSpec.of(point.with(DatasetSpec.CONTENT, content(request)), seed);
      feasibility.require(spec);
      add(spec, request);
    } catch (InvalidSpecException e) {
      problems.add(
          "Cannot plan a trial of network %s: %s"
              .formatted(NetworkSpec.SECTION.make(point).label(), e.getMessage()));
    }
  }

  private void add(TrialSpec spec, DatasetRequest request) {
    TrialId id = spec.id();
    if (trials.containsKey(id)) {
      merged++;
    } else {
      trials.put(id, new PlannedTrial(trials.size() + 1, spec, id, request));
    }
  }

  private String content(DatasetRequest request) {
    return request.isOfFiles() ? contents.computeIfAbsent(request, lookup::content) : "";
  }
}
