package prunesweep.trainer.data.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Test for gzip by content, not by name. */
public final class Gzip {

  private static final int MAGIC = 0x1f8b;

  private Gzip() {}

  /** Returns true when the next bytes of {@code stored}, which remain to be read, are gzip. */
  public static boolean isStartOf(BufferedInputStream stored) throws IOException {
    stored.mark(2);
    byte[] start = stored.readNBytes(2);
    stored.reset();
    return start.length == 2 && Short.toUnsignedInt(ByteBuffer.wrap(start).getShort()) == MAGIC;
  }
}
