package prunesweep.trainer.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.result.EpochFigures;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.Evaluation;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * The training protocol (protocol, section 2): epochs of shuffled batches until the running
 * training accuracy reaches its target, early stopping stops, or the epochs are used up; checked in
 * this order, before anything else happens at the epoch's end.
 */
public final class TrainingLoop {

  private final TrainingSpec training;
  private final Dataset dataset;
  private final TrainingEngine engine;
  private final CrossEntropy loss;
  private final LowestLoss lowest;
  private final EarlyStopping earlyStopping = new EarlyStopping();
  private final List<BetweenSteps> betweenSteps = new ArrayList<>();
  private final List<BeforeSteps> beforeSteps = new ArrayList<>();
  private final List<EpochResult> epochs = new ArrayList<>();
  private Consumer<List<EpochResult>> watch = all -> {};
  private Optional<StopReason> stop = Optional.empty();

  /** A loop that trains {@code engine} on {@code dataset} from the start. */
  public TrainingLoop(TrainingSpec training, Dataset dataset, TrainingEngine engine) {
    this(training, dataset, engine, List.of(), new LowestLoss());
  }

  /**
   * A loop that goes on after {@code before}: at the end of the last of these epochs, before what
   * happens between it and the next. The state of early stopping follows from them.
   *
   * @param lowest is offered every further epoch
   */
  public TrainingLoop(
      TrainingSpec training,
      Dataset dataset,
      TrainingEngine engine,
      List<EpochResult> before,
      LowestLoss lowest) {
    this.training = training;
    this.loss = new CrossEntropy(training.labelSmoothing());
    this.dataset = dataset;
    this.engine = engine;
    this.lowest = lowest;
    before.forEach(this::add);
  }

  /** Lets {@code happening} happen within epochs too; in the order they are given. */
  public TrainingLoop with(BetweenSteps happening) {
    betweenSteps.add(happening);
    return this;
  }

  /** Lets {@code hearer} hear of all epochs so far at the end of each, the last one too. */
  public TrainingLoop watchedBy(Consumer<List<EpochResult>> hearer) {
    watch = hearer;
    return this;
  }

  /** Lets {@code looking} look at the network within epochs too; in the order they are given. */
  public TrainingLoop with(BeforeSteps looking) {
    beforeSteps.add(looking);
    return this;
  }

  /**
   * Trains to the end.
   *
   * @param phase name of this training in the result, e.g. {@code training}
   * @param seed decides each epoch's order
   * @param epochEnd called between epochs
   * @throws DivergedException when a loss is not finite
   */
  public TrainingRun run(String phase, long seed, EpochEnd epochEnd) {
    while (stop.isEmpty()) {
      next(phase, seed, epochEnd);
    }
    return new TrainingRun(epochs, stop.get());
  }

  /**
   * Trains until the running training accuracy of an epoch is {@code reached}, or to the end if
   * that comes before, and returns all epochs.
   *
   * @throws DivergedException when a loss is not finite
   */
  public List<EpochResult> runUntil(
      DoublePredicate reached, String phase, long seed, EpochEnd epochEnd) {
    while (stop.isEmpty() && (epochs.isEmpty() || !reached.test(last().trainAccuracy()))) {
      next(phase, seed, epochEnd);
    }
    return List.copyOf(epochs);
  }

  private void next(String phase, long seed, EpochEnd epochEnd) {
    if (!epochs.isEmpty()) {
      epochEnd.after(last().epoch(), last().trainAccuracy());
    }
    EpochResult epoch = epoch(phase, seed, epochs.size() + 1);
    lowest.offer(epoch, engine);
    add(epoch);
    watch.accept(epochs);
  }

  /**
   * Tells whether an epoch so far, of those before this loop too, had a running training accuracy
   * of {@code accuracy} or more; always of 0.
   */
  public boolean hasReached(double accuracy) {
    return accuracy == 0 || epochs.stream().anyMatch(epoch -> epoch.trainAccuracy() >= accuracy);
  }

  private EpochResult last() {
    return epochs.get(epochs.size() - 1);
  }

  private void add(EpochResult epoch) {
    epochs.add(epoch);
    stop = stopReason(epoch);
  }

