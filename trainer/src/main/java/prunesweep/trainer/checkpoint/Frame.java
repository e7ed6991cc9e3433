package prunesweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Bytes that say what they are and whether they are whole, big endian: eight letters, version,
 * length of the contents, the contents, CRC-32C of all before it. Whatever changes the contents
 * takes the next version.
 *
 * @param name the letters
 * @param version from 1
 */
record Frame(String name, int version) {

  private static final int LETTERS = 8;
  private static final int HEADER = LETTERS + Integer.BYTES + Long.BYTES;
  private static final int CHECKSUM = Long.BYTES;

  /** The contents in their frame. */
  byte[] around(byte[] contents) {
    byte[] bytes = new byte[HEADER + contents.length + CHECKSUM];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.put(letters()).putInt(version).putLong(contents.length).put(contents);
    buffer.putLong(checksum(bytes));
    return bytes;
  }

  /**
   * The contents, to be read from where the buffer stands: what passes was written by {@link
   * #around} and needs no more checks.
   *
   * @throws DamagedCheckpointException if {@code bytes} are anything else
   */
  ByteBuffer contents(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int size = buffer.remaining();
    require("length", HEADER + CHECKSUM + " bytes or more", size >= HEADER + CHECKSUM, size);
    byte[] letters = new byte[LETTERS];
    buffer.get(letters);
    require(
        "first letters",
        name,
        Arrays.equals(letters, letters()),
        HexFormat.of().formatHex(letters));
    int written = buffer.getInt();
    require("version", version, written == version, written);
    long length = HEADER + buffer.getLong() + CHECKSUM;
    require("length", length, size == length, size);
    long sum = buffer.getLong(size - CHECKSUM);
    long checksum = checksum(bytes);
    require("checksum", sum, checksum == sum, checksum);
    return buffer.limit(size - CHECKSUM);
  }

  private byte[] letters() {
    return name.getBytes(StandardCharsets.US_ASCII);
  }

  private static long checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - CHECKSUM);
    return checksum.getValue();
  }

  static void require(String what, Object rule, boolean isMet, Object got) {
    if (!isMet) {
      throw new DamagedCheckpointException(what, rule, got);
    }
  }
}
