package prunesweep.driver.tables;

import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of a trial but its seed, each the name of a column of {@code trials}: what makes
 * trials replicates of one another.
 *
 * @param shared those of data, network and training, which two methods must share to be compared
 * @param own those of the method and of the retraining
 */
public record TrialSettings(List<String> shared, List<String> own) {

  public TrialSettings {
    shared = List.copyOf(shared);
    own = List.copyOf(own);
  }

  /** Those that keys declare, in the order of the files. */
  public static TrialSettings declared() {
    return TrialColumns.settings();
  }

  /** All of them, the shared ones first. */
  public List<String> all() {
    return Stream.concat(shared.stream(), own.stream()).toList();
  }
}
