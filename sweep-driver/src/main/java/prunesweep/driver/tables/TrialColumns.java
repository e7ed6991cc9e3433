package prunesweep.driver.tables;

import static prunesweep.driver.tables.Column.always;
import static prunesweep.driver.tables.ColumnType.DOUBLE;
import static prunesweep.driver.tables.ColumnType.INT;
import static prunesweep.driver.tables.ColumnType.LONG;
import static prunesweep.driver.tables.ColumnType.STRING;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.key.Sections;
import prunesweep.trainer.spec.DatasetSpec;

/**
 * The table {@code trials} and its columns: what was asked, then what came out, then the other
 * settings, then what came later.
 */
final class TrialColumns {

  static final String TRIAL_ID = "trial_id";
  static final String STATUS = "status";

  private static final String NETWORK_LABEL = "network";
  private static final String CYCLES = "cycles";
  private static final String TARGET = "target";

  private static final List<Column<TrialRow>> FIRST =
      List.of(
          always(
              TRIAL_ID,
              STRING,
              "16 hexadecimal digits, unique",
              "The trial: a hash of everything that decides its rows",
              row -> row.id().value()),
          always("sweep", STRING, "`sweep.name`", "The sweep that ran it", TrialRow::sweep));

  private static final List<Column<TrialRow>> NETWORK =
      List.of(
          always(
              NETWORK_LABEL,
              STRING,
              "e.g. 300-200-100-50",
              "Units of each hidden layer, with `-nobias` where neurons have no bias; of a"
                  + " convolution channels, `c` and the kernel's side, `p` and padding, `m` and the"
                  + " side of max pooling, e.g. 6c5p2m2",
              row -> row.spec().network().label()));

  private static final List<Column<TrialRow>> ASKED =
      List.of(
          Column.nullable(
              CYCLES,
              INT,
              "from 1",
              "Prunes planned; with scope local one a hidden layer; null for dense, and for"
                  + " gradual pruning, where the steps of an epoch decide",
              TrialColumns::cycles),
          Column.nullable(
              TARGET,
              DOUBLE,
              "0..1",
              "Share to prune: of all weights or hidden units, or of each hidden layer, as the"
                  + " scope says; null for dense",
              row -> row.spec().method().target().orElse(null)),
          always(
              "seed", LONG, "any", "The one source of its randomness", row -> row.spec().seed()));

  static final Table<TrialRow> TABLE =
      new Table<>(
          "trials",
          Generation.FIRST,
          "One row a finished trial, done or failed. Its training figures are those of its last"
              + " epoch.",
          Sections.ofTheProgram(TrialColumns::published),
          Rows.ofTrials(Stream::of));

  private TrialColumns() {}

  private static List<Column<TrialRow>> published() {
    return Stream.of(
            FIRST,
            SettingColumns.leading(DatasetSpec.SECTION.keys()),
            NETWORK,
            SettingColumns.leading(SettingColumns.ofMethods()),
            ASKED,
            TrialFigureColumns.ALL,
            SettingColumns.first(),
            Column.since(Generation.NINE_TABLES, TrialMachineColumns.ALL),
            Column.since(Generation.NINE_TABLES, TrialFigureColumns.ADDED),
            SettingColumns.later(Generation.NINE_TABLES),
            Column.since(Generation.SWEEP_TRIALS, TrialCodeColumns.ALL),
            Column.since(Generation.SWEEP_TRIALS, TrialFigureColumns.REACHED),
            SettingColumns.later(Generation.SWEEP_TRIALS),
            SettingColumns.later(Generation.FIELD),
            Column.since(Generation.FIELD, TrialFigureColumns.LOSSES))
        .flatMap(List::stream)
        .toList();
  }

  /** The table with the columns of what is brought along now, at its end. */
  static Table<TrialRow> current() {
    Set<String> published = TABLE.columns().stream().map(Column::name).collect(Collectors.toSet());
    return TABLE.with(SettingColumns.brought(published));
  }

  /** The settings of a trial but its seed, each the name of a column, in the order of the files. */
  static TrialSettings settings() {
    Set<String> shared = SettingColumns.shared();
    shared.add(NETWORK_LABEL);
    Set<String> own = SettingColumns.own();
    own.addAll(List.of(CYCLES, TARGET));
    return new TrialSettings(namesIn(shared), namesIn(own), SettingColumns.older());
  }

  private static List<String> namesIn(Set<String> wanted) {
    return TABLE.columns().stream().map(Column::name).filter(wanted::contains).toList();
  }

  private static @Nullable Object cycles(TrialRow row) {
    int hiddenLayers = row.spec().network().hiddenLayers();
    return row.spec().method().plannedPrunes(hiddenLayers).orElse(null);
  }
}
