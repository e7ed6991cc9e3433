package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.ConfigLoader;
import prunesweep.driver.plan.SweepPlan;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.driver.run.SmallSweep;

class PlanCommandTest {

  @TempDir Path directory;

  @Test
  void showsEveryTrialWithItsIdAndHowMany() {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    Said said = Said.by("plan", config.toString());
    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    SweepPlan plan = SweepPlanner.plan(ConfigLoader.load(config, List.of()), request -> "");
    assertThat(plan.trials())
        .hasSize(10)
        .allSatisfy(trial -> assertThat(said.out()).containsOnlyOnce(trial.id().value()));
    // 784 x 24 + 24 x 12 + 12 x 10 weights, 866 numbers an image in batches of 32: 1.6 MB.
    assertThat(said.out()).contains("A trial takes up to 2 MiB of heap, beside its data set\n");
    assertThat(said.out()).endsWith("10 trials; shared stages: 2, for 10 trials%n".formatted());
    assertThat(said.out()).contains("fashion-mnist-sample", "local neurons-weights target=0.5");
  }

  @Test
  void saysNothingOfStagesWhereNoneAreShared() {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    Said said = Said.by("plan", config.toString(), "--set", "sweep.share-stages=false");
    assertThat(said.out()).endsWith("10 trials%n".formatted());
  }

  @Test
  void writesNothing() {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    assertThat(Said.by("plan", config.toString()).code()).isZero();
    assertThat(directory).isDirectoryNotContaining(file -> !file.equals(config));
    assertThat(Path.of("results")).doesNotExist();
  }

  @Test
  void takesOverridesAndSaysWhatItLeftOut() {
    Path config = SmallSweep.write(directory, SmallSweep.TEN_TRIALS);
    String grid = "grid=[{ method = dense }, { method = dense, training.batch-size = [16, 32] }]";
    Said said = Said.by("plan", config.toString(), "--set", grid, "--set", "sweep.seeds=[7]");
    assertThat(said.out()).endsWith("2 trials (1 repeated point left out)%n".formatted());
  }
}
