package prunesweep.driver.config;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads a sweep from where it is written. */
public final class ConfigLoader {

  private ConfigLoader() {}

  /**
   * The sweep of {@code file}. An override wins over the file, the file over {@code
   * prunesweep-reference.conf}; objects are merged key by key, anything else (the grid too) is
   * replaced.
   *
   * @param file in HOCON
   * @param overrides {@code key=value} each; the value is HOCON where it is valid HOCON, else a
   *     string
   * @throws ConfigException with one sentence for each problem
   */
  public static SweepConfig load(Path file, List<String> overrides) {
    return load(file, overrides, warning -> {});
  }

  /**
   * As {@link #load(Path, List)}.
   *
   * @param warnings hears one sentence for each written key that changes no trial
   */
  public static SweepConfig load(Path file, List<String> overrides, Consumer<String> warnings) {
    Problems problems = new Problems(file);
    ConfigBudget budget = new ConfigBudget(problems);
    Config overriding = new Overrides(budget, problems).read(overrides);
    Config written =
        overriding
            .withFallback(new HoconFile(file, budget, problems).read())
            .withFallback(HoconFile.reference());
    Config resolved = new Substitutions(problems).resolve(written);
    return new SweepReader(resolved.root(), problems).read(warnings);
  }
}
