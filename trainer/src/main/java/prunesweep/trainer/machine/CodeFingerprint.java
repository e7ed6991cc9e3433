package prunesweep.trainer.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Fingerprint of the classes that train: equal where they are, whenever and wherever they were
 * compiled. A commit would not tell what was changed after it.
 */
public final class CodeFingerprint {

  private static final String ROOM = "prunesweep/";
  private static final String CURRENT = of(place());

  private CodeFingerprint() {}

  /** Of this program, eight hexadecimal digits. */
  public static String current() {
    return CURRENT;
  }

  private static Path place() {
    try {
      return Path.of(
          CodeFingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Java says where a class is by an address", e);
    }
  }

  /** Of the classes in the jar or folder {@code place}. */
  static String of(Path place) {
    try {
      Map<String, Long> checksums = Files.isDirectory(place) ? folder(place) : jar(place);
      CRC32 all = new CRC32();
      checksums.forEach((name, checksum) -> update(all, "%s %d".formatted(name, checksum)));
      return "%08x".formatted(all.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void update(CRC32 checksum, String text) {
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Long> jar(Path place) throws IOException {
    try (ZipFile jar = new ZipFile(place.toFile())) {
      return jar.stream()
          .filter(entry -> isClass(entry.getName()))
          .collect(
              Collectors.toMap(
                  ZipEntry::getName, ZipEntry::getCrc, (first, second) -> first, TreeMap::new));
    }
  }

  private static Map<String, Long> folder(Path place) throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = place.relativize(file).toString().replace(File.separatorChar, '/');
        if (isClass(name)) {
          CRC32 checksum = new CRC32();
          checksum.update(Files.readAllBytes(file));
          checksums.put(name, checksum.getValue());
        }
      }
    }
    return checksums;
  }

  private static boolean isClass(String name) {
    return name.startsWith(ROOM) && name.endsWith(".class");
  }
}
