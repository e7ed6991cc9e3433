package prunesweep.trainer.data.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The directories in which data sets are looked for, each data set in a directory of its name.
 *
 * @param usual where a system or a project keeps data sets, first choice first
 * @param cache where fetched ones are kept for this user
 */
public record DatasetPlaces(List<Path> usual, Path cache) {

  public DatasetPlaces {
    usual = List.copyOf(usual);
  }

  /** The places of this user on this machine. */
  public static DatasetPlaces ofThisUser() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")), Path.of(""));
  }

  /**
   * The usual places of a Unix system, {@code data} below {@code workingDirectory}, and the cache
   * that {@code XDG_CACHE_HOME} names, else {@code .cache} in the home directory. As the XDG base
   * directory specification says, a relative {@code XDG_CACHE_HOME} does not count.
   */
  static DatasetPlaces of(Map<String, String> environment, Path userHome, Path workingDirectory) {
    Path home = absolute(environment, "HOME").orElse(userHome);
    Path caches = absolute(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    return new DatasetPlaces(
        List.of(
            Path.of("/usr/share/datasets"),
            Path.of("/usr/local/share/datasets"),
            workingDirectory.resolve("data").toAbsolutePath()),
        caches.resolve("prunesweep").resolve("datasets"));
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  /** The directories in which {@code name} may be, first choice first, the cache last. */
  public List<Path> directories(String name) {
    return Stream.concat(usual.stream(), Stream.of(cache))
        .map(place -> place.resolve(name))
        .toList();
  }

  /** The directory into which {@code name} is fetched. */
  public Path cached(String name) {
    return cache.resolve(name);
  }
}
