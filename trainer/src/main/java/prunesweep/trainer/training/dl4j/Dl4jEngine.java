package prunesweep.trainer.training.dl4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.Cancellation;
import prunesweep.trainer.training.CrossEntropy;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.MeanGradients;
import prunesweep.trainer.training.OptimizerState;
import prunesweep.trainer.training.Scoreboard;
import prunesweep.trainer.training.Steps;
import prunesweep.trainer.training.Tally;
import prunesweep.trainer.training.TrainingEngine;

/**
 * Deeplearning4j's own stepping: its gradient, its updater, one batch at a time, on one thread.
 *
 * <p>What {@code MultiLayerNetwork.fit} does around them is left out because the protocol needs two
 * things in between: the batch scored before its update, and the mask on gradient and update.
 */
public final class Dl4jEngine implements TrainingEngine {

  private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspaces();
  private static final int MOST_SCORED = 1000;
  private static final int MOST_ROWS_SCORED = 100_000;

  private final Dl4jNetwork network;
  private final MultiLayerNetwork model;
  private final int batchSize;
  private final Architecture architecture;
  private final int classes;
  private final int scoringBatch;
  private final Map<Integer, ImageBatch> batches = new HashMap<>();
  private Optional<Mask> held = Optional.empty();
  private @Nullable INDArray factors;
  private int iteration;

  /** An engine for {@code network} that starts from the parameters {@code initial}. */
  public Dl4jEngine(Architecture network, TrainingSpec training, Parameters initial) {
    SingleThread.enforce();
    this.network = Dl4jNetwork.create(network, training, initial);
    this.model = this.network.model();
    this.batchSize = training.batchSize();
    this.architecture = network;
    this.classes = network.classes();
    this.scoringBatch = Math.min(MOST_SCORED, Math.max(1, MOST_ROWS_SCORED / places(network)));
  }

  /** Rows that an image has in the largest product. */
  private static int places(Architecture network) {
    return network.layers().stream().mapToInt(Layer::places).max().orElse(1);
  }

  @Override
  public Tally train(LabelledImages images, int[] order, Steps steps) {
    Scoreboard scores = new Scoreboard(classes);
    double lossSum = 0;
    for (int from = 0; from < order.length; from += batchSize) {
      ImageBatch batch = fill(images, order, from, batchSize);
      network.leaveOut(steps.dropout(from / batchSize), batch.size());
      gradient(batch, steps.loss());
      lossSum += model.score() * batch.size();
      score(batch, scores);
      update(batch, steps.rateFactor(from / batchSize));
      Cancellation.check();
    }
    network.leaveOut(Optional.empty(), 0);
    return scores.tally(lossSum);
  }

  private ImageBatch fill(LabelledImages images, int[] order, int from, int most) {
    int size = Math.min(most, order.length - from);
    ImageBatch batch =
        batches.computeIfAbsent(size, count -> new ImageBatch(count, images.inputs(), classes));
    batch.fill(images, order, from);
    return batch;
  }

  private void gradient(ImageBatch batch, CrossEntropy loss) {
    model.setInput(batch.features());
    model.setLabels(batch.targets(loss));
    model.computeGradientAndScore();
  }

  /** The output layer still holds its input of the gradient's forward pass. */
  private void score(ImageBatch batch, Scoreboard scores) {
    float[] outputs = floats(model.getOutputLayer().activate(false, NO_WORKSPACES));
    for (int row = 0; row < batch.size(); row++) {
      scores.addHits(outputs, row * classes, batch.label(row));
    }
  }

  /** The update is masked too: an optimiser with memory moves weights whose gradient is zero. */
  private void update(ImageBatch batch, double rate) {
    Gradient gradient = model.gradient();
    mask(gradient.gradient());
    network.update().turn(gradient, iteration, batch.size(), rate);
    INDArray update = gradient.gradient();
    mask(update);
    model.params().subi(update.reshape(model.params().shape()));
    iteration++;
  }

  private void mask(INDArray flat) {
    if (factors != null) {
      flat.muli(factors.reshape(flat.shape()));
    }
  }

