package prunesweep.trainer.training.dl4j;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.training.CrossEntropy;

/**
 * Buffers that carry a fixed number of images into Deeplearning4j: what the network sees and what
 * it is to answer.
 */
final class ImageBatch {

  private final int size;
  private final int classes;
  private final float[] pixels;
  private final float[] wanted;
  private final int[] labels;
  private final INDArray features;
  private final INDArray targets;

  ImageBatch(int size, int inputs, int classes) {
    this.size = size;
    this.classes = classes;
    this.pixels = new float[Math.multiplyExact(size, inputs)];
    this.wanted = new float[Math.multiplyExact(size, classes)];
    this.labels = new int[size];
    this.features = Nd4j.create(new int[] {size, inputs}, 'c');
    this.targets = Nd4j.create(new int[] {size, classes}, 'c');
  }

  /** Loads the images {@code indices[from]} and following. */
  void fill(LabelledImages images, int[] indices, int from) {
    for (int row = 0; row < size; row++) {
      gather(images, indices[from + row], row);
    }
    copy(pixels, features);
  }

  private void gather(LabelledImages images, int image, int row) {
    images.copy(image, pixels, row * images.inputs());
    labels[row] = images.label(image);
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

  /** The targets that {@code loss} has for the labels. */
  INDArray targets(CrossEntropy loss) {
    for (int row = 0; row < size; row++) {
      loss.writeTargets(wanted, row * classes, classes, labels[row]);
    }
    copy(wanted, targets);
    return targets;
  }
}
