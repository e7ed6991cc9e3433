package prunesweep.driver.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a results folder: all that reading and writing one knows of them.
 *
 * @param all in the order they were published; none twice
 */
public record Tables(List<Table<?>> all) {

  private static final String TRIALS = "trials";
  private static final String SWEEPS = "sweeps";

  /** The tables that this version reads and writes. Whoever adds one lists it here, at the end. */
  public static final Tables PUBLISHED =
      new Tables(
          List.of(
              TrialColumns.TABLE,
              EpochColumns.TABLE,
              CycleColumns.TABLE,
              LayerColumns.TABLE,
              SweepColumns.TABLE,
              EvaluationColumns.TABLE,
              SingularValueColumns.TABLE,
              ReductionColumns.TABLE,
              HeatMapColumns.TABLE,
              SweepTrialColumns.TABLE,
              KeptNetworkColumns.TABLE,
              ConfusionColumns.TABLE));

  /** The published tables, with columns for what is brought along where this thread looks. */
  public static Tables current() {
    List<Table<?>> current = new ArrayList<>(PUBLISHED.all);
    current.set(current.indexOf(TrialColumns.TABLE), TrialColumns.current());
    return new Tables(current);
  }

  public Tables {
    all = List.copyOf(all);
    List<String> names = all.stream().<String>map(Table::name).toList();
    if (names.size() != names.stream().distinct().count()) {
      throw new IllegalArgumentException("Tables must have names of their own, got " + names);
    }
  }

  /**
   * The table of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Table<?> named(String name) {
    return all.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no table " + name));
  }

  /** The table whose files make a commit appear and disappear. */
  Table<?> trials() {
    return named(TRIALS);
  }

  /** The table that says how far a sweep has come. */
  Table<?> sweeps() {
    return named(SWEEPS);
  }

  List<Table<?>> besidesTrials() {
    List<Table<?>> others = new ArrayList<>(all);
    others.remove(trials());
    return others;
  }

  /** The generation of a commit with a file in every table. */
  int generation() {
    return all.stream().mapToInt(Table::newestGeneration).max().orElse(Generation.FIRST);
  }
}
