package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import prunesweep.trainer.data.LabelledImages;

/** Slopes of the mean loss of plain loops, by central differences in 64 bits. */
final class Slopes {

  private static final double STEP = 1e-6;

  private Slopes() {}

  /** One slope for each of {@code values}, which are those of {@code plain} itself. */
  static float[] of(
      PlainConvolutions plain, LabelledImages images, int[] indices, double[] values) {
    float[] slopes = new float[values.length];
    for (int index = 0; index < slopes.length; index++) {
      slopes[index] = (float) of(plain, images, indices, values, index);
    }
    return slopes;
  }

  private static double of(
      PlainConvolutions plain, LabelledImages images, int[] indices, double[] values, int index) {
    double kept = values[index];
    values[index] = kept + STEP;
    double above = loss(plain, images, indices);
    values[index] = kept - STEP;
    double below = loss(plain, images, indices);
    values[index] = kept;
    return (above - below) / (2 * STEP);
  }

  private static double loss(PlainConvolutions plain, LabelledImages images, int[] indices) {
    return Arrays.stream(indices)
        .mapToDouble(
            image -> plain.loss(pixels(images, image), images.label(image), new ArrayList<>()))
        .average()
        .orElseThrow();
  }

  /** An image as the network sees it. */
  static double[] pixels(LabelledImages images, int image) {
    float[] scaled = new float[images.inputs()];
    images.copy(image, scaled, 0);
    return IntStream.range(0, scaled.length).mapToDouble(index -> scaled[index]).toArray();
  }
}
