package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * The figures of a network at the end of one stage of its trial.
 *
 * @param stage dense, pruned or retrained
 * @param stopReason why its training ended; none where it did not train
 * @param sparsity zero weights over all weights at its end, 0..1
 * @param last at its last epoch
 * @param lowest at its epoch of lowest validation loss since the last prune
 */
public record EvaluationResult(
    String stage, String stopReason, double sparsity, EpochFigures last, EpochFigures lowest)
    implements Serializable {}
