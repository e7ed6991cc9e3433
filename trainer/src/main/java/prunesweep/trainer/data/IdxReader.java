package prunesweep.trainer.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads one IDX file (LeCun's format for MNIST), gzip or plain: which it is, the content says, not
 * the name. Nothing is allocated on the word of a header alone, and no more is read than the header
 * declares and one byte.
 */
final class IdxReader {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;
  // Deflate's densest code: 258 bytes in 2 bits.
  private static final int MOST_INFLATION = 1032;
  // A run of images is addressed by int offsets, and larger arrays do not exist.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final IdxSource source;
  private final IdxKind kind;
  private final DigestInputStream stream;
  private final long mostBytes;

  private IdxReader(IdxSource source, IdxKind kind, DigestInputStream stream, long mostBytes) {
    this.source = source;
    this.kind = kind;
    this.stream = stream;
    this.mostBytes = mostBytes;
  }

  /**
   * The content of {@code source}, which must be a whole IDX file of {@code kind}.
   *
   * @throws DataException naming the file, the rule it breaks and the value found
   */
  static IdxArray read(IdxSource source, IdxKind kind) {
    try {
      return open(source, kind);
    } catch (EOFException e) {
      throw DataException.unreadable(source.name(), "its gzip data", "complete", "an early end", e);
    } catch (ZipException e) {
      throw DataException.unreadable(source.name(), "its gzip data", "undamaged", Reasons.of(e), e);
    } catch (IOException e) {
      throw DataException.unreadable(source.name(), "it", "readable", Reasons.of(e), e);
    }
  }

  private static IdxArray open(IdxSource source, IdxKind kind) throws IOException {
    long size = source.size();
    try (BufferedInputStream stored = new BufferedInputStream(source.open(), BUFFER)) {
      boolean gzip = startsAsGzip(stored);
      InputStream plain = gzip ? new GZIPInputStream(stored, BUFFER) : stored;
      DigestInputStream digested = new DigestInputStream(plain, Sha256.digest());
      return new IdxReader(source, kind, digested, gzip ? size * MOST_INFLATION : size).read();
    }
  }

  private static boolean startsAsGzip(BufferedInputStream stored) throws IOException {
    stored.mark(2);
    byte[] start = stored.readNBytes(2);
    stored.reset();
    return start.length == 2
        && Short.toUnsignedInt(ByteBuffer.wrap(start).getShort()) == GZIP_MAGIC;
  }

  private IdxArray read() throws IOException {
    ByteBuffer header = header();
    checkMagic(header.getInt());
    long count = size("number of " + kind.noun(), header);
    long rows = kind == IdxKind.IMAGES ? size("number of rows", header) : 1;
    long columns = kind == IdxKind.IMAGES ? size("number of columns", header) : 1;
    byte[] values = values(declaredBytes(count, rows, columns));
    String sha256 = HexFormat.of().formatHex(stream.getMessageDigest().digest());
    return new IdxArray(source.name(), (int) count, (int) rows, (int) columns, values, sha256);
  }

  private ByteBuffer header() throws IOException {
    byte[] header = stream.readNBytes(kind.headerBytes());
    if (header.length < kind.headerBytes()) {
      throw unreadable(
          "its length",
          "at least the %d bytes of an IDX header".formatted(kind.headerBytes()),
          header.length == 0 ? "an empty file" : header.length + " bytes");
    }
    return ByteBuffer.wrap(header);
  }

  private void checkMagic(int magic) {
    if (magic != kind.magic()) {
      throw unreadable(
          "its magic number",
          "0x%08x (IDX %s)".formatted(kind.magic(), kind.noun()),
          "0x%08x".formatted(magic));
    }
  }

  private long size(String what, ByteBuffer header) {
    long size = Integer.toUnsignedLong(header.getInt());
    if (size == 0) {
      throw unreadable("its " + what, "at least 1", 0);
    }
    return size;
  }

  private int declaredBytes(long count, long rows, long columns) {
    if (rows > MOST_BYTES / columns || count > MOST_BYTES / (rows * columns)) {
      throw unreadable(
          "the data its header declares",
          "at most %d bytes".formatted(MOST_BYTES),
          "%d x %d x %d".formatted(count, rows, columns));
    }
    return (int) (count * rows * columns);
  }

  private byte[] values(int declared) throws IOException {
    if (declared > mostBytes) {
      throw wrongLength(declared, "a file of %d bytes".formatted(source.size()));
    }
    byte[] values = new byte[declared];
    int read = stream.readNBytes(values, 0, declared);
    if (read < declared) {
      throw wrongLength(declared, "only " + read);
    }
    checkEnd(declared);
    return values;
  }

  private void checkEnd(int declared) throws IOException {
    stream.on(false);
    if (stream.read() >= 0) {
      throw wrongLength(declared, "more");
    }
  }

  private DataException wrongLength(int declared, String got) {
    return unreadable(
        "its data after the header", "the %d bytes the header declares".formatted(declared), got);
  }

  private DataException unreadable(String what, String rule, Object got) {
    return DataException.unreadable(source.name(), what, rule, got);
  }
}
