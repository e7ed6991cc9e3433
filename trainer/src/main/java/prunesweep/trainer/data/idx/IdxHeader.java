package prunesweep.trainer.data.idx;

import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import prunesweep.trainer.data.DataException;

/**
 * Header of an IDX file: what it declares, which need not be true.
 *
 * @param kind images or labels
 * @param count number of images or labels, 1 to 2^32 - 1
 * @param rows rows of an image, 1 to 2^32 - 1; 1 for labels
 * @param columns columns of an image, 1 to 2^32 - 1; 1 for labels
 */
record IdxHeader(IdxKind kind, long count, long rows, long columns) {

  /**
   * Reads the whole header of {@code file}.
   *
   * @throws DataException if the magic number is not that of {@code kind} or a size is 0
   */
  static IdxHeader parse(String file, IdxKind kind, byte[] bytes) {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    requireMagic(file, kind, header.getInt());
    long count = size(file, "number of " + kind.noun(), header);
    return kind == IdxKind.LABELS
        ? new IdxHeader(kind, count, 1, 1)
        : new IdxHeader(
            kind,
            count,
            size(file, "number of rows", header),
            size(file, "number of columns", header));
  }

  private static void requireMagic(String file, IdxKind kind, int magic) {
    if (magic != kind.magic()) {
      throw DataException.unreadable(
          file,
          "its magic number",
          "0x%08x (IDX %s)".formatted(kind.magic(), kind.noun()),
          "0x%08x".formatted(magic));
    }
  }

  private static long size(String file, String what, ByteBuffer header) {
    long size = Integer.toUnsignedLong(header.getInt());
    if (size == 0) {
      throw DataException.unreadable(file, "its " + what, "at least 1", 0);
    }
    return size;
  }

  /** Bytes after the header; {@link Long#MAX_VALUE} for more than that. */
  long dataBytes() {
    return LongStream.of(count, rows, columns).reduce(1, IdxHeader::saturatedProduct);
  }

  private static long saturatedProduct(long left, long right) {
    return left > Long.MAX_VALUE / right ? Long.MAX_VALUE : left * right;
  }

  /** The sizes as text, e.g. {@code 60000 x 28 x 28}. */
  String sizes() {
    return LongStream.of(count, rows, columns)
        .limit(kind.dimensions())
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" x "));
  }

  /** The contents of {@code file}, which were found to be as declared. */
  IdxArray holding(String file, byte[] values, String sha256) {
    return new IdxArray(file, (int) count, (int) rows, (int) columns, values, sha256);
  }
}
