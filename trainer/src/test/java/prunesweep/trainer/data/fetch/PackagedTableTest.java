package prunesweep.trainer.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prunesweep.trainer.data.idx.IdxBytes;
import prunesweep.trainer.data.source.KnownDataset.Table;

class PackagedTableTest {

  private static final String PATH = "usr/lib/small/digits.csv.gz";

  @TempDir Path work;
  private Path files;

  @BeforeEach
  void room() throws IOException {
    files = Files.createDirectory(work.resolve("files"));
    Files.createDirectories(work.resolve(PATH).getParent());
  }

  @Test
  void firstRowsAreLearntFromAndTheRestIsForTheFinalFigures() throws IOException {
    put("1,2,3,4,5,255,7\n0,0,0,0,0,16,1\n9,8,7,6,5,4,0\n");
    assertThat(files.resolve("train-images-idx3-ubyte"))
        .hasBinaryContent(
            IdxBytes.join(
                IdxBytes.header(IdxBytes.IMAGES, 2, 2, 3),
                new byte[] {1, 2, 3, 4, 5, (byte) 255, 0, 0, 0, 0, 0, 16}));
    assertThat(files.resolve("train-labels-idx1-ubyte"))
        .hasBinaryContent(IdxBytes.join(IdxBytes.header(IdxBytes.LABELS, 2), new byte[] {7, 1}));
    assertThat(files.resolve("t10k-images-idx3-ubyte"))
        .hasBinaryContent(
            IdxBytes.join(
                IdxBytes.header(IdxBytes.IMAGES, 1, 2, 3), new byte[] {9, 8, 7, 6, 5, 4}));
    assertThat(files.resolve("t10k-labels-idx1-ubyte"))
        .hasBinaryContent(IdxBytes.join(IdxBytes.header(IdxBytes.LABELS, 1), new byte[] {0}));
  }

  @Test
  void anotherTableIsRefusedWithItsReason() {
    String path = PATH;
    fails("1,2,3,4,5,6,7\n".repeat(2), path + " must have more than 2 rows, got 2");
    fails("1,2,3\n", path + ", line 1 must have 7 cells, got 3");
    String rule = path + ", line 2 must have whole numbers from 0 to 255, got ";
    fails("1,2,3,4,5,6,7\n1,2,3,4,5,6.5,7\n1,2,3,4,5,6,7\n", rule + "6.5");
    fails("1,2,3,4,5,6,7\n1,2,3,4,5,256,7\n1,2,3,4,5,6,7\n", rule + "256");
    fails("1,2,3,4,5,6,7\n1,2,3,4,5,6,x\n1,2,3,4,5,6,7\n", rule + "x");
  }

  @Test
  void aPackageWithoutTheTableIsRefused() {
    assertThatThrownBy(() -> table().put(work, files))
        .isInstanceOf(IOException.class)
        .hasMessage("the package lacks " + PATH);
  }

  private void fails(String rows, String reason) {
    assertThatThrownBy(() -> put(rows)).isInstanceOf(IOException.class).hasMessage(reason);
  }

  private void put(String rows) throws IOException {
    Files.write(work.resolve(PATH), IdxBytes.gzip(rows.getBytes(StandardCharsets.UTF_8)));
    table().put(work, files);
  }

  private static PackagedTable table() {
    return new PackagedTable(new Table(PATH, 2, 3), 2);
  }
}
