package prunesweep.driver.spark;

import java.nio.file.Path;
import java.util.Optional;
import prunesweep.driver.plan.Planned;
import prunesweep.trainer.data.Dataset;

/** Gives the driver the data sets it ships to executors. */
@FunctionalInterface
public interface DatasetSource {

  /**
   * A data set and where it is to be read.
   *
   * @param name its name
   * @param directory the configured directory, if any
   */
  record Key(String name, Optional<Path> directory) {
    /** The data set of {@code planned}. */
    public static Key of(Planned planned) {
      return new Key(planned.dataset().name(), planned.datasetDirectory());
    }
  }

  /** The data set; loaded already or quick to load. */
  Dataset load(Key key);
}
