package prunesweep.trainer.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import prunesweep.scorer.Scorer;

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
  private static final Map<ClassLoader, Map<ScoreSpec, Scorer>> FOUND = new WeakHashMap<>();

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
    return List.copyOf(all().keySet());
  }

  /**
   * The scorer of {@code spec}.
   *
   * @throws ScorerException if there is none of this name, version and jar
   */
  public static Scorer of(ScoreSpec spec) {
    return Optional.ofNullable(all().get(spec))
        .orElseThrow(
            () ->
                new ScorerException(
                    "Cannot score: score must be one that is here in the version and jar of its"
                        + " plan, got "
                        + spec));
  }

  private static synchronized Map<ScoreSpec, Scorer> all() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Map<ScoreSpec, Scorer> found = FOUND.get(loader);
    if (found == null) {
      found = find(loader);
      FOUND.put(loader, found);
    }
    return found;
  }

  private static Map<ScoreSpec, Scorer> find(ClassLoader loader) {
    Map<ScoreSpec, Scorer> all = new LinkedHashMap<>();
    OWN.forEach(scorer -> all.put(ScoreSpec.own(scorer), scorer));
    for (Scorer scorer : loaded(loader)) {
      ScoreSpec spec = spec(scorer);
      if (all.keySet().stream().anyMatch(other -> other.name().equals(spec.name()))) {
        throw refuse("a name that no other score has", scorer, spec.name());
      }
      all.put(spec, scorer);
    }
    return all;
  }

  private static List<Scorer> loaded(ClassLoader loader) {
    List<Scorer> scorers = new ArrayList<>();
    try {
      ServiceLoader.load(Scorer.class, loader).forEach(scorers::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new ScorerException(
          "Cannot load a scorer: each class named in META-INF/services/prunesweep.scorer.Scorer"
              + " must be one that can be made, got "
              + reason(e),
          e);
    }
    return scorers;
  }

  private static String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.replace(Scorer.class.getName() + ": ", "").replace('\n', ' ');
  }

  private static ScoreSpec spec(Scorer scorer) {
    String name = name(scorer);
    if (!NAME.matcher(name).matches()) {
      throw refuse("1 to 64 lower-case letters, digits and hyphens", scorer, name);
    }
    if (scorer.version() < 1) {
      throw new ScorerException(
          "Cannot load the scorer %s: its version must be a whole number from 1, got %d"
              .formatted(scorer.getClass().getName(), scorer.version()));
    }
    return new ScoreSpec(name, scorer.version(), jar(scorer.getClass()), scorer.need());
  }

  private static String name(Scorer scorer) {
    try {
      return scorer.name();
    } catch (RuntimeException | LinkageError e) {
      throw new ScorerException(
          "Cannot load the scorer %s: name() must return its name, got %s"
              .formatted(scorer.getClass().getName(), e),
          e);
    }
  }

  private static ScorerException refuse(String rule, Scorer scorer, String name) {
    return new ScorerException(
        "Cannot load the scorer %s: its name must be %s, got %s"
            .formatted(scorer.getClass().getName(), rule, name));
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
