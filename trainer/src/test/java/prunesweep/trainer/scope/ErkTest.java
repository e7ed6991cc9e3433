package prunesweep.trainer.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.schedule.Cubic;
import prunesweep.trainer.schedule.Exponential;

class ErkTest {

  /** 784-300-100-10: 235,200 and 30,000 hidden weights, 1,000 of the output layer. */
  private static final Population LENET =
      new Population(List.of(235_200L, 30_000L), 266_200, List.of(1_084L, 400L));

  /**
   * At 95 % 13,310 weights of 266,200 stay, 1,000 of them in the output layer, which is not pruned.
   * 12,310 x 1,084 / 1,484 = 8,991.94 and 12,310 x 400 / 1,484 = 3,318.06; the one that is left
   * over goes where 8,992 / 1,084 = 8.2952 is below 3,319 / 400 = 8.2975. Densities 3.823 % and
   * 11.06 %. With the output layer among them (1,084 + 400 + 110 = 1,594) it would keep 918.5 of
   * its 1,000.
   */
  @Test
  void densitiesOfLenetByHand() {
    assertThat(Erk.kept(LENET, 252_890)).containsExactly(8_992, 3_318);
    assertThat(new Erk().cuts(1, new Amounts(new AtOnce(), 1, 0.95), LENET))
        .containsExactly(new Cut(List.of(0), 235_200 - 8_992), new Cut(List.of(1), 30_000 - 3_318));
  }

  /** Of 132,100 the second layer would keep 35,606 of its 30,000: the first has what is left. */
  @Test
  void aLayerThatWouldPassDensityOneStaysDenseAndTheRestIsScaledAgain() {
    assertThat(Erk.kept(LENET, 133_100)).containsExactly(102_100, 30_000);
  }

  /**
   * Of 100 the dimensions 10, 20, 30, 40 would give the third layer 30 of 25, then 75 over 70 give
   * the second 21.4 of 21, then 54 over 50 the first 10.8 and the fourth 43.2; 11 / 10 and 44 / 40
   * are equal, so the first has the one that is left over.
   */
  @Test
  void oneLayerThatStaysDenseCanMakeTheNextOne() {
    Population population =
        new Population(List.of(100L, 21L, 25L, 100L), 246, List.of(10L, 20L, 30L, 40L));

    assertThat(Erk.kept(population, 146)).containsExactly(11, 21, 25, 43);
  }

  /** Equal layers: what is left over goes to the first of them. */
  @Test
  void tiesGoInTheOrderOfTheLayers() {
    Population population = new Population(List.of(9L, 9L, 9L), 27, List.of(6L, 6L, 6L));

    assertThat(Erk.kept(population, 27 - 8)).containsExactly(3, 3, 2);
  }

  /** Also where each prune takes a weight or none: no layer gets one back. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100, 2000})
  void allPrunesTogetherTakeExactlyWhatTheScheduleSays(int prunes) {
    Population population =
        new Population(List.of(700L, 300L, 77L, 45L), 1_150, List.of(80L, 61L, 18L, 14L));
    for (Amounts amounts :
        List.of(
            new Amounts(new Cubic(), prunes, 0.9), new Amounts(new Exponential(), prunes, 0.97))) {
      long gone = 0;
      for (int prune = 1; prune <= prunes; prune++) {
        List<Cut> cuts = new Erk().cuts(prune, amounts, population);
        assertThat(cuts).extracting(Cut::count).allMatch(count -> count >= 0);
        gone += cuts.stream().mapToLong(Cut::count).sum();
        assertThat(gone).isEqualTo(amounts.until(prune, 1_150));
      }
      long[] kept = Erk.kept(population, gone);
      assertThat(LongStream.of(kept).sum()).isEqualTo(population.prunable() - gone);
    }
  }

  @Test
  void refusesWhatCannotBeTaken() {
    Population units = new Population(List.of(300L, 100L), 400, List.of());

    assertThatThrownBy(() -> new Erk().requirePrunable(new Amounts(new AtOnce(), 1, 0.5), units))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessage("scope must be one for units where granularity is units, got erk");
    assertThatThrownBy(() -> new Erk().requirePrunable(new Amounts(new AtOnce(), 1, 0.999), LENET))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith("target must be at most 265200 / 266200");
    new Erk().requirePrunable(new Amounts(new AtOnce(), 1, 0.95), LENET);
  }
}
