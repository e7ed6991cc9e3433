package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.List;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.Evaluation;

/** An engine that trains nothing and says what the script says, one entry an epoch. */
final class ScriptedEngine implements TrainingEngine {

  private final double[] accuracies;
  private final double[] trainLosses;
  private final double[] validationLosses;
  final List<int[]> orders = new ArrayList<>();
  final List<CrossEntropy> losses = new ArrayList<>();
  private int epoch;

  ScriptedEngine(double[] accuracies, double[] trainLosses, double[] validationLosses) {
    this.accuracies = accuracies;
    this.trainLosses = trainLosses;
    this.validationLosses = validationLosses;
  }

  @Override
  public Tally train(LabelledImages images, int[] order, Steps steps) {
    orders.add(order);
    losses.add(steps.loss());
    long hits = Math.round(accuracies[epoch] * 1000);
    return new Tally(trainLosses[epoch] * 1000, hits, 100, 700, 1000);
  }

  @Override
  public Scoreboard score(LabelledImages images) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Evaluation evaluate(LabelledImages images) {
    return new Evaluation(validationLosses[epoch++], 0.25, 0, 0, 0);
  }

  @Override
  public Parameters parameters() {
    Kernel kernel = new Kernel(1, 4, new float[] {0, 1, 2, 3});
    return new Parameters(List.of(kernel), List.of(new float[4]));
  }

  @Override
  public void hold(Mask mask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Kernel> maskedKernels() {
    return hiddenKernels();
  }

  @Override
  public List<Kernel> hiddenKernels() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<int[]> activeImages(LabelledImages images, int[] indices) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Kernel> gradients(LabelledImages images, int[] indices) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<LayerInputs> inputs(LabelledImages images, int[] indices) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void replace(Parameters parameters) {
    throw new UnsupportedOperationException();
  }

  @Override
  public EngineState state() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void restore(EngineState state) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
