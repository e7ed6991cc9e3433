package prunesweep.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;

class MaskPatternTest {

  private static final List<Kernel> HIDDEN =
      List.of(new Kernel(7, 10, new float[70]), new Kernel(10, 5, new float[50]));

  @Test
  void nothingHasNoMask() {
    assertThat(MaskPattern.NOTHING.mask(HIDDEN)).isEmpty();
  }

  @Test
  void weightsHoldsExactlyFourFifthsOfEachLayer() {
    Mask mask = MaskPattern.WEIGHTS.mask(HIDDEN).orElseThrow();
    assertThat(kept(mask.kept().get(0))).isEqualTo(14);
    assertThat(kept(mask.kept().get(1))).isEqualTo(10);
  }

  @Test
  void unitsHoldsWholeColumns() {
    boolean[] kept = MaskPattern.UNITS.mask(HIDDEN).orElseThrow().kept().get(0);
    assertThat(kept(kept)).isEqualTo(2 * 7);
    for (int index = 0; index < kept.length; index++) {
      assertThat(kept[index]).isEqualTo(kept[index % 10]);
    }
  }

  @Test
  void isTheSameEachTime() {
    assertThat(MaskPattern.WEIGHTS.mask(HIDDEN).orElseThrow().kept().get(0))
        .isEqualTo(MaskPattern.WEIGHTS.mask(HIDDEN).orElseThrow().kept().get(0));
  }

  private static long kept(boolean[] flags) {
    return IntStream.range(0, flags.length).filter(index -> flags[index]).count();
  }
}
