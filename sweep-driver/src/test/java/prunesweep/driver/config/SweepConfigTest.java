package prunesweep.driver.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepConfigTest {

  private static final String TEXT =
      """
      sweep { name = s, seeds = [1, 0] }
      network.hidden = [30, 20]
      grid = [
        { method = dense, training { learning-rate = [0.10, 1e-2] } }
        { method = activation, target = [0.8, 0.85], cycles = 10, network.hidden = [[9], [8, 7]] }
      ]
      """;

  @TempDir private Path directory;

  @Test
  void resolvesToOneCanonicalText() {
    assertThat(Conf.of(directory, TEXT).resolved())
        .isEqualTo(
            """
            {"activation":{"counter":"active","counter-batch":32,"counter-mode":"accumulate",\
            "counter-source":"train","cycles":5,"decay":0.8,"first-threshold":0.8,\
            "scope":"global","score":"neurons","target":0.8},\
            "dataset":{"name":"fashion-mnist"},\
            "grid":[{"method":"dense","training":{"learning-rate":[0.1,0.01]}},\
            {"cycles":10,"method":"activation","network":{"hidden":[[9],[8,7]]},\
            "target":[0.8,0.85]}],\
            "network":{"bias":true,"hidden":[30,20]},\
            "sweep":{"name":"s","seeds":[1,0]},\
            "training":{"batch-size":32,"engine":"vector","learning-rate":0.01,"max-epochs":500,\
            "optimizer":"sgd","target-accuracy":0.98}}\
            """);
  }

  @Test
  void keepsItsIdHoweverItIsWritten() {
    SweepConfig other =
        Conf.of(
            directory,
            """
            grid = [
              { training.learning-rate = [1e-1, 0.010], method = [dense] }
              { network { hidden = [[9], [8, 7]] }, cycles = [1e1], target = [0.80, 0.850]
                method = "activation", score = neurons, dataset.name = [fashion-mnist] }
            ]
            training { max-epochs = 500, batch-size = 32 }
            network { hidden = [30, 20.0] }
            sweep { seeds = [1, 0], name = "s" }
            """);

    assertThat(other.resolved()).isEqualTo(Conf.of(directory, TEXT).resolved());
    assertThat(other.sweepId()).isEqualTo("8ac46661dba9d59b");
  }

  @Test
  void keepsItsIdWhereverAndHoweverItRuns() {
    SweepConfig here = Conf.of(directory, TEXT);
    SweepConfig there =
        Conf.of(
            directory,
            TEXT,
            "dataset.dir=/elsewhere",
            "spark.executor.memory=2g",
            "native.openblas-core=Haswell",
            "sweep.share-stages=false",
            "sweep.checkpoint-every=off",
            "sweep.stuck-after=1 h");

    assertThat(there.sweepId()).isEqualTo(here.sweepId());
    assertThat(there).isNotEqualTo(here);
  }

  @Test
  void convolutionsAreOneTextHoweverTheyAreWritten() {
    String one = "network.convolutions = [{ channels = 6, kernel = 5, padding = 2, pooling = 2 }]";
    String other =
        "network.convolutions = [{ pooling = 2.0, padding = 2, kernel: 5, channels: 6 }]";

    assertThat(Conf.of(directory, TEXT + one).resolved())
        .isEqualTo(Conf.of(directory, TEXT + other).resolved())
        .contains("\"convolutions\":[{\"channels\":6,\"kernel\":5,\"padding\":2,\"pooling\":2}]");
    assertThat(Conf.of(directory, TEXT + "network.convolutions = []").resolved())
        .isEqualTo(Conf.of(directory, TEXT).resolved());
  }

  @Test
  void hasAnotherIdWhenAValueDiffers() {
    assertThat(Conf.of(directory, TEXT, "training.max-epochs=499").sweepId())
        .isNotEqualTo(Conf.of(directory, TEXT).sweepId());
    assertThat(Conf.of(directory, TEXT, "sweep.seeds=[0,1]").sweepId())
        .isNotEqualTo(Conf.of(directory, TEXT).sweepId());
  }

  @Test
  void isLoadedAgainFromItsResolvedText() {
    SweepConfig config = Conf.of(directory, TEXT);

    assertThat(Conf.of(directory, config.resolved())).isEqualTo(config);
  }
}
