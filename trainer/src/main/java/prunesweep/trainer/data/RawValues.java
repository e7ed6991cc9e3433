package prunesweep.trainer.data;

/** The numbers of a file as they are written, before any normalisation. */
public interface RawValues {

  /** The name of the file, for messages. */
  String file();

  /** Number of rows: images, or lines with data. */
  int rows();

  /** Number of features in a row. */
  int inputs();

  /** The number of feature {@code column} in row {@code row}, both from 0; finite. */
  double value(int row, int column);

  /** The place of that number in the file, for messages. */
  String place(int row, int column);

  /**
   * The numbers as bytes.
   *
   * @throws DataException if one of them is not a whole number from 0 to 255
   */
  ByteFeatures bytes();
}
