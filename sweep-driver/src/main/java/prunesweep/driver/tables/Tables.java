package prunesweep.driver.tables;

import java.util.stream.Stream;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.result.HeatMapResult;
import prunesweep.trainer.result.LayerResult;
import prunesweep.trainer.result.ReductionResult;
import prunesweep.trainer.result.SingularValueResult;
import prunesweep.trainer.trial.TrialOutcome.Completed;

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

  static final Table<Part<EvaluationResult>> EVALUATIONS =
      new Table<>(
          TableName.EVALUATIONS,
          "One row a stage of a trial that is done: how the network did at its last epoch and, in"
              + " the columns that start with `lowest_`, at its epoch of lowest validation loss"
              + " since the last prune.",
          EvaluationColumns.ALL,
          Part.from(Completed::evaluations));

  static final Table<Part<SingularValueResult>> SINGULAR_VALUES =
      new Table<>(
          TableName.SINGULAR_VALUES,
          "One row a singular value of a hidden layer before or after a prune, where `analyses` has"
              + " singular-values.",
          AnalysisColumns.SINGULAR_VALUES,
          Part.from(Completed::singularValues));

  static final Table<Part<ReductionResult>> PCA =
      new Table<>(
          TableName.PCA,
          "One row a way to cut the dense network of the same seed to a pruned one's ranks, where"
              + " `analyses` has pca.",
          AnalysisColumns.PCA,
          Part.from(Completed::reductions));

  static final Table<Part<HeatMapResult>> HEAT_MAPS =
      new Table<>(
          TableName.HEAT_MAPS,
          "One row a hidden layer, at each stage of a trial, where `analyses` has heat-maps.",
          AnalysisColumns.HEAT_MAPS,
          Part.from(Completed::heatMaps));

  private Tables() {}

  static Table<?> of(TableName name) {
    return switch (name) {
      case TRIALS -> TRIALS;
      case EPOCHS -> EPOCHS;
      case CYCLES -> CYCLES;
      case LAYERS -> LAYERS;
      case SWEEPS -> SWEEPS;
      case EVALUATIONS -> EVALUATIONS;
      case SINGULAR_VALUES -> SINGULAR_VALUES;
      case PCA -> PCA;
      case HEAT_MAPS -> HEAT_MAPS;
    };
  }
}
