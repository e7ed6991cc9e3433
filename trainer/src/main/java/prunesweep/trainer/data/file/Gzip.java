package prunesweep.trainer.data.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Tells gzip by its content, not by a name. */
public final class Gzip {

  private static final int MAGIC = 0x1f8b;

  private Gzip() {}

  /** Whether what {@code stored} gives next, which stays to be read, is gzip. */
  public static boolean isStartOf(BufferedInputStream stored) throws IOException {
    stored.mark(2);
    byte[] start = stored.readNBytes(2);
    stored.reset();
    return start.length == 2 && Short.toUnsignedInt(ByteBuffer.wrap(start).getShort()) == MAGIC;
  }
}
