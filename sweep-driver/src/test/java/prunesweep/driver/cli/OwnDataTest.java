package prunesweep.driver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole sweeps on files of a user's own, from the command line to the answer of a query. */
class OwnDataTest {

  private static final String[] KINDS = {"ash", "elm", "rose"};

  @TempDir Path directory;

  @BeforeEach
  void writeFlowers() throws IOException {
    Files.writeString(directory.resolve("train.csv"), flowers(1, 200));
    Files.writeString(directory.resolve("test.csv"), flowers(2, 60));
  }

  /** Three kinds of flowers that a line would tell apart, in units of very different size. */
  private static String flowers(long seed, int count) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("length,kind,weight,bias\n");
    for (int flower = 0; flower < count; flower++) {
      int kind = random.nextInt(3);
      text.append(
          String.format(
              Locale.ROOT,
              "%.4f,%s,%.1f,1%n",
              3 * kind - 4 + random.nextGaussian() / 4,
              KINDS[kind],
              2000 * (kind % 2) + 300 * random.nextGaussian()));
    }
    return text.toString();
  }

  private Said run(String dataset, String training) throws IOException {
    Path config = directory.resolve("flowers.conf");
    Files.writeString(
        config,
        """
        sweep.name = flowers
        dataset { name = flowers, normalisation = standard, %s }
        network.hidden = [16, 8]
        training { max-epochs = 20, learning-rate = 0.1, batch-size = 10, %s }
        activation { first-threshold = 0.4, cycles = 2, target = 0.3 }
        grid = [{ method = dense }, { method = activation, scope = [global, local] }]
        """
            .formatted(dataset, training));
    return Said.by("run", config.toString(), "--out", out(), "--master", "local[1]");
  }

  private String out() {
    return directory.resolve("out").toString();
  }

  private String csv() {
    return "csv { train = %s, test = %s, label = kind }"
        .formatted(directory.resolve("train.csv"), directory.resolve("test.csv"));
  }

  private Said sql(String query) {
    return Said.by("sql", "--results", out(), "--format", "csv", query);
  }

  @Test
  void aCsvIsTrainedPrunedAndFoundInTheTables() throws IOException {
    Said said = run(csv(), "engine = vector");

    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
    assertThat(said.out()).contains("3 trials: 3 done, 0 failed");
    assertThat(
            sql("SELECT dataset, normalisation, length(dataset_content) AS digits, count(*) AS n"
                    + " FROM trials WHERE test_accuracy > 0.8 GROUP BY ALL")
                .out()
                .lines())
        .containsExactly("dataset,normalisation,digits,n", "flowers,standard,64,3");
    assertThat(sql("SELECT DISTINCT test_top5 FROM trials").out().lines().skip(1))
        .containsExactly("1.0");
  }

  @Test
  void bothEnginesLearnIt() throws IOException {
    assertThat(run(csv(), "engine = vector").code()).isEqualTo(ExitCode.DONE);
    assertThat(run(csv(), "engine = dl4j").code()).isEqualTo(ExitCode.DONE);

    assertThat(
            sql("SELECT engine, test_accuracy > 0.8 AS learnt FROM trials WHERE method = 'dense'"
                    + " ORDER BY engine")
                .out()
                .lines())
        .containsExactly("engine,learnt", "dl4j,true", "vector,true");
  }

  @Test
  void theSameFilesElsewhereAreDoneAlready() throws IOException {
    assertThat(run(csv(), "engine = vector").code()).isEqualTo(ExitCode.DONE);
    String before = sql("SELECT trial_id, seconds FROM trials ORDER BY trial_id").out();
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.move(directory.resolve("train.csv"), elsewhere.resolve("a"));
    Files.move(directory.resolve("test.csv"), elsewhere.resolve("b"));
    String moved =
        "csv { train = %s, test = %s, label = 1 }"
            .formatted(elsewhere.resolve("a"), elsewhere.resolve("b"));

    assertThat(run(moved, "engine = vector").code()).isEqualTo(ExitCode.DONE);
    assertThat(sql("SELECT trial_id, seconds FROM trials ORDER BY trial_id").out())
        .isEqualTo(before);
  }

  @Test
  void idxFilesOfAnySizeAreTrained() throws IOException {
    IdxFolder.in(directory);
    String idx =
        """
        idx { train-images = $DIR/train-images-idx3-ubyte, test-images = $DIR/t10k-images-idx3-ubyte
              train-labels = $DIR/train-labels-idx1-ubyte, test-labels = $DIR/t10k-labels-idx1-ubyte }
        classes = 12
        """
            .replace("$DIR", directory.toString());

    assertThat(run(idx, "max-epochs = 2").code()).isEqualTo(ExitCode.DONE);
    assertThat(sql("SELECT count(*) AS n FROM trials WHERE status = 'done'").out().lines())
        .containsExactly("n", "3");
  }
}
