package prunesweep.trainer;

import java.util.List;
import prunesweep.trainer.analysis.SingularValues;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.SelectionCost;
import prunesweep.trainer.result.SingularValueResult;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.trial.Analysis;
import prunesweep.trainer.trial.TrialResults;
import prunesweep.trainer.trial.TrialSpec;

/**
 * Lays prunes on a network and keeps what each did.
 *
 * @param spec the trial
 * @param engine the network
 * @param lowest forgets what was before a prune
 * @param rows where it is kept
 */
record PruneRecorder(TrialSpec spec, TrainingEngine engine, LowestLoss lowest, TrialResults rows) {

  /**
   * Holds the mask of {@code prune}, and the one with what grows again. Where something does, the
   * network before and after has as many weights: its epoch of lowest loss may be one before.
   *
   * @param epoch at whose end, or in which, it happens
   * @param trainAccuracy the accuracy that opened it; NaN where none did
   */
  void apply(Prune prune, int epoch, double trainAccuracy) {
    keepSingularValues(prune.cycle(), "before");
    engine.hold(prune.mask());
    prune.regrown().ifPresentOrElse(engine::hold, lowest::forget);
    keepSingularValues(prune.cycle(), "after");
    rows.add(
        new CycleResult(
            prune.cycle(),
            epoch,
            prune.threshold(),
            trainAccuracy,
            prune.prunedWeights(),
            sparsity(engine.parameters(), prune.regrownWeights()),
            new SelectionCost(prune.cost().seconds(), prune.cost().bytes()),
            prune.regrownWeights()));
  }

  private static double sparsity(Parameters parameters, long regrown) {
    long zeros = parameters.weights() - parameters.nonZeroWeights() - regrown;
    return zeros / (double) parameters.weights();
  }

  private void keepSingularValues(int cycle, String moment) {
    if (spec.keeps(Analysis.SINGULAR_VALUES)) {
      List<Kernel> kernels = engine.hiddenKernels();
      for (int layer = 0; layer < kernels.size(); layer++) {
        keep(cycle, moment, layer + 1, SingularValues.of(kernels.get(layer)).values());
      }
    }
  }

  private void keep(int cycle, String moment, int layer, double[] values) {
    for (int index = 0; index < values.length; index++) {
      rows.add(new SingularValueResult(cycle, moment, layer, index + 1, values[index]));
    }
  }
}
