package prunesweep.trainer.data.idx;

import prunesweep.trainer.data.ByteFeatures;
import prunesweep.trainer.data.FileLabels;
import prunesweep.trainer.data.PixelValues;

/**
 * Contents of an IDX file.
 *
 * @param file the name of the file, for messages
 * @param count number of images or labels, at least 1
 * @param rows rows of an image; 1 for labels
 * @param columns columns of an image; 1 for labels
 * @param values a byte a pixel or label, {@code count * rows * columns} of them
 * @param sha256 SHA-256 of the whole uncompressed file, in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, not copied: up to 47 MB.
record IdxArray(String file, int count, int rows, int columns, byte[] values, String sha256) {

  /** Bytes an image. */
  int inputs() {
    return rows * columns;
  }

  /** The images, whose pixels they share. */
  PixelValues pixels() {
    return new PixelValues(file, new ByteFeatures(values, inputs()));
  }

  /** The labels, 0..255 each. */
  FileLabels labels() {
    short[] labels = new short[count];
    for (int index = 0; index < count; index++) {
      labels[index] = (short) Byte.toUnsignedInt(values[index]);
    }
    return new FileLabels(file, labels, index -> "label " + index);
  }

  /** The size of an image as text, e.g. {@code 28 x 28}. */
  String imageSize() {
    return rows + " x " + columns;
  }
}
