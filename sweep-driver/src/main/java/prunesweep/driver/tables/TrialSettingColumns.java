package prunesweep.driver.tables;

import static prunesweep.driver.tables.Column.always;
import static prunesweep.driver.tables.ColumnType.BOOLEAN;
import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.TrainingSpec;

/** The columns of {@code trials} for settings that are seldom an axis. */
final class TrialSettingColumns {

  static final List<Column<TrialRow>> ALL =
      List.of(
          Column.nullable(
              "dataset_content",
              STRING,
              "64 hexadecimal digits",
              "SHA-256 of the data set's contents; null when they are the published ones",
              TrialSettingColumns::content),
          always(
              "bias",
              BOOLEAN,
              "true, false",
              "Whether neurons have a bias",
              row -> row.spec().network().bias()),
          training(
              "optimizer",
              STRING,
              "sgd, adam",
              "Rule that turns a gradient into an update",
              t -> t.optimizer().label()),
          training("learning_rate", DOUBLE, "above 0", "Step size", TrainingSpec::learningRate),
          training("batch_size", INT, "from 1", "Images a step", TrainingSpec::batchSize),
          training("max_epochs", INT, "from 1", "Most epochs of a run", TrainingSpec::maxEpochs),
          training(
              "target_accuracy",
              DOUBLE,
              "0..1",
              "Training accuracy at which training stops",
              TrainingSpec::targetAccuracy),
          training(
              "engine",
              STRING,
              "vector, dl4j",
              "What stepped the network",
              training -> training.engine().label()),
          pruning(
              "counter_source",
              STRING,
              "train, held-out",
              "Where the images of a counter batch come from",
              p -> p.counterSource().label()),
          pruning(
              "counter_batch",
              INT,
              "from 1",
              "Images of a counter batch",
              ActivationPruning::counterBatch),
          pruning(
              "first_threshold",
              DOUBLE,
              "0..1",
              "Training accuracy that opens the first cycle",
              ActivationPruning::firstThreshold),
          global(
              "counter_mode",
              STRING,
              "accumulate, reset",
              "What happens to the counters after a prune",
              g -> g.counterMode().label()),
          global(
              "decay",
              DOUBLE,
              "above 0, at most 1",
              "Amount of a cycle over that of the one before",
              GlobalScope::decay));

  private TrialSettingColumns() {}

  /** A column that only a trial of method activation has a value in. */
  static Column<TrialRow> pruning(
      String name,
      ColumnType type,
      String range,
      String meaning,
      Function<ActivationPruning, Object> value) {
    return Column.nullable(
        name,
        type,
        range,
        meaning + "; null unless `method` is activation",
        row -> row.pruning().map(value).orElse(null));
  }

  private static @Nullable Object content(TrialRow row) {
    String content = row.spec().dataset().content();
    return content.isEmpty() ? null : content;
  }

  private static Column<TrialRow> training(
      String name,
      ColumnType type,
      String range,
      String meaning,
      Function<TrainingSpec, Object> value) {
    return always(name, type, range, meaning, row -> value.apply(row.spec().training()));
  }

  private static Column<TrialRow> global(
      String name,
      ColumnType type,
      String range,
      String meaning,
      Function<GlobalScope, Object> value) {
    return Column.nullable(
        name,
        type,
        range,
        meaning + "; null unless `scope` is global",
        row -> row.globalScope().map(value).orElse(null));
  }
}
