package prunesweep.trainer.trial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.key.Assignments;
import prunesweep.trainer.key.CanonicalText;
import prunesweep.trainer.key.InvalidSpecException;
import prunesweep.trainer.key.Key;
import prunesweep.trainer.key.Kind;
import prunesweep.trainer.key.Section;
import prunesweep.trainer.key.Values;
import prunesweep.trainer.method.DenseTraining;
import prunesweep.trainer.method.Method;
import prunesweep.trainer.method.Methods;
import prunesweep.trainer.method.RetrainingSpec;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.StageSpec;
import prunesweep.trainer.spec.StopPoint;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.TrialId;
import prunesweep.trainer.spec.TrunkSpec;

/**
 * One point of a sweep: everything that decides the rows of a trial. A method that could never
 * prune is refused, and so is an engine that cannot train the network.
 *
 * @param dataset the images
 * @param network the architecture
 * @param training the training protocol
 * @param method what is pruned, when and how
 * @param retraining what follows the pruning
 * @param analyses what is kept beyond the figures, whatever order is given
 * @param keep the stages whose network is kept; those that the trial has not are not
 * @param seed the one source of all randomness of the trial
 */
public record TrialSpec(
    DatasetSpec dataset,
    NetworkSpec network,
    TrainingSpec training,
    Method method,
    RetrainingSpec retraining,
    List<Analysis> analyses,
    List<KeptStage> keep,
    long seed)
    implements Serializable {

  /** The analyses that are kept of a trial beyond its figures. */
  public static final Key<List<Analysis>> ANALYSES =
      Key.of("", "analyses", Kind.choices(Analysis.class)).ofMethod().older(List.of()).key();

  /** The stages whose network is kept. */
  public static final Key<List<KeptStage>> KEEP =
      Key.of("", "keep", Kind.choices(KeptStage.class)).ofMethod().older(List.of()).key();

  /** The things that may be kept of a trial beyond its figures. */
  public static final List<Extra<?>> EXTRAS =
      List.of(
          new Extra<>(ANALYSES, List.of(Analysis.values())),
          new Extra<>(KEEP, List.of(KeptStage.values())));

  /** Its keys. */
  private static final Section<TrialSpec> SECTION =
      Section.<TrialSpec>of("trial", values -> of(values, 0))
          .with(DatasetSpec.SECTION, TrialSpec::dataset)
          .with(NetworkSpec.SECTION, TrialSpec::network)
          .with(TrainingSpec.SECTION, TrialSpec::training)
          .with(Methods.CHOICE, TrialSpec::method)
          .with(RetrainingSpec.SECTION, TrialSpec::retraining)
          .with(ANALYSES, TrialSpec::analyses)
          .with(KEEP, TrialSpec::keep);

  public TrialSpec {
    analyses = analyses.stream().distinct().sorted().toList();
    keep = keep.stream().distinct().sorted().toList();
    if (!method.prunes() && retraining.isAsked()) {
      throw new InvalidSpecException(
          "retraining", "none where nothing is pruned", retraining.mode().label());
    }
    if (!method.prunes() && analyses.stream().anyMatch(Analysis::needsPrune)) {
      throw new InvalidSpecException(
          "analyses",
          "without singular-values and pca where nothing is pruned",
          analyses.stream().map(Analysis::label).toList());
    }
    method.requireFits(training);
  }

  /** A trial that ends with its pruning, and keeps figures alone. */
  public TrialSpec(
      DatasetSpec dataset, NetworkSpec network, TrainingSpec training, Method method, long seed) {
    this(dataset, network, training, method, RetrainingSpec.NONE, List.of(), seed);
  }

  /** A trial that keeps no network. */
  public TrialSpec(
      DatasetSpec dataset,
      NetworkSpec network,
      TrainingSpec training,
      Method method,
      RetrainingSpec retraining,
      List<Analysis> analyses,
      long seed) {
    this(dataset, network, training, method, retraining, analyses, List.of(), seed);
  }

  /**
   * The trial that {@code values} say, which have a method among them.
   *
   * @throws InvalidSpecException if they do not go together
   */
  public static TrialSpec of(Values values, long seed) {
    Section<? extends Method> method = values.get(Methods.CHOICE.key());
    RetrainingSpec retraining =
        method.isBaseline() ? RetrainingSpec.NONE : RetrainingSpec.SECTION.make(values);
    return new TrialSpec(
        DatasetSpec.SECTION.make(values),
        NetworkSpec.SECTION.make(values),
        TrainingSpec.SECTION.make(values),
        method.make(values),
        retraining,
        fit(ANALYSES, method, values),
        fit(KEEP, method, values).stream()
            .filter(stage -> stage != KeptStage.RETRAINED || retraining.isAsked())
            .toList(),
        seed);
  }

  /** What the defaults ask for of pruned networks says nothing of a baseline. */
  private static <T extends OfPruning> List<T> fit(
      Key<List<T>> key, Section<? extends Method> method, Values values) {
    return values.get(key).stream()
        .filter(kept -> !method.isBaseline() || !kept.needsPrune())
        .toList();
  }

  /** The keys that trials of {@code method} have beside those of data, network and training. */
  public static List<Key<?>> keysOf(Section<? extends Method> method) {
    List<Key<?>> keys = new ArrayList<>(List.of(Methods.CHOICE.key()));
    keys.addAll(method.keys());
    if (!method.isBaseline()) {
      keys.addAll(RetrainingSpec.SECTION.keys());
    }
    EXTRAS.forEach(extra -> keys.add(extra.key()));
    return keys;
  }

  /** The values of all keys that apply, in order. */
  public Assignments values() {
    return SECTION.values(this);
  }

  /** The dense training that this trial is compared with. */
  public TrialSpec dense() {
    return new TrialSpec(dataset, network, training, new DenseTraining(), seed);
  }

  /** Tells whether {@code analysis} is asked for. */
  public boolean keeps(Analysis analysis) {
    return analyses.contains(analysis);
  }

  /** Tells whether the network is kept as it is at the end of {@code stage}. */
  public boolean keeps(String stage) {
    return keep.stream().anyMatch(kept -> kept.includes(stage));
  }

  /** Tells whether the dense network of the same seed is needed beside the trial's own. */
  public boolean isComparedWithDense() {
    return keeps(Analysis.PCA) || keeps(Analysis.PCA_RETRAINED);
  }

  /** The part that this trial has in common with trials of other methods. */
  public TrunkSpec trunk() {
    return new TrunkSpec(dataset, network, training, seed);
  }

  /**
   * Tells whether this trial, if it shared nothing, would pass through the checkpoint of {@code
   * stage}.
   */
  public boolean startsWith(StageSpec stage) {
    return stage.isStartOf(trunk(), sharedUntil());
  }

  /** The last point up to where another trial may go the same way. */
  private StopPoint sharedUntil() {
    int openings = method.openings().size();
    return openings == 0 ? method.sharedUntil() : new EndOfFurtherTraining(this, openings);
  }

  /**
   * The stages that this trial may share with others of its method, after all of the dense training
   * that it shares: each is a start of the next.
   */
  public List<StageSpec> laterStages() {
    return IntStream.rangeClosed(1, method.openings().size())
        .mapToObj(number -> new StageSpec(trunk(), new EndOfFurtherTraining(this, number)))
        .toList();
  }

  /** The canonical text: equal for equal trials, whatever the order or form of their keys. */
  public CanonicalText canonicalText() {
    CanonicalText text = new CanonicalText();
    values().describe(text);
    text.put("seed", seed);
    return text;
  }

  /** The id made from the canonical text. */
  public TrialId id() {
    return TrialId.of(canonicalText());
  }
}
