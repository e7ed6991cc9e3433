package prunesweep.trainer.training.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;

/**
 * The update of a model: Deeplearning4j's updater, and the parts that its updaters do not make as
 * PyTorch does. Its own momentum is Nesterov's alone, and has the rate in its velocity.
 */
final class ModelUpdate {

  private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

  private final MultiLayerNetwork model;
  private final UpdateSpec spec;
  private final double rate;

  /** One number a parameter; of moves, with the learning rate of the training in it. */
  private final Optional<INDArray> velocity;

  /** The weight decay of each parameter. */
  private final Optional<INDArray> decays;

  /**
   * The update of {@code model} that {@code training} asks for.
   *
   * @param flat the order of its parameters
   */
  ModelUpdate(MultiLayerNetwork model, FlatParameters flat, TrainingSpec training) {
    this.model = model;
    this.spec = training.update();
    this.rate = training.learningRate();
    velocity =
        spec.momentum() > 0 ? Optional.of(Nd4j.zeros(model.params().shape())) : Optional.empty();
    decays = spec.weightDecay() > 0 ? Optional.of(decays(model, flat, spec)) : Optional.empty();
  }

  private static INDArray decays(MultiLayerNetwork model, FlatParameters flat, UpdateSpec spec) {
    float[] each = flat.each((float) spec.weightDecay(), (float) spec.biasDecay());
    return Nd4j.createFromArray(each).reshape(model.params().shape());
  }

  /**
   * Turns {@code gradient}, sums over {@code images} images, into what is to be taken off the
   * parameters, in place.
   *
   * @param iteration steps made before
   * @param factor of the learning rate, from 0
   */
  void turn(Gradient gradient, int iteration, int images, double factor) {
    boolean isApart = spec.optimizer() == Optimizer.ADAMW;
    decays.ifPresent(each -> addDecay(each, isApart ? 0 : images, gradient.gradient()));
    model.getUpdater().update(model, gradient, iteration, 0, images, NO_WORKSPACES);
    velocity.ifPresent(moving -> addMomentum(moving, gradient.gradient()));
    decays.ifPresent(each -> addDecay(each, isApart ? rate : 0, gradient.gradient()));
    if (factor != 1) {
      gradient.gradient().muli(factor);
    }
  }

  private void addDecay(INDArray each, double factor, INDArray to) {
    if (factor > 0) {
      to.addi(each.mul(model.params()).muli(factor).reshape(to.shape()));
    }
  }

  private void addMomentum(INDArray moving, INDArray update) {
    moving.muli(spec.momentum()).addi(update.reshape(moving.shape()));
    INDArray shaped = moving.reshape(update.shape());
    if (spec.nesterov() == Switch.ON) {
      update.addi(shaped.mul(spec.momentum()));
    } else {
      update.assign(shaped);
    }
  }

  /** The vectors that it remembers, each in the order of the parameters, to be changed too. */
  List<INDArray> memories() {
    List<INDArray> memories = new ArrayList<>();
    INDArray state = model.updaterState();
    long size = model.params().length();
    for (long first = 0; state != null && first < state.length(); first += size) {
      memories.add(state.get(NDArrayIndex.all(), NDArrayIndex.interval(first, first + size)));
    }
    velocity.ifPresent(memories::add);
    return memories;
  }
}
