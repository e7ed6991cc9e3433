package prunesweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import prunesweep.trainer.spec.StageSpec;

/**
 * The bytes of a checkpoint, big endian: eight letters, version, length of the contents, the
 * contents, CRC-32C of all before it. Whatever changes the contents takes the next version.
 */
final class CheckpointFormat {

  private static final String NAME = "PRUNESWP";
  private static final byte[] LETTERS = NAME.getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 2;
  private static final int HEADER = LETTERS.length + Integer.BYTES + Long.BYTES;
  private static final int CHECKSUM = Long.BYTES;

  private CheckpointFormat() {}

  static byte[] write(Checkpoint checkpoint) {
    byte[] contents = ContentWriter.write(checkpoint);
    byte[] bytes = new byte[HEADER + contents.length + CHECKSUM];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    buffer.put(LETTERS).putInt(VERSION).putLong(contents.length).put(contents);
    buffer.putLong(checksum(bytes));
    return bytes;
  }

  static Checkpoint read(StageSpec stage, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    requireWhole(buffer);
    ContentReader contents = new ContentReader(buffer);
    String text = contents.text();
    require("stage", stage.id(), text.equals(stage.canonicalText().toString()), "another");
    return new Checkpoint(stage, contents.text(), contents.progress(stage.stop().counters()));
  }

  /** Requires the checksum: bytes that pass were written by this class and need no more checks. */
  private static void requireWhole(ByteBuffer buffer) {
    int size = buffer.remaining();
    require("length", HEADER + CHECKSUM + " bytes or more", size >= HEADER + CHECKSUM, size);
    byte[] letters = new byte[LETTERS.length];
    buffer.get(letters);
    require(
        "first letters", NAME, Arrays.equals(letters, LETTERS), HexFormat.of().formatHex(letters));
    int version = buffer.getInt();
    require("version", VERSION, version == VERSION, version);
    long length = HEADER + buffer.getLong() + CHECKSUM;
    require("length", length, size == length, size);
    long written = buffer.getLong(size - CHECKSUM);
    long checksum = checksum(buffer.array());
    require("checksum", written, checksum == written, checksum);
  }

  private static long checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, bytes.length - CHECKSUM);
    return checksum.getValue();
  }

  private static void require(String what, Object rule, boolean isMet, Object got) {
    if (!isMet) {
      throw new DamagedCheckpointException(what, rule, got);
    }
  }
}
