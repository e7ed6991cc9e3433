package prunesweep.trainer.analysis;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.LayerResult;

/** Describes every hidden layer of a network at one stage. */
public final class LayerAnalysis {

  private LayerAnalysis() {}

  /** One result a hidden layer of {@code network}, input side first. */
  public static List<LayerResult> describe(
      String stage, Architecture network, Parameters parameters) {
    List<LayerResult> results = new ArrayList<>();
    for (Kernel kernel : parameters.hidden()) {
      int places = network.layers().get(results.size()).places();
      results.add(describe(stage, results.size() + 1, kernel, places));
    }
    return results;
  }

  private static LayerResult describe(String stage, int layer, Kernel kernel, int places) {
    return new LayerResult(
        stage,
        layer,
        kernel.inputs(),
        kernel.units(),
        places,
        kernel.nonZeroWeights(),
        SingularValues.of(kernel).spectrum());
  }
}
