package prunesweep.driver.tables;

import static prunesweep.driver.tables.Column.always;
import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.LONG;
import static prunesweep.driver.tables.ColumnType.STRING;
import static prunesweep.driver.tables.TrialSettingColumns.pruning;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.OneShotPruning;

/**
 * The table {@code trials} and its columns: what was asked, then what came out, then the other
 * settings, then what came later.
 */
final class TrialColumns {

  static final String TRIAL_ID = "trial_id";
  static final String STATUS = "status";

  private static final List<Column<TrialRow>> KEYS =
      List.of(
          always(
              TRIAL_ID,
              STRING,
              "16 hexadecimal digits, unique",
              "The trial: a hash of everything that decides its rows",
              row -> row.id().value()),
          always("sweep", STRING, "`sweep.name`", "The sweep that ran it", TrialRow::sweep),
          always(
              "dataset",
              STRING,
              "e.g. fashion-mnist",
              "Its data set",
              row -> row.spec().dataset().name()),
          always(
              "network",
              STRING,
              "e.g. 300-200-100-50",
              "Units of each hidden layer, with `-nobias` where neurons have no bias; of a"
                  + " convolution channels, `c` and the kernel's side, `p` and padding, `m` and the"
                  + " side of max pooling, e.g. 6c5p2m2",
              row -> row.spec().network().label()),
          always(
              "method",
              STRING,
              "dense, activation, magnitude, one-shot",
              "What is done to the network, while it trains or after",
              row -> row.spec().method().label()),
          pruning("scope", STRING, "global, local", "Weights that compete", p -> p.scope().label()),
          pruning(
              "score",
              STRING,
              "neurons, neurons-weights, magnitude, random",
              "What makes a weight important",
              p -> p.score().label()),
          pruning(
              "counter",
              STRING,
              "active, inactive",
              "What an activation counter counts",
              p -> p.counter().label()),
          Column.nullable(
              "cycles",
              INT,
              "from 1",
              "Prunes planned; with scope local one a hidden layer; null for dense, and for"
                  + " magnitude, where the steps of an epoch decide",
              TrialColumns::cycles),
          Column.nullable(
              "target",
              DOUBLE,
              "0..1",
              "Share to prune: of all weights (global), of each hidden layer (all others); null for"
                  + " dense",
              TrialColumns::target),
          always(
              "seed", LONG, "any", "The one source of its randomness", row -> row.spec().seed()));

  static final Table<TrialRow> TABLE =
      new Table<>(
          "trials",
          Generation.FIRST,
          "One row a finished trial, done or failed. Its training figures are those of its last"
              + " epoch.",
          Stream.of(
                  KEYS,
                  TrialFigureColumns.ALL,
                  TrialSettingColumns.ALL,
                  Column.since(Generation.NINE_TABLES, TrialMachineColumns.ALL),
                  Column.since(Generation.NINE_TABLES, TrialFigureColumns.ADDED),
                  Column.since(Generation.NINE_TABLES, TrialMethodColumns.ALL),
                  Column.since(Generation.SWEEP_TRIALS, TrialCodeColumns.ALL),
                  Column.since(Generation.SWEEP_TRIALS, TrialFigureColumns.REACHED))
              .flatMap(List::stream)
              .toList(),
          Rows.ofTrials(Stream::of));

  private TrialColumns() {}

  private static @Nullable Object cycles(TrialRow row) {
    if (row.oneShot().isPresent()) {
      return 1;
    }
    int hiddenLayers = row.spec().network().hiddenLayers();
    return row.pruning().map(pruning -> pruning.scope().cycles(hiddenLayers)).orElse(null);
  }

  private static @Nullable Object target(TrialRow row) {
    return row.pruning()
        .map(ActivationPruning::target)
        .or(() -> row.magnitude().map(MagnitudePruning::target))
        .or(() -> row.oneShot().map(OneShotPruning::share))
        .orElse(null);
  }
}
