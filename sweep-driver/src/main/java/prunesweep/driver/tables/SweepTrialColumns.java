package prunesweep.driver.tables;

import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.stream.Stream;

/** The table {@code sweep_trials} and its columns. */
final class SweepTrialColumns {

  static final String NAME = "sweep_trials";
  static final String TRIAL_ID = "trial_id";
  static final String ORIGIN = "origin";

  /**
   * A planned trial with its sweep.
   *
   * @param sweepId the sweep
   * @param trial the trial
   */
  record Planned(String sweepId, SweepTrial trial) {}

  static final Table<Planned> TABLE =
      new Table<>(
          NAME,
          Generation.SWEEP_TRIALS,
          "One row a planned trial of a sweep, written when the sweep starts and replaced when a"
              + " run of it ends or starts again. Which of them are finished, `trials` says; sweeps"
              + " that ended before this table came have no rows.",
          List.of(
              Column.always(
                  SweepColumns.SWEEP_ID, STRING, "as in `sweeps`", "The sweep", Planned::sweepId),
              Column.always(
                  TRIAL_ID,
                  STRING,
                  "16 hexadecimal digits",
                  "The trial, as in `trials`",
                  planned -> planned.trial().trial().value()),
              Column.always(
                  ORIGIN,
                  STRING,
                  "reused, trained",
                  "reused: the trial was finished before this sweep first ran; trained: the sweep"
                      + " trains it itself",
                  planned -> planned.trial().origin().label())),
          Rows.ofSweeps(SweepTrialColumns::rows));

  private SweepTrialColumns() {}

  private static Stream<Planned> rows(SweepRow sweep) {
    return sweep.trials().stream().map(trial -> new Planned(sweep.sweepId(), trial));
  }
}
