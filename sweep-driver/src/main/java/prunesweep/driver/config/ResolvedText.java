package prunesweep.driver.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import prunesweep.trainer.key.Key;

/** Writes the canonical text of a sweep. */
final class ResolvedText {

  private ResolvedText() {}

  static String of(SweepConfig config) {
    // The same images in another place are the same sweep: places are left out.
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("sweep.name", config.name());
    paths.put("sweep.seeds", config.seeds());
    Vocabulary.current().defaults().forEach(key -> putDefault(key, config.defaults(), paths));
    paths.put(
        "grid", config.grid().stream().map(block -> block(block, config.defaults())).toList());
    return render(paths);
  }

  private static <T> void putDefault(Key<T> key, Point defaults, Map<String, Object> into) {
    if (!key.isPlace()) {
      defaults
          .find(key)
          .filter(value -> !key.wasAlways(value))
          .ifPresent(value -> into.put(key.path(), key.kind().plain(value)));
    }
  }

  private static Map<String, Object> block(GridBlock block, Point defaults) {
    Map<String, Object> paths = new LinkedHashMap<>();
    block.axes().stream()
        .filter(axis -> !axis.key().isPlace() && !axis.isDefault(defaults))
        .forEach(axis -> paths.put(axis.key().blockPath(), axis.plain()));
    return ConfigFactory.parseMap(paths).root().unwrapped();
  }

  private static String render(Map<String, Object> paths) {
    return ConfigFactory.parseMap(paths).root().render(ConfigRenderOptions.concise());
  }
}
