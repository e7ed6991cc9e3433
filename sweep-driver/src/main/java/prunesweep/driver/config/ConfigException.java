package prunesweep.driver.config;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is wrong with a config, one sentence a problem. */
public final class ConfigException extends RuntimeException {

  /** Problems that are shown; of more than these there is only a number. */
  static final int MOST_SHOWN = 20;

  private final List<String> problems;

  /** A config with these problems, at least one. */
  public ConfigException(Collection<String> problems) {
    this(problems, 0);
  }

  /** A config with these problems, at least one, and so many {@code further} ones. */
  ConfigException(Collection<String> problems, int further) {
    this(shown(problems, Math.max(0, problems.size() - MOST_SHOWN) + further));
  }

  private ConfigException(List<String> shown) {
    super(String.join(System.lineSeparator(), shown));
    this.problems = shown;
  }

  private static List<String> shown(Collection<String> problems, int more) {
    Stream<String> rest = more == 0 ? Stream.of() : Stream.of("... and %d more".formatted(more));
    return Stream.concat(problems.stream().limit(MOST_SHOWN), rest).toList();
  }

  /**
   * The first problems, at least one, in the order they were found, and how many there are more.
   */
  public List<String> problems() {
    return problems;
  }
}
