package prunesweep.trainer.training.dl4j;

import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.training.Dropout;

/**
 * Dropout of what a layer takes from the units of the one below, with the factors that a step is
 * given; of passes without such factors none.
 */
final class GivenDropout implements IDropout {

  private static final long serialVersionUID = 1;

  private final int below;
  private final int units;
  private transient @Nullable INDArray factors;

  /** Of the {@code units} outputs of layer {@code below}, from 0. */
  GivenDropout(int below, int units) {
    this.below = below;
    this.units = units;
  }

  /** Leaves out what {@code dropout} says until {@link #stop}. */
  void start(Dropout dropout, int images) {
    factors = Nd4j.createFromArray(dropout.factors(below, images, units)).reshape(images, units);
  }

  void stop() {
    factors = null;
  }

  @Override
  public INDArray applyDropout(
      INDArray inputs, INDArray result, int iteration, int epoch, LayerWorkspaceMgr workspaces) {
    return factors == null ? inputs : inputs.mul(factors, result);
  }

  @Override
  public INDArray backprop(INDArray above, INDArray below, int iteration, int epoch) {
    return factors == null ? above : above.mul(factors, below);
  }

  /** What a step leaves out does not end with its forward pass. */
  @Override
  public void clear() {}

  /** The one that steps are given to is the model's, too. */
  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public IDropout clone() {
    return this;
  }
}
