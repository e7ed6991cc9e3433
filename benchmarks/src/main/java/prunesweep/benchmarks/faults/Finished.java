package prunesweep.benchmarks.faults;

import java.nio.file.Path;
import java.util.Map;

/** Reader of the finished trials of a results folder. */
@FunctionalInterface
public interface Finished {

  /**
   * The trials that are done, each with what would change if it were trained again; none where the
   * folder has no tables yet.
   */
  Map<String, String> in(Path results);
}
