package prunesweep.trainer.data.idx;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipException;
import prunesweep.trainer.data.DataException;
import prunesweep.trainer.data.file.DataFile;
import prunesweep.trainer.data.file.FailureReason;
import prunesweep.trainer.data.file.Gzip;
import prunesweep.trainer.data.file.Sha256;

/**
 * Reader of one IDX file (LeCun's format for MNIST), gzip or plain: told by its content, not by its
 * name. Memory is not allocated because a header alone asks for it, and at most one byte more is
 * read than the header declares.
 */
final class IdxReader {

  private static final int BUFFER = 1 << 16;
  // Deflate's densest code: 258 bytes in 2 bits.
  private static final int MOST_INFLATION = 1032;
  // Enough for the published files without growing.
  private static final int FIRST_BYTES = 48 << 20;
  // A run of images is addressed by int offsets, and larger arrays do not exist.
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  private final DataFile source;
  private final IdxKind kind;
  private final DigestInputStream stream;
  private final long mostBytes;

  private IdxReader(DataFile source, IdxKind kind, DigestInputStream stream, long mostBytes) {
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
  static IdxArray read(DataFile source, IdxKind kind) {
    try {
      return open(source, kind);
    } catch (EOFException e) {
      throw DataException.unreadable(source.name(), "its gzip data", "complete", "an early end", e);
    } catch (ZipException e) {
      throw DataException.unreadable(
          source.name(), "its gzip data", "undamaged", FailureReason.of(e), e);
    } catch (IOException e) {
      throw DataException.unreadable(source.name(), "it", "readable", FailureReason.of(e), e);
    } catch (OutOfMemoryError e) {
      String memory =
          "small enough for a memory of %d bytes".formatted(Runtime.getRuntime().maxMemory());
      throw DataException.unreadable(source.name(), "it", memory, "more", e);
    }
  }

  private static IdxArray open(DataFile source, IdxKind kind) throws IOException {
    long size = source.size();
    try (BufferedInputStream stored = new BufferedInputStream(source.open(), BUFFER)) {
      return Gzip.isStartOf(stored)
          ? unzip(source, kind, stored, size * MOST_INFLATION)
          : new IdxReader(source, kind, digested(stored), size).read();
    }
  }

  private static IdxArray unzip(DataFile source, IdxKind kind, InputStream stored, long mostBytes)
      throws IOException {
    try (InputStream plain = Gzip.unpacked(stored)) {
      return new IdxReader(source, kind, digested(plain), mostBytes).read();
    }
  }

  private static DigestInputStream digested(InputStream plain) {
    return new DigestInputStream(plain, Sha256.digest());
  }

  private IdxArray read() throws IOException {
    IdxHeader header = IdxHeader.parse(source.name(), kind, headerBytes());
    byte[] values = values(header);
    String sha256 = HexFormat.of().formatHex(stream.getMessageDigest().digest());
    return header.holding(source.name(), values, sha256);
  }

  private byte[] headerBytes() throws IOException {
    byte[] header = stream.readNBytes(kind.headerBytes());
    if (header.length < kind.headerBytes()) {
      throw unreadable(
          "its length",
          "at least the %d bytes of an IDX header".formatted(kind.headerBytes()),
          header.length == 0 ? "an empty file" : header.length);
    }
    return header;
  }

  private byte[] values(IdxHeader header) throws IOException {
    requirePlausible(header);
    byte[] values = upTo((int) header.dataBytes());
    if (values.length < header.dataBytes()) {
      throw wrongLength(header, "only " + values.length);
    }
    // Also makes a gzip stream compare its own check sum.
    stream.on(false);
    if (stream.read() >= 0) {
      throw wrongLength(header, "more");
    }
    return values;
  }

  /** The next {@code most} bytes, or those there are, in an array that grows as they come. */
  private byte[] upTo(int most) throws IOException {
    byte[] values = new byte[Math.min(most, FIRST_BYTES)];
    int read = stream.readNBytes(values, 0, values.length);
    while (read == values.length && read < most) {
      values = Arrays.copyOf(values, (int) Math.min(most, 2L * values.length));
      read += stream.readNBytes(values, read, values.length - read);
    }
    return read == values.length ? values : Arrays.copyOf(values, read);
  }

  private void requirePlausible(IdxHeader header) throws IOException {
    if (header.dataBytes() > mostBytes) {
      throw wrongLength(header, "a file of %d bytes".formatted(source.size()));
    }
    // Growing an array takes the old one and the new.
    long most = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 2);
    if (header.dataBytes() > most) {
      throw unreadable(
          "its data after the header", "at most %d bytes".formatted(most), header.sizes());
    }
  }

  private DataException wrongLength(IdxHeader header, String got) {
    return unreadable(
        "its data after the header", "the %s bytes it declares".formatted(header.sizes()), got);
  }

  private DataException unreadable(String what, String rule, Object got) {
    return DataException.unreadable(source.name(), what, rule, got);
  }
}
