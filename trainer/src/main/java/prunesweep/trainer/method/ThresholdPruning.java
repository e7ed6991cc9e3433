package prunesweep.trainer.method;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.pruning.CounterMode;
import prunesweep.trainer.pruning.Granularity;
import prunesweep.trainer.pruning.ScoreBatches;
import prunesweep.trainer.pruning.Selection;
import prunesweep.trainer.pruning.WithinLayer;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.scope.Global;
import prunesweep.trainer.scope.InTurn;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.FirstThreshold;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * Pruning while the network trains, each time its accuracy reaches a threshold (Ganguli and Chong
 * 2024; protocol, sections 3 to 5).
 *
 * @param selection what goes
 * @param counterMode what happens to the running counters after a prune
 * @param cycles number of prunes, from 1; not looked at where the scope takes a layer at a time
 * @param firstThreshold running training accuracy that opens the first prune, in (0, 1)
 * @param whenMissed what becomes of a network whose training ended before its last prune
 */
public record ThresholdPruning(
    Selection selection,
    CounterMode counterMode,
    int cycles,
    double firstThreshold,
    WhenMissed whenMissed)
    implements PruningMethod {

  private static final String A_LAYER_A_CYCLE =
      "left out when scope is local (one cycle a hidden layer)";
  private static final Predicate<Section<? extends Scope>> NOT_IN_TURN =
      scope -> scope != InTurn.SECTION;

  /** The fate of the counters after a prune. */
  public static final Key<CounterMode> COUNTER_MODE =
      Key.of("activation", "counter-mode", Kind.choice(CounterMode.class))
          .ofMethod()
          .when(Selection.SCOPE.key(), NOT_IN_TURN, A_LAYER_A_CYCLE)
          .column("counter_mode", "What happens to the counters after a prune")
          .key();

  /** The number of prunes. */
  public static final Key<Integer> CYCLES =
      Key.of("activation", "cycles", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 10_000))
          .when(Selection.SCOPE.key(), NOT_IN_TURN, A_LAYER_A_CYCLE)
          .label("cycles=%s")
          .key();

  /** The running training accuracy that opens the first prune. */
  public static final Key<Double> FIRST_THRESHOLD =
      Key.of("activation", "first-threshold", Kind.NUMBER)
          .ofMethod()
          .rule(Rule.share())
          .column("first_threshold", "0..1", "Training accuracy that opens the first cycle")
          .key();

  private static final Key<WithinLayer> WITHIN_LAYER =
      Selection.WITHIN_LAYER
          .copy()
          .when(Selection.SCOPE.key(), NOT_IN_TURN, "left out when scope is local")
          .key();

  private static final Key<Granularity> GRANULARITY =
      Selection.GRANULARITY.copy().section("threshold").key();

  /** The fate of a network that missed its target. */
  public static final Key<WhenMissed> WHEN_MISSED =
      Key.of("activation", "when-missed", Kind.choice(WhenMissed.class))
          .ofMethod()
          .older(WhenMissed.LEAVE)
          .column("when_missed", "What becomes of a network whose training ends too early")
          .generation(3)
          .label("when-missed=%s")
          .key();

  private static final Set<ScoreSpec> SCORES_OF_ACTIVATION =
      Set.of(ScoreSpec.NEURONS, ScoreSpec.NEURONS_WEIGHTS, ScoreSpec.MAGNITUDE, ScoreSpec.RANDOM);

  private static final Choice<Scope> ACTIVATION_SCOPE =
      Selection.SCOPE.changed(
          key ->
              key.rule(
                  new Rule<>(
                      "global or local",
                      scope -> scope == Global.SECTION || scope == InTurn.SECTION)));

  private static final Key<ScoreSpec> ACTIVATION_SCORE =
      Selection.SCORE
          .copy()
          .rule(
              new Rule<>(
                  "neurons or neurons-weights or magnitude or random (others are for the method"
                      + " threshold)",
                  SCORES_OF_ACTIVATION::contains))
          .key();

  /** The words of the paper, for the combinations that it has. */
  public static final Section<ThresholdPruning> ACTIVATION =
      Section.of("activation", ThresholdPruning::activation)
          .with(ACTIVATION_SCOPE, method -> method.selection.scope())
          .with(ACTIVATION_SCORE, method -> method.selection.score())
          .with(WITHIN_LAYER, method -> method.selection.withinLayer())
          .with(Selection.COUNTER, method -> method.selection.counter().counter())
          .with(Selection.COUNTER_SOURCE, method -> method.selection.counter().source())
          .with(COUNTER_MODE, ThresholdPruning::counterMode)
          .with(Selection.COUNTER_BATCH, method -> method.selection.counter().batch())
          .with(CYCLES, ThresholdPruning::cycles)
          .with(Selection.TARGET, method -> method.selection.target())
          .with(FIRST_THRESHOLD, ThresholdPruning::firstThreshold)
          .with(
              Geometric.DECAY
                  .copy()
                  .when(Selection.SCOPE.key(), NOT_IN_TURN, A_LAYER_A_CYCLE)
                  .key(),
              ThresholdPruning::decay)
          .with(WHEN_MISSED, ThresholdPruning::whenMissed);

  /** The words for every combination. */
  public static final Section<ThresholdPruning> SECTION =
      Selection.withNeeds(
              Section.of("threshold", ThresholdPruning::general)
                  .with(Selection.SCOPE, method -> method.selection.scope())
                  .with(Selection.SCORE, method -> method.selection.score())
                  .with(WITHIN_LAYER, method -> method.selection.withinLayer()),
              Selection.SCORE,
              ThresholdPruning::selection)
          .with(
              COUNTER_MODE
                  .copy()
                  .when(Selection.SCORE, ScoreSpec::counts, "left out when score counts nothing")
                  .key(),
              ThresholdPruning::counterMode)
          .with(CYCLES, ThresholdPruning::cycles)
          .with(Selection.TARGET, method -> method.selection.target())
          .with(FIRST_THRESHOLD, ThresholdPruning::firstThreshold)
          .with(
              Selection.SCHEDULE.changed(
                  key ->
                      key.when(
                          Selection.SCOPE.key(),
                          NOT_IN_TURN,
                          "left out when scope is local (each layer in one go)")),
              method -> method.selection.schedule())
          .with(GRANULARITY, method -> method.selection.granularity())
          .with(WHEN_MISSED, ThresholdPruning::whenMissed);

  public ThresholdPruning {
    Selection.TARGET.require(selection.target());
    CYCLES.require(cycles);
    FIRST_THRESHOLD.require(firstThreshold);
    if (!selection.scope().isLayerByLayer()) {
      selection.schedule().requireReachable(cycles, selection.target());
    }
  }

  private static ThresholdPruning activation(Values values) {
    Scope scope = Selection.SCOPE.make(values);
    ScoreSpec score = values.get(Selection.SCORE);
    CounterSpec counter =
        new CounterSpec(
            values.get(Selection.COUNTER),
            values.get(Selection.COUNTER_SOURCE),
            values.get(Selection.COUNTER_BATCH));
    double target = values.get(Selection.TARGET);
    double firstThreshold = values.get(FIRST_THRESHOLD);
    WhenMissed whenMissed = values.get(WHEN_MISSED);
    return scope.isLayerByLayer()
        ? inTurn(score, counter, target, firstThreshold).finishing(whenMissed)
        : new ThresholdPruning(
            global(
                score,
                counter,
                Geometric.ofThePaper(values.get(Geometric.DECAY)),
                values.get(Selection.WITHIN_LAYER),
                target),
            values.get(COUNTER_MODE),
            values.get(CYCLES),
            firstThreshold,
            whenMissed);
  }

  /** The selection of the paper's algorithms 1 to 3: one cut over all weights. */
  public static Selection global(
      ScoreSpec score,
      CounterSpec counter,
      Geometric schedule,
      WithinLayer withinLayer,
      double target) {
    return new Selection(
        score,
        counter,
        ScoreBatches.STANDARD,
        new Global(),
        schedule,
        Granularity.WEIGHTS,
        withinLayer,
        target);
  }

  /**
   * The paper's algorithms 4 to 6: one hidden layer a prune; score {@code neurons} takes whole
   * units, any other single weights.
   */
  public static ThresholdPruning inTurn(
      ScoreSpec score, CounterSpec counter, double target, double firstThreshold) {
    Selection selection =
        new Selection(
            score,
            counter,
            ScoreBatches.STANDARD,
            new InTurn(),
            new AtOnce(),
            granularityInTurn(score),
            WithinLayer.SCORE,
            target);
    return new ThresholdPruning(
        selection, CounterMode.ACCUMULATE, 1, firstThreshold, WhenMissed.LEAVE);
  }

  private static Granularity granularityInTurn(ScoreSpec score) {
    return score.equals(ScoreSpec.NEURONS) ? Granularity.UNITS : Granularity.WEIGHTS;
  }

  private static ThresholdPruning general(Values values) {
    Scope scope = Selection.SCOPE.make(values);
    boolean isInTurn = scope.isLayerByLayer();
    ScoreSpec score = values.get(Selection.SCORE);
    Granularity granularity = values.get(GRANULARITY);
    Schedule schedule =
        isInTurn ? new AtOnce() : asInThePaper(scope, granularity, Selection.SCHEDULE.make(values));
    Selection selection =
        new Selection(
            score,
            Selection.counter(score, values),
            Selection.batches(score, values),
            scope,
            schedule,
            granularity,
            isInTurn ? WithinLayer.SCORE : values.get(Selection.WITHIN_LAYER),
            values.get(Selection.TARGET),
            values.get(Selection.PRUNE_OUTPUT));
    boolean accumulates = score.counts() && !isInTurn;
    return new ThresholdPruning(
        selection,
        accumulates ? values.get(COUNTER_MODE) : CounterMode.ACCUMULATE,
        isInTurn ? 1 : values.get(CYCLES),
        values.get(FIRST_THRESHOLD),
        values.get(WHEN_MISSED));
  }

  /** One cut of single weights over all layers by the geometric schedule is the paper's. */
  private static Schedule asInThePaper(Scope scope, Granularity granularity, Schedule schedule) {
    return scope instanceof Global
            && granularity == Granularity.WEIGHTS
            && schedule instanceof Geometric geometric
        ? Geometric.ofThePaper(geometric.decay())
        : schedule;
  }

  /** The same with another answer to a missed target. */
  public ThresholdPruning finishing(WhenMissed answer) {
    return new ThresholdPruning(selection, counterMode, cycles, firstThreshold, answer);
  }

  private double decay() {
    return selection.schedule() instanceof Geometric geometric ? geometric.decay() : 1;
  }

  @Override
  public Section<ThresholdPruning> section() {
    return isOfThePaper() ? ACTIVATION : SECTION;
  }

  private boolean isOfThePaper() {
    Granularity granularity = selection.granularity();
    boolean isGlobal =
        selection.scope() instanceof Global
            && selection.schedule() instanceof Geometric
            && granularity == Granularity.WEIGHTS;
    boolean isInTurn =
        selection.scope() instanceof InTurn && granularity == granularityInTurn(selection.score());
    return SCORES_OF_ACTIVATION.contains(selection.score())
        && selection.pruneOutput() == Switch.OFF
        && (isGlobal || isInTurn);
  }

  /** Until the first prune; what is added up on the way is counted there. */
  @Override
  public StopPoint sharedUntil() {
    List<CounterSpec> counters =
        selection.scope().isLayerByLayer() ? List.of() : selection.counted().stream().toList();
    return new FirstThreshold(firstThreshold, counters);
  }

  @Override
  public Optional<Integer> plannedPrunes(int hiddenLayers) {
    return Optional.of(prunes(hiddenLayers));
  }

  int prunes(int hiddenLayers) {
    return selection.scope().isLayerByLayer() ? hiddenLayers : cycles;
  }

  @Override
  public void requireFits(TrainingSpec training) {
    if (firstThreshold >= training.targetAccuracy()) {
      throw new InvalidSpecException(
          "first-threshold",
          "below target-accuracy (%s), at which training stops before it prunes"
              .formatted(training.targetAccuracy()),
          firstThreshold);
    }
  }

  @Override
  public void requirePrunable(Architecture network) {
    selection.requirePrunable(network, prunes(network.hidden().size()));
  }

  @Override
  public Procedure procedure(Setting setting) {
    return new ThresholdProcedure(this, setting);
  }
}
