package prunesweep.driver.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that must say what the code says; {@code -Dprunesweep.golden=write} makes it say so. */
record Golden(Path file) {

  /** A file of the source tree. */
  static Golden of(String path) {
    return new Golden(Path.of(System.getProperty("prunesweep.home")).resolve(path));
  }

  void mustBe(String text) throws IOException {
    if ("write".equals(System.getProperty("prunesweep.golden"))) {
      Files.writeString(file, text);
    }
    assertThat(file).hasContent(text);
  }

  /** Everything after the line {@code marker} must be {@code text}. */
  void mustEndWith(String marker, String text) throws IOException {
    String all = Files.readString(file);
    int end = all.indexOf(marker + "\n");
    assertThat(end).as("the place of " + marker).isNotNegative();
    mustBe(all.substring(0, end + marker.length() + 1) + text);
  }
}
