package prunesweep.driver.published;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The question which model a trial is one of, in SQL. A setting of the whole sweep holds wherever
 * it applies; one that nobody names is what it was before its key was there.
 */
final class ModelOfTrial {

  private final List<Model> lines = Model.lines();
  private final List<Setting> older;

  /**
   * @param older what a model has where its lines name nothing
   */
  ModelOfTrial(List<Setting> older) {
    this.older = List.copyOf(older);
  }

  /** An expression for a row of {@code trials}: the name of the model, null where it is of none. */
  String sql() {
    return lines.stream()
        .filter(Model::isWholeSweep)
        .map(sweep -> "WHEN %s THEN CASE %s END".formatted(common(sweep), branches(sweep)))
        .collect(Collectors.joining("\n", "CASE ", " END"));
  }

  private String common(Model sweep) {
    Predicate<String> unnamed = column -> linesOf(sweep).noneMatch(line -> line.names(column));
    return Stream.concat(sweep.settings().stream(), older(unnamed))
        .map(Setting::whereItApplies)
        .collect(Collectors.joining(" AND "));
  }

  private String branches(Model sweep) {
    return linesOf(sweep)
        .filter(line -> !line.isWholeSweep())
        .map(model -> "WHEN %s THEN %s".formatted(own(model, sweep), SqlText.quoted(model.name())))
        .collect(Collectors.joining("\n"));
  }

  /** What sets the model apart, and what of others of its sweep it leaves as it always was. */
  private String own(Model model, Model sweep) {
    Predicate<String> named = column -> linesOf(sweep).anyMatch(line -> line.names(column));
    Predicate<String> open = column -> !model.names(column) && !sweep.names(column);
    return Stream.concat(
            model.settings().stream().map(Setting::condition),
            older(named.and(open)).map(Setting::whereItApplies))
        .collect(Collectors.joining(" AND "));
  }

  private Stream<Model> linesOf(Model sweep) {
    return lines.stream().filter(line -> line.sweep().equals(sweep.sweep()));
  }

  private Stream<Setting> older(Predicate<String> which) {
    return older.stream().filter(setting -> which.test(setting.column()));
  }
}
