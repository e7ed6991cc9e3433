package prunesweep.driver.config;

import static prunesweep.driver.config.ValueKind.choice;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import prunesweep.trainer.data.source.DatasetOrigin;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Analysis;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterMode;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.EarlyStop;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.Granularity;
import prunesweep.trainer.spec.LocalScope;
import prunesweep.trainer.spec.MagnitudePruning;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.NormWeights;
import prunesweep.trainer.spec.Normalisation;
import prunesweep.trainer.spec.NuclearNormSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.RetrainingMode;
import prunesweep.trainer.spec.RetrainingSpec;
import prunesweep.trainer.spec.Score;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.WithinLayer;

/** Every key that a trial is made of. */
public final class Settings {

  private static final String ACTIVATION = "activation";
  private static final String MAGNITUDE = "magnitude";
  private static final String ONE_SHOT = "one-shot";
  private static final String ANY_METHOD = "";

  /** The sections whose keys stand without them in a block. */
  static final Set<String> METHOD_SECTIONS = Set.of(ACTIVATION, MAGNITUDE, ONE_SHOT, ANY_METHOD);

  /** Which images. */
  public static final Setting<String> DATASET_NAME =
      new Setting<>("dataset", "name", ValueKind.TEXT, DatasetSpec::published);

  /** Where they lie; without it they are looked for. */
  public static final Setting<Path> DATASET_DIR = new Setting<>("dataset", "dir", ValueKind.PATH);

  /** A user's own IDX files. */
  public static final Setting<Path> TRAIN_IMAGES = file("idx.train-images");

  /** The labels of these images. */
  public static final Setting<Path> TRAIN_LABELS = file("idx.train-labels");

  /** The images for the final figures. */
  public static final Setting<Path> TEST_IMAGES = file("idx.test-images");

  /** The labels of the images for the final figures. */
  public static final Setting<Path> TEST_LABELS = file("idx.test-labels");

  /** A user's own CSV file to learn from. */
  public static final Setting<Path> CSV_TRAIN = file("csv.train");

  /** The one for the final figures. */
  public static final Setting<Path> CSV_TEST = file("csv.test");

  /** Whether their first line names the columns. */
  public static final Setting<Boolean> CSV_HEADER =
      new Setting<Boolean>("dataset", "csv.header", ValueKind.FLAG).since(true);

  /** Their label column, by name or index. */
  public static final Setting<String> CSV_LABEL =
      new Setting<>("dataset", "csv.label", ValueKind.TEXT);

  /** Number of classes of a user's own files; without it their labels show it. */
  public static final Setting<Integer> CLASSES =
      new Setting<>("dataset", "classes", ValueKind.WHOLE_NUMBER, DatasetOrigin::requireClasses);

  /** What is made of the numbers. */
  public static final Setting<Normalisation> NORMALISATION =
      new Setting<Normalisation>("dataset", "normalisation", choice(Normalisation.class))
          .since(Normalisation.BYTE);

  /** Where files lie: no part of what is run. */
  static final Set<Setting<?>> PLACES =
      Set.of(
          DATASET_DIR, TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS, CSV_TRAIN, CSV_TEST);

  /** Hidden layers of channels, before all others. */
  public static final Setting<List<ConvolutionSpec>> CONVOLUTIONS =
      new Setting<List<ConvolutionSpec>>(
              "network",
              "convolutions",
              ValueKind.CONVOLUTIONS,
              convolutions -> new NetworkSpec(convolutions, List.of(1), true))
          .since(List.of());

  /** Units of each hidden layer. */
  public static final Setting<List<Integer>> HIDDEN =
      new Setting<>("network", "hidden", ValueKind.WIDTHS, widths -> new NetworkSpec(widths, true));

  /** Whether neurons have a bias. */
  public static final Setting<Boolean> BIAS = new Setting<>("network", "bias", ValueKind.FLAG);

  /** The update rule. */
  public static final Setting<Optimizer> OPTIMIZER =
      new Setting<>("training", "optimizer", choice(Optimizer.class));

  /** The step size. */
  public static final Setting<Double> LEARNING_RATE =
      new Setting<>("training", "learning-rate", ValueKind.NUMBER, rate -> training(rate, 1, 1, 1));

