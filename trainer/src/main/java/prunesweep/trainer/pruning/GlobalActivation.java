package prunesweep.trainer.pruning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import prunesweep.trainer.machine.CostMeter;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.CounterMode;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.InvalidSpecException;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * Global activation-based pruning (Ganguli and Chong 2024, algorithms 1 to 3; protocol, section 4):
 * after each epoch the counters of a fresh batch are added to the running ones; when the accuracy
 * has reached the threshold, the cycle's share of all weights is pruned, lowest scores of all
 * hidden layers first, and the threshold rises by (target accuracy - first threshold) / cycles.
 */
public final class GlobalActivation implements PruningProcedure {

  private final ActivationPruning method;
  private final GlobalScope scope;
  private final double targetAccuracy;
  private final long weights;
  private final GeometricSchedule schedule;
  private final long seed;
  private final RunningCounters counters;
  private int cyclesDone;

  /**
   * The procedure for a network of the shape of {@code parameters}.
   *
   * @param counters what epochs before have counted, and where it goes on
   * @throws InvalidSpecException if the target is more than the hidden layers' share of all weights
   */
  public GlobalActivation(
      ActivationPruning method,
      GlobalScope scope,
      TrainingSpec training,
      RunningCounters counters,
      Parameters parameters) {
    this.method = method;
    this.scope = scope;
    this.counters = counters;
    this.targetAccuracy = training.targetAccuracy();
    this.weights = parameters.weights();
    long prunable = parameters.hidden().stream().mapToLong(Kernel::size).sum();
    GlobalTarget.requirePrunable(method.target(), scope, prunable, weights);
    this.schedule = new GeometricSchedule(method.target(), scope);
    this.seed = counters.seed();
  }

  @Override
  public Optional<Prune> afterEpoch(int epoch, double trainAccuracy, NetworkView network) {
    if (cyclesDone == scope.cycles()) {
      return Optional.empty();
    }
    counters.count(network, epoch);
    return trainAccuracy >= threshold() ? Optional.of(prune(network)) : Optional.empty();
  }

  /** In exact decimals: an accuracy that equals the threshold has reached it. */
  private double threshold() {
    BigDecimal first = BigDecimal.valueOf(method.firstThreshold());
    BigDecimal rise = BigDecimal.valueOf(targetAccuracy).subtract(first);
    BigDecimal cycles = BigDecimal.valueOf(scope.cycles());
    return rise.multiply(BigDecimal.valueOf(cyclesDone))
        .divide(cycles, MathContext.DECIMAL64)
        .add(first)
        .doubleValue();
  }

  private Prune prune(NetworkView network) {
    double threshold = threshold();
    CostMeter meter = CostMeter.started();
    long count = schedule.weights(cyclesDone, weights);
    List<Kernel> kernels = network.hiddenKernels();
    List<boolean[]> pruned = selected(kernels, count);
    cyclesDone++;
    if (scope.counterMode() == CounterMode.RESET) {
      counters.reset();
    }
    Mask mask = Mask.ofNonZero(kernels).without(pruned);
    return new Prune(cyclesDone, threshold, mask, count, meter.cost());
  }

  private List<boolean[]> selected(List<Kernel> kernels, long count) {
    DoubleSupplier scoring = RandomStream.of(seed, "scores", cyclesDone)::nextDouble;
    DoubleSupplier choosing = RandomStream.of(seed, "within-layer", cyclesDone)::nextDouble;
    List<long[]> counted = counters.sums();
    List<boolean[]> lowest =
        Selector.lowest(WeightScores.of(method.score(), kernels, counted, scoring), count);
    return LayerChoice.of(method.withinLayer(), kernels, lowest, choosing);
  }
}
