package prunesweep.trainer.method;

import java.util.List;
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
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.schedule.Exponential;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.StopPoint;

/**
 * Pruning of the initial weights, in one prune or several, and training with the mask held (Lee et
 * al., SNIP, 2019; Tanaka et al., Synaptic flow, 2020, algorithm 1; Frankle et al., Pruning neural
 * networks at initialization, 2021).
 *
 * @param selection what goes
 * @param iterations number of prunes, each of what the ones before have left, from 1
 */
public record PruningBeforeTraining(Selection selection, int iterations) implements Method {

  private static final String NAME = "before-training";

  private static final Choice<Scope> SCOPE =
      Selection.SCOPE.changed(key -> key.section(NAME).older(Global.SECTION).inEveryId());

  private static final Key<ScoreSpec> SCORE =
      Selection.SCORE.copy().section(NAME).older(ScoreSpec.MAGNITUDE).inEveryId().key();

  private static final Choice<Schedule> SCHEDULE =
      Selection.SCHEDULE.changed(key -> key.section(NAME).older(Exponential.SECTION));

  private static final Key<Granularity> GRANULARITY =
      Selection.GRANULARITY.copy().section(NAME).key();

  /** The number of prunes. */
  public static final Key<Integer> ITERATIONS =
      Key.of(NAME, "iterations", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 10_000))
          .older(1)
          .inEveryId()
          .column("iterations", "from 1", "Prunes before training")
          .generation(3)
          .label("iterations=%s")
          .key();

  /** Its words. */
  public static final Section<PruningBeforeTraining> SECTION =
      Selection.withNeeds(
              Section.of(NAME, PruningBeforeTraining::of)
                  .with(SCOPE, method -> method.selection.scope())
                  .with(SCORE, method -> method.selection.score())
                  .with(Selection.WITHIN_LAYER, method -> method.selection.withinLayer()),
              SCORE,
              PruningBeforeTraining::selection)
          .with(Selection.TARGET, method -> method.selection.target())
          .with(SCHEDULE, method -> method.selection.schedule())
          .with(GRANULARITY, method -> method.selection.granularity())
          .with(ITERATIONS, PruningBeforeTraining::iterations);

  public PruningBeforeTraining {
    Selection.TARGET.require(selection.target());
    ITERATIONS.require(iterations);
    if (selection.scope().isLayerByLayer()) {
      throw new InvalidSpecException(
          "scope",
          "one that takes all layers at each prune (a layer at a time is for the method threshold)",
          selection.scope().section().label());
    }
    selection.schedule().requireReachable(iterations, selection.target());
  }

  private static PruningBeforeTraining of(Values values) {
    ScoreSpec score = values.get(SCORE);
    return new PruningBeforeTraining(
        new Selection(
            score,
            Selection.counter(score, values),
            Selection.batches(score, values),
            SCOPE.make(values),
            SCHEDULE.make(values),
            values.get(GRANULARITY),
            values.get(Selection.WITHIN_LAYER),
            values.get(Selection.TARGET)),
        values.get(ITERATIONS));
  }

  @Override
  public Section<PruningBeforeTraining> section() {
    return SECTION;
  }

  /** Nothing: no epoch is dense. */
  @Override
  public StopPoint sharedUntil() {
    return new Beginning();
  }

  @Override
  public Optional<Double> target() {
    return Optional.of(selection.target());
  }

  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.of(iterations);
  }

  @Override
  public List<Part> parts() {
    return Parts.of(selection);
  }

  @Override
  public void requirePrunable(Architecture network) {
    selection.requirePrunable(network, iterations);
  }

  @Override
  public Procedure procedure(Setting setting) {
    return new OfOneTrial(setting);
  }

  private final class OfOneTrial implements Procedure {

    private final Pruner pruner;
    private final CounterBatch batch;
    private int prunesDone;

    OfOneTrial(Setting setting) {
      pruner = setting.pruner(selection, iterations);
      batch = setting.batch(selection.counter());
    }

    @Override
    public String firstStage() {
      return "pruned";
    }

    @Override
    public boolean hasReachedTarget() {
      return prunesDone == iterations;
    }

    /** Counts before any epoch, once a prune. */
    @Override
    public Optional<Prune> beforeTraining(NetworkView network) {
      if (prunesDone == iterations) {
        return Optional.empty();
      }
      prunesDone++;
      return Optional.of(pruner.prune(prunesDone, batch.afterStep(1 - prunesDone), network));
    }

    @Override
    public Next next(int epoch, NetworkView network) {
      return new Next.Done();
    }
  }
}