  /** Images a step. */
  public static final Setting<Integer> BATCH_SIZE =
      new Setting<>(
          "training", "batch-size", ValueKind.WHOLE_NUMBER, size -> training(1, size, 1, 1));

  /** Most epochs of a run. */
  public static final Setting<Integer> MAX_EPOCHS =
      new Setting<>(
          "training", "max-epochs", ValueKind.WHOLE_NUMBER, most -> training(1, 1, most, 1));

  /** Running training accuracy at which training stops. */
  public static final Setting<Double> TARGET_ACCURACY =
      new Setting<>(
          "training", "target-accuracy", ValueKind.NUMBER, share -> training(1, 1, 1, share));

  /** What steps the network. */
  public static final Setting<Engine> ENGINE =
      new Setting<>("training", "engine", choice(Engine.class));

  /** Whether a rising validation loss ends a training. */
  public static final Setting<EarlyStop> EARLY_STOPPING =
      new Setting<EarlyStop>("training", "early-stopping", choice(EarlyStop.class))
          .since(EarlyStop.ON);

  /** Factor of the nuclear norm in the loss. */
  public static final Setting<Double> NUCLEAR_NORM =
      new Setting<Double>(
              "training",
              "nuclear-norm",
              ValueKind.NUMBER,
              strength -> new NuclearNormSpec(strength, NormWeights.EQUAL, 1))
          .since(0.0);

  /** How it weighs its singular values. */
  public static final Setting<NormWeights> NUCLEAR_NORM_WEIGHTS =
      new Setting<NormWeights>("training", "nuclear-norm-weights", choice(NormWeights.class))
          .since(NormWeights.EQUAL);

  /** Steps from one move along its gradient to the next. */
  public static final Setting<Integer> NUCLEAR_NORM_EVERY =
      new Setting<Integer>(
              "training",
              "nuclear-norm-every",
              ValueKind.WHOLE_NUMBER,
              every -> new NuclearNormSpec(1, NormWeights.EQUAL, every))
          .since(100);

  /** What is done to the network; stands in blocks of the grid only. */
  public static final Setting<MethodName> METHOD =
      new Setting<>(ACTIVATION, "method", choice(MethodName.class));

  /** Which weights compete. */
  public static final Setting<ScopeName> SCOPE = ofMethod("scope", choice(ScopeName.class));

  /** What makes a weight important. */
  public static final Setting<Score> SCORE = ofMethod("score", choice(Score.class));

  /** Which weights of a layer go, of the global scope. */
  public static final Setting<WithinLayer> WITHIN_LAYER =
      ofMethod("within-layer", choice(WithinLayer.class)).since(WithinLayer.SCORE);

  /** What a counter counts. */
  public static final Setting<Counter> COUNTER = ofMethod("counter", choice(Counter.class));

  /** Where the images of a counter batch come from. */
  public static final Setting<CounterSource> COUNTER_SOURCE =
      ofMethod("counter-source", choice(CounterSource.class));

  /** What happens to the counters after a prune. */
  public static final Setting<CounterMode> COUNTER_MODE =
      ofMethod("counter-mode", choice(CounterMode.class));

  /** Images of a counter batch. */
  public static final Setting<Integer> COUNTER_BATCH =
      ofMethod("counter-batch", ValueKind.WHOLE_NUMBER, images -> activation(images, 0.5, 0.5));

  /** Number of prunes of the global scope. */
  public static final Setting<Integer> CYCLES =
      ofMethod(
          "cycles",
          ValueKind.WHOLE_NUMBER,
          cycles -> new GlobalScope(cycles, 1, CounterMode.ACCUMULATE));

  /** Share to prune; 0 is for the method one-shot alone. */
  public static final Setting<Double> TARGET =
      ofMethod("target", ValueKind.NUMBER, Settings::requireTarget);

  /** Running training accuracy that opens the first cycle. */
  public static final Setting<Double> FIRST_THRESHOLD =
      ofMethod("first-threshold", ValueKind.NUMBER, share -> activation(1, 0.5, share));

  /** What the amount of a cycle is multiplied by for the next. */
  public static final Setting<Double> DECAY =
      ofMethod(
          "decay", ValueKind.NUMBER, decay -> new GlobalScope(1, decay, CounterMode.ACCUMULATE));

