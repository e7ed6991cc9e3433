package prunesweep.trainer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.method.Continuation;
import prunesweep.trainer.method.Next;
import prunesweep.trainer.method.Procedure;
import prunesweep.trainer.method.PruneHooks;
import prunesweep.trainer.method.Setting;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.GlorotUniform;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.result.EvaluationResult;
import prunesweep.trainer.spec.TrunkSpec;
import prunesweep.trainer.training.BetweenSteps;
import prunesweep.trainer.training.EpochEnd;
import prunesweep.trainer.training.LowestLoss;
import prunesweep.trainer.training.TrainingEngine;
import prunesweep.trainer.training.TrainingLoop;
import prunesweep.trainer.training.TrainingRun;
import prunesweep.trainer.trial.TrialSpec;

/**
 * The trainings and prunes of one trial, one after the other, as its method and what follows it
 * answer. The network that stands at the moment is this one's; each further training may put
 * another in its place.
 */
final class TrialCourse implements AutoCloseable {

  private static final EpochEnd NOTHING = (epoch, trainAccuracy) -> {};

  private final TrialSpec spec;
  private final OpenTraining first;
  private final StageRecorder recorder;
  private final Setting setting;
  private final Procedure procedure;
  private TrainingEngine engine;
  private LowestLoss lowest;
  private int lastEpoch;

  TrialCourse(TrialSpec spec, OpenTraining first, StageRecorder recorder) {
    this.spec = spec;
    this.first = first;
    this.recorder = recorder;
    this.setting =
        new Setting(
            first.dataset(),
            Architecture.of(spec.network(), first.dataset()),
            spec.training(),
            spec.seed(),
            first.start()::counted);
    this.procedure = spec.method().procedure(setting);
    this.engine = first.engine();
    this.lowest = first.lowest();
  }

  /** The network as it stands. */
  Parameters parameters() {
    return engine.parameters();
  }

  /** The number of prunes so far. */
  int prunesMade() {
    return recorder.rows().cycles.size();
  }

  /** Whether all was pruned that was asked for; null where nothing was. */
  @Nullable Boolean targetReached() {
    return spec.method().target().map(target -> procedure.hasReachedTarget()).orElse(null);
  }

  /** Does what the method says and returns what the network is when it is done with it. */
  EvaluationResult method() {
    pruneBeforeTraining();
    TrainingRun run = first.run(pruning(procedure));
    EvaluationResult trained = keep(run, procedure.firstStage());
    return follow(procedure, procedure).orElse(trained);
  }

  private void pruneBeforeTraining() {
    Optional<Prune> prune = procedure.beforeTraining(engine);
    while (prune.isPresent()) {
      prunes().apply(prune.get(), 0, Double.NaN);
      prune = procedure.beforeTraining(engine);
    }
  }

  /** Does what follows the method. */
  void aftermath() {
    follow(spec.retraining().continuation(setting.training()), PruneHooks.NONE);
  }

  /** Goes on until there is nothing more; empty where there was nothing at all. */
  private Optional<EvaluationResult> follow(Continuation continuation, PruneHooks hooks) {
    Optional<EvaluationResult> last = Optional.empty();
    while (true) {
      Next next = continuation.next(lastEpoch, engine);
      if (next instanceof Next.Cut cut) {
        prunes().apply(cut.prune(), cut.epoch(), Double.NaN);
        last = Optional.of(recorder.untrained(cut.stage(), engine));
      } else if (next instanceof Next.Train train) {
        last = Optional.of(train(train, hooks));
      } else {
        return last;
      }
    }
  }

  private EvaluationResult train(Next.Train train, PruneHooks hooks) {
    stand(train.weights());
    train.mask().ifPresent(engine::hold);
    TrainingLoop loop = OpenTraining.loop(train.training(), first.dataset(), engine, lowest);
    if (train.pruneEvery() > 0) {
      loop.with(new PrunesBetweenSteps(hooks, train.pruneEvery()));
    }
    return keep(loop.run(train.phase(), spec.seed(), pruning(hooks)), train.stage());
  }

  private EvaluationResult keep(TrainingRun run, String stage) {
    recorder.rows().epochs.addAll(run.epochs());
    lastEpoch = run.last().epoch();
    return recorder.trained(stage, run, engine, lowest);
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
    if (weights instanceof Next.Weights.OfDenseTraining dense) {
      return afterEpoch(dense.epoch());
    }
    if (weights instanceof Next.Weights.Initial initial) {
      Dataset dataset = first.dataset();
      return GlorotUniform.initialise(
          spec.network(), dataset.inputs(), dataset.classes(), spec.seed(), initial.stream());
    }
    return engine.parameters();
  }

  /** The dense training again, up to {@code epoch}: the same bits as the first time. */
  private Parameters afterEpoch(int epoch) {
    TrunkSpec trunk = spec.trunk();
    if (epoch == 0) {
      return OpenTraining.beginning(trunk, first.dataset()).engine().parameters();
    }
    try (OpenTraining dense =
        OpenTraining.at(trunk.upTo(epoch), first.dataset(), Optional.empty())) {
      TrainingRun run = dense.run(NOTHING);
      if (run.last().epoch() < epoch) {
        throw new InvalidSpecException(
            "rewind-epoch",
            "at most %d, the last epoch of the dense training".formatted(run.last().epoch()),
            epoch);
      }
      return dense.engine().parameters();
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
}
