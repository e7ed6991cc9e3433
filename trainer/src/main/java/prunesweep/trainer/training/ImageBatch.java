package prunesweep.trainer.training;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.data.LabelledImages;

/**
 * Buffers that carry a fixed number of images into Deeplearning4j: pixel/255 and one-hot labels.
 */
final class ImageBatch {

  private static final float[] SCALED = scaled();

  private final int size;
  private final int classes;
  private final float[] pixels;
  private final float[] oneHot;
  private final int[] labels;
  private final INDArray features;
  private final INDArray targets;

  ImageBatch(int size, int inputs, int classes) {
    this.size = size;
    this.classes = classes;
    this.pixels = new float[Math.multiplyExact(size, inputs)];
    this.oneHot = new float[Math.multiplyExact(size, classes)];
    this.labels = new int[size];
    this.features = Nd4j.create(new int[] {size, inputs}, 'c');
    this.targets = Nd4j.create(new int[] {size, classes}, 'c');
  }

  private static float[] scaled() {
    float[] scaled = new float[256];
    for (int pixel = 0; pixel < scaled.length; pixel++) {
      scaled[pixel] = pixel / 255f;
    }
    return scaled;
  }

  /** Loads the images {@code indices[from]} and following. */
  void fill(LabelledImages images, int[] indices, int from) {
    Arrays.fill(oneHot, 0);
    for (int row = 0; row < size; row++) {
      gather(images, indices[from + row], row);
    }
    copy(pixels, features);
    copy(oneHot, targets);
  }

  private void gather(LabelledImages images, int image, int row) {
    byte[] source = images.pixels();
    int offset = images.pixelOffset(image);
    int target = row * images.inputs();
    for (int pixel = 0; pixel < images.inputs(); pixel++) {
      pixels[target + pixel] = SCALED[source[offset + pixel] & 0xff];
    }
    labels[row] = images.label(image);
    oneHot[row * classes + labels[row]] = 1;
  }

  /** One native copy; element-wise puts of ND4J would cost more than the forward pass. */
  private static void copy(float[] from, INDArray to) {
    new FloatPointer(to.data().pointer()).put(from, 0, from.length);
  }

  int size() {
    return size;
  }

  int label(int row) {
    return labels[row];
  }

  INDArray features() {
    return features;
  }

  INDArray targets() {
    return targets;
  }
}
