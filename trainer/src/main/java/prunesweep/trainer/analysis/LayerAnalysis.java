package prunesweep.trainer.analysis;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.result.LayerResult;

/** Describes every hidden layer of a network at one stage. */
public final class LayerAnalysis {

  private LayerAnalysis() {}

  /** One result a kernel, input side first. */
  public static List<LayerResult> describe(String stage, List<Kernel> hiddenKernels) {
    List<LayerResult> results = new ArrayList<>();
    for (Kernel kernel : hiddenKernels) {
      results.add(describe(stage, results.size() + 1, kernel));
    }
    return results;
  }

  private static LayerResult describe(String stage, int layer, Kernel kernel) {
    SingularValues values = SingularValues.of(kernel);
    return new LayerResult(
        stage,
        layer,
        kernel.inputs(),
        kernel.units(),
        kernel.nonZeroWeights(),
        values.rank(),
        values.tolerance(),
        values.nuclearNorm(),
        values.effectiveRank(),
        values.stableRank());
  }
}
