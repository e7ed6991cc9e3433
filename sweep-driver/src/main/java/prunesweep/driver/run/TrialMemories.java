package prunesweep.driver.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.trainer.TrialMemory;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.KnownDataset;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.trial.TrialSpec;

/** Memory of the trials of a plan; a published data set need not be there. */
public final class TrialMemories {

  private final Images images;
  private final Map<Object, TrialMemory> known = new HashMap<>();

  private TrialMemories(Images images) {
    this.images = images;
  }

  /** The most that a trial of {@code plan} takes. */
  public static TrialMemory most(SweepPlan plan, Images images) {
    TrialMemories memories = new TrialMemories(images);
    return plan.trials().stream().map(memories::of).reduce(new TrialMemory(0, 0), TrialMemory::max);
  }

  private TrialMemory of(PlannedTrial trial) {
    TrialSpec spec = trial.spec();
    return known.computeIfAbsent(
        List.of(spec.dataset(), spec.network(), spec.training()),
        asked -> TrialMemory.of(spec.training(), network(trial)));
  }

  private Architecture network(PlannedTrial trial) {
    TrialSpec spec = trial.spec();
    if (spec.dataset().content().isEmpty()) {
      KnownDataset set = DatasetCatalogue.published().named(spec.dataset().name());
      return Architecture.of(spec.network(), set.inputs(), set.classes());
    }
    Dataset dataset = images.load(trial.request());
    return Architecture.of(spec.network(), dataset);
  }
}
