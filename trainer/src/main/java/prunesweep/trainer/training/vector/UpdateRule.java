package prunesweep.trainer.training.vector;

import prunesweep.trainer.spec.TrainingSpec;

/** Makes the update of each layer. */
@FunctionalInterface
interface UpdateRule {

  /** The update of {@code layer}, which reads {@code before}, one row an image. */
  WeightUpdate forLayer(VectorLayer layer, float[] before);

  /** The rule {@code training} asks for. */
  static UpdateRule of(TrainingSpec training) {
    double rate = training.learningRate();
    return switch (training.optimizer()) {
      case SGD -> (layer, before) -> new SgdUpdate(layer, before, rate);
      case ADAM -> (layer, before) -> new AdamUpdate(layer, before, rate);
    };
  }
}
