package prunesweep.driver.tables;

import java.util.stream.Stream;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.TrialOutcome.Completed;

/** The definitions of all tables. */
final class Tables {

  static final Table<TrialRow> TRIALS =
      new Table<>(
          TableName.TRIALS,
          "One row a finished trial, done or failed.",
          TrialColumns.ALL,
          Stream::of);

  static final Table<Part<EpochResult>> EPOCHS =
      new Table<>(
          TableName.EPOCHS,
          "One row an epoch of a trial that is done.",
          PartColumns.EPOCHS,
          Part.from(Completed::epochs));

  static final Table<Part<CycleResult>> CYCLES =
      new Table<>(
          TableName.CYCLES,
          "One row a prune of a trial that is done.",
          PartColumns.CYCLES,
          Part.from(Completed::cycles));

  static final Table<Part<LayerResult>> LAYERS =
      new Table<>(
          TableName.LAYERS,
          "One row a hidden layer, at each stage of a trial that is done.",
          PartColumns.LAYERS,
          Part.from(Completed::layers));

  static final Table<SweepRow> SWEEPS =
      new Table<>(
          TableName.SWEEPS,
          "One row a sweep, written when it starts and replaced when a run of it ends or starts"
              + " again.",
          SweepColumns.ALL,
          trial -> Stream.empty());

  private Tables() {}

  static Table<?> of(TableName name) {
    return switch (name) {
      case TRIALS -> TRIALS;
      case EPOCHS -> EPOCHS;
      case CYCLES -> CYCLES;
      case LAYERS -> LAYERS;
      case SWEEPS -> SWEEPS;
    };
  }
}
