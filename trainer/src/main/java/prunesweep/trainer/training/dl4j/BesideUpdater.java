package prunesweep.trainer.training.dl4j;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.UpdateSpec;

/**
 * The parts of an update that Deeplearning4j's updaters do not make as PyTorch does: its own
 * momentum is Nesterov's alone, and has the rate in its velocity.
 */
final class BesideUpdater {

  private final UpdateSpec spec;

  /** One number a parameter; of moves, with the learning rate of the training in it. */
  private final Optional<INDArray> velocity;

  /**
   * The parts that {@code spec} asks for.
   *
   * @param shape of a vector of all parameters
   */
  BesideUpdater(UpdateSpec spec, long[] shape) {
    this.spec = spec;
    velocity = spec.momentum() > 0 ? Optional.of(Nd4j.zeros(shape)) : Optional.empty();
  }

  /** Makes the move of {@code update}, which the updater left, in place. */
  void complete(INDArray update) {
    velocity.ifPresent(moving -> addMomentum(moving, update));
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

  /** The vectors that it remembers, to be changed too. */
  List<INDArray> memories() {
    return velocity.stream().toList();
  }
}
