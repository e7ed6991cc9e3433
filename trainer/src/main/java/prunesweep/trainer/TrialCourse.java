package prunesweep.trainer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.CourseState.Leg;
import prunesweep.trainer.CourseState.MethodEnd;
import prunesweep.trainer.CourseState.Turn;
import prunesweep.trainer.checkpoint.Checkpoint;
import prunesweep.trainer.checkpoint.InterruptedTrial;
import prunesweep.trainer.checkpoint.Journal;
import prunesweep.trainer.checkpoint.Progress;
import prunesweep.trainer.checkpoint.Standing;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.machine.OpenBlas;
import prunesweep.trainer.machine.Stopwatch;
import prunesweep.trainer.method.Continuation;
import prunesweep.trainer.method.Next;
import prunesweep.trainer.method.Procedure;
import prunesweep.trainer.method.PruneHooks;
import prunesweep.trainer.method.Setting;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.InitialParameters;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.result.CycleResult;
import prunesweep.trainer.result.EpochResult;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.training.BeforeSteps;
import prunesweep.trainer.training.BetweenSteps;
import prunesweep.trainer.training.EngineState;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;
import prunesweep.trainer.trial.TrialSpec;

/**
 * The trainings and prunes of one trial, one after the other, as its method and what follows it
 * answer. The network that stands at the moment is this one's; each further training may put
 * another in its place. At the end of every epoch the journal hears where this stands, and can have
 * the state from which another course goes on.
 */
final class TrialCourse implements AutoCloseable {

  private static final String DENSE = "dense";

  private final TrialSpec spec;
  private final OpenTraining first;
  private final StageRecorder recorder;
  private final Journal journal;
  private final Function<InterruptedTrial, byte[]> form;
  private final Stopwatch stopwatch;
  private final Setting setting;
  private final Procedure procedure;
  private final Continuation retraining;
  private Optional<Progress> aside;
  private @Nullable Parameters dense;
  private int epochsShared;
  private TrainingEngine engine;
  private LowestLoss lowest;
  private int lastEpoch;
  private @Nullable Leg leg;
  private Turn asked;
  private @Nullable MethodEnd methodEnd;
  private Optional<Parameters> pruned = Optional.empty();

  /**
   * The course of a trial from where {@code first} stands.
   *
   * @param form in which the journal has the state
   */
  TrialCourse(
      StageRecorder recorder,
      OpenTraining first,
      Journal journal,
      Function<InterruptedTrial, byte[]> form,
      Stopwatch stopwatch,
      Optional<InterruptedTrial> from) {
    this.spec = recorder.spec();
    this.first = first;
    this.recorder = recorder;
    this.journal = journal;
    this.form = form;
    this.stopwatch = stopwatch;
    this.setting =
        new Setting(
            first.dataset(),
            Architecture.of(spec.network(), first.dataset()),
            spec.training(),
            spec.seed(),
            from.isPresent() ? counter -> List.of() : first.start()::counted);
    this.procedure = spec.method().procedure(setting);
    this.retraining = spec.retraining().continuation(spec.training());
    this.aside = from.flatMap(InterruptedTrial::aside);
    this.epochsShared = first.start().epochs().size();
    this.engine = first.engine();
    this.lowest = first.lowest();
    this.asked = turn();
    from.ifPresent(this::restore);
  }

  private void restore(InterruptedTrial from) {
    CourseState state = (CourseState) from.course();
    procedure.restore(state.turn().method());
    retraining.restore(state.turn().retraining());
    asked = state.turn();
    epochsShared = state.epochsShared();
    lastEpoch = state.lastEpoch();
    leg = state.leg();
    methodEnd = state.methodEnd();
    pruned = from.pruned();
    dense = state.dense();
  }

  private Turn turn() {
    return new Turn(procedure.memory(), retraining.memory());
  }

  /** The trial. */
  TrialSpec spec() {
    return spec;
  }

  /** What it trains on. */
  Dataset dataset() {
    return first.dataset();
  }

  /** The network when the method was done with it. */
  Parameters pruned() {
    return pruned.orElseThrow();
  }

  /** What the network was when the method was done with it. */
  EvaluationResult evaluation() {
    return recorder.rows().of(EvaluationResult.class).get(end().evaluations() - 1);
  }

  /** The epochs until the method was done. */
  List<EpochResult> epochs() {
    return recorder.rows().of(EpochResult.class).subList(0, end().epochs());
  }

  private MethodEnd end() {
    return Objects.requireNonNull(methodEnd, "The method is not done");
  }

  /** The epochs that a stage trained. */
  int epochsShared() {
    return epochsShared;
  }

  /** The number of prunes so far. */
  int prunesMade() {
    return recorder.rows().count(CycleResult.class);
  }

  /** Whether all was pruned that was asked for; null where nothing was. */
  @Nullable Boolean targetReached() {
    return spec.method().target().map(target -> procedure.hasReachedTarget()).orElse(null);
  }

