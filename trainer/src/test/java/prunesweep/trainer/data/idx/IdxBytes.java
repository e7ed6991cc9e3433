package prunesweep.trainer.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bytes of IDX files for tests. */
public final class IdxBytes {

  public static final int IMAGES = 0x803;
  public static final int LABELS = 0x801;

  private IdxBytes() {}

  /** {@code count} images of random pixels, the same for the same {@code seed}. */
  public static byte[] images(int count, int rows, int columns, long seed) {
    byte[] pixels = new byte[count * rows * columns];
    new Random(seed).nextBytes(pixels);
    return join(header(IMAGES, count, rows, columns), pixels);
  }

  /** The labels 0, 1, 2 ... 9, 0, 1 ... */
  public static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int index = 0; index < count; index++) {
      labels[index] = (byte) (index % 10);
    }
    return join(header(LABELS, count), labels);
  }

  public static byte[] header(int... numbers) {
    ByteBuffer header = ByteBuffer.allocate(Integer.BYTES * numbers.length);
    for (int number : numbers) {
      header.putInt(number);
    }
    return header.array();
  }

  public static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  public static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
      stream.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
