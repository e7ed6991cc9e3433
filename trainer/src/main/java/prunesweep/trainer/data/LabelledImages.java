package prunesweep.trainer.data;

import java.io.Serializable;

/**
 * A run of images and their labels inside shared byte arrays: nothing is copied for a split.
 *
 * @param pixels all images, one after the other, {@code inputs} bytes each
 * @param labels the class of each image, from 0
 * @param offset index of the first image that belongs to this run
 * @param count number of images in this run
 * @param inputs bytes an image
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: 47 MB are not copied.
public record LabelledImages(byte[] pixels, byte[] labels, int offset, int count, int inputs)
    implements Serializable {

  private static final float[] SCALED = scaled();

  private static float[] scaled() {
    float[] scaled = new float[256];
    for (int pixel = 0; pixel < scaled.length; pixel++) {
      scaled[pixel] = pixel / 255f;
    }
    return scaled;
  }

  /** What a pixel byte, 0..255, is to a network: pixel / 255, 0..1. */
  public static float scaled(int pixel) {
    return SCALED[pixel];
  }

  /** Writes image {@code index} as pixel / 255, 0..1, to {@code target} from {@code at} on. */
  public void copyScaled(int index, float[] target, int at) {
    int from = pixelOffset(index);
    for (int pixel = 0; pixel < inputs; pixel++) {
      target[at + pixel] = SCALED[pixels[from + pixel] & 0xff];
    }
  }

  /** Index in {@link #pixels} of the first byte of image {@code index}, 0 <= index < count. */
  public int pixelOffset(int index) {
    return (offset + index) * inputs;
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
    return new LabelledImages(pixels, labels, offset + from, to - from, inputs);
  }
}
