package prunesweep.driver.config;

import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;
import prunesweep.trainer.spec.Named;

/** The rules about keys of one block that only hold together. */
final class BlockRules {

  private static final List<Setting<?>> GLOBAL_ONLY =
      List.of(Settings.COUNTER_MODE, Settings.CYCLES, Settings.DECAY);

  private final String path;
  private final ConfigOrigin origin;
  private final Map<String, ConfigValue> written;
  private final Problems problems;

  BlockRules(
      String path, ConfigOrigin origin, Map<String, ConfigValue> written, Problems problems) {
    this.path = path;
    this.origin = origin;
    this.written = written;
    this.problems = problems;
  }

  void check(GridBlock block, Point defaults) {
    checkMethod(block, defaults);
    checkDirectory(block, defaults);
  }

  private void checkMethod(GridBlock block, Point defaults) {
    if (!isWritten(Settings.METHOD)) {
      problems.add(origin, "%s.method must be %s, got nothing".formatted(path, methodNames()));
    } else if (block.values(Settings.METHOD, defaults).contains(MethodName.DENSE)) {
      refuse(ofMethod(), "left out when method is dense");
    } else if (block.values(Settings.SCOPE, defaults).contains(ScopeName.LOCAL)) {
      refuse(GLOBAL_ONLY, "left out when scope is local (one cycle a hidden layer)");
    }
  }

  /** A directory holds one data set: under another name its images would be the wrong ones. */
  private void checkDirectory(GridBlock block, Point defaults) {
    boolean hasDirectory = !block.values(Settings.DATASET_DIR, defaults).isEmpty();
    if (!hasDirectory || !isWritten(Settings.DATASET_NAME)) {
      return;
    }
    if (!isWritten(Settings.DATASET_DIR)) {
      refuse(List.of(Settings.DATASET_NAME), "written beside a dataset.dir of its own");
    } else if (block.values(Settings.DATASET_NAME, defaults).size() > 1) {
      refuse(List.of(Settings.DATASET_NAME), "one name when dataset.dir is written");
    }
  }

  private void refuse(List<Setting<?>> settings, String rule) {
    settings.forEach(setting -> refuse(setting, rule));
  }

  /** A problem where {@code setting} is written. */
  private void refuse(Setting<?> setting, String rule) {
    ConfigValue value = written.get(setting.blockPath());
    if (value != null) {
      String key = path + "." + setting.blockPath();
      problems.add(value.origin(), ConfigValues.mustBe(key, rule, value));
    }
  }

  private boolean isWritten(Setting<?> setting) {
    return written.containsKey(setting.blockPath());
  }

  private static List<Setting<?>> ofMethod() {
    return Settings.ALL.stream()
        .filter(setting -> setting.isOfMethod() && setting != Settings.METHOD)
        .toList();
  }

  private static String methodNames() {
    return String.join(" or ", Named.labels(MethodName.class));
  }
}
