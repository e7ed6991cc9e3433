package prunesweep.trainer.training.dl4j;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.data.LabelledImages;

/**
 * Buffers that carry a fixed number of images into Deeplearning4j: what the network sees and
 * one-hot labels.
 */
final class ImageBatch {

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
    images.copy(image, pixels, row * images.inputs());
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
