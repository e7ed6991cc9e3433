package prunesweep.trainer.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.NetworkView;
import prunesweep.trainer.pruning.CounterBatch;
import prunesweep.trainer.pruning.DropAndGrow;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.Growth;
import prunesweep.trainer.pruning.Momentum;
import prunesweep.trainer.pruning.Prune;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.random.RandomStream;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.scope.Erk;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.Beginning;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * Training of a network that is sparse from the start, whose weights move: every so many steps a
 * share of the smallest of each layer goes and as many grow elsewhere (Mocanu et al., SET, 2018;
 * Evci et al., Rigging the lottery, 2020; Dettmers and Zettlemoyer, Sparse momentum, 2019). The
 * share falls by half a cosine (RigL, section 3): at step t it is {@code moved / 2 x (1 + cos(pi t
 * / end))}.
 *
 * @param selection what goes before the first step
 * @param grow where weights grow
 * @param every steps from one move to the next, from 1
 * @param moved share of the weights of each layer that moves, as it is at the start, in (0, 1)
 * @param until share of all steps before which weights move, in (0, 1]
 */
public record DynamicTraining(Selection selection, Grow grow, int every, double moved, double until)
    implements PruningMethod {

  private static final String NAME = "dynamic";

  private static final Key<ScoreSpec> SCORE =
      Selection.SCORE.copy().section(NAME).older(ScoreSpec.RANDOM).inEveryId().key();

  private static final Choice<Scope> SCOPE =
      Selection.SCOPE.changed(key -> key.section(NAME).older(Erk.SECTION).inEveryId());

  /** The places where weights grow. */
  public static final Key<Grow> GROW =
      Key.of(NAME, "grow", Kind.choice(Grow.class))
          .ofMethod()
          .older(Grow.RANDOM)
          .inEveryId()
          .column("grow", "Where weights grow that move")
          .generation(3)
          .label("grow=%s")
          .key();

  private static final Key<Integer> EVERY = GradualPruning.EVERY.copy().section(NAME).key();

  /** The share that moves at the start. */
  public static final Key<Double> MOVED =
      Key.of(NAME, "moved", Kind.NUMBER)
          .ofMethod()
          .rule(Rule.share())
          .older(0.3)
          .inEveryId()
          .column("moved", "0..1", "Share of each layer's weights that moves, at the start")
          .generation(3)
          .label("moved=%s")
          .key();

  /** Until when weights move. */
  public static final Key<Double> UNTIL =
      Key.of(NAME, "moving-until", Kind.NUMBER)
          .ofMethod()
          .rule(Rule.shareOrOne())
          .older(0.75)
          .inEveryId()
          .column("moving_until", "0..1", "Share of all steps before which weights move")
          .generation(3)
          .label("until=%s")
          .key();

  /** Its words. */
  public static final Section<DynamicTraining> SECTION =
      Selection.withNeeds(
              Section.of(NAME, DynamicTraining::of)
                  .with(SCOPE, method -> method.selection.scope())
                  .with(SCORE, method -> method.selection.score()),
              SCORE,
              DynamicTraining::selection)
          .with(Selection.TARGET, method -> method.selection.target())
          .with(GROW, DynamicTraining::grow)
          .with(EVERY, DynamicTraining::every)
          .with(MOVED, DynamicTraining::moved)
          .with(UNTIL, DynamicTraining::until);

  public DynamicTraining {
    Selection.TARGET.require(selection.target());
    EVERY.require(every);
    MOVED.require(moved);
    UNTIL.require(until);
    selection.requireAllLayers();
  }

  private static DynamicTraining of(Values values) {
    ScoreSpec score = values.get(SCORE);
    Selection selection =
        new Selection(
            score,
            Selection.counter(score, values),
            Selection.batches(score, values),
            SCOPE.make(values),
            new AtOnce(),
            Granularity.WEIGHTS,
            WithinLayer.SCORE,
            values.get(Selection.TARGET),
            values.get(Selection.PRUNE_OUTPUT));
    return new DynamicTraining(
        selection, values.get(GROW), values.get(EVERY), values.get(MOVED), values.get(UNTIL));
  }

  @Override
  public Section<DynamicTraining> section() {
    return SECTION;
  }

  /** Nothing: no epoch is dense. */
  @Override
  public StopPoint sharedUntil() {
    return new Beginning();
  }

  /** The steps of an epoch decide, and those the data set. */
  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.empty();
  }

  @Override
  public void requireFits(TrainingSpec training) {
    if (grow == Grow.MOMENTUM && training.update().momentum() == 0) {
      throw new InvalidSpecException(
          GROW.name(), "random or gradient where training.momentum is 0", grow.label());
    }
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
   * @param held the mask in force; null before the first prune
   * @param seen the gradients of all weights, or their momentum
   * @param moves moves so far
   */
  private record Turn(@Nullable Mask held, Momentum seen, int moves) implements Memory {}

  private final class OfOneTrial implements Procedure {

    private final Setting setting;
    private final double end;
    private Turn turn = new Turn(null, Momentum.NONE, 0);

    OfOneTrial(Setting setting) {
      this.setting = setting;
      end = until * setting.stepsAnEpoch() * setting.training().maxEpochs();
    }

    @Override
    public String trainedStage() {
      return "pruned";
    }

    @Override
    public boolean hasReachedTarget() {
      return turn.held != null;
    }

    @Override
    public Optional<Prune> beforeTraining(NetworkView network) {
      if (hasReachedTarget()) {
        return Optional.empty();
      }
      CounterBatch batch = setting.batch(selection.counter());
      Prune prune = setting.pruner(selection, 1).prune(1, batch.afterStep(0), network);
      turn = new Turn(prune.mask(), turn.seen, 0);
      return Optional.of(prune);
    }

    @Override
    public int pruneEvery() {
      return every;
    }

    @Override
    public int lookEvery() {
      return switch (grow) {
        case RANDOM -> 0;
        case GRADIENT -> every;
        case MOMENTUM -> 1;
      };
    }

    /** Gradients of all weights, as the step that comes has them. */
    @Override
    public void beforeStep(int step, int[] images, NetworkView network) {
      if (step < end) {
        double factor = grow == Grow.MOMENTUM ? setting.training().update().momentum() : 0;
        List<Kernel> gradients = network.gradients(setting.dataset().training(), images);
        turn = new Turn(turn.held, turn.seen.after(factor, gradients), turn.moves);
      }
    }

    @Override
    public Optional<Prune> afterSteps(int step, NetworkView network) {
      if (step >= end) {
        return Optional.empty();
      }
      Mask mask = Objects.requireNonNull(turn.held);
      int layers = mask.kept().size();
      double share = moved / 2 * (1 + StrictMath.cos(Math.PI * step / end));
      Prune prune =
          new DropAndGrow(network.parameters().kernels().subList(0, layers), mask, share)
              .prune(turn.moves + 2, growth(mask));
      turn = new Turn(prune.regrown().orElseThrow(), turn.seen, turn.moves + 1);
      return Optional.of(prune);
    }

    private Growth growth(Mask mask) {
      return switch (grow) {
        case RANDOM -> Growth.ofWhatIsLost(numbers(mask));
        case GRADIENT -> turn.seen.growth();
        case MOMENTUM -> turn.seen.growth(mask);
      };
    }

    private List<double[]> numbers(Mask mask) {
      RandomGenerator random = RandomStream.of(setting.seed(), "grow", turn.moves);
      List<double[]> numbers = new ArrayList<>();
      mask.kept().forEach(kept -> numbers.add(random.doubles(kept.length).toArray()));
      return numbers;
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
