package prunesweep.trainer.result;

import java.io.Serializable;

/**
 * One epoch of a trial.
 *
 * @param phase which training this epoch belongs to, e.g. {@code training}
 * @param epoch from 1
 * @param trainLoss mean cross-entropy, each batch scored before its update
 * @param trainAccuracy share of training images classified right, each batch before its update
 * @param trainClass0Top1 share of them whose best output was class 0
 * @param trainClass0Top5 share of them with class 0 among the five best outputs
 * @param validationLoss mean cross-entropy over the validation images after the epoch
 * @param validationAccuracy share of validation images classified right after the epoch
 * @param sparsity zero weights over all weights while the epoch ran, 0..1
 * @param seconds wall clock of the epoch
 */
public record EpochResult(
    String phase,
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double trainClass0Top1,
    double trainClass0Top5,
    double validationLoss,
    double validationAccuracy,
    double sparsity,
    double seconds)
    implements Serializable {}
