package prunesweep.trainer.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import prunesweep.scorer.Scorer;
import prunesweep.trainer.key.Sections;

/**
 * Jars with scorers of the user's own, or with methods, scopes and schedules, and what these need.
 */
public final class ScorerJars {

  private static final String SERVICES = "META-INF/services/";
  private static final String SCORERS = SERVICES + Scorer.class.getName();
  private static final String SECTIONS = SERVICES + Sections.Provider.class.getName();

  private ScorerJars() {}

  /**
   * Does {@code work} with what {@code files} bring: it is on a class loader below the program's,
   * which is the context class loader of this thread meanwhile and of the threads that are started
   * in it. Where there are no files, nothing is changed.
   *
   * @throws ScorerException if a file is no jar, none of them names a scorer or a provider of
   *     sections, or a scorer cannot be used
   */
  public static <T> T during(List<Path> files, Supplier<T> work) {
    if (files.isEmpty()) {
      return work.get();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader(files)) {
      thread.setContextClassLoader(loader);
      Scorers.specs();
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URLClassLoader loader(List<Path> files) {
    requireNames(files);
    // All of them are looked at, whichever comes first.
    if (files.stream().filter(ScorerJars::brings).toList().isEmpty()) {
      throw refused(
          "jars of which one has a file " + SCORERS,
          "%s, and no file %s either".formatted(listed(files), SECTIONS));
    }
    URL[] urls = files.stream().map(ScorerJars::url).toArray(URL[]::new);
    return new URLClassLoader(urls, ScorerJars.class.getClassLoader());
  }

  /** Executors keep them side by side, so that two of one name would be one. */
  private static void requireNames(List<Path> files) {
    Set<Path> names = new HashSet<>();
    for (Path file : files) {
      if (!names.add(file.toAbsolutePath().getFileName())) {
        throw refused("files that each have another name", listed(files));
      }
    }
  }

  /** Says if a jar has a file that names scorers or providers of sections. */
  private static boolean brings(Path file) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      throw refused("jar files of this machine", file.toString());
    }
    if (!Files.exists(file)) {
      throw refused("jar files", file + ", which does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw refused("jar files", file + ", which is no file");
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.getEntry(SCORERS) != null || jar.getEntry(SECTIONS) != null;
    } catch (IOException | SecurityException e) {
      throw refused("jar files", "%s (%s)".formatted(file, e.getMessage()));
    }
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("A file has an address", e);
    }
  }

  private static String listed(List<Path> files) {
    return String.join(", ", files.stream().map(Path::toString).toList());
  }

  private static ScorerException refused(String rule, String files) {
    return new ScorerException(
        "Cannot load scorers: jars must be %s, got %s".formatted(rule, files));
  }
}
