package prunesweep.driver.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.tables.Origin;
import prunesweep.driver.tables.ResultTables;
import prunesweep.driver.tables.SweepTrial;
import prunesweep.trainer.spec.TrialId;

/** Finds out which trials of a sweep it trains itself, over all its runs. */
final class Origins {

  private Origins() {}

  /** The trials of {@code plan}, of which this run trains {@code pending}. */
  static List<SweepTrial> of(
      SweepPlan plan, Collection<PlannedTrial> pending, ResultTables tables) {
    Set<TrialId> trained = PlannedTrial.ids(pending);
    Map<TrialId, Origin> before = before(plan, tables);
    return plan.trials().stream()
        .map(PlannedTrial::id)
        .map(
            trial ->
                new SweepTrial(
                    trial,
                    trained.contains(trial)
                        ? Origin.TRAINED
                        : before.getOrDefault(trial, Origin.REUSED)))
        .toList();
  }

  /** Of earlier runs; where a version ran them that kept no origins, by the name of the sweep. */
  private static Map<TrialId, Origin> before(SweepPlan plan, ResultTables tables) {
    Map<TrialId, Origin> known = tables.origins(plan.sweepId());
    if (!known.isEmpty() || !tables.hasStarted(plan.sweepId())) {
      return known;
    }
    Map<TrialId, Origin> named = new HashMap<>();
    tables.figures(PlannedTrial.ids(plan.trials())).values().stream()
        .filter(trial -> trial.sweep().equals(plan.sweep()))
        .forEach(trial -> named.put(trial.id(), Origin.TRAINED));
    return named;
  }
}
