package prunesweep.trainer.method;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Counting;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.Pruner;
import prunesweep.trainer.pruning.RunningCounters;
import prunesweep.trainer.pruning.Selection;

/**
 * Pruning at thresholds (Ganguli and Chong 2024, algorithms 1 to 6; protocol, sections 4 and 5).
 *
 * <p>Of all layers together: after each epoch the counters of a fresh batch are added to the
 * running ones; when the accuracy has reached the threshold, the prune's share goes and the
 * threshold rises by (target accuracy - first threshold) / cycles. A layer at a time: the counters
 * are those of one fresh batch, and after a prune the next one waits until the accuracy is back
 * where it was.
 */
final class ThresholdProcedure implements Procedure {

  private static final String PRUNED = "pruned";

  private final ThresholdPruning method;
  private final Setting setting;
  private final Pruner pruner;
  private final int prunes;
  private final boolean isInTurn;
  private final CounterBatch batch;
  private final Optional<RunningCounters> running;
  private Turn turn;

  /**
   * Memory beside the running counters.
   *
   * @param prunesDone prunes so far
   * @param recovered accuracy that opens the next prune where a layer goes at a time
   * @param isFinishing whether the training after a missed target comes next or runs
   * @param counted the running counters when this was given out
   */
  private record Turn(int prunesDone, double recovered, boolean isFinishing, List<long[]> counted)
      implements Memory {

    Turn pruned(double accuracy) {
      return new Turn(prunesDone + 1, accuracy, isFinishing, counted);
    }

    Turn finishing(int prunes, boolean isNext) {
      return new Turn(prunes, recovered, isNext, counted);
    }

    Turn counted(List<long[]> counters) {
      return new Turn(prunesDone, recovered, isFinishing, counters);
    }
  }

  ThresholdProcedure(ThresholdPruning method, Setting setting) {
    Selection selection = method.selection();
    this.method = method;
    this.setting = setting;
    this.prunes = method.prunes(setting.network().hidden().size());
    this.pruner = setting.pruner(selection, prunes);
    this.isInTurn = selection.scope().isLayerByLayer();
    this.batch = setting.batch(selection.counter());
    this.running = selection.counted().filter(counter -> !isInTurn).map(setting::counters);
    this.turn = new Turn(0, method.firstThreshold(), false, List.of());
  }

  /** A network that missed its target is named so where that is not all that becomes of it. */
  @Override
  public String trainedStage() {
    return isToBeFinished() ? "missed" : PRUNED;
  }

  @Override
  public boolean hasReachedTarget() {
    return turn.prunesDone == prunes;
  }

  @Override
  public Optional<Prune> afterEpoch(int epoch, double trainAccuracy, NetworkView network) {
    if (turn.isFinishing || hasReachedTarget()) {
      return Optional.empty();
    }
    running.ifPresent(counters -> counters.count(network, epoch));
    return trainAccuracy >= threshold()
        ? Optional.of(prune(epoch, trainAccuracy, network))
        : Optional.empty();
  }

  private double threshold() {
    return isInTurn ? turn.recovered : risingThreshold();
  }

  /** In exact decimals: an accuracy that equals the threshold has reached it. */
  private double risingThreshold() {
    BigDecimal first = BigDecimal.valueOf(method.firstThreshold());
    BigDecimal rise = BigDecimal.valueOf(setting.training().targetAccuracy()).subtract(first);
    return rise.multiply(BigDecimal.valueOf(turn.prunesDone))
        .divide(BigDecimal.valueOf(prunes), MathContext.DECIMAL64)
        .add(first)
        .doubleValue();
  }

  private Prune prune(int epoch, double trainAccuracy, NetworkView network) {
    double opened = threshold();
    turn = turn.pruned(trainAccuracy);
    Prune prune = pruner.prune(turn.prunesDone, counting(epoch), network).openedAt(opened);
    if (method.counterMode() == CounterMode.RESET) {
      running.ifPresent(RunningCounters::reset);
    }
    return prune;
  }

  private Counting counting(int epoch) {
    return running
        .<Counting>map(counters -> network -> counters.sums())
        .orElseGet(() -> batch.afterEpoch(epoch));
  }

  private boolean isToBeFinished() {
    return method.whenMissed() == WhenMissed.FINISH && turn.prunesDone < prunes;
  }

  /** The rest at once where something is to be finished, then a training as the first one was. */
  @Override
  public Next next(int epoch, NetworkView network) {
    if (isToBeFinished()) {
      running.ifPresent(counters -> counters.count(network, epoch));
      Prune rest = pruner.pruneUntil(turn.prunesDone + 1, prunes, counting(epoch), network);
      turn = turn.finishing(prunes, true);
      return new Next.Cut(rest, epoch, "cut");
    }
    if (turn.isFinishing) {
      turn = turn.finishing(prunes, false);
      return new Next.Train(
          "finishing", PRUNED, new Next.Weights.GoingOn(), Optional.empty(), setting.training(), 0);
    }
    return new Next.Done();
  }

  @Override
  public Memory memory() {
    return turn.counted(running.map(RunningCounters::sums).orElse(List.of()));
  }

  @Override
  public void restore(Memory memory) {
    turn = (Turn) memory;
    running.ifPresent(counters -> counters.restore(turn.counted));
  }
}
