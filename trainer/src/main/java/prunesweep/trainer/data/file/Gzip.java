package prunesweep.trainer.data.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** Test for gzip by content, not by name, and unpacking no further than data ever are packed. */
public final class Gzip {

  private static final int MAGIC = 0x1f8b;

  /** Bytes that may be unpacked whatever they were packed to. */
  private static final long FREE_BYTES = 16L << 20;

  /** Text of numbers and images are packed to a hundredth at best; a thousandth is possible. */
  private static final int MOST_INFLATION = 500;

  private static final int BUFFER = 1 << 13;

  private Gzip() {}

  /**
   * The content of {@code stored}, which is gzip; a {@link ZipException} ends it where that has
   * become much more than any data do.
   */
  public static InputStream unpacked(InputStream stored) throws IOException {
    BoundedInputStream packed = BoundedInputStream.builder().setInputStream(stored).get();
    return new ProxyInputStream(new GZIPInputStream(packed, BUFFER)) {
      private long unpacked;

      @Override
      protected void afterRead(int count) throws IOException {
        unpacked += Math.max(0, count);
        if (unpacked > FREE_BYTES && unpacked / MOST_INFLATION > packed.getCount()) {
          throw new ZipException("more than %d times its size".formatted(MOST_INFLATION));
        }
      }
    };
  }

  /** Returns true when the next bytes of {@code stored}, which remain to be read, are gzip. */
  public static boolean isStartOf(BufferedInputStream stored) throws IOException {
    stored.mark(2);
    byte[] start = stored.readNBytes(2);
    stored.reset();
    return start.length == 2 && Short.toUnsignedInt(ByteBuffer.wrap(start).getShort()) == MAGIC;
  }
}
