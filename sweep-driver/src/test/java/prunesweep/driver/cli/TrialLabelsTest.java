package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.driver.config.Conf;
import prunesweep.driver.plan.PlannedTrial;
import prunesweep.driver.plan.SweepPlanner;
import prunesweep.trainer.trial.TrialSpec;

class TrialLabelsTest {

  @TempDir Path directory;

  private List<String> labels(String grid) {
    List<TrialSpec> trials =
        SweepPlanner.plan(Conf.of(directory, grid), request -> "").trials().stream()
            .map(PlannedTrial::spec)
            .toList();
    TrialLabels labels = TrialLabels.of(trials);
    return trials.stream().map(labels::of).toList();
  }

  @Test
  void showTheMethodAloneWhereNothingElseVaries() {
    assertThat(
            labels(
                "sweep.seeds = [0, 1], grid = [{ method = dense }, { method = activation, cycles ="
                    + " [5, 10] }]"))
        .containsExactly(
            "dense",
            "activation global neurons cycles=5 target=0.8",
            "activation global neurons cycles=10 target=0.8",
            "dense",
            "activation global neurons cycles=5 target=0.8",
            "activation global neurons cycles=10 target=0.8");
  }

  @Test
  void showEveryOtherAxis() {
    assertThat(
            labels(
                """
                grid = [
                  { method = dense, training.learning-rate = [0.1, 0.01] }
                  { method = activation, network.hidden = [[300, 100], [9]], counter = [active, inactive] }
                ]
                """))
        .containsExactly(
            "dense hidden=300,200,100,50 learning-rate=0.1",
            "dense hidden=300,200,100,50 learning-rate=0.01",
            "activation global neurons cycles=5 target=0.8 counter=active hidden=300,100"
                + " learning-rate=0.01",
            "activation global neurons cycles=5 target=0.8 counter=inactive hidden=300,100"
                + " learning-rate=0.01",
            "activation global neurons cycles=5 target=0.8 counter=active hidden=9"
                + " learning-rate=0.01",
            "activation global neurons cycles=5 target=0.8 counter=inactive hidden=9"
                + " learning-rate=0.01");
  }
}