  /** What goes at once: weights or units. */
  public static final Setting<Granularity> GRANULARITY =
      new Setting<Granularity>(ONE_SHOT, "granularity", choice(Granularity.class))
          .since(Granularity.WEIGHTS);

  /** Steps from one prune by magnitude to the next. */
  public static final Setting<Integer> EVERY =
      new Setting<Integer>(MAGNITUDE, "every", ValueKind.WHOLE_NUMBER, steps -> magnitude(steps, 1))
          .since(100);

  /** Epochs of pruning by magnitude. */
  public static final Setting<Integer> EPOCHS =
      new Setting<Integer>(
              MAGNITUDE, "epochs", ValueKind.WHOLE_NUMBER, epochs -> magnitude(1, epochs))
          .since(2);

  /** How a pruned network is trained on. */
  public static final Setting<RetrainingMode> RETRAINING =
      new Setting<RetrainingMode>(ANY_METHOD, "retraining", choice(RetrainingMode.class))
          .since(RetrainingMode.NONE);

  /** The epoch whose weights a rewound network gets. */
  public static final Setting<Integer> REWIND_EPOCH =
      new Setting<Integer>(
              ANY_METHOD,
              "rewind-epoch",
              ValueKind.WHOLE_NUMBER,
              epoch -> new RetrainingSpec(RetrainingMode.REWOUND, epoch))
          .since(0);

  /** What is kept of a trial beyond its figures. */
  public static final Setting<List<Analysis>> ANALYSES =
      new Setting<List<Analysis>>(ANY_METHOD, "analyses", ValueKind.choices(Analysis.class))
          .since(List.of());

  /** All of them in the documented order: of two axes in a block, the later one varies faster. */
  public static final List<Setting<?>> ALL =
      List.of(
          DATASET_NAME,
          DATASET_DIR,
          TRAIN_IMAGES,
          TRAIN_LABELS,
          TEST_IMAGES,
          TEST_LABELS,
          CSV_TRAIN,
          CSV_TEST,
          CSV_HEADER,
          CSV_LABEL,
          CLASSES,
          NORMALISATION,
          CONVOLUTIONS,
          HIDDEN,
          BIAS,
          OPTIMIZER,
          LEARNING_RATE,
          BATCH_SIZE,
          MAX_EPOCHS,
          TARGET_ACCURACY,
          ENGINE,
          EARLY_STOPPING,
          NUCLEAR_NORM,
          NUCLEAR_NORM_WEIGHTS,
          NUCLEAR_NORM_EVERY,
          METHOD,
          SCOPE,
          SCORE,
          WITHIN_LAYER,
          COUNTER,
          COUNTER_SOURCE,
          COUNTER_MODE,
          COUNTER_BATCH,
          CYCLES,
          TARGET,
          FIRST_THRESHOLD,
          DECAY,
          GRANULARITY,
          EVERY,
          EPOCHS,
          RETRAINING,
          REWIND_EPOCH,
          ANALYSES);

  private Settings() {}

  private static Setting<Path> file(String name) {
    return new Setting<>("dataset", name, ValueKind.FILE);
  }

  private static <T> Setting<T> ofMethod(String name, ValueKind<T> kind) {
    return new Setting<>(ACTIVATION, name, kind);
  }

  private static <T> Setting<T> ofMethod(String name, ValueKind<T> kind, Consumer<T> specimen) {
    return new Setting<>(ACTIVATION, name, kind, specimen);
  }

  private static TrainingSpec training(double rate, int batch, int epochs, double accuracy) {
    return new TrainingSpec(Optimizer.SGD, rate, batch, epochs, accuracy, Engine.VECTOR);
  }

  private static MagnitudePruning magnitude(int every, int epochs) {
    return new MagnitudePruning(0.5, every, epochs);
  }

  /** What the other methods refuse is named by their rule, also to who may mean one-shot. */
  private static void requireTarget(double share) {
    if (share != 0) {
      activation(1, share, 0.5);
    }
  }

  private static ActivationPruning activation(int batch, double target, double threshold) {
    return new ActivationPruning(
        new LocalScope(),
        Score.NEURONS,
        Counter.ACTIVE,
        CounterSource.TRAIN,
        batch,
        target,
        threshold);
  }
}
