package prunesweep.trainer.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fingerprint of code is of its classes, not of when or how they were packed. */
class CodeFingerprintTest {

  @TempDir Path folder;

  @Test
  void ofThisProgramIsOneNumber() {
    assertThat(CodeFingerprint.current())
        .matches("[0-9a-f]{8}")
        .isEqualTo(CodeFingerprint.current());
  }

  @Test
  void isOneForAJarAndItsFolder() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes/prunesweep"));
    Files.writeString(classes.resolve("A.class"), "one");
    Files.writeString(classes.resolve("notes.txt"), "no code");
    Path jar = folder.resolve("code.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      ZipEntry entry = new ZipEntry("prunesweep/A.class");
      entry.setTime(0);
      out.putNextEntry(entry);
      out.write("one".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    String fingerprint = CodeFingerprint.of(folder.resolve("classes"));
    assertThat(CodeFingerprint.of(jar)).isEqualTo(fingerprint);
    Files.writeString(classes.resolve("A.class"), "two");
    assertThat(CodeFingerprint.of(folder.resolve("classes"))).isNotEqualTo(fingerprint);
  }
}
