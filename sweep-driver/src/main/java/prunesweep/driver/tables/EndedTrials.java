package prunesweep.driver.tables;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trials of a sweep that have ended, as its tables have it at this moment.
 *
 * @param done those that are done
 * @param failed those that failed
 */
public record EndedTrials(int done, int failed) {

  /**
   * Counts them in the folder {@code out}; needs no lock.
   *
   * @throws TablesException if there are no tables there, or they cannot be read
   */
  public static EndedTrials of(Path out, String sweepId) {
    Table<?> members = Tables.PUBLISHED.named(SweepTrialColumns.NAME);
    Set<String> planned =
        new HashSet<>(
            ResultFiles.rows(
                out,
                members,
                members.only(SweepColumns.SWEEP_ID, SweepTrialColumns.TRIAL_ID),
                row ->
                    row.getString(SweepColumns.SWEEP_ID, 0).equals(sweepId)
                        ? Optional.of(row.getString(SweepTrialColumns.TRIAL_ID, 0))
                        : Optional.empty()));
    Table<?> trials = Tables.PUBLISHED.trials();
    List<TrialStatus> ended =
        ResultFiles.rows(
            out,
            trials,
            trials.only(TrialColumns.TRIAL_ID, TrialColumns.STATUS),
            row ->
                planned.contains(row.getString(TrialColumns.TRIAL_ID, 0))
                    ? Optional.of(TrialStatus.of(row.getString(TrialColumns.STATUS, 0)))
                    : Optional.empty());
    int failed = (int) ended.stream().filter(TrialStatus.FAILED::equals).count();
    return new EndedTrials(ended.size() - failed, failed);
  }
}
