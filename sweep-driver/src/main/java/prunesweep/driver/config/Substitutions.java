package prunesweep.driver.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigException.UnresolvedSubstitution;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces each <code>${key}</code> by what it stands for. One that stands for nothing is a problem
 * and gets a stand-in, so that the problems after it are found too.
 */
final class Substitutions {

  private static final String STAND_IN = "stand-in for an unresolved substitution";
  private static final Pattern NAME = Pattern.compile("\\$\\{\\??([^}]+)}");

  private final Problems problems;
  private final Set<String> reported = new HashSet<>();

  Substitutions(Problems problems) {
    this.problems = problems;
  }

  static boolean isStandIn(ConfigOrigin origin) {
    return origin.description().equals(STAND_IN);
  }

  /** A value in place of one with a problem, about which nothing more is said. */
  static ConfigValue standIn() {
    return ConfigValueFactory.fromAnyRef("", STAND_IN);
  }

  /**
   * The config without substitutions.
   *
   * @throws prunesweep.driver.config.ConfigException if it would be too large, or if values cannot
   *     be joined
   */
  Config resolve(Config config) {
    ResolvedSize size = ResolvedSize.of(config);
    size.requireBounded(problems);
    try {
      return complete(config);
    } catch (ConfigException e) {
      size.substituting().entrySet().stream()
          .filter(value -> joins(config.withoutPath(value.getKey())))
          .findFirst()
          .ifPresent(value -> refuse(value.getKey(), value.getValue()));
      problems.throwIfAny();
      problems.addInvalid(e);
      throw problems.toException();
    }
  }

  /**
   * Whether all values can be joined. The library does not say which it could not join, but without
   * that one the others can be.
   */
  private static boolean joins(Config config) {
    try {
      config.resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
      return true;
    } catch (ConfigException e) {
      return false;
    }
  }

  private void refuse(String key, ConfigOrigin origin) {
    String rule = "%s must join only lists, only blocks or only texts, got values of several kinds";
    problems.add(origin, rule.formatted(ConfigValues.cut(key)));
  }

  private Config complete(Config config) {
    Config completed = config;
    while (true) {
      try {
        return completed.resolve();
      } catch (UnresolvedSubstitution e) {
        completed = completed.withFallback(standIn(e));
      }
    }
  }

  private Config standIn(UnresolvedSubstitution failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher name = NAME.matcher(message);
    if (!name.find()) {
      throw failure;
    }
    String path = name.group(1);
    report(failure.origin(), path, message);
    return Nested.config(ConfigUtil.splitPath(path), standIn(), STAND_IN);
  }

  private void report(ConfigOrigin origin, String path, String message) {
    if (!reported.add(path)) {
      // The stand-in did not help: some scalar is in its way.
      problems.throwIfAny();
    }
    String rule =
        message.contains("cycle")
            ? "must not lead back to itself"
            : "must name a key or an environment variable that is set";
    problems.add(origin, "${%s} %s".formatted(ConfigValues.cut(path), rule));
  }
}
