package prunesweep.driver.published;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A combination of settings whose trials are ours of some published network.
 *
 * @param name the name that the published tables give it, or ours
 * @param sweep the name of the config in {@code conf} that runs it
 * @param settings what sets it apart from other models of that sweep
 */
record Model(String name, String sweep, List<Setting> settings) {

  private static final String WHOLE_SWEEP = "*";

  Model {
    settings = List.copyOf(settings);
  }

  private static List<Model> lines() {
    return ResourceTable.rows("models").stream().map(Model::of).toList();
  }

  private static Model of(ResourceRow row) {
    List<Setting> settings =
        Arrays.stream(row.cell("settings").split(" ")).map(Setting::parse).toList();
    return new Model(row.cell("model"), row.cell("sweep"), settings);
  }

  private boolean isWholeSweep() {
    return name.equals(WHOLE_SWEEP);
  }

  /** All models. */
  static List<Model> all() {
    return lines().stream().filter(model -> !model.isWholeSweep()).toList();
  }

  /**
   * An expression of SQL for a row of {@code trials}: the name of the model that it is a trial of,
   * null where it is of none. Settings of the whole sweep hold wherever they apply.
   */
  static String ofTrial() {
    List<Model> all = all();
    return lines().stream()
        .filter(Model::isWholeSweep)
        .map(
            sweep ->
                "WHEN %s THEN CASE %s END"
                    .formatted(sweep.whereTheyApply(), branches(all, sweep.sweep())))
        .collect(Collectors.joining("\n", "CASE ", " END"));
  }

  private static String branches(List<Model> all, String sweep) {
    return all.stream()
        .filter(model -> model.sweep().equals(sweep))
        .map(model -> "WHEN %s THEN %s".formatted(model.condition(), SqlText.quoted(model.name())))
        .collect(Collectors.joining("\n"));
  }

  private String whereTheyApply() {
    return settings.stream().map(Setting::whereItApplies).collect(Collectors.joining(" AND "));
  }

  private String condition() {
    return settings.stream().map(Setting::condition).collect(Collectors.joining(" AND "));
  }
}
