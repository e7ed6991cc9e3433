package prunesweep.benchmarks.faults;

import java.util.Map;

/** Reader of the finished trials of a results folder. */
@FunctionalInterface
public interface Finished {

  /**
   * The trials that are done, each with what would change if it were trained again; none where the
   * folder has no tables yet.
   *
   * @param results the folder, a path or a URI
   */
  Map<String, String> in(String results);
}
