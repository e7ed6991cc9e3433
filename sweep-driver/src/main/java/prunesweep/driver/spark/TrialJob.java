package prunesweep.driver.spark;

import java.util.Optional;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import prunesweep.driver.plan.WorkId;
import prunesweep.trainer.TrialRunner;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.DamagedCheckpointException;
import prunesweep.trainer.checkpoint.InterruptedTrial;
import prunesweep.trainer.checkpoint.SharedStages;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.trial.TrialOutcome;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Function of a task that runs a trial; each executor fetches data set and checkpoints once.
 *
 * @param dataset the data set, broadcast
 * @param from the checkpoint it goes on from, broadcast; null for a trial from its start
 * @param dense the dense network it is compared with, broadcast; null where it trains that itself
 * @param interval when its state is left
 */
record TrialJob(
    Broadcast<Dataset> dataset,
    @Nullable Broadcast<Checkpoint> from,
    @Nullable Broadcast<Checkpoint> dense,
    StateInterval interval)
    implements Function<TrialSpec, TrialOutcome> {

  private static final Logger LOG = LoggerFactory.getLogger(TrialJob.class);

  @Override
  public TrialOutcome call(TrialSpec spec) {
    try (TaskJournal journal = TaskJournal.begun(WorkId.of(spec.id()), interval)) {
      Optional<InterruptedTrial> state = journal.state().flatMap(bytes -> state(spec, bytes));
      SharedStages shared = new SharedStages(value(from), value(dense));
      return new TrialRunner().run(spec, dataset.value(), shared, journal, state);
    }
  }

  private static Optional<InterruptedTrial> state(TrialSpec spec, byte[] bytes) {
    try {
      return Optional.of(InterruptedTrial.of(spec, bytes));
    } catch (DamagedCheckpointException e) {
      LOG.warn("Trial {} begins anew: {}", spec.id(), e.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Checkpoint> value(@Nullable Broadcast<Checkpoint> checkpoint) {
    return Optional.ofNullable(checkpoint).map(Broadcast::value);
  }
}
