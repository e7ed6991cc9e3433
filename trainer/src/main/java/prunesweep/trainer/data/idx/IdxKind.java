package prunesweep.trainer.data.idx;

/** The two kinds of IDX file: unsigned bytes in three dimensions or in one. */
enum IdxKind {
  /** Images: count, rows and columns, then a byte a pixel. */
  IMAGES(0x00000803, 3),
  /** Labels: count, then a byte a label. */
  LABELS(0x00000801, 1);

  private final int magic;
  private final int dimensions;

  IdxKind(int magic, int dimensions) {
    this.magic = magic;
    this.dimensions = dimensions;
  }

  int magic() {
    return magic;
  }

  int dimensions() {
    return dimensions;
  }

  /** Bytes before the first pixel or label: the magic number and the sizes. */
  int headerBytes() {
    return Integer.BYTES * (1 + dimensions);
  }

  /** The word for what is counted. */
  String noun() {
    return this == IMAGES ? "images" : "labels";
  }
}
