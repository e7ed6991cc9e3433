package prunesweep.trainer.network;

import java.util.List;
import prunesweep.trainer.data.LabelledImages;

/** The questions that pruning and analysis may ask of a network in training. */
public interface NetworkView {

  /** Copies of the hidden kernels, input side first. */
  List<Kernel> hiddenKernels();

  /**
   * Copies of the kernels of the layers that are pruned: those that a mask in force is for, the
   * hidden ones where there is none.
   */
  List<Kernel> maskedKernels();

  /** A copy of the parameters. */
  Parameters parameters();

  /**
   * Counts the images for which each hidden neuron's output is not zero; a channel's, anywhere in
   * its map.
   *
   * @param images where the images are
   * @param indices which of them; an index may stand there more than once
   * @return one array a hidden layer, one count a neuron or channel, each 0 to {@code
   *     indices.length}
   */
  List<int[]> activeImages(LabelledImages images, int[] indices);

  /**
   * The gradient of the mean cross-entropy of some images with respect to the weights of every
   * layer. It is that of the whole network: the gradient of a weight that a mask holds at zero is
   * what it would be without the mask. A ReLU lets none through where what goes into it is not
   * above zero. The network, its optimiser and its mask stay as they are.
   *
   * @param images where the images are; their labels count
   * @param indices which of them, at least one; an index may stand there more than once
   * @return one kernel a layer, the output layer too, input side first; the gradient of a weight
   *     stands at the weight's place
   */
  List<Kernel> gradients(LabelledImages images, int[] indices);

  /**
   * The values that every layer takes on some images: pixels, or outputs of the layer before it.
   *
   * @param images where the images are
   * @param indices which of them; an index may stand there more than once
   * @return one matrix a layer, the output layer too, input side first
   * @throws ArithmeticException if a matrix does not fit into an array: one of more than 2^31 - 1
   *     values
   */
  List<LayerInputs> inputs(LabelledImages images, int[] indices);
}
