package prunesweep.driver.run;

import java.util.HashMap;
import java.util.Map;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.spec.NetworkSpec;

/** Operations of an epoch: a weight of the whole network at each place and image counts one. */
final class EpochCosts {

  private record Asked(DatasetRequest request, NetworkSpec network) {}

  private final Images images;
  private final Map<Asked, Double> costs = new HashMap<>();

  EpochCosts(Images images) {
    this.images = images;
  }

  /** Those of {@code planned}, whose images are loaded. */
  double of(Planned planned) {
    return costs.computeIfAbsent(new Asked(planned.request(), network(planned)), this::of);
  }

  private static NetworkSpec network(Planned planned) {
    return planned instanceof PlannedStage stage
        ? stage.spec().trunk().network()
        : ((PlannedTrial) planned).spec().network();
  }

  private double of(Asked asked) {
    Dataset dataset = images.load(asked.request());
    double weights =
        Architecture.of(asked.network(), dataset).layers().stream()
            .mapToDouble(layer -> (double) layer.weights() * layer.places())
            .sum();
    return weights * dataset.training().count();
  }
}
