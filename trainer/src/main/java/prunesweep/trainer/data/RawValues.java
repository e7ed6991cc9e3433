package prunesweep.trainer.data;

/** The numbers of a file as they are written, before any normalisation. */
public interface RawValues {

  /** The name of the file, for messages. */
  String file();

  /** Rows: images, or lines with data. */
  int rows();

  /** Numbers a row. */
  int inputs();

  /** The number of feature {@code column} in row {@code row}, both from 0; finite. */
  double value(int row, int column);

  /** Where that number stands, for messages. */
  String place(int row, int column);

  /**
   * The numbers as bytes.
   *
   * @throws DataException if one is no whole number from 0 to 255
   */
  ByteFeatures bytes();
}
