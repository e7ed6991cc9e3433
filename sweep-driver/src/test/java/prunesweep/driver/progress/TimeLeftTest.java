package prunesweep.driver.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.Conf;
import prunesweep.driver.plan.Planned;
import prunesweep.driver.plan.PlannedStage;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.progress.SimulatedSweep.Moment;

/** Sweeps of unequal trials, simulated, and what is said of their end on the way. */
class TimeLeftTest {

  private static final String UNEQUAL =
      """
      sweep.seeds = [0, 1, 2, 3]
      training.max-epochs = 40
      grid = [
        { method = dense, network.hidden = [[8], [30], [100, 50], [300, 100]] }
        { method = activation, network.hidden = [[8], [30], [100, 50], [300, 100]]
          scope = [global, local], target = [0.3, 0.6], retraining = [none, free] }
        { method = one-shot, score = magnitude, scope = global, target = [0.5, 0.9]
          network.hidden = [[8], [30], [100, 50], [300, 100]], retraining = masked }
      ]
      """;

  @TempDir private Path directory;

  /** An epoch of a large network takes thirty times that of a small one, not forty. */
  private static final SimulatedSweep.Truth TRUTH =
      new SimulatedSweep.Truth() {
        @Override
        public double secondsAnEpoch(Planned planned) {
          return 0.1 + 0.01 * SimulatedSweep.units(planned) * (isPruned(planned) ? 1.4 : 1);
        }

        @Override
        public int epochs(Planned planned, Random random) {
          int before = planned instanceof PlannedStage ? 12 : isPruned(planned) ? 14 : 2;
          return before + random.nextInt(14);
        }
      };

  private static boolean isPruned(Planned planned) {
    return planned instanceof PlannedTrial trial && trial.spec().method().prunes();
  }

  private List<Moment> moments(String grid, int slots, long seed) {
    SweepPlan plan = SweepPlanner.plan(Conf.of(directory, grid), request -> "");
    return new SimulatedSweep(plan, SimulatedSweep::units, TRUTH, seed).run(slots);
  }

  @Test
  void isWithinAThirdAfterTheFirstTenth() {
    for (int slots : new int[] {1, 4, 8}) {
      List<Moment> moments = moments(UNEQUAL, slots, slots);
      assertThat(moments)
          .filteredOn(moment -> moment.ended() >= 0.1 && moment.ended() <= 0.9)
          .hasSizeGreaterThan(20)
          .allSatisfy(
              moment ->
                  assertThat(moment.said())
                      .as("at %s of %d slots", moment, slots)
                      .isCloseTo(moment.isSo(), Offset.offset(moment.isSo() / 3)));
    }
  }

  @Test
  void isSaidBeforeTheFirstTrialHasEnded() {
    List<Moment> moments = moments(UNEQUAL, 4, 1);
    assertThat(moments)
        .filteredOn(moment -> moment.ended() == 0 && !Double.isNaN(moment.said()))
        .isNotEmpty();
  }

  @Test
  void isExactWhereTrialsAreEqualAndKnown() {
    String equal = "sweep.seeds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\ngrid = [{ method = dense }]";
    SweepPlan plan = SweepPlanner.plan(Conf.of(directory, equal), request -> "");
    SimulatedSweep.Truth tenEpochs =
        new SimulatedSweep.Truth() {
          @Override
          public double secondsAnEpoch(Planned planned) {
            return 2;
          }

          @Override
          public int epochs(Planned planned, Random random) {
            return 10;
          }
        };
    assertThat(new SimulatedSweep(plan, planned -> 1, tenEpochs, 0).run(2))
        .filteredOn(moment -> moment.ended() > 0)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            moment -> assertThat(moment.said()).isCloseTo(moment.isSo(), Offset.offset(3.0)));
  }
}
