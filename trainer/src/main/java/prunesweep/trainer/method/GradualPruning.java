package prunesweep.trainer.method;

import java.util.Optional;
import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.Pruner;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.schedule.Cubic;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * Gradual pruning every so many steps while a network trains (Zhu and Gupta, To prune, or not to
 * prune, 2017; protocol, section 6): one that was trained to its end and trains on, or one from its
 * first step on, which trains to the end with what is left.
 *
 * @param selection what goes
 * @param every steps from prune to prune
 * @param epochs epochs over which the pruning goes
 * @param start which network is pruned
 */
public record GradualPruning(Selection selection, int every, int epochs, GradualStart start)
    implements PruningMethod {

  private static final String SECTION_NAME = "gradual";
  private static final String PRUNED = "pruned";

  private static final Key<ScoreSpec> SCORE =
      Selection.SCORE.copy().section(SECTION_NAME).older(ScoreSpec.MAGNITUDE).inEveryId().key();

  private static final Choice<Scope> SCOPE =
      Selection.SCOPE.changed(key -> key.section(SECTION_NAME).older(Layers.SECTION).inEveryId());

  private static final Choice<Schedule> SCHEDULE =
      Selection.SCHEDULE.changed(
          key ->
              key.section(SECTION_NAME)
                  .older(Cubic.SECTION)
                  .rule(
                      new Rule<>(
                          "a schedule of several prunes (at-once is for the method one-shot)",
                          schedule -> schedule != AtOnce.SECTION)));

  private static final Key<Granularity> GRANULARITY =
      Selection.GRANULARITY.copy().section(SECTION_NAME).key();

  /** Steps from prune to prune. */
  public static final Key<Integer> EVERY =
      Key.of("magnitude", "every", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 1_000_000))
          .older(100)
          .inEveryId()
          .column("prune_every", "from 1", "Steps from prune to prune")
          .generation(2)
          .label("every=%s")
          .key();

  /** Epochs over which the pruning goes. */
  public static final Key<Integer> EPOCHS =
      Key.of("magnitude", "epochs", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 10_000))
          .older(2)
          .inEveryId()
          .column("prune_epochs", "from 1", "Epochs of pruning")
          .generation(2)
          .label("epochs=%s")
          .key();

  /** Which network is pruned. */
  public static final Key<GradualStart> START =
      Key.of(SECTION_NAME, "gradual-start", Kind.choice(GradualStart.class))
          .ofMethod()
          .older(GradualStart.TRAINED)
          .column("gradual_start", "Which network was pruned gradually")
          .generation(5)
          .label("from=%s")
          .key();

  /** The words for the smallest weights of each layer by the cubic schedule. */
  public static final Section<GradualPruning> MAGNITUDE =
      Section.of(
              "magnitude",
              values ->
                  magnitude(values.get(Selection.TARGET), values.get(EVERY), values.get(EPOCHS)))
          .with(Selection.TARGET, method -> method.selection.target())
          .with(EVERY, GradualPruning::every)
          .with(EPOCHS, GradualPruning::epochs);

  /** The words for every combination. */
  public static final Section<GradualPruning> SECTION =
      Selection.withNeeds(
              Section.of(SECTION_NAME, GradualPruning::general)
                  .with(SCOPE, method -> method.selection.scope())
                  .with(SCORE, method -> method.selection.score()),
              SCORE,
              GradualPruning::selection)
          .with(Selection.TARGET, method -> method.selection.target())
          .with(SCHEDULE, method -> method.selection.schedule())
          .with(GRANULARITY, method -> method.selection.granularity())
          .with(EVERY, GradualPruning::every)
          .with(EPOCHS, GradualPruning::epochs)
          .with(START, GradualPruning::start);

  public GradualPruning {
    Selection.TARGET.require(selection.target());
    EVERY.require(every);
    EPOCHS.require(epochs);
    selection.requireAllLayers();
  }

  /** Gradual pruning of a trained network. */
  public GradualPruning(Selection selection, int every, int epochs) {
    this(selection, every, epochs, GradualStart.TRAINED);
  }

  /** The smallest weights of each hidden layer by the cubic schedule. */
  public static GradualPruning magnitude(double target, int every, int epochs) {
    Selection selection =
        new Selection(
            ScoreSpec.MAGNITUDE,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            new Layers(),
            new Cubic(),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            target);
    return new GradualPruning(selection, every, epochs);
  }

  private static GradualPruning general(Values values) {
    ScoreSpec score = values.get(SCORE);
    Selection selection =
        new Selection(
            score,
            Selection.counter(score, values),
            Selection.batches(score, values),
            SCOPE.make(values),
            SCHEDULE.make(values),
            values.get(GRANULARITY),
            WithinLayer.SCORE,
            values.get(Selection.TARGET),
            values.get(Selection.PRUNE_OUTPUT));
    return new GradualPruning(selection, values.get(EVERY), values.get(EPOCHS), values.get(START));
  }

  @Override
  public Section<GradualPruning> section() {
    return equals(magnitude(selection.target(), every, epochs)) ? MAGNITUDE : SECTION;
  }

  /** Nothing where no epoch is dense. */
  @Override
  public StopPoint sharedUntil() {
    return start == GradualStart.INITIAL ? new Beginning() : new EndOfTraining();
  }

  @Override
  public void requireFits(TrainingSpec training) {
    if (start == GradualStart.INITIAL && epochs > training.maxEpochs()) {
      throw new InvalidSpecException(
          EPOCHS.name(),
          "at most training.max-epochs (%d) where gradual-start is initial"
              .formatted(training.maxEpochs()),
          epochs);
    }
  }

  /** The steps of an epoch decide, and those the data set. */
  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.empty();
  }

  /** Every schedule takes the target in the end, whatever the number of prunes. */
  @Override
  public void requirePrunable(Architecture network) {
    selection.requirePrunable(network, 1);
  }

  @Override
  public Procedure procedure(Setting setting) {
    return new OfOneTrial(setting);
  }

  /**
   * Memory from one answer to the next.
   *
   * @param prunesDone prunes so far
   * @param isPruning whether the training with prunes has begun
   */
  private record Turn(int prunesDone, boolean isPruning) implements Memory {}

  private final class OfOneTrial implements Procedure {

    private final Setting setting;
    private final Pruner pruner;
    private final CounterBatch batch;
    private final int prunes;
    private Turn turn = new Turn(0, false);

    OfOneTrial(Setting setting) {
      prunes = Math.multiplyExact(setting.stepsAnEpoch(), epochs) / every;
      if (prunes > 0) {
        selection.schedule().requireReachable(prunes, selection.target());
      }
      this.setting = setting;
      this.pruner = setting.pruner(selection, prunes);
      this.batch = setting.batch(selection.counter());
    }

    @Override
    public String trainedStage() {
      return start == GradualStart.INITIAL ? PRUNED : DenseTraining.STAGE;
    }

    @Override
    public int pruneEvery() {
      return start == GradualStart.INITIAL ? every : 0;
    }

    @Override
    public boolean hasReachedTarget() {
      return prunes > 0 && turn.prunesDone == prunes;
    }

    @Override
    public Next next(int epoch, NetworkView network) {
      if (turn.isPruning || start == GradualStart.INITIAL) {
        return new Next.Done();
      }
      turn = new Turn(turn.prunesDone, true);
      return new Next.Train(
          "pruning",
          PRUNED,
          new Next.Weights.GoingOn(),
          Optional.empty(),
          setting.training().lasting(epochs),
          every);
    }

    /** Trained from the start, the network has steps after the last prune. */
    @Override
    public Optional<Prune> afterSteps(int step, NetworkView network) {
      if (turn.prunesDone == prunes) {
        return Optional.empty();
      }
      turn = new Turn(turn.prunesDone + 1, turn.isPruning);
      return Optional.of(pruner.prune(turn.prunesDone, batch.afterStep(step), network));
    }

    @Override
    public Memory memory() {
      return turn;
    }

    @Override
    public void restore(Memory memory) {
      turn = (Turn) memory;
    }
  }
}
