package prunesweep.trainer.data;

import java.io.Serializable;

/**
 * A run of images, or of rows of a table, and their labels inside shared arrays: nothing is copied
 * for a split.
 *
 * @param features all images, one after the other
 * @param labels the class of each image, from 0
 * @param offset index of the first image that belongs to this run
 * @param count number of images in this run
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose, as the features are.
public record LabelledImages(Features features, short[] labels, int offset, int count)
    implements Serializable {

  /** All images of {@code features}, with a label each. */
  public static LabelledImages of(Features features, short[] labels) {
    return new LabelledImages(features, labels, 0, labels.length);
  }

  /** Features an image: the width of the network's input. */
  public int inputs() {
    return features.inputs();
  }

  /**
   * Writes image {@code index}, 0 <= index < count, as the network sees it to {@code target} from
   * {@code at} on.
   */
  public void copy(int index, float[] target, int at) {
    features.copy(row(index), target, at);
  }

  /** The row in {@link #features} of image {@code index}, 0 <= index < count. */
  public int row(int index) {
    return offset + index;
  }

  /** The class of image {@code index}, 0 <= index < count. */
  public int label(int index) {
    return labels[offset + index];
  }

  /** The images {@code from} (inclusive) to {@code to} (exclusive) of this run. */
  public LabelledImages slice(int from, int to) {
    if (from < 0 || to < from || to > count) {
      throw new IndexOutOfBoundsException("[%d, %d) of %d".formatted(from, to, count));
    }
    return new LabelledImages(features, labels, offset + from, to - from);
  }
}
