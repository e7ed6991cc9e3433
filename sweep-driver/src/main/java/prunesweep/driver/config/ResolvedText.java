package prunesweep.driver.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the canonical text of a sweep. */
final class ResolvedText {

  private ResolvedText() {}

  static String of(SweepConfig config) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("sweep.name", config.name());
    paths.put("sweep.seeds", config.seeds());
    Settings.ALL.forEach(setting -> putDefault(setting, config.defaults(), paths));
    paths.put(
        "grid", config.grid().stream().map(block -> block(block, config.defaults())).toList());
    return render(paths);
  }

  private static <T> void putDefault(Setting<T> setting, Point defaults, Map<String, Object> into) {
    if (saysWhatIsRun(setting)) {
      defaults
          .find(setting)
          .filter(value -> !setting.wasAlways(value))
          .ifPresent(value -> into.put(setting.path(), setting.plain(value)));
    }
  }

  private static Map<String, Object> block(GridBlock block, Point defaults) {
    Map<String, Object> paths = new LinkedHashMap<>();
    block.axes().stream()
        .filter(axis -> saysWhatIsRun(axis.setting()) && !axis.isDefault(defaults))
        .forEach(axis -> paths.put(axis.setting().blockPath(), axis.plain()));
    return ConfigFactory.parseMap(paths).root().unwrapped();
  }

  /** The same images in another place are the same sweep. */
  private static boolean saysWhatIsRun(Setting<?> setting) {
    return !Settings.PLACES.contains(setting);
  }

  private static String render(Map<String, Object> paths) {
    return ConfigFactory.parseMap(paths).root().render(ConfigRenderOptions.concise());
  }
}
