package prunesweep.trainer.pruning;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import prunesweep.trainer.key.Choice;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Rule;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.schedule.AtOnce;
import prunesweep.trainer.schedule.Geometric;
import prunesweep.trainer.schedule.Schedule;
import prunesweep.trainer.schedule.Schedules;
import prunesweep.trainer.scope.Amounts;
import prunesweep.trainer.scope.Population;
import prunesweep.trainer.scope.Scope;
import prunesweep.trainer.scope.Scopes;
import prunesweep.trainer.score.ScoreSpec;
import prunesweep.trainer.score.Scorers;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.CounterSpec;
import prunesweep.trainer.spec.Switch;

/**
 * Selection of what goes at each of several prunes, of which weights, and how much: what all
 * methods that prune have in common.
 *
 * @param score what makes a weight important
 * @param counter what a counter counts, for scores that need one
 * @param batches which images are looked at, for scores that look at any
 * @param scope which weights or units compete
 * @param schedule how much each prune takes
 * @param granularity whether weights or whole units go
 * @param withinLayer which weights of a layer go, once the score has settled how many
 * @param target share to prune, in [0, 1), as the scope says of what
 * @param pruneOutput whether the output layer's weights compete too
 */
public record Selection(
    ScoreSpec score,
    CounterSpec counter,
    ScoreBatches batches,
    Scope scope,
    Schedule schedule,
    Granularity granularity,
    WithinLayer withinLayer,
    double target,
    Switch pruneOutput)
    implements Serializable {

  private static final String DEFAULTS = "activation";

  /** Which weights or units compete. */
  public static final Choice<Scope> SCOPE =
      Choice.of(
          DEFAULTS,
          "scope",
          Scopes::sections,
          key -> key.ofMethod().column("scope", "Weights that compete").leading().label("%s"));

  /** The score that makes a weight important. */
  public static final Key<ScoreSpec> SCORE =
      Key.of(DEFAULTS, "score", Kind.oneOf(Scorers::specs))
          .ofMethod()
          .column(
              "score",
              String.join(", ", Scorers.ownNames()) + ", or of your own",
              "What makes a weight important")
          .leading()
          .label("%s")
          .key();

  /** The jar of a score of the user's own. */
  public static final Key<String> SCORE_JAR =
      Key.of(DEFAULTS, "score.jar", Kind.TEXT)
          .ofMethod()
          .older("")
          .derived()
          .column(
              "score_jar",
              "64 hexadecimal digits",
              "SHA-256 of the jar that its score comes from; null for those that come along")
          .generation(3)
          .key();

  /** Which weights of a layer go. */
  public static final Key<WithinLayer> WITHIN_LAYER =
      Key.of(DEFAULTS, "within-layer", Kind.choice(WithinLayer.class))
          .ofMethod()
          .older(WithinLayer.SCORE)
          .column(
              "within_layer", "Which weights of a layer went, once the score had settled how many")
          .generation(2)
          .label("within-layer=%s")
          .key();

  /** The thing that a counter counts. */
  public static final Key<Counter> COUNTER =
      Key.of(DEFAULTS, "counter", Kind.choice(Counter.class))
          .ofMethod()
          .column("counter", "What an activation counter counts")
          .leading()
          .key();

  /** The source of the images of a counter batch. */
  public static final Key<CounterSource> COUNTER_SOURCE =
      Key.of(DEFAULTS, "counter-source", Kind.choice(CounterSource.class))
          .ofMethod()
          .column("counter_source", "Where the images of a counter batch come from")
          .key();

  /** Images of a counter batch. */
  public static final Key<Integer> COUNTER_BATCH =
      Key.of(DEFAULTS, "counter-batch", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(Rule.between(1, 1_000_000))
          .column("counter_batch", "from 1", "Images of a counter batch")
          .key();

  /** Images of a batch that a score looks at. */
  public static final Key<Integer> SCORE_IMAGES =
      Key.of("pruning", "score-images", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(ScoreBatches.RULE)
          .older(ScoreBatches.STANDARD.images())
          .column("score_images", "from 1", "Training images of a batch that its score looks at")
          .generation(3)
          .key();

  /** The number of batches that a score looks at. */
  public static final Key<Integer> SCORE_BATCHES =
      Key.of("pruning", "score-batches", Kind.WHOLE_NUMBER)
          .ofMethod()
          .rule(ScoreBatches.RULE)
          .older(ScoreBatches.STANDARD.batches())
          .column("score_batches", "from 1", "Batches that its score looks at")
          .generation(3)
          .key();

  /** The schedule of how much each prune takes. */
  public static final Choice<Schedule> SCHEDULE =
      Choice.of(
          "threshold",
          "schedule",
          Schedules::sections,
          key ->
              key.ofMethod()
                  .older(Geometric.SECTION)
                  .inEveryId()
                  .column("schedule", "How much each prune takes")
                  .generation(3)
                  .label("%s"));

  /** Key that says whether weights or whole units go. */
  public static final Key<Granularity> GRANULARITY =
      Key.of("one-shot", "granularity", Kind.choice(Granularity.class))
          .ofMethod()
          .older(Granularity.WEIGHTS)
          .inEveryId()
          .column("granularity", "What went: single weights or whole units")
          .generation(2)
          .label("%s")
          .key();

  /** The share to prune; a column shows it whatever the method calls it. */
  public static final Key<Double> TARGET =
      Key.of(DEFAULTS, "target", Kind.NUMBER)
          .ofMethod()
          .rule(Rule.share())
          .label("target=%s")
          .key();

  /** Key that says whether the output layer's weights compete too. */
  public static final Key<Switch> PRUNE_OUTPUT =
      Key.of("pruning", "prune-output", Kind.choice(Switch.class))
          .ofMethod()
          .older(Switch.OFF)
          .column(
              "prune_output",
              "Whether the output layer was pruned too; null, as off, where its method has no such"
                  + " choice")
          .generation(5)
          .label("prune-output=%s")
          .key();

  private static final String COUNTS = "left out when score counts nothing";
  private static final String LOOKS = "left out when score looks at no images";

  public Selection {
    if (scope.isLayerByLayer() && !(schedule instanceof AtOnce)) {
      throw new InvalidSpecException(
          "schedule",
          "at-once where scope is %s, which prunes each layer in one go"
              .formatted(scope.section().label()),
          schedule.section().label());
    }
    if (withinLayer != WithinLayer.SCORE && granularity == Granularity.UNITS) {
      throw new InvalidSpecException(
          "within-layer", "score where granularity is units", withinLayer.label());
    }
    if (withinLayer != WithinLayer.SCORE && scope.isLayerByLayer()) {
      throw new InvalidSpecException(
          "within-layer",
          "score where scope is %s".formatted(scope.section().label()),
          withinLayer.label());
    }
    if (pruneOutput == Switch.ON) {
      requireOutputPrunable(score, scope, granularity);
    }
  }

  /** A selection among the hidden layers. */
  public Selection(
      ScoreSpec score,
      CounterSpec counter,
      ScoreBatches batches,
      Scope scope,
      Schedule schedule,
      Granularity granularity,
      WithinLayer withinLayer,
      double target) {
    this(score, counter, batches, scope, schedule, granularity, withinLayer, target, Switch.OFF);
  }

  private static void requireOutputPrunable(ScoreSpec score, Scope scope, Granularity granularity) {
    if (score.counts()) {
      throw outputNotPrunable("score is " + score.name() + ", which counts hidden units");
    }
    if (scope.isLayerByLayer()) {
      throw outputNotPrunable("scope is " + scope.section().label());
    }
    if (granularity == Granularity.UNITS) {
      throw outputNotPrunable("granularity is units, which for the output layer are classes");
    }
  }

  private static InvalidSpecException outputNotPrunable(String where) {
    return new InvalidSpecException(PRUNE_OUTPUT.name(), "off where " + where, Switch.ON.label());
  }

  /**
   * {@code section}, which has the key {@code score} by now, with the keys that some scores need,
   * each where it applies, and whether the output layer is pruned.
   *
   * @param score the key as it stands in the section
   * @param selection the component that holds a selection
   */
  public static <R> Section<R> withNeeds(
      Section<R> section, Key<ScoreSpec> score, Function<R, Selection> selection) {
    return section
        .with(SCORE_JAR, selection.andThen(s -> s.score().jar()))
        .with(
            COUNTER.copy().when(score, ScoreSpec::counts, COUNTS).key(),
            selection.andThen(s -> s.counter().counter()))
        .with(
            COUNTER_SOURCE.copy().when(score, ScoreSpec::counts, COUNTS).key(),
            selection.andThen(s -> s.counter().source()))
        .with(
            COUNTER_BATCH.copy().when(score, ScoreSpec::counts, COUNTS).key(),
            selection.andThen(s -> s.counter().batch()))
        .with(
            SCORE_IMAGES.copy().when(score, ScoreSpec::looksAtBatches, LOOKS).key(),
            selection.andThen(s -> s.batches().images()))
        .with(
            SCORE_BATCHES.copy().when(score, ScoreSpec::looksAtBatches, LOOKS).key(),
            selection.andThen(s -> s.batches().batches()))
        .with(PRUNE_OUTPUT, selection.andThen(Selection::pruneOutput));
  }

  /** The counter of {@code score} as {@code values} say; the standard where it counts nothing. */
  public static CounterSpec counter(ScoreSpec score, Values values) {
    return score.counts()
        ? new CounterSpec(
            values.get(COUNTER), values.get(COUNTER_SOURCE), values.get(COUNTER_BATCH))
        : CounterSpec.STANDARD;
  }

  /**
   * The images {@code score} looks at as {@code values} say; the standard where it looks at none.
   */
  public static ScoreBatches batches(ScoreSpec score, Values values) {
    return score.looksAtBatches()
        ? new ScoreBatches(values.get(SCORE_IMAGES), values.get(SCORE_BATCHES))
        : ScoreBatches.STANDARD;
  }

  /** The counter that is added up before a prune; empty where nothing is. */
  public Optional<CounterSpec> counted() {
    return score.counts() ? Optional.of(counter) : Optional.empty();
  }

  /** The amounts that each of {@code prunes} prunes takes. */
  public Amounts amounts(int prunes) {
    return new Amounts(schedule, scope.isLayerByLayer() ? 1 : prunes, target);
  }

  /**
   * Requires that {@code network} can be scored and has as much to prune as is asked for in all.
   *
   * @throws InvalidSpecException if it cannot, or has less
   */
  public void requirePrunable(Architecture network, int prunes) {
    requireScorable(network);
    scope.requirePrunable(amounts(prunes), population(network));
  }

  /**
   * Requires that each prune takes all layers.
   *
   * @throws InvalidSpecException if the scope takes a layer at a time
   */
  public void requireAllLayers() {
    if (scope.isLayerByLayer()) {
      throw new InvalidSpecException(
          "scope",
          "one that takes all layers at each prune (a layer at a time is for the method threshold)",
          scope.section().label());
    }
  }

  private void requireScorable(Architecture network) {
    boolean isConvolutional =
        network.layers().stream().anyMatch(Layer.Convolution.class::isInstance);
    if (isConvolutional && !Scorers.areDefinedForConvolutions(score)) {
      throw new InvalidSpecException(
          "score", "one that is defined for networks with convolutions", score.name());
    }
  }

  /** What can be pruned of {@code network}. */
  Population population(Architecture network) {
    return granularity == Granularity.WEIGHTS ? weights(network) : units(network);
  }

  private Population weights(Architecture network) {
    return new Population(
        each(network, Layer::weights), network.weights(), each(network, Layer::dimensions));
  }

  private Population units(Architecture network) {
    List<Long> units = each(network, Layer::units);
    return new Population(units, units.stream().mapToLong(Long::longValue).sum(), List.of());
  }

  private List<Long> each(Architecture network, ToLongFunction<Layer> count) {
    List<Layer> prunable = pruneOutput == Switch.ON ? network.layers() : network.hidden();
    return prunable.stream().mapToLong(count).boxed().toList();
  }

  /** The kernels of the layers that can be pruned, input side first. */
  List<Kernel> prunable(Parameters parameters) {
    return pruneOutput == Switch.ON ? parameters.kernels() : parameters.hidden();
  }

  /** The kernel of the output layer, where it is not among those. */
  Optional<Kernel> output(Parameters parameters) {
    return pruneOutput == Switch.ON ? Optional.empty() : Optional.of(parameters.output());
  }
}
