package prunesweep.trainer.method;

import java.util.Optional;
import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.BelowCut;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.StopPoint;

/**
 * One prune after training, and no training after it (protocol, section 8).
 *
 * @param selection what goes
 */
public record OneShotPruning(Selection selection) implements PruningMethod {

  private static final String NAME = "one-shot";

  private static final Key<ScoreSpec> SCORE =
      Selection.SCORE.copy().section(NAME).older(ScoreSpec.MAGNITUDE).inEveryId().key();

  private static final Choice<Scope> SCOPE =
      Selection.SCOPE.changed(key -> key.section(NAME).older(Layers.SECTION).inEveryId());

  /** The share to prune, 0 too: the network as it was trained. */
  private static final Key<Double> TARGET = Selection.TARGET.copy().rule(Rule.shareOrZero()).key();

  /** The words for the study that there is: the smallest of each layer. */
  private static final Section<OneShotPruning> SMALLEST =
      Section.of(NAME, values -> smallest(values.get(Selection.GRANULARITY), values.get(TARGET)))
          .with(Selection.GRANULARITY, method -> method.selection.granularity())
          .with(TARGET, method -> method.selection.target());

  /** The words for every combination. */
  public static final Section<OneShotPruning> SECTION =
      Selection.withNeeds(
              Section.of(NAME, OneShotPruning::general)
                  .with(SCOPE, method -> method.selection.scope())
                  .with(SCORE, method -> method.selection.score()),
              SCORE,
              OneShotPruning::selection)
          .with(TARGET, method -> method.selection.target())
          .with(Selection.GRANULARITY, method -> method.selection.granularity());

  public OneShotPruning {
    TARGET.require(selection.target());
    selection.requireAllLayers();
  }

  /** The smallest weights or units of each hidden layer. */
  public static OneShotPruning smallest(Granularity granularity, double target) {
    return new OneShotPruning(
        new Selection(
            ScoreSpec.MAGNITUDE,
            CounterSpec.STANDARD,
            ScoreBatches.STANDARD,
            new Layers(),
            new AtOnce(),
            granularity,
            WithinLayer.SCORE,
            target));
  }

  private static OneShotPruning general(Values values) {
    ScoreSpec score = values.get(SCORE);
    return new OneShotPruning(
        new Selection(
            score,
            Selection.counter(score, values),
            Selection.batches(score, values),
            SCOPE.make(values),
            new AtOnce(),
            values.get(Selection.GRANULARITY),
            WithinLayer.SCORE,
            values.get(TARGET),
            values.get(Selection.PRUNE_OUTPUT)));
  }

  private boolean isOfTheSmallest() {
    return equals(smallest(selection.granularity(), selection.target()));
  }

  @Override
  public Section<OneShotPruning> section() {
    return isOfTheSmallest() ? SMALLEST : SECTION;
  }

  @Override
  public StopPoint sharedUntil() {
    return new EndOfTraining();
  }

  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.of(1);
  }

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
   * @param isPruned whether the prune is made
   */
  private record Turn(boolean isPruned) implements Memory {}

  private final class OfOneTrial implements Procedure {

    private final Setting setting;
    private Turn turn = new Turn(false);

    OfOneTrial(Setting setting) {
      this.setting = setting;
    }

    @Override
    public String trainedStage() {
      return DenseTraining.STAGE;
    }

    @Override
    public boolean hasReachedTarget() {
      return turn.isPruned;
    }

    @Override
    public Next next(int epoch, NetworkView network) {
      if (turn.isPruned) {
        return new Next.Done();
      }
      turn = new Turn(true);
      return new Next.Cut(prune(epoch, network), epoch, "pruned");
    }

    /**
     * The study's own rule leaves what equals the cut; all other combinations take exact counts.
     */
    private Prune prune(int epoch, NetworkView network) {
      return isOfTheSmallest()
          ? BelowCut.prune(selection, network)
          : setting
              .pruner(selection, 1)
              .prune(1, setting.batch(selection.counter()).afterEpoch(epoch), network);
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
