package prunesweep.trainer.training;

import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.Evaluation;

/** A network and the means to train it; for one thread at a time. */
public interface TrainingEngine extends NetworkView, AutoCloseable {

  /**
   * Trains one pass over {@code images} in the order given, batch after batch; the last batch takes
   * what is left.
   *
   * @param order indices into {@code images}
   * @param steps says how each step of this pass goes
   * @return loss and hits, each batch scored before its update
   */
  Tally train(LabelledImages images, int[] order, Steps steps);

  /** The same at the learning rate of the training in every step. */
  default Tally train(LabelledImages images, int[] order) {
    return train(images, order, step -> 1);
  }

  /** Scores the network on all {@code images} without changing it, with what it took each for. */
  Scoreboard score(LabelledImages images);

  /** The figures of the network on all {@code images}. */
  default Evaluation evaluate(LabelledImages images) {
    return score(images).evaluation();
  }

  /** Sets every weight that {@code mask} does not keep to zero and holds it there from now on. */
  void hold(Mask mask);

  /** Replaces all parameters; what a mask in force does not keep is zero nevertheless. */
  void replace(Parameters parameters);

  /** A copy of all that decides how this engine goes on. */
  EngineState state();

  /**
   * Takes over {@code state}, so that this engine goes on bit for bit as the one that gave it.
   *
   * @param state of an engine of the same kind, network and training; this one has not trained yet
   */
  void restore(EngineState state);

  @Override
  void close();
}
