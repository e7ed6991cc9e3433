package prunesweep.trainer.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prunesweep.trainer.fixture.FixedNetwork;
import prunesweep.trainer.fixture.Score;
import prunesweep.trainer.fixture.StoredNumbers;
import prunesweep.trainer.method.OneShotPruning;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;

/** Masks of the same weights by torch.nn.utils.prune: see torch_masks.py. */
class TorchMasksTest {

  private static final StoredNumbers STORED = StoredNumbers.of("torch-masks.txt");

  private final List<Kernel> kernels = IntStream.range(0, 2).mapToObj(this::kernel).toList();
  private final List<long[]> counters =
      IntStream.range(0, 2).mapToObj(layer -> counters(layer)).toList();
  private final FixedNetwork network = new FixedNetwork(kernels, List.of());

  private Kernel kernel(int layer) {
    int[] shape = STORED.integers("shape." + layer);
    return new Kernel(shape[0], shape[1], STORED.floats("kernel." + layer));
  }

  private static long[] counters(int layer) {
    return Arrays.stream(STORED.integers("counters." + layer)).asLongStream().toArray();
  }

  /** The second prune takes 70 of what the first left. */
  @ParameterizedTest
  @CsvSource({"MAGNITUDE, global-magnitude", "NEURONS_WEIGHTS, global-neurons-weights"})
  void globalMasksAreThoseOfPyTorch(Score score, String name) {
    for (int count : List.of(60, 70)) {
      List<Kernel> now = network.hiddenKernels();
      List<double[]> scores = WeightScoresTest.scores(score, now, counters, new Random(1));
      Mask mask = Mask.ofNonZero(now).without(Selector.lowest(scores, count));
      requireStored(mask, name + "-" + count);
      network.hold(mask);
    }
  }

  @Test
  void masksOfOneLayerAreThoseOfPyTorch() {
    List<boolean[]> pruned =
        kernels.stream()
            .map(
                kernel ->
                    WeightScoresTest.scores(
                        Score.MAGNITUDE, List.of(kernel), List.of(new long[9]), new Random(1)))
            .map(scores -> Selector.lowest(scores, 40).get(0))
            .toList();
    requireStored(Mask.ofNonZero(kernels).without(pruned), "local-magnitude");
  }

  @ParameterizedTest
  @CsvSource({"UNITS, units", "WEIGHTS, weights"})
  void oneShotMasksAreThoseOfPyTorch(Granularity granularity, String name) {
    requireStored(
        BelowCut.prune(OneShotPruning.smallest(granularity, 0.6).selection(), network).mask(),
        name);
  }

  private static void requireStored(Mask mask, String name) {
    for (int layer = 0; layer < 2; layer++) {
      boolean[] kept = mask.kept().get(layer);
      int[] stored = STORED.integers(name + "." + layer);
      assertThat(IntStream.range(0, kept.length).map(at -> kept[at] ? 1 : 0).toArray())
          .as("%s, layer %d", name, layer + 1)
          .containsExactly(stored);
    }
  }
}
