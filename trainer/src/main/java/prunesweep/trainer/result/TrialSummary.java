package prunesweep.trainer.result;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a finished trial.
 *
 * @param stopReason target-accuracy, early-stopping or max-epochs
 * @param cyclesDone prunes made
 * @param epochs epochs trained
 * @param figures of the network when its method is done with it, with the training figures of the
 *     last epoch
 * @param size of that network
 * @param seconds wall clock of the trial, without the epochs it shared
 * @param epochsShared those of its epochs that a stage trained for several trials
 * @param targetReached whether the share that was to be pruned was pruned; null where none was
 */
public record TrialSummary(
    String stopReason,
    int cyclesDone,
    int epochs,
    EpochFigures figures,
    NetworkSize size,
    double seconds,
    int epochsShared,
    @Nullable Boolean targetReached)
    implements Serializable {}
