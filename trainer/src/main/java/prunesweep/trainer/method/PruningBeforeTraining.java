package prunesweep.trainer.method;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.Pruner;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.StopPoint;

/**
 * Pruning of the initial weights, in one prune or several, and training with the mask held (Lee et
 * al., SNIP, 2019; Tanaka et al., Synaptic flow, 2020, algorithm 1; Frankle et al., Pruning neural
 * networks at initialization, 2021).
 *
 * @param selection what goes
 * @param iterations number of prunes, each of what the ones before have left, from 1
 * @param control what is done to the mask or its weights, to see what matters of it
 */
public record PruningBeforeTraining(Selection selection, int iterations, Control control)
    implements PruningMethod {

  private static final String NAME = "before-training";

  private static final SelectionWords SELECTION = SelectionWords.of(NAME, Global.SECTION);

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

  /** The control that changes the mask or its weights. */
  public static final Key<Control> CONTROL =
      Key.of(NAME, "control", Kind.choice(Control.class))
          .ofMethod()
          .older(Control.NONE)
          .column(
              "control", "What was done to mask or weights before training, to see what matters")
          .generation(5)
          .label("%s")
          .key();

  /** Its words. */
  public static final Section<PruningBeforeTraining> SECTION =
      SELECTION
          .addedTo(Section.of(NAME, PruningBeforeTraining::of))
          .with(ITERATIONS, PruningBeforeTraining::iterations)
          .with(CONTROL, PruningBeforeTraining::control);

  public PruningBeforeTraining {
    Selection.TARGET.require(selection.target());
    ITERATIONS.require(iterations);
    selection.requireAllLayers();
    selection.schedule().requireReachable(iterations, selection.target());
  }

  /** Pruning without a control. */
  public PruningBeforeTraining(Selection selection, int iterations) {
    this(selection, iterations, Control.NONE);
  }

  private static PruningBeforeTraining of(Values values) {
    return new PruningBeforeTraining(
        SELECTION.make(values), values.get(ITERATIONS), values.get(CONTROL));
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
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.of(iterations);
  }

  @Override
  public void requirePrunable(Architecture network) {
    selection.requirePrunable(network, iterations);
  }

  @Override
  public Procedure procedure(Setting setting) {
    return new OfOneTrial(setting);
  }

  /**
   * Memory from one answer to the next.
   *
   * @param prunesDone prunes so far
   * @param last the mask of the last of them; null before the first
   */
  private record Turn(int prunesDone, @Nullable Mask last) implements Memory {}

  private final class OfOneTrial implements Procedure {

    private final Setting setting;
    private final Pruner pruner;
    private final CounterBatch batch;
    private Turn turn = new Turn(0, null);

    OfOneTrial(Setting setting) {
      this.setting = setting;
      Pruner plain = setting.pruner(selection, iterations);
      pruner = control == Control.INVERTED ? plain.inverted() : plain;
      batch = setting.batch(selection.counter());
    }

    @Override
    public String trainedStage() {
      return "pruned";
    }

    @Override
    public boolean hasReachedTarget() {
      return turn.prunesDone == iterations;
    }

    /** Counts before any epoch, once a prune. */
    @Override
    public Optional<Prune> beforeTraining(NetworkView network) {
      if (hasReachedTarget()) {
        return Optional.empty();
      }
      int cycle = turn.prunesDone + 1;
      Prune prune = pruner.prune(cycle, batch.afterStep(1 - cycle), network);
      turn = new Turn(cycle, prune.mask());
      return Optional.of(prune);
    }

    @Override
    public Optional<Start> start() {
      Optional<Mask> last = Optional.ofNullable(turn.last);
      return switch (control) {
        case NONE, INVERTED -> Optional.empty();
        case SHUFFLED ->
            last.map(mask -> mask.shuffled(RandomStream.of(setting.seed(), "shuffled-mask", 0)))
                .map(mask -> new Start(new Next.Weights.OfDenseTraining(0), mask));
        case REINITIALISED ->
            last.map(mask -> new Start(new Next.Weights.Initial("reinitialise"), mask));
      };
    }

    @Override
    public Next next(int epoch, NetworkView network) {
      return new Next.Done();
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
