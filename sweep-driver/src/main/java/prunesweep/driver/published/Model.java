package prunesweep.driver.published;

import java.util.Arrays;
import java.util.List;

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

  /** The lines of the file: models, and what all models of a sweep have in common. */
  static List<Model> lines() {
    return ResourceTable.rows("models").stream().map(Model::of).toList();
  }

  /** All models. */
  static List<Model> all() {
    return lines().stream().filter(line -> !line.isWholeSweep()).toList();
  }

  private static Model of(ResourceRow row) {
    List<Setting> settings =
        Arrays.stream(row.cell("settings").split(" ")).map(Setting::parse).toList();
    return new Model(row.cell("model"), row.cell("sweep"), settings);
  }

  /** Tells whether it is none itself but says what all models of its sweep have in common. */
  boolean isWholeSweep() {
    return name.equals(WHOLE_SWEEP);
  }

  /** Tells whether it says what {@code column} is. */
  boolean names(String column) {
    return settings.stream().anyMatch(setting -> setting.column().equals(column));
  }
}
