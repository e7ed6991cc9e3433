package prunesweep.trainer.data.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.file.DiskFile;
import prunesweep.trainer.data.file.Sha256;

class IdxReaderTest {

  private static final int ONE_BUFFER = 1 << 16;

  @TempDir Path directory;

  @Test
  void readsPlainImages() throws IOException {
    byte[] content = IdxBytes.images(7, 4, 3, 11);
    IdxArray read = IdxReader.read(file("images", content), IdxKind.IMAGES);
    assertThat(read.count()).isEqualTo(7);
    assertThat(read.rows()).isEqualTo(4);
    assertThat(read.columns()).isEqualTo(3);
    assertThat(read.inputs()).isEqualTo(12);
    assertThat(IdxBytes.join(IdxBytes.header(0x803, 7, 4, 3), read.values())).isEqualTo(content);
  }

  @Test
  void readsPlainLabels() throws IOException {
    IdxArray read = IdxReader.read(file("labels", IdxBytes.labels(12)), IdxKind.LABELS);
    assertThat(read.values()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    assertThat(read.count()).isEqualTo(12);
  }

  @Test
  void knowsGzipByItsContentNotItsName() throws IOException {
    byte[] content = IdxBytes.images(3, 2, 2, 5);
    IdxArray plain = IdxReader.read(file("plain.gz", content), IdxKind.IMAGES);
    IdxArray zipped = IdxReader.read(file("zipped", IdxBytes.gzip(content)), IdxKind.IMAGES);
    assertThat(zipped.values()).isEqualTo(plain.values());
  }

  @Test
  void readsGzipOfSeveralMembers() throws IOException {
    byte[] header = IdxBytes.gzip(IdxBytes.header(IdxBytes.LABELS, 2));
    byte[] labels = IdxBytes.gzip(new byte[] {4, 2});
    IdxArray read = IdxReader.read(file("two.gz", IdxBytes.join(header, labels)), IdxKind.LABELS);
    assertThat(read.values()).containsExactly(4, 2);
  }

  @Test
  void sumsTheUncompressedContent() throws IOException {
    byte[] content = IdxBytes.labels(9);
    String sum = HexFormat.of().formatHex(Sha256.digest().digest(content));
    assertThat(IdxReader.read(file("a", content), IdxKind.LABELS).sha256()).isEqualTo(sum);
    assertThat(IdxReader.read(file("b", IdxBytes.gzip(content)), IdxKind.LABELS).sha256())
        .isEqualTo(sum);
  }

  @Test
  void stopsReadingSoonAfterWhatIsDeclared() {
    byte[] tooLong = IdxBytes.join(IdxBytes.header(IdxBytes.LABELS, 1000), new byte[10_000_000]);
    TestFile source = new TestFile(tooLong.length, () -> new ByteArrayInputStream(tooLong));
    assertThatThrownBy(() -> IdxReader.read(source, IdxKind.LABELS))
        .hasMessage(
            "Cannot read test source: its data after the header must be the 1000 bytes it declares,"
                + " got more");
    assertThat(source.served()).isLessThanOrEqualTo(ONE_BUFFER);
  }

  @Test
  void doesNotUnpackAGzipBomb() {
    byte[] bomb = IdxBytes.gzip(IdxBytes.labels(3));
    byte[] tenMillionZeros = IdxBytes.gzip(new byte[10_000_000]);
    for (int member = 0; member < 40; member++) {
      bomb = IdxBytes.join(bomb, tenMillionZeros);
    }
    byte[] whole = bomb;
    TestFile source = new TestFile(whole.length, () -> new ByteArrayInputStream(whole));
    assertThatThrownBy(() -> IdxReader.read(source, IdxKind.LABELS))
        .hasMessageEndingWith("must be the 3 bytes it declares, got more");
    assertThat(source.served()).isLessThanOrEqualTo(2 * ONE_BUFFER).isLessThan(whole.length);
  }

  @Test
  void saysWhyADiskCannotBeRead() {
    assertThatThrownBy(
            () -> IdxReader.read(failing(new IOException("Input/output error")), IdxKind.LABELS))
        .hasMessage("Cannot read test source: it must be readable, got Input/output error");
  }

  @Test
  void saysThatThePermissionIsMissing() {
    assertThatThrownBy(
            () -> IdxReader.read(failing(new AccessDeniedException("x")), IdxKind.LABELS))
        .hasMessage("Cannot read test source: it must be readable, got no permission");
  }

  @Test
  void saysThatAFileIsNotThere() {
    DiskFile missing = new DiskFile(directory.resolve("missing"));
    assertThatThrownBy(() -> IdxReader.read(missing, IdxKind.LABELS))
        .hasMessage(
            "Cannot read %s: it must be an existing file, got nothing there", missing.path());
  }

  private static TestFile failing(IOException failure) {
    return new TestFile(
        100,
        () -> {
          throw failure;
        });
  }

  private DiskFile file(String name, byte[] content) throws IOException {
    return new DiskFile(Files.write(directory.resolve(name), content));
  }
}
