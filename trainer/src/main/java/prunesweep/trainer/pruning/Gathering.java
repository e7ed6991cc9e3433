package prunesweep.trainer.pruning;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import prunesweep.scorer.Need;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.ScoredKernels.Facts;

/**
 * Asks a network what a scorer needs, and nothing else.
 *
 * @param network is asked
 * @param images the training images
 * @param batches draws the images to look at: one array of their indices a batch
 * @param counting counts activations
 */
record Gathering(
    NetworkView network, LabelledImages images, Supplier<List<int[]>> batches, Counting counting) {

  /** The facts that {@code need} names. */
  Facts of(Need need) {
    return switch (need) {
      case NOTHING -> Facts.NONE;
      case COUNTERS -> Facts.ofCounters(counting.counters(network));
      case INPUTS -> Facts.ofValues(values());
      case GRADIENTS -> Facts.ofGradients(gradients());
    };
  }

  private List<List<float[]>> values() {
    return byLayer(batch -> network.inputs(images, batch), LayerInputs::values);
  }

  private List<List<float[]>> gradients() {
    return byLayer(batch -> network.gradients(images, batch), Kernel::weights);
  }

  private <T> List<List<float[]>> byLayer(
      Function<int[], List<T>> answer, Function<T, float[]> values) {
    List<List<T>> answers = batches.get().stream().map(answer).toList();
    return IntStream.range(0, answers.get(0).size())
        .mapToObj(layer -> answers.stream().map(batch -> values.apply(batch.get(layer))).toList())
        .toList();
  }
}
