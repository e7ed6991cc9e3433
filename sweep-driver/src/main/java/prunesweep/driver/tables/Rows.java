package prunesweep.driver.tables;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The source of the rows of a table: trials, with which they come and go, or sweeps.
 *
 * @param <R> what a row is made from
 */
interface Rows<R> {

  /** The column that says whose a row is. */
  String owner();

  /** The rows that a finished trial adds, in the order they are kept. */
  Stream<R> of(TrialRow trial);

  /** The rows that a sweep adds, in the order they are kept. */
  Stream<R> of(SweepRow sweep);

  /** Rows of trials. */
  static <R> Rows<R> ofTrials(Function<TrialRow, Stream<R>> rows) {
    return new OfTrials<>(rows);
  }

  /** Rows of sweeps. */
  static <R> Rows<R> ofSweeps(Function<SweepRow, Stream<R>> rows) {
    return new OfSweeps<>(rows);
  }

  /** Does as {@link #ofTrials}. */
  record OfTrials<R>(Function<TrialRow, Stream<R>> rows) implements Rows<R> {

    @Override
    public String owner() {
      return TrialColumns.TRIAL_ID;
    }

    @Override
    public Stream<R> of(TrialRow trial) {
      return rows.apply(trial);
    }

    @Override
    public Stream<R> of(SweepRow sweep) {
      return Stream.empty();
    }
  }

  /** Does as {@link #ofSweeps}. */
  record OfSweeps<R>(Function<SweepRow, Stream<R>> rows) implements Rows<R> {

    @Override
    public String owner() {
      return SweepColumns.SWEEP_ID;
    }

    @Override
    public Stream<R> of(TrialRow trial) {
      return Stream.empty();
    }

    @Override
    public Stream<R> of(SweepRow sweep) {
      return rows.apply(sweep);
    }
  }
}
