package prunesweep.driver.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import prunesweep.trainer.key.Key;

/** Configs of tests: written to a directory of the test, or those of the project. */
public final class Conf {

  private Conf() {}

  /** The sweep of a config with {@code text}. */
  public static SweepConfig of(Path directory, String text, String... overrides) {
    return ConfigLoader.load(write(directory, "x.conf", text), List.of(overrides));
  }

  /** The sweep of {@code conf/NAME.conf}. */
  public static SweepConfig ready(String name, String... overrides) {
    Path home = Path.of(System.getProperty("prunesweep.home", ".."));
    return ConfigLoader.load(home.resolve("conf").resolve(name + ".conf"), List.of(overrides));
  }

  /** An axis of a key that one method has. */
  static <T> Axis<T> axis(Key<T> key, List<? extends T> values) {
    return new Axis<>(List.of(key), List.copyOf(values));
  }

  static Path write(Path directory, String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
