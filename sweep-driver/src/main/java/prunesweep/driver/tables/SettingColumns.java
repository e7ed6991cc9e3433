package prunesweep.driver.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * The columns of {@code trials} for settings: one a key that says it has one, as the key declares
 * it. Keys of several methods share a column.
 */
final class SettingColumns {

  /** Those of every trial. */
  private static final List<Key<?>> GENERAL =
      Stream.of(DatasetSpec.SECTION, NetworkSpec.SECTION, TrainingSpec.SECTION)
          .flatMap(section -> section.keys().stream())
          .toList();

  private SettingColumns() {}

  /** The columns of {@code keys} that stand before the figures, in order. */
  static List<Column<TrialRow>> leading(List<Key<?>> keys) {
    return columns(keys, Key.Column::isLeading);
  }

  /** All other columns of the first generation; those that do not always apply go last. */
  static List<Column<TrialRow>> first() {
    List<Key<?>> methods = new ArrayList<>(ofMethods());
    methods.sort(Comparator.comparing(key -> !key.conditions().isEmpty()));
    return others(Stream.of(GENERAL, methods), Generation.FIRST);
  }

  /** All other columns that came with {@code generation}, after the first: methods go first. */
  static List<Column<TrialRow>> later(int generation) {
    return others(
        Stream.of(
            RetrainingSpec.SECTION.keys(),
            ofMethods(),
            TrainingSpec.SECTION.keys(),
            NetworkSpec.SECTION.keys(),
            DatasetSpec.SECTION.keys()),
        generation);
  }

  /** The columns of keys that are brought along now, of none of the {@code published} names. */
  static List<Column<TrialRow>> brought(Set<String> published) {
    return Column.since(
        Generation.BROUGHT, columns(ofMethods(), column -> !published.contains(column.name())));
  }

  /** The names of the columns for data, network and training. */
  static Set<String> shared() {
    return names(GENERAL);
  }

  /** The names of the columns for a method and its retraining. */
  static Set<String> own() {
    Set<String> names = names(ofMethods());
    names.addAll(names(RetrainingSpec.SECTION.keys()));
    return names;
  }

  /** What the settings that came later meant before, where all methods agree on it. */
  static List<TrialSettings.Older> older() {
    Map<String, Set<Optional<TrialSettings.Older>>> meant = new TreeMap<>();
    Stream.of(GENERAL, ofMethods(), RetrainingSpec.SECTION.keys())
        .flatMap(List::stream)
        .forEach(
            key ->
                key.column()
                    .map(Key.Column::name)
                    .ifPresent(
                        name ->
                            meant
                                .computeIfAbsent(name, of -> new HashSet<>())
                                .add(older(key, name))));
    return meant.values().stream()
        .filter(olds -> olds.size() == 1)
        .flatMap(olds -> olds.stream().flatMap(Optional::stream))
        .toList();
  }

  private static <T> Optional<TrialSettings.Older> older(Key<T> key, String column) {
    return key.older().map(value -> new TrialSettings.Older(column, kept(key, value)));
  }

  private static Set<String> names(List<Key<?>> keys) {
    return keys.stream()
        .flatMap(key -> key.column().stream())
        .map(Key.Column::name)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<Column<TrialRow>> others(Stream<List<Key<?>>> keys, int generation) {
    return columns(
        keys.flatMap(List::stream).toList(),
        column -> !column.isLeading() && column.generation() == generation);
  }

  private static List<Column<TrialRow>> columns(List<Key<?>> keys, Predicate<Key.Column> which) {
    Map<String, Column<TrialRow>> columns = new LinkedHashMap<>();
    keys.forEach(
        key ->
            key.column()
                .filter(which)
                .ifPresent(column -> columns.putIfAbsent(column.name(), column(key, column))));
    return List.copyOf(columns.values());
  }

  /** The key that names a method, and the keys of all methods. */
  static List<Key<?>> ofMethods() {
    List<Key<?>> keys = new ArrayList<>(List.of(Methods.CHOICE.key()));
    for (Section<? extends Method> method : Methods.sections()) {
      keys.addAll(method.keys());
    }
    return keys;
  }

  private static <T> Column<TrialRow> column(Key<T> key, Key.Column facts) {
    ColumnType type = ColumnType.of(key.kind().cellType());
    Column.Cell<TrialRow> cell = row -> cell(row, key);
    if (!isInEveryTrial(key)) {
      return Column.nullable(facts.name(), type, facts.range(), facts.meaning(), cell)
          .since(facts.generation());
    }
    Column<TrialRow> column =
        Column.<TrialRow>always(facts.name(), type, facts.range(), facts.meaning(), cell)
            .since(facts.generation());
    Optional<Object> older = key.older().map(key.kind()::cell);
    return older.map(column::inOlderFiles).orElse(column);
  }

  private static boolean isInEveryTrial(Key<?> key) {
    boolean isGeneral =
        GENERAL.contains(key)
            || key.equals(Methods.CHOICE.key())
            || key.equals(RetrainingSpec.MODE);
    return isGeneral && !key.isDerived() && key.conditions().isEmpty();
  }

  private static <T> @Nullable Object cell(TrialRow row, Key<T> key) {
    return row.settings().find(key).flatMap(value -> kept(key, value)).orElse(null);
  }

  /** The cell for a value. What was found out says nothing where it is what it always was. */
  private static <T> Optional<Object> kept(Key<T> key, T value) {
    return key.isDerived() && !key.isTelling(value)
        ? Optional.empty()
        : Optional.of(key.kind().cell(value));
  }
}
