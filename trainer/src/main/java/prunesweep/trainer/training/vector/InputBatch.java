package prunesweep.trainer.training.vector;

import java.util.stream.Stream;
import prunesweep.trainer.data.Features;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.RealFeatures;

/**
 * The images of a batch in the two orders that the products of the first layer read, without most
 * of their zeros: a product with zero adds nothing to a sum.
 *
 * <p>On the way forward a tile takes eight images; it gets the features that are not zero in all
 * eight. For the weight gradient it takes eight features; it gets the images in which these eight
 * are not all zero.
 */
sealed interface InputBatch permits PixelBatch, RealBatch {

  /**
   * What a batch has room for, and where the first layer has its operands.
   *
   * @param useful one a feature: whether the first layer keeps a weight of it
   * @param weightStride from row to row of the first layer's weights
   * @param gradientStride from image to image of its gradients
   * @param capacity images that can be loaded at once, a multiple of eight
   * @param batchSize images of a training step
   */
  @SuppressWarnings("ArrayRecordComponent") // Read only.
  record Shape(
      boolean[] useful, int weightStride, int gradientStride, int capacity, int batchSize) {}

  /** A batch for features of the kind of {@code features}. */
  static InputBatch of(Features features, Shape shape) {
    if (features instanceof RealFeatures) {
      return new RealBatch(shape);
    }
    return new PixelBatch(shape);
  }

  /** {@code lists} lists of terms, each with room for {@code capacity}. */
  static Terms[] terms(int lists, int capacity) {
    return Stream.generate(() -> new Terms(capacity)).limit(lists).toArray(Terms[]::new);
  }

  /** Whether this batch is for features of the kind of {@code features}. */
  boolean takes(Features features);

  /** Takes the {@code count} images that {@code order} names from {@code start} on. */
  void load(LabelledImages images, int[] order, int start, int count);

  /** Lists the terms of the weight gradient of the first {@code count} images. */
  void listRuns(int count);

  /** Number of runs of eight features. */
  int runs();

  int label(int row);

  /** Values for the weight gradient: of run r, those of an image lie from 8 r on. */
  float[] rows();

  /** Values for the way forward: of a term, those of eight images side by side. */
  float[] groups();

  /** Where the values of a group of eight images begin in {@link #groups}. */
  int groupStart(int group);

  Terms groupTerms(int group);

  Terms runTerms(int run);
}
