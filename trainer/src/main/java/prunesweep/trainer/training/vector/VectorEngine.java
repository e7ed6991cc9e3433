package prunesweep.trainer.training.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.LayerInputs;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.Cancellation;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.OptimizerState;
import prunesweep.trainer.training.Scoreboard;
import prunesweep.trainer.training.Steps;
import prunesweep.trainer.training.Tally;
import prunesweep.trainer.training.TrainingEngine;

/**
 * The fast engine: preallocated arrays, register tiles, every sum in one fixed order. Equal seeds
 * give equal bits on every host and at every vector width.
 */
public final class VectorEngine implements TrainingEngine {

  private final int batchSize;
  private final WholeNetwork whole;
  private final UpdateRule rule;
  private final SparseLimit limit;
  private final double rate;
  private Optional<Mask> held = Optional.empty();
  private int steps;
  private LiveNetwork live;

  /** Made by the first call that asks for gradients. */
  private @Nullable DenseGradients dense;

  /** An engine for {@code network} that starts from the parameters {@code initial}. */
  public VectorEngine(Architecture network, TrainingSpec training, Parameters initial) {
    this(network.convolutions(), training, initial, SparseLimit.STANDARD);
  }

  /** An engine for a multi-layer perceptron that starts from the parameters {@code initial}. */
  public VectorEngine(TrainingSpec training, Parameters initial) {
    this(training, initial, SparseLimit.STANDARD);
  }

  VectorEngine(TrainingSpec training, Parameters initial, SparseLimit limit) {
    this(List.of(), training, initial, limit);
  }

  private VectorEngine(
      List<Layer.Convolution> convolutions,
      TrainingSpec training,
      Parameters initial,
      SparseLimit limit) {
    this.limit = limit;
    batchSize = training.batchSize();
    rule = UpdateRule.of(training.update());
    rate = training.learningRate();
    whole = WholeNetwork.of(convolutions, initial, rule);
    live = new LiveNetwork(whole, rule, batchSize, limit);
  }

  private LiveNetwork live() {
    return new LiveNetwork(whole, rule, batchSize, limit);
  }

  @Override
  public Tally train(LabelledImages images, int[] order, Steps settings) {
    Scoreboard scores = new Scoreboard(live.classes());
    double lossSum = 0;
    for (int start = 0; start < order.length; start += batchSize) {
      int count = Math.min(batchSize, order.length - start);
      live.load(new ImageRun(images, order, start, count));
      live.forward(count, settings.dropout(start / batchSize));
      live.scoreHits(count, scores);
      lossSum += live.outputGradients(count, settings.loss());
      steps++;
      live.backward(new UpdateStep(count, steps, rate * settings.rateFactor(start / batchSize)));
      Cancellation.check();
    }
    return scores.tally(lossSum);
  }

  @Override
  public Scoreboard score(LabelledImages images) {
    Scoreboard scores = new Scoreboard(live.classes());
    int[] all = IntStream.range(0, images.count()).toArray();
    for (int start = 0; start < all.length; start += live.capacity()) {
      int count = Math.min(live.capacity(), all.length - start);
      live.load(new ImageRun(images, all, start, count));
      live.forward(count);
      live.score(count, scores);
    }
    return scores;
  }

  @Override
  public List<int[]> activeImages(LabelledImages images, int[] indices) {
    List<int[]> counts = whole.hidden().stream().map(state -> new int[state.units]).toList();
    for (int start = 0; start < indices.length; start += live.capacity()) {
      int count = Math.min(live.capacity(), indices.length - start);
      live.load(new ImageRun(images, indices, start, count));
      live.forward(count);
      live.countActive(count, counts);
    }
    return counts;
  }

  @Override
  public List<Kernel> gradients(LabelledImages images, int[] indices) {
    live.store();
    if (dense == null) {
      dense = new DenseGradients(whole, batchSize);
    }
    return dense.of(images, indices);
  }

  @Override
  public List<LayerInputs> inputs(LabelledImages images, int[] indices) {
    List<LayerInputs> inputs = new ArrayList<>();
    for (int layer = 0; layer < whole.layers().size(); layer++) {
      int rows = Math.multiplyExact(indices.length, whole.places(layer));
      inputs.add(LayerInputs.zeros(rows, whole.layers().get(layer).inputs));
    }
    for (int start = 0; start < indices.length; start += live.capacity()) {
      ImageRun batch =
          new ImageRun(images, indices, start, Math.min(live.capacity(), indices.length - start));
      live.load(batch);
      live.forward(batch.count());
      live.copyInputs(batch, inputs);
    }
    return inputs;
  }

  @Override
  public void hold(Mask mask) {
    held = Optional.of(mask);
    live.store();
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      whole.layers().get(layer).hold(mask.kept().get(layer));
    }
    live = live();
  }

  @Override
  public List<Kernel> maskedKernels() {
    return parameters().masked(held);
  }

  @Override
  public List<Kernel> hiddenKernels() {
    return parameters().hidden();
  }

  @Override
  public Parameters parameters() {
    live.store();
    return copy(WholeLayer::parameters);
  }

  private Parameters copy(Function<WholeLayer, ParameterArrays> arrays) {
    return new Parameters(
        whole.layers().stream().map(state -> state.kernel(arrays.apply(state))).toList(),
        whole.layers().stream().map(state -> state.biases(arrays.apply(state))).toList());
  }

  @Override
  public EngineState state() {
    Parameters parameters = parameters();
    List<Parameters> moments = new ArrayList<>();
    for (int index = 0; index < rule.memories(); index++) {
      int memory = index;
      moments.add(copy(state -> state.memory(memory)));
    }
    int counted = rule.memories() > 0 ? steps : 0;
    return new EngineState(parameters, new OptimizerState(counted, moments), held);
  }

  @Override
  public void replace(Parameters parameters) {
    live.store();
    load(parameters, WholeLayer::parameters);
    live = live();
    held.ifPresent(this::hold);
  }

  @Override
  public void restore(EngineState from) {
    steps = from.optimizer().steps();
    load(from.parameters(), WholeLayer::parameters);
    for (int index = 0; index < from.optimizer().moments().size(); index++) {
      int memory = index;
      load(from.optimizer().moments().get(index), state -> state.memory(memory));
    }
    live = live();
    from.held().ifPresent(this::hold);
  }

  private void load(Parameters from, Function<WholeLayer, ParameterArrays> into) {
    for (int layer = 0; layer < whole.layers().size(); layer++) {
      WholeLayer state = whole.layers().get(layer);
      into.apply(state).load(from.kernels().get(layer), from.biases().get(layer));
    }
  }

  @Override
  public void close() {
    // Arrays only: nothing outside the heap to give back.
  }
}