  @Override
  public Scoreboard score(LabelledImages images) {
    Scoreboard scores = new Scoreboard(classes);
    int[] all = IntStream.range(0, images.count()).toArray();
    for (int from = 0; from < all.length; from += scoringBatch) {
      ImageBatch batch = fill(images, all, from, scoringBatch);
      float[] outputs = floats(model.output(batch.features(), false));
      for (int row = 0; row < batch.size(); row++) {
        scores.add(outputs, row * classes, batch.label(row));
      }
    }
    return scores;
  }

  @Override
  public List<int[]> activeImages(LabelledImages images, int[] indices) {
    List<Layer> layers = architecture.hidden();
    List<int[]> counts = layers.stream().map(layer -> new int[layer.units()]).toList();
    for (int from = 0; from < indices.length; from += scoringBatch) {
      ImageBatch batch = fill(images, indices, from, scoringBatch);
      List<INDArray> activations = model.feedForward(batch.features(), false);
      for (int layer = 0; layer < counts.size(); layer++) {
        float[] outputs = floats(network.outputs(activations, layer));
        count(outputs, layers.get(layer).places(), counts.get(layer));
      }
    }
    return counts;
  }

  /** Outputs stand image by image, then unit by unit, then place by place. */
  private static void count(float[] outputs, int places, int[] counts) {
    for (int from = 0; from < outputs.length; from += places) {
      if (isActive(outputs, from, from + places)) {
        counts[from / places % counts.length]++;
      }
    }
  }

  private static boolean isActive(float[] outputs, int from, int to) {
    int place = from;
    while (place < to && outputs[place] == 0) {
      place++;
    }
    return place < to;
  }

  @Override
  public List<Kernel> gradients(LabelledImages images, int[] indices) {
    MeanGradients gradients = new MeanGradients();
    for (int from = 0; from < indices.length; from += batchSize) {
      ImageBatch batch = fill(images, indices, from, batchSize);
      gradient(batch, CrossEntropy.PLAIN);
      gradients.add(network.gradients(), batch.size());
    }
    return gradients.mean();
  }

  @Override
  public List<LayerInputs> inputs(LabelledImages images, int[] indices) {
    List<LayerInputs> inputs = new ArrayList<>();
    for (Layer layer : architecture.layers()) {
      int rows = Math.multiplyExact(indices.length, layer.places());
      inputs.add(LayerInputs.zeros(rows, layer.inputs()));
    }
    for (int from = 0; from < indices.length; from += scoringBatch) {
      ImageBatch batch = fill(images, indices, from, scoringBatch);
      List<INDArray> activations = model.feedForward(batch.features(), false);
      for (int layer = 0; layer < inputs.size(); layer++) {
        float[] values = floats(network.inputs(activations, layer));
        int at = from * (values.length / batch.size());
        System.arraycopy(values, 0, inputs.get(layer).values(), at, values.length);
      }
    }
    return inputs;
  }

  /** The values of {@code array}, the last index varying fastest. */
  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  @Override
  public void hold(Mask mask) {
    held = Optional.of(mask);
    factors = network.factors(mask);
    mask(model.params());
    network.update().memories().forEach(this::mask);
  }

  @Override
  public List<Kernel> maskedKernels() {
    return parameters().masked(held);
  }

  @Override
  public List<Kernel> hiddenKernels() {
    return network.parameters().hidden();
  }

  @Override
  public Parameters parameters() {
    return network.parameters();
  }

  @Override
  public void replace(Parameters parameters) {
    network.load(parameters);
    held.ifPresent(this::hold);
  }

  @Override
  public EngineState state() {
    return new EngineState(parameters(), new OptimizerState(iteration, network.moments()), held);
  }

  @Override
  public void restore(EngineState state) {
    iteration = state.optimizer().steps();
    network.loadMoments(state.optimizer().moments());
    state.held().ifPresent(this::hold);
    network.load(state.parameters());
  }

  @Override
  public void close() {
    model.close();
  }
}
