package prunesweep.driver.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import prunesweep.driver.plan.Planned;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.source.DatasetRequest;
import prunesweep.trainer.spec.StageId;

/** Ships data sets and checkpoints: each goes to an executor once, however many tasks use it. */
final class Shipment {

  private final JavaSparkContext context;
  private final DatasetSource source;
  private final Map<DatasetRequest, Broadcast<Dataset>> datasets = new HashMap<>();
  private final Map<StageId, Broadcast<Checkpoint>> checkpoints = new HashMap<>();

  Shipment(JavaSparkContext context, DatasetSource source) {
    this.context = context;
    this.source = source;
  }

  Broadcast<Dataset> dataset(Planned planned) {
    return datasets.computeIfAbsent(
        planned.request(), request -> context.broadcast(source.load(request)));
  }

  void add(Checkpoint checkpoint) {
    checkpoints.put(checkpoint.stage().id(), context.broadcast(checkpoint));
  }

  /** The checkpoint of {@code stage}, which was added before; null for a job without a stage. */
  @Nullable Broadcast<Checkpoint> checkpoint(Optional<StageId> stage) {
    return stage.map(id -> Objects.requireNonNull(checkpoints.get(id))).orElse(null);
  }

  /** Removes the checkpoint of {@code stage} from all executors. */
  void remove(StageId stage) {
    Objects.requireNonNull(checkpoints.remove(stage)).destroy();
  }
}
