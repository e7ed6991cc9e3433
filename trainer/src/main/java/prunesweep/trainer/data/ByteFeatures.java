package prunesweep.trainer.data;

/**
 * Pixels as bytes, 0..255; a network sees value / 255, 0..1.
 *
 * @param values all rows, one after the other, {@code inputs} unsigned bytes each
 * @param inputs bytes a row
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose: 47 MB are not copied.
public record ByteFeatures(byte[] values, int inputs) implements Features {

  private static final float[] SCALED = scaled();

  private static float[] scaled() {
    float[] scaled = new float[256];
    for (int pixel = 0; pixel < scaled.length; pixel++) {
      scaled[pixel] = pixel / 255f;
    }
    return scaled;
  }

  /** The number that a network sees of a pixel byte, 0..255: pixel / 255, 0..1. */
  public static float scaled(int pixel) {
    return SCALED[pixel];
  }

  @Override
  public void copy(int row, float[] target, int at) {
    int from = row * inputs;
    for (int pixel = 0; pixel < inputs; pixel++) {
      target[at + pixel] = SCALED[values[from + pixel] & 0xff];
    }
  }
}
