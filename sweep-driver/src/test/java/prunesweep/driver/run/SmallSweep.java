package prunesweep.driver.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import prunesweep.driver.spark.FailurePolicy;

/** A sweep of ten trials, a fraction of a second each, with every method, and runs of it. */
public final class SmallSweep {

  /** Ten trials: five ways to train, two seeds. */
  public static final String TEN_TRIALS =
      """
      sweep { name = small, seeds = [0, 1] }
      dataset.name = fashion-mnist-sample
      network.hidden = [24, 12]
      training { max-epochs = 3, learning-rate = 0.05 }
      activation { first-threshold = 0.3, cycles = 2, target = 0.5 }
      grid = [
        { method = dense }
        { method = activation, scope = [global, local], score = [neurons, neurons-weights] }
      ]
      """;

  private SmallSweep() {}

  /** Writes {@code text} as a config into {@code directory}. */
  public static Path write(Path directory, String text) {
    try {
      return Files.writeString(directory.resolve("small.conf"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Options to run {@code config} into {@code out}, going on after failures and keeping them. */
  public static RunOptions options(Path config, Path out, String master, String... overrides) {
    return new RunOptions(
        config,
        List.of(overrides),
        List.of(),
        out,
        Optional.of(master),
        FailurePolicy.GO_ON,
        RetryPolicy.KEEP_FAILED);
  }
}
