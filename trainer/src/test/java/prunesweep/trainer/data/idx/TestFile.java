package prunesweep.trainer.data.idx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import prunesweep.trainer.data.file.DataFile;

/** A file whose stream a test chooses, and which counts the bytes taken from it. */
final class TestFile implements DataFile {

  private final long size;
  private final Opener opener;
  private long served;

  TestFile(long size, Opener opener) {
    this.size = size;
    this.opener = opener;
  }

  @Override
  public String name() {
    return "test source";
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public String version() {
    return name();
  }

  @Override
  public InputStream open() throws IOException {
    return new FilterInputStream(opener.open()) {
      @Override
      public int read() throws IOException {
        served++;
        return super.read();
      }

      @Override
      public int read(byte[] buffer, int from, int most) throws IOException {
        int read = super.read(buffer, from, most);
        served += Math.max(read, 0);
        return read;
      }
    };
  }

  /** Bytes read so far. */
  long served() {
    return served;
  }

  /** Opens the stream. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }
}
