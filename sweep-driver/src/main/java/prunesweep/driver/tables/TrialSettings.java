package prunesweep.driver.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a trial but its seed, each the name of a column of {@code trials}: what makes
 * trials replicates of one another.
 *
 * @param shared those of data, network and training, which two methods must share to be compared
 * @param own those of the method and of the retraining
 * @param older what those that came later meant before they were there
 */
public record TrialSettings(List<String> shared, List<String> own, List<Older> older) {

  /**
   * What a setting meant before its key was there.
   *
   * @param column its column
   * @param cell the cell that says so; empty where nothing is kept for it
   */
  public record Older(String column, Optional<Object> cell) {}

  public TrialSettings {
    shared = List.copyOf(shared);
    own = List.copyOf(own);
    older = List.copyOf(older);
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
