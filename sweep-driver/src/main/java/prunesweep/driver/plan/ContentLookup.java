package prunesweep.driver.plan;

import java.nio.file.Path;
import java.util.Optional;

/** Tells what the images in a directory are. */
@FunctionalInterface
public interface ContentLookup {

  /**
   * The content of the data set {@code name} as {@code DatasetSpec} has it: empty when it is the
   * published one, else its SHA-256 in hexadecimal.
   *
   * @param directory where it lies; empty where it would be looked for
   */
  String content(String name, Optional<Path> directory);
}
