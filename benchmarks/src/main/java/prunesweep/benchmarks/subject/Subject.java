package prunesweep.benchmarks.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prunesweep.trainer.Engines;
import prunesweep.trainer.data.Dataset;
import prunesweep.trainer.data.LabelledImages;
import prunesweep.trainer.data.source.DatasetLoader;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.InitialParameters;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.ConvolutionSpec;
import prunesweep.trainer.spec.Engine;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.Switch;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.spec.UpdateSpec;
import prunesweep.trainer.training.Shuffle;
import prunesweep.trainer.training.TrainingEngine;

/**
 * A network on a data set: the paper's, hidden layers of 300, 200, 100 and 50 units, unless another
 * is asked for; SGD at 0.01, batches of 32 training images.
 *
 * @param dataset the images
 * @param network its hidden layers
 */
public record Subject(Dataset dataset, NetworkSpec network) {

  /** Images a step. */
  public static final int BATCH = 32;

  /** Step size of SGD. */
  public static final double LEARNING_RATE = 0.01;

  /** The paper's network. */
  public static final NetworkSpec NETWORK = new NetworkSpec(List.of(300, 200, 100, 50), true);

  /** LeNet-5 with ReLU and pooling by the maximum. */
  private static final NetworkSpec LENET =
      new NetworkSpec(
          List.of(new ConvolutionSpec(6, 5, 2, 2), new ConvolutionSpec(16, 5, 0, 2)),
          List.of(120, 84),
          true);

  private static final long SEED = 0;

  /**
   * The paper's network on the data set called {@code name}, in the usual places.
   *
   * @throws prunesweep.trainer.data.DataException if it cannot be had
   */
  public static Subject of(String name) {
    return in(name, Optional.empty());
  }

  /** Does as {@link #of}, but from {@code directory} if that is given. */
  public static Subject in(String name, Optional<Path> directory) {
    return new Subject(DatasetLoader.ofThisUser().load(name, directory).dataset(), NETWORK);
  }

  /** LeNet-5 on the same data set. */
  public Subject lenet() {
    return new Subject(dataset, LENET);
  }

  /** The training of the paper by {@code engine}, but for at most 100 epochs. */
  public static TrainingSpec training(Engine engine) {
    return new TrainingSpec(Optimizer.SGD, LEARNING_RATE, BATCH, 100, 0.98, engine);
  }

  /** The same in batches of {@code size} images. */
  public static TrainingSpec inBatchesOf(int size) {
    return new TrainingSpec(Optimizer.SGD, LEARNING_RATE, size, 100, 0.98, Engine.VECTOR);
  }

  /** The same with a momentum of 0.9 and a weight decay of 0.0005. */
  public static TrainingSpec withMomentum() {
    UpdateSpec update = UpdateSpec.plain(Optimizer.SGD);
    return training(Engine.VECTOR)
        .with(update.withMomentum(0.9, Switch.OFF).withWeightDecay(5e-4, Switch.ON));
  }

  /** Initial parameters of every training: equal numbers at each call. */
  public Parameters initial() {
    return InitialParameters.initialise(network, dataset.inputs(), dataset.classes(), SEED);
  }

  /** An engine at the start of a training that holds {@code held} at zero. */
  public TrainingEngine engine(Engine engine, MaskPattern held) {
    Parameters initial = initial();
    TrainingEngine created =
        Engines.create(Architecture.of(network, dataset), training(engine), initial);
    held.mask(initial.hidden()).ifPresent(created::hold);
    return created;
  }

  /** An engine for {@code training} after {@code holding}. */
  public TrainingEngine engine(TrainingSpec training, Holding holding) {
    TrainingEngine created = Engines.create(Architecture.of(network, dataset), training, initial());
    holding.lay(this, created);
    return created;
  }

  /** The images that are trained on. */
  public LabelledImages images() {
    return dataset.training();
  }

  /** The order in which they are visited, the same at each call. */
  public int[] order() {
    return Shuffle.order(images().count(), SEED, "training", 1);
  }

  /** Batches in that order. */
  public Batches batches() {
    return batches(BATCH);
  }

  /** Batches of {@code size} images in that order. */
  public Batches batches(int size) {
    return new Batches(order(), size);
  }

  /** The layers, input side first, as a step's products see them. */
  public List<LayerShape> layers() {
    List<LayerShape> layers = new ArrayList<>();
    for (Kernel kernel : initial().kernels()) {
      layers.add(new LayerShape(BATCH, kernel.inputs(), kernel.units()));
    }
    return layers;
  }
}
