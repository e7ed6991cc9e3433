package prunesweep.driver.config;

import static prunesweep.driver.config.ValueKind.choice;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import prunesweep.trainer.spec.ActivationPruning;
import prunesweep.trainer.spec.Counter;
import prunesweep.trainer.spec.CounterMode;
import prunesweep.trainer.spec.CounterSource;
import prunesweep.trainer.spec.DatasetSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.GlobalScope;
import prunesweep.trainer.spec.LocalScope;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Score;
import prunesweep.trainer.spec.TrainingSpec;

/** Every key that a trial is made of. */
public final class Settings {

  static final String ACTIVATION = "activation";

  /** Which images. */
  public static final Setting<String> DATASET_NAME =
      new Setting<>("dataset", "name", ValueKind.TEXT, DatasetSpec::published);

  /** Where they lie; without it they are looked for. */
  public static final Setting<Path> DATASET_DIR = new Setting<>("dataset", "dir", ValueKind.PATH);

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

  /** What is done to the network; stands in blocks of the grid only. */
  public static final Setting<MethodName> METHOD =
      new Setting<>(ACTIVATION, "method", choice(MethodName.class));

  /** Which weights compete. */
  public static final Setting<ScopeName> SCOPE = ofMethod("scope", choice(ScopeName.class));

  /** What makes a weight important. */
  public static final Setting<Score> SCORE = ofMethod("score", choice(Score.class));

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

  /** Share to prune. */
  public static final Setting<Double> TARGET =
      ofMethod("target", ValueKind.NUMBER, share -> activation(1, share, 0.5));

  /** Running training accuracy that opens the first cycle. */
  public static final Setting<Double> FIRST_THRESHOLD =
      ofMethod("first-threshold", ValueKind.NUMBER, share -> activation(1, 0.5, share));

  /** What the amount of a cycle is multiplied by for the next. */
  public static final Setting<Double> DECAY =
      ofMethod(
          "decay", ValueKind.NUMBER, decay -> new GlobalScope(1, decay, CounterMode.ACCUMULATE));

  /** All of them in the documented order: of two axes in a block, the later one varies faster. */
  public static final List<Setting<?>> ALL =
      List.of(
          DATASET_NAME,
          DATASET_DIR,
          HIDDEN,
          BIAS,
          OPTIMIZER,
          LEARNING_RATE,
          BATCH_SIZE,
          MAX_EPOCHS,
          TARGET_ACCURACY,
          ENGINE,
          METHOD,
          SCOPE,
          SCORE,
          COUNTER,
          COUNTER_SOURCE,
          COUNTER_MODE,
          COUNTER_BATCH,
          CYCLES,
          TARGET,
          FIRST_THRESHOLD,
          DECAY);

  private Settings() {}

  private static <T> Setting<T> ofMethod(String name, ValueKind<T> kind) {
    return new Setting<>(ACTIVATION, name, kind);
  }

  private static <T> Setting<T> ofMethod(String name, ValueKind<T> kind, Consumer<T> specimen) {
    return new Setting<>(ACTIVATION, name, kind, specimen);
  }

  private static TrainingSpec training(double rate, int batch, int epochs, double accuracy) {
    return new TrainingSpec(Optimizer.SGD, rate, batch, epochs, accuracy, Engine.VECTOR);
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
