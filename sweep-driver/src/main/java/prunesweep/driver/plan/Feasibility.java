package prunesweep.driver.plan;

import java.util.HashSet;
import java.util.Set;
import prunesweep.trainer.data.source.DatasetCatalogue;
import prunesweep.trainer.data.source.KnownDataset;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Check that networks fit their images and have as many weights to prune as their targets ask for;
 * each is asked once.
 */
final class Feasibility {

  private record Asked(DatasetSpec dataset, NetworkSpec network, Method method) {}

  private final DatasetCatalogue catalogue = DatasetCatalogue.published();
  private final Set<Asked> asked = new HashSet<>();

  /**
   * Checks that {@code trial} can be run and reach its target as far as one can know: images that
   * are not the published ones may have any size.
   *
   * @throws prunesweep.trainer.key.InvalidSpecException if it cannot
   * @throws prunesweep.trainer.data.DataException if there is no such data set
   */
  void require(TrialSpec trial) {
    DatasetSpec dataset = trial.dataset();
    if (dataset.content().isEmpty()
        && asked.add(new Asked(dataset, trial.network(), trial.method()))) {
      KnownDataset known = catalogue.named(dataset.name());
      Architecture network = Architecture.of(trial.network(), known.inputs(), known.classes());
      trial.method().requirePrunable(network);
    }
  }
}
