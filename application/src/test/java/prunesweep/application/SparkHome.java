package prunesweep.application;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A folder like that of a Spark installation, of the Spark jars of the build: those of the class
 * path that are not in the application jar.
 *
 * @param folder its jars are below {@code jars}
 * @param application the application jar
 */
record SparkHome(Path folder, Path application) {

  /** Makes one in {@code folder}. */
  static SparkHome in(Path folder) throws IOException {
    Path application = Path.of(System.getProperty("prunesweep.application"));
    Path jars = Files.createDirectories(folder.resolve("jars"));
    try (ZipFile inside = new ZipFile(application.toFile())) {
      for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        Path jar = Path.of(element);
        if (element.endsWith(".jar") && !hasAll(inside, jar)) {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        }
      }
    }
    return new SparkHome(folder, application);
  }

  private static boolean hasAll(ZipFile application, Path jar) throws IOException {
    try (ZipFile other = new ZipFile(jar.toFile())) {
      return other.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") || name.endsWith(".so"))
          .filter(name -> !name.endsWith("module-info.class"))
          .allMatch(name -> application.getEntry(name) != null);
    }
  }
}
