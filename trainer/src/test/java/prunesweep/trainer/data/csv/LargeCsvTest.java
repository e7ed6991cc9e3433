package prunesweep.trainer.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.file.DataFile;

class LargeCsvTest {

  private static final byte[] ROW = "1,a\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aFileThatWillNotFitIsRefusedAfterItsFirstFiftieth() {
    long memory = Runtime.getRuntime().maxMemory();
    EndlessRows rows = new EndlessRows(memory / 20);
    assertThatThrownBy(() -> CsvReader.read(rows, new CsvLayout(false, "1")))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "Cannot read endless: it must be small enough for half a memory of %d bytes, got about"
                    .formatted(memory)
                + " \\d+ rows of 1 numbers");
    assertThat(rows.read).isBetween(rows.size() / 50, rows.size() / 20 + (1 << 20));
  }

  /** A file that has as many bytes as it says, all of them the same row. */
  private static final class EndlessRows implements DataFile {

    private final long size;
    private long read;

    EndlessRows(long size) {
      this.size = size;
    }

    @Override
    public String name() {
      return "endless";
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public InputStream open() {
      return new InputStream() {
        @Override
        public int read() {
          return read < size ? ROW[(int) (read++ % ROW.length)] : -1;
        }
      };
    }
  }
}