  private EpochResult epoch(String phase, long seed, int number) {
    Stopwatch stopwatch = Stopwatch.started();
    double sparsity = engine.parameters().sparsity();
    Tally tally = train(phase, seed, number);
    requireFinite(number, "training", tally.loss());
    Evaluation validation = engine.evaluate(dataset.validation());
    requireFinite(number, "validation", validation.loss());
    EpochFigures figures =
        new EpochFigures(number, tally.evaluation(), validation.lossAndAccuracy(), Evaluation.NONE);
    return new EpochResult(phase, figures, sparsity, stopwatch.seconds());
  }

  private Tally train(String phase, long seed, int epoch) {
    int[] order = Shuffle.order(dataset.training().count(), seed, phase, epoch);
    int batch = training.batchSize();
    int steps = stepsAnEpoch();
    int before = (epoch - 1) * steps;
    Tally tally = Tally.NONE;
    for (int step = 0; step < steps; ) {
      lookBefore(before + step + 1, order, step * batch);
      int next = Math.min(steps, nextStop(before + step) - before);
      int end = Math.min(order.length, next * batch);
      int[] part = Arrays.copyOfRange(order, step * batch, end);
      tally =
          tally.plus(
              engine.train(dataset.training(), part, new StepsFrom(phase, seed, before + step)));
      step = next;
      happenAfter(before + step);
    }
    return tally;
  }

  /** The steps of the run from {@code first} on, counted from 0. */
  private final class StepsFrom implements Steps {

    private final String phase;
    private final long seed;
    private final int first;

    StepsFrom(String phase, long seed, int first) {
      this.phase = phase;
      this.seed = seed;
      this.first = first;
    }

    @Override
    public Optional<Dropout> dropout(int step) {
      return training.dropout() == 0
          ? Optional.empty()
          : Optional.of(new DrawnDropout(training.dropout(), seed, phase, first + step));
    }

    @Override
    public double rateFactor(int step) {
      return TrainingLoop.this.rateFactor(first + step);
    }

    @Override
    public CrossEntropy loss() {
      return loss;
    }
  }

  private int stepsAnEpoch() {
    int batch = training.batchSize();
    return (dataset.training().count() + batch - 1) / batch;
  }

  /** The factor of the learning rate in step {@code step} of the run, from 0. */
  public double rateFactor(int step) {
    return training.rateFactor(step, stepsAnEpoch());
  }

  /** The first step after {@code step} after which something happens, or is looked at. */
  private int nextStop(int step) {
    IntStream happenings =
        betweenSteps.stream().mapToInt(happening -> multipleAfter(step, happening.every()));
    IntStream looks =
        beforeSteps.stream().mapToInt(looking -> multipleAfter(step + 1, looking.every()) - 1);
    return IntStream.concat(happenings, looks).min().orElse(Integer.MAX_VALUE);
  }

  private static int multipleAfter(int step, int every) {
    return (step / every + 1) * every;
  }

  private void lookBefore(int step, int[] order, int first) {
    for (BeforeSteps looking : beforeSteps) {
      if (step % looking.every() == 0) {
        int end = Math.min(order.length, first + training.batchSize());
        looking.before(step, Arrays.copyOfRange(order, first, end));
      }
    }
  }

  private void happenAfter(int step) {
    for (BetweenSteps happening : betweenSteps) {
      if (step % happening.every() == 0) {
        happening.after(step);
      }
    }
  }

  private Optional<StopReason> stopReason(EpochResult epoch) {
    boolean stopsEarly = earlyStopping.stopsAt(epoch.validationLoss());
    if (epoch.trainAccuracy() >= training.targetAccuracy()) {
      return Optional.of(StopReason.TARGET_ACCURACY);
    }
    if (stopsEarly && training.earlyStop() == EarlyStop.ON) {
      return Optional.of(StopReason.EARLY_STOPPING);
    }
    return epoch.epoch() >= training.maxEpochs()
        ? Optional.of(StopReason.MAX_EPOCHS)
        : Optional.empty();
  }

  private static void requireFinite(int epoch, String which, double loss) {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(epoch, which, loss);
    }
  }
}
