package prunesweep.driver.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.UnfitValueException;

/** Reads the keys of {@code sweep}, which belong to no single trial. */
final class SweepKeys {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final BigDecimal LARGEST_SEED = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final String SEED_RULE = "a list of whole numbers from 0 to " + Long.MAX_VALUE;

  private static final Pattern TIME = Pattern.compile("\\d{1,6} *[a-z]+");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final String TIME_RULE =
      "off or a time from 1 s on, such as 30 s, 1 minute or 2 h";

  private final Problems problems;

  SweepKeys(Problems problems) {
    this.problems = problems;
  }

  String name(ConfigValue value) {
    if (!ConfigValues.isScalar(value) || !NAME.matcher(ConfigValues.text(value)).matches()) {
      String rule =
          "1 to 100 letters, digits, dots, hyphens and underscores, a letter or digit first";
      problems.add(value.origin(), ConfigValues.mustBe("sweep.name", rule, value));
      return "";
    }
    return ConfigValues.text(value);
  }

  List<Long> seeds(ConfigValue value) {
    try {
      return checkedSeeds(value);
    } catch (UnfitValueException e) {
      problems.add(value.origin(), ConfigValues.mustBe("sweep.seeds", e.rule(), value));
      return List.of();
    }
  }

  boolean sharesStages(ConfigValue value) {
    try {
      return Kind.FLAG.read(ConfigValues.written(value));
    } catch (UnfitValueException e) {
      problems.add(value.origin(), ConfigValues.mustBe("sweep.share-stages", e.rule(), value));
      return true;
    }
  }

  /** A time of at least a second; empty for {@code off}. */
  Optional<Duration> time(String key, ConfigValue value) {
    String text = ConfigValues.isScalar(value) ? ConfigValues.text(value) : "";
    if (text.equals("off")) {
      return Optional.empty();
    }
    Optional<Duration> time = TIME.matcher(text).matches() ? duration(value) : Optional.empty();
    if (time.filter(read -> read.compareTo(SHORTEST) >= 0).isEmpty()) {
      problems.add(value.origin(), ConfigValues.mustBe(key, TIME_RULE, value));
    }
    return time;
  }

  private static Optional<Duration> duration(ConfigValue value) {
    try {
      return Optional.of(value.atKey("time").getDuration("time"));
    } catch (com.typesafe.config.ConfigException e) {
      return Optional.empty();
    }
  }

  private static List<Long> checkedSeeds(ConfigValue value) {
    if (!(value instanceof ConfigList list) || list.isEmpty()) {
      throw new UnfitValueException("a list of at least one whole number");
    }
    List<Long> seeds = list.stream().map(SweepKeys::seed).toList();
    if (new HashSet<>(seeds).size() < seeds.size()) {
      throw new UnfitValueException("a list of different whole numbers");
    }
    return seeds;
  }

  private static long seed(ConfigValue value) {
    BigDecimal number = Kind.wholeDecimal(ConfigValues.written(value), SEED_RULE);
    if (number.signum() < 0 || number.compareTo(LARGEST_SEED) > 0) {
      throw new UnfitValueException(SEED_RULE);
    }
    return number.longValueExact();
  }
}