  /** Begins the course of a trial that was not interrupted. */
  void begin() {
    Optional<Prune> prune = procedure.beforeTraining(engine);
    while (prune.isPresent()) {
      prunes().apply(prune.get(), 0, Double.NaN);
      prune = procedure.beforeTraining(engine);
    }
    procedure.start().ifPresent(this::begin);
    leg =
        new Leg(
            OpenTraining.TRAINING,
            null,
            spec.training(),
            procedure.pruneEvery(),
            procedure.lookEvery());
  }

  private void begin(Procedure.Start start) {
    stand(start.weights());
    engine.hold(start.mask());
  }

  /** Does what the method says and what follows it. */
  void run() {
    if (leg != null) {
      record(train(leg, first.start().epochs()));
    }
    if (methodEnd == null) {
      follow(procedure);
      methodEnd =
          new MethodEnd(
              recorder.rows().count(EvaluationResult.class),
              recorder.rows().count(EpochResult.class));
      pruned = Optional.of(engine.parameters());
    }
    follow(retraining);
  }

  /**
   * Goes on to the last epoch of the method's further training {@code phase}, and not to what
   * follows there; returns its state.
   */
  InterruptedTrial runUntil(String phase) {
    Optional<Leg> next = Optional.ofNullable(leg);
    List<EpochResult> before = first.start().epochs();
    while (true) {
      Leg training = next.or(() -> next(procedure)).orElseThrow();
      TrainingRun run = train(training, before);
      if (training.phase().equals(phase)) {
        return state(run.epochs(), turn(), Optional.empty());
      }
      record(run);
      next = Optional.empty();
      before = List.of();
    }
  }

  /** Goes on until there is nothing more. */
  private void follow(Continuation continuation) {
    Optional<Leg> next = next(continuation);
    while (next.isPresent()) {
      record(train(next.get(), List.of()));
      next = next(continuation);
    }
  }

  /** Makes the next prunes, and stands where the training after them starts, if there is one. */
  private Optional<Leg> next(Continuation continuation) {
    while (true) {
      asked = turn();
      Next next = continuation.next(lastEpoch, engine);
      if (next instanceof Next.Cut cut) {
        prunes().apply(cut.prune(), cut.epoch(), Double.NaN);
        recorder.untrained(cut.stage(), engine);
      } else if (next instanceof Next.Train train) {
        stand(train.weights());
        train.mask().ifPresent(engine::hold);
        return Optional.of(
            new Leg(train.phase(), train.stage(), train.training(), train.pruneEvery(), 0));
      } else {
        return Optional.empty();
      }
    }
  }

  /** Trains on after the epochs {@code before}. */
  private TrainingRun train(Leg training, List<EpochResult> before) {
    leg = training;
    PruneHooks hooks = methodEnd == null ? procedure : PruneHooks.NONE;
    TrainingLoop loop =
        OpenTraining.loop(training.training(), first.dataset(), engine, before, lowest)
            .watchedBy(this::ended);
    if (training.pruneEvery() > 0) {
      loop.with(new PrunesBetweenSteps(hooks, training.pruneEvery()));
    }
    if (training.lookEvery() > 0) {
      loop.with(new LooksBeforeSteps(training.lookEvery()));
    }
    return loop.run(training.phase(), spec.seed(), pruning(hooks));
  }

  /** Keeps what the training under way, which has ended, came to. */
  private void record(TrainingRun run) {
    Leg ended = Objects.requireNonNull(leg);
    leg = null;
    recorder.rows().addAll(run.epochs());
    lastEpoch = run.last().epoch();
    String stage = Objects.requireNonNullElseGet(ended.stage(), procedure::trainedStage);
    recorder.trained(stage, run, engine, lowest);
  }

  private EpochEnd pruning(PruneHooks hooks) {
    return (epoch, trainAccuracy) ->
        hooks
            .afterEpoch(epoch, trainAccuracy, engine)
            .ifPresent(prune -> prunes().apply(prune, epoch, trainAccuracy));
  }

  private PruneRecorder prunes() {
    return new PruneRecorder(spec, engine, lowest, recorder.rows());
  }

  private void ended(List<EpochResult> epochs) {
    EpochResult epoch = epochs.get(epochs.size() - 1);
    journal.epochEnded(
        Standing.at(epoch, epoch.phase(), trained(epochs)).after(prunesMade()),
        () -> form.apply(state(epochs, turn(), Optional.empty())));
  }

  /** Epochs of the trial's own, with those of the training under way. */
  private int trained(List<EpochResult> epochs) {
    return recorder.rows().count(EpochResult.class) + epochs.size() - epochsShared;
  }

  private InterruptedTrial state(List<EpochResult> epochs, Turn turn, Optional<Progress> begun) {
    return new InterruptedTrial(
        spec,
        OpenBlas.inUse().core(),
        new Progress(engine.state(), epochs, Map.of(), lowest.point()),
        begun,
        pruned,
        new CourseState(
            leg,
            turn,
            methodEnd,
            lastEpoch,
            epochsShared,
            stopwatch.seconds(),
            dense,
            recorder.rows()));
  }

