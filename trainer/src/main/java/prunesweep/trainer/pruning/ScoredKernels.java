package prunesweep.trainer.pruning;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import prunesweep.scorer.LayerWeights;
import prunesweep.scorer.Need;
import prunesweep.scorer.ScoredLayer;
import prunesweep.scorer.ScoredNetwork;
import prunesweep.trainer.network.Kernel;

/**
 * Kernels with what a scorer has asked for beside them, and nothing else.
 *
 * @param kernels of all layers that can be pruned
 * @param output that of the output layer; empty where it is one of them, and where layers are
 *     scored by themselves
 * @param asked the indices of those to score, from 0, in order
 * @param facts what was gathered
 * @param random the random numbers of the prune
 */
record ScoredKernels(
    List<Kernel> kernels,
    Optional<Kernel> output,
    List<Integer> asked,
    Facts facts,
    RandomGenerator random)
    implements ScoredNetwork {

  /** Hidden layers by themselves. */
  ScoredKernels(List<Kernel> kernels, List<Integer> asked, Facts facts, RandomGenerator random) {
    this(kernels, Optional.empty(), asked, facts, random);
  }

  /**
   * Facts gathered for a scorer: one element a layer, in each list that was asked for.
   *
   * @param counters one counter a unit
   * @param values one array a batch
   * @param gradients one array a batch
   * @param squaredGradients their means over single images
   * @param hessianGradient one number a weight
   */
  record Facts(
      Optional<List<long[]>> counters,
      Optional<List<List<float[]>>> values,
      Optional<List<List<float[]>>> gradients,
      Optional<List<double[]>> squaredGradients,
      Optional<List<double[]>> hessianGradient) {

    /** Nothing. */
    static final Facts NONE =
        new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Facts ofCounters(List<long[]> counters) {
      return new Facts(
          Optional.of(counters),
          NONE.values,
          NONE.gradients,
          NONE.squaredGradients,
          NONE.hessianGradient);
    }

    static Facts ofValues(List<List<float[]>> values) {
      return new Facts(
          NONE.counters,
          Optional.of(values),
          NONE.gradients,
          NONE.squaredGradients,
          NONE.hessianGradient);
    }

    static Facts ofGradients(List<List<float[]>> gradients) {
      return new Facts(
          NONE.counters,
          NONE.values,
          Optional.of(gradients),
          NONE.squaredGradients,
          NONE.hessianGradient);
    }

    static Facts ofSquaredGradients(List<double[]> squares) {
      return new Facts(
          NONE.counters, NONE.values, NONE.gradients, Optional.of(squares), NONE.hessianGradient);
    }

    static Facts ofHessianGradient(List<double[]> product) {
      return new Facts(
          NONE.counters, NONE.values, NONE.gradients, NONE.squaredGradients, Optional.of(product));
    }
  }

  @Override
  public List<ScoredLayer> layers() {
    return asked.stream().map(this::layer).toList();
  }

  @Override
  public List<ScoredLayer> hiddenLayers() {
    return IntStream.range(0, kernels.size()).mapToObj(this::layer).toList();
  }

  @Override
  public List<LayerWeights> allLayers() {
    return Stream.concat(kernels.stream(), output.stream())
        .<LayerWeights>map(OneMatrix::new)
        .toList();
  }

  ScoredLayer layer(int index) {
    return new OneLayer(index);
  }

  /** The weights of one kernel. */
  private static class OneMatrix implements LayerWeights {

    private final Kernel kernel;

    OneMatrix(Kernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public int inputs() {
      return kernel.inputs();
    }

    @Override
    public int units() {
      return kernel.units();
    }

    @Override
    public float[] weights() {
      return kernel.weights();
    }
  }

  /** One of the kernels that can be pruned. */
  private final class OneLayer extends OneMatrix implements ScoredLayer {

    private final int index;

    OneLayer(int index) {
      super(kernels.get(index));
      this.index = index;
    }

    @Override
    public int place() {
      return index;
    }

    @Override
    public long[] counters() {
      return asked(facts.counters(), Need.COUNTERS).get(index);
    }

    @Override
    public List<float[]> values() {
      return asked(facts.values(), Need.INPUTS).get(index);
    }

    @Override
    public List<float[]> gradients() {
      return asked(facts.gradients(), Need.GRADIENTS).get(index);
    }

    @Override
    public double[] squaredGradients() {
      return asked(facts.squaredGradients(), Need.SQUARED_GRADIENTS).get(index);
    }

    @Override
    public double[] hessianGradient() {
      return asked(facts.hessianGradient(), Need.HESSIAN_GRADIENT).get(index);
    }

    private static <T> T asked(Optional<T> fact, Need need) {
      return fact.orElseThrow(
          () -> new IllegalStateException("The scorer must say that it needs " + need));
    }

    @Override
    public RandomGenerator random() {
      return random;
    }
  }
}
