package prunesweep.trainer.data.idx;

/** One of the four files of a data set, by the name its publishers gave it. */
public enum IdxFile {
  TRAIN_IMAGES("train-images-idx3-ubyte", IdxKind.IMAGES),
  TRAIN_LABELS("train-labels-idx1-ubyte", IdxKind.LABELS),
  TEST_IMAGES("t10k-images-idx3-ubyte", IdxKind.IMAGES),
  TEST_LABELS("t10k-labels-idx1-ubyte", IdxKind.LABELS);

  private final String fileName;
  private final IdxKind kind;

  IdxFile(String fileName, IdxKind kind) {
    this.fileName = fileName;
    this.kind = kind;
  }

  /** The name of the uncompressed file. */
  public String fileName() {
    return fileName;
  }

  /** The name of the file as it is published. */
  public String gzipName() {
    return fileName + ".gz";
  }

  IdxKind kind() {
    return kind;
  }
}
