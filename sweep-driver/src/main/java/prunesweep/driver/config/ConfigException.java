package prunesweep.driver.config;

import java.util.List;

/** Everything that is wrong with a config, one sentence a problem. */
public final class ConfigException extends RuntimeException {

  private final List<String> problems;

  /** A config with these problems, at least one. */
  public ConfigException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, at least one, in the order they were found. */
  public List<String> problems() {
    return problems;
  }
}
