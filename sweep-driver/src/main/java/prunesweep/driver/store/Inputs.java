package prunesweep.driver.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Files as Parquet reads them, wherever they are. */
public final class Inputs {

  private Inputs() {}

  /** The file {@code path}, which is there. */
  public static InputFile of(Path path) throws IOException {
    return path instanceof HadoopPath file
        ? new HadoopInput(file, Files.size(file))
        : new LocalInputFile(path);
  }

  private record HadoopInput(HadoopPath file, long size) implements InputFile {

    @Override
    public long getLength() {
      return size;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
      return HadoopStreams.wrap(file.client().open(file.hadoop()));
    }
  }
}
