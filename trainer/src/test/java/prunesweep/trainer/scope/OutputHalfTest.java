package prunesweep.trainer.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.schedule.ShareOfLeft;

class OutputHalfTest {

  /** 784-300-100-10 with its output layer. */
  private static final Population LENET =
      new Population(List.of(235_200L, 30_000L, 1_000L), 266_200, List.of(1_084L, 400L, 110L));

  /**
   * 0.8 cubed is 0.512, 114,777.6 of the first layer gone: each round takes a fifth of the hidden
   * layers, a tenth of the output's.
   */
  @Test
  void aRoundTakesATenthOfTheOutputLayerWhereItTakesAFifthOfTheOthers() {
    Amounts fifths = new Amounts(new ShareOfLeft(0.2), 3, 0.488);
    List<List<Cut>> rounds =
        IntStream.rangeClosed(1, 3)
            .mapToObj(round -> new OutputHalf().cuts(round, fifths, LENET))
            .toList();

    assertThat(rounds)
        .extracting(cuts -> cuts.get(0).count())
        .containsExactly(47_040L, 37_632L, 30_105L);
    assertThat(rounds)
        .extracting(cuts -> cuts.get(1).count())
        .containsExactly(6_000L, 4_800L, 3_840L);
    assertThat(rounds).extracting(cuts -> cuts.get(2).count()).containsExactly(100L, 90L, 81L);
  }

  @Test
  void atOnceItLosesHalfOfTheTarget() {
    assertThat(new OutputHalf().cuts(1, new Amounts(new AtOnce(), 1, 0.5), LENET))
        .containsExactly(
            new Cut(List.of(0), 117_600), new Cut(List.of(1), 15_000), new Cut(List.of(2), 250));
  }

  @Test
  void isRefusedWhereTheOutputLayerIsNotPruned() {
    Population hidden = new Population(List.of(235_200L, 30_000L), 266_200, List.of(1_084L, 400L));
    Amounts half = new Amounts(new AtOnce(), 1, 0.5);

    new OutputHalf().requirePrunable(half, LENET);
    assertThatThrownBy(() -> new OutputHalf().requirePrunable(half, hidden))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("one of hidden layers where prune-output is off");
  }
}