  /**
   * Trains a network that is none of this course; the network at its end is that of {@code
   * training}.
   *
   * @param name what the journal hears of it
   */
  private TrainingRun trainAside(OpenTraining training, String phase, String name) {
    return training.run(phase, epochs -> endedAside(training, epochs, name));
  }

  private void endedAside(OpenTraining training, List<EpochResult> epochs, String name) {
    EpochResult epoch = epochs.get(epochs.size() - 1);
    journal.epochEnded(
        Standing.at(epoch, name, trained(epochs)).after(prunesMade()),
        () ->
            form.apply(
                state(
                    List.of(),
                    asked,
                    Optional.of(
                        new Progress(
                            training.engine().state(),
                            epochs,
                            Map.of(),
                            training.lowest().point())))));
  }

  /** The training aside that was under way when the trial was interrupted; to be asked once. */
  private Optional<Progress> takeAside() {
    Optional<Progress> taken = aside;
    aside = Optional.empty();
    return taken;
  }

  /** The dense network of the same seed, which {@code trained} may be already. */
  Parameters dense(Optional<Checkpoint> trained) {
    if (dense == null) {
      dense = trainDense(trained);
    }
    return dense;
  }

  private Parameters trainDense(Optional<Checkpoint> trained) {
    Optional<Progress> begun = takeAside();
    try (OpenTraining training =
        begun.isPresent()
            ? OpenTraining.from(spec.trunk(), first.dataset(), begun)
            : OpenTraining.at(spec.trunk(), first.dataset(), trained)) {
      trainAside(training, OpenTraining.TRAINING, DENSE);
      return training.engine().parameters();
    }
  }

  /**
   * Trains a network that this one is compared with, by the protocol of the trial.
   *
   * @param phase what the training is called; its order of images derives from it
   * @param start its weights
   * @param result made of the training and the network at its end
   */
  <R> R train(String phase, Parameters start, BiFunction<TrainingRun, TrainingEngine, R> result) {
    Progress begun = takeAside().orElseGet(() -> Progress.none(EngineState.initial(start)));
    try (OpenTraining training =
        OpenTraining.from(spec.trunk(), first.dataset(), Optional.of(begun))) {
      return result.apply(trainAside(training, phase, phase), training.engine());
    }
  }

  /** Puts the network with these weights in the place of the one that stands. */
  private void stand(Next.Weights weights) {
    if (weights instanceof Next.Weights.GoingOn) {
      return;
    }
    Parameters start = start(weights);
    close();
    engine = Engines.create(spec, first.dataset(), start);
    lowest = new LowestLoss();
  }

  private Parameters start(Next.Weights weights) {
    if (weights instanceof Next.Weights.OfDenseTraining early) {
      return afterEpoch(early.epoch());
    }
    if (weights instanceof Next.Weights.Initial initial) {
      Dataset dataset = first.dataset();
      return InitialParameters.initialise(
          spec.network(), dataset.inputs(), dataset.classes(), spec.seed(), initial.stream());
    }
    return engine.parameters();
  }

  /** The dense training again, up to {@code epoch}: the same bits as the first time. */
  private Parameters afterEpoch(int epoch) {
    if (epoch == 0) {
      return OpenTraining.beginning(spec.trunk(), first.dataset()).engine().parameters();
    }
    try (OpenTraining early =
        OpenTraining.from(spec.trunk().upTo(epoch), first.dataset(), takeAside())) {
      TrainingRun run = trainAside(early, OpenTraining.TRAINING, DENSE);
      if (run.last().epoch() < epoch) {
        throw new InvalidSpecException(
            "rewind-epoch",
            "at most %d, the last epoch of the dense training".formatted(run.last().epoch()),
            epoch);
      }
      return early.engine().parameters();
    }
  }

  /** Closes the network that stands, unless it is the first, which is not this one's own. */
  @Override
  public void close() {
    if (engine != first.engine()) {
      engine.close();
    }
  }

  /** Asks for a prune every so many steps. */
  private final class PrunesBetweenSteps implements BetweenSteps {

    private final PruneHooks hooks;
    private final int every;

    PrunesBetweenSteps(PruneHooks hooks, int every) {
      this.hooks = hooks;
      this.every = every;
    }

    @Override
    public int every() {
      return every;
    }

    @Override
    public void after(int step) {
      int epoch = (step - 1) / setting.stepsAnEpoch() + 1;
      hooks.afterSteps(step, engine).ifPresent(prune -> prunes().apply(prune, epoch, Double.NaN));
    }
  }

  /** Lets the method look at the network before every so many steps. */
  private final class LooksBeforeSteps implements BeforeSteps {

    private final int every;

    LooksBeforeSteps(int every) {
      this.every = every;
    }

    @Override
    public int every() {
      return every;
    }

    @Override
    public void before(int step, int[] images) {
      procedure.beforeStep(step, images, engine);
    }
  }
}
