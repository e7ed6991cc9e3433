package prunesweep.trainer.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import prunesweep.scorer.Need;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.key.Services;

/**
 * All scorers: those that come along, and those that Java's ServiceLoader finds where the thread
 * loads its classes from.
 */
public final class Scorers {

  /** The list to add a scorer to. */
  private static final List<Scorer> OWN =
      List.of(
          new Neurons(),
          new NeuronsWeights(),
          new Magnitude(),
          new RandomScore(),
          new Snip(),
          new Lamp(),
          new Taylor(),
          new Wanda(),
          new Synflow(),
          new Fisher(),
          new Grasp());

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Services<Scorer, Map<ScoreSpec, Scorer>> ALL =
      new Services<>(Scorer.class, Scorers::withOwn, Scorers::unmakeable);

  private Scorers() {}

  /** The names of those that come along. */
  public static List<String> ownNames() {
    return OWN.stream().map(Scorer::name).toList();
  }

  /**
   * The specs of all scorers, those that come along first.
   *
   * @throws ScorerException if one that is found cannot be used
   */
  public static List<ScoreSpec> specs() {
    return List.copyOf(ALL.get().keySet());
  }

  /**
   * The scorer of {@code spec}.
   *
   * @throws ScorerException if there is none of this name, version and jar
   */
  public static Scorer of(ScoreSpec spec) {
    return Optional.ofNullable(ALL.get().get(spec)).orElseThrow(() -> missing(spec));
  }

  /** What there is in its place: an executor may have another jar of that name, or none. */
  private static ScorerException missing(ScoreSpec spec) {
    String there =
        specs().stream()
            .filter(other -> other.name().equals(spec.name()))
            .findFirst()
            .map(Scorers::origin)
            .orElse("none of this name");
    return new ScorerException(
        "Cannot score: score must be %s of the plan (%s), got %s"
            .formatted(spec.name(), origin(spec), there));
  }

  private static String origin(ScoreSpec spec) {
    String version = "version " + spec.version();
    return spec.jar().isEmpty() ? version : "%s of the jar %s".formatted(version, spec.jar());
  }

  private static Map<ScoreSpec, Scorer> withOwn(List<Scorer> found) {
    Map<ScoreSpec, Scorer> all = new LinkedHashMap<>();
    OWN.forEach(scorer -> all.put(ScoreSpec.own(scorer), scorer));
    for (Scorer scorer : found) {
      ScoreSpec spec = spec(scorer);
      if (all.keySet().stream().anyMatch(other -> other.name().equals(spec.name()))) {
        throw refuse("name", "a name that no other score has", scorer, spec.name());
      }
      all.put(spec, scorer);
    }
    return all;
  }

  private static ScorerException unmakeable(Throwable failure) {
    return new ScorerException(
        "Cannot load a scorer: each class named in META-INF/services/prunesweep.scorer.Scorer"
            + " must be one that can be made, got "
            + reason(failure),
        failure);
  }

  private static String reason(Throwable failure) {
    String message =
        String.valueOf(failure.getMessage()).replace(Scorer.class.getName() + ": ", "");
    return failure.getCause() == null ? message : "%s (%s)".formatted(message, failure.getCause());
  }

  private static ScoreSpec spec(Scorer scorer) {
    String name = said(scorer, "name()", scorer::name);
    if (!NAME.matcher(name).matches()) {
      throw refuse("name", "1 to 64 lower-case letters, digits and hyphens", scorer, name);
    }
    int version = said(scorer, "version()", scorer::version);
    if (version < 1) {
      throw refuse("version", "a whole number from 1", scorer, version);
    }
    Need need = said(scorer, "need()", scorer::need);
    return new ScoreSpec(name, version, jar(scorer.getClass()), need);
  }

  /**
   * Whether the scorer of {@code spec} is defined for networks with convolutions.
   *
   * @throws ScorerException if there is none, or it does not say
   */
  public static boolean areDefinedForConvolutions(ScoreSpec spec) {
    Scorer scorer = of(spec);
    return said(scorer, "scoresConvolutions()", scorer::scoresConvolutions);
  }

  /** What a scorer says of itself. */
  private static <T> T said(Scorer scorer, String method, Supplier<@Nullable T> saying) {
    String rule = "Cannot load the scorer %s: %s must return a value, got %s";
    String type = scorer.getClass().getName();
    T value;
    try {
      value = saying.get();
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw new ScorerException(
          rule.formatted(type, method, ScorerException.told(e, scorer.getClass())), e);
    }
    if (value == null) {
      throw new ScorerException(rule.formatted(type, method, "null"));
    }
    return value;
  }

  private static ScorerException refuse(String what, String rule, Scorer scorer, Object value) {
    return new ScorerException(
        "Cannot load the scorer %s: its %s must be %s, got %s"
            .formatted(scorer.getClass().getName(), what, rule, value));
  }

  /** The SHA-256 of the jar a class comes from; of its own file where it comes from a folder. */
  private static String jar(Class<?> type) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      Path place = Path.of(source.getLocation().toURI());
      if (Files.isRegularFile(place)) {
        try (InputStream bytes = Files.newInputStream(place)) {
          return DigestUtils.sha256Hex(bytes);
        }
      }
      return DigestUtils.sha256Hex(
          Files.readAllBytes(place.resolve(type.getName().replace('.', '/') + ".class")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A class comes from a place with an address", e);
    }
  }
}
