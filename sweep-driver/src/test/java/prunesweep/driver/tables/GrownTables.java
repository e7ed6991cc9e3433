package prunesweep.driver.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of versions to come, made up. */
public final class GrownTables {

  private GrownTables() {}

  /** The published tables with a table {@code colours} of one row a trial, and two columns. */
  public static Tables withColours() {
    return of(Tables.PUBLISHED, Tables.PUBLISHED.generation() + 1, "colours");
  }

  /** These with a further table, and two further columns of {@code trials}. */
  static Tables of(Tables tables, int generation, String name) {
    List<Table<?>> all = new ArrayList<>();
    for (Table<?> table : tables.all()) {
      all.add(table.name().equals("trials") ? withColumns(table, generation, name) : table);
    }
    all.add(
        new Table<>(
            name,
            generation,
            "One row a trial.",
            List.of(
                ResultColumns.trial(),
                ResultColumns.value("value", ColumnType.STRING, "text", "It", row -> row)),
            Rows.ofTrials(trial -> Stream.of(new TrialResultRow<>(trial.id(), name)))));
    return new Tables(all);
  }

  private static <R> Table<R> withColumns(Table<R> trials, int generation, String name) {
    List<Column<R>> columns = new ArrayList<>(trials.columns());
    columns.addAll(
        Column.since(
            generation,
            List.of(
                Column.nullable(name, ColumnType.INT, "any", "It", row -> 7),
                Column.<R>always("all_" + name, ColumnType.STRING, "any", "It", row -> "new")
                    .inOlderFiles("old"))));
    return new Table<>(
        trials.name(), trials.generation(), trials.meaning(), columns, trials.rows());
  }
}
