package prunesweep.trainer.network;

import java.util.List;
import prunesweep.trainer.data.LabelledImages;

/** What pruning and analysis may ask of a network in training. */
public interface NetworkView {

  /** Copies of the hidden kernels, input side first. */
  List<Kernel> hiddenKernels();

  /**
   * For how many of the images each hidden neuron's output is not zero; a channel's, anywhere in
   * its map.
   *
   * @param images where the images are
   * @param indices which of them; an index may stand there more than once
   * @return one array a hidden layer, one count a neuron or channel, each 0 to {@code
   *     indices.length}
   */
  List<int[]> activeImages(LabelledImages images, int[] indices);
}
