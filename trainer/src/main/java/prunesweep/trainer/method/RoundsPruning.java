package prunesweep.trainer.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
import prunesweep.trainer.scope.Amounts;
import prunesweep.trainer.scope.Layers;
import prunesweep.trainer.spec.EndOfTraining;
import prunesweep.trainer.spec.StopPoint;

/**
 * Rounds of training to the end, pruning, and training again with the mask held (Frankle and
 * Carbin, The lottery ticket hypothesis, 2019; Renda et al., Comparing rewinding and fine-tuning,
 * 2020). Every round is a training by the whole protocol, early stopping and optimiser begun anew.
 *
 * @param selection what goes
 * @param rounds number of prunes, each with a training after it, from 1
 * @param start which weights a round starts from
 * @param startEpoch of start {@code epoch}: the epoch of the dense training, from 1; else 0
 */
public record RoundsPruning(Selection selection, int rounds, RoundStart start, int startEpoch)
    implements PruningMethod {

  private static final String NAME = "rounds";

  private static final SelectionWords SELECTION = SelectionWords.of(NAME, Layers.SECTION);

  /** The number of rounds. */
  public static final Key<Integer> ROUNDS =
      Key.of(NAME, "rounds", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 1_000))
          .older(5)
          .inEveryId()
          .column("rounds", "from 1", "Prunes, each with a training after it")
          .generation(3)
          .label("rounds=%s")
          .key();

  /** The weights that a round starts from. */
  public static final Key<RoundStart> START =
      Key.of(NAME, "round-start", Kind.choice(RoundStart.class))
          .ofMethod()
          .older(RoundStart.INITIAL)
          .inEveryId()
          .column("round_start", "Weights that each round started from")
          .generation(3)
          .label("from=%s")
          .key();

  /** The epoch whose weights those are. */
  public static final Key<Integer> START_EPOCH =
      Key.of(NAME, "round-epoch", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 1_000_000))
          .older(1)
          .inEveryId()
          .when(START, start -> start == RoundStart.EPOCH, "left out when round-start is not epoch")
          .column("round_epoch", "from 1", "Epoch of the dense training whose weights those were")
          .generation(3)
          .label("epoch=%s")
          .key();

  private static final List<Key<?>> OPEN = List.of(Selection.TARGET, ROUNDS);

  /** Its words. */
  public static final Section<RoundsPruning> SECTION =
      SELECTION
          .addedTo(Section.of(NAME, RoundsPruning::of))
          .with(ROUNDS, RoundsPruning::rounds)
          .with(START, RoundsPruning::start)
          .with(START_EPOCH, RoundsPruning::startEpoch);

  public RoundsPruning {
    Selection.TARGET.require(selection.target());
    ROUNDS.require(rounds);
    selection.requireAllLayers();
    selection.schedule().requireReachable(rounds, selection.target());
  }

  private static RoundsPruning of(Values values) {
    RoundStart start = values.get(START);
    int startEpoch = start == RoundStart.EPOCH ? values.get(START_EPOCH) : 0;
    return new RoundsPruning(SELECTION.make(values), values.get(ROUNDS), start, startEpoch);
  }

  @Override
  public Section<RoundsPruning> section() {
    return SECTION;
  }

  @Override
  public StopPoint sharedUntil() {
    return new EndOfTraining();
  }

  /** What a round is does not depend on how many come after it, but for what each of them takes. */
  @Override
  public List<Opening> openings() {
    Amounts amounts = selection.amounts(rounds);
    return IntStream.rangeClosed(1, rounds)
        .mapToObj(round -> new Opening(phase(round), amounts.opening(round), OPEN))
        .toList();
  }

  private static String phase(int round) {
    return "round-" + round;
  }

  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.of(rounds);
  }

  @Override
  public void requirePrunable(Architecture network) {
    selection.requirePrunable(network, rounds);
  }

  @Override
  public Procedure procedure(Setting setting) {
    return new OfOneTrial(setting);
  }

  private Next.Weights weights() {
    return switch (start) {
      case INITIAL -> new Next.Weights.OfDenseTraining(0);
      case EPOCH -> new Next.Weights.OfDenseTraining(startEpoch);
      case TRAINED -> new Next.Weights.Copied();
    };
  }

  /**
   * Memory from one answer to the next.
   *
   * @param prunesDone prunes so far
   * @param held the mask of a prune after which nothing was trained yet; null of any other
   */
  private record Turn(int prunesDone, @Nullable Mask held) implements Memory {}

  private final class OfOneTrial implements Procedure {

    private final Setting setting;
    private final Pruner pruner;
    private final CounterBatch batch;
    private Turn turn = new Turn(0, null);

    OfOneTrial(Setting setting) {
      this.setting = setting;
      pruner = setting.pruner(selection, rounds);
      batch = setting.batch(selection.counter());
    }

    @Override
    public String trainedStage() {
      if (turn.prunesDone == 0) {
        return DenseTraining.STAGE;
      }
      return hasReachedTarget() ? "pruned" : phase(turn.prunesDone);
    }

    @Override
    public boolean hasReachedTarget() {
      return turn.prunesDone == rounds;
    }

    /** A prune and the training after it by turns; the last network is the pruned one. */
    @Override
    public Next next(int epoch, NetworkView network) {
      if (turn.held != null) {
        Optional<Mask> mask = Optional.of(turn.held);
        turn = new Turn(turn.prunesDone, null);
        return new Next.Train(phase(turn.prunesDone), null, weights(), mask, setting.training(), 0);
      }
      if (hasReachedTarget()) {
        return new Next.Done();
      }
      int cycle = turn.prunesDone + 1;
      Prune prune = pruner.prune(cycle, batch.afterStep(cycle), network);
      turn = new Turn(cycle, prune.mask());
      return new Next.Cut(prune, epoch, "cut-" + cycle);
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
