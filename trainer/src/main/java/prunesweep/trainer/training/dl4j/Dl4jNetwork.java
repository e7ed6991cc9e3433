package prunesweep.trainer.training.dl4j;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;
import prunesweep.trainer.training.Dropout;

/** A network as Deeplearning4j's {@link MultiLayerNetwork}, and its parameters in and out. */
final class Dl4jNetwork {

  private final MultiLayerNetwork model;
  private final ModelUpdate update;
  private final FlatParameters flat;
  private final List<Layer> layers;
  private final List<Integer> places;
  private final List<GivenDropout> dropouts;

  private Dl4jNetwork(
      Architecture network, MultiLayerNetwork model, ModelLayers in, TrainingSpec training) {
    this.model = model;
    this.flat = new FlatParameters(network);
    this.update = new ModelUpdate(model, flat, training);
    this.layers = network.layers();
    this.places = in.places();
    this.dropouts = in.dropouts();
  }

  /** The network {@code network} with the parameters {@code initial}, updated as training says. */
  public static Dl4jNetwork create(
      Architecture network, TrainingSpec training, Parameters initial) {
    ModelLayers layers = new ModelLayers(network, builder(training), training.dropout());
    MultiLayerNetwork model = new MultiLayerNetwork(layers.configuration());
    model.init();
    Dl4jNetwork created = new Dl4jNetwork(network, model, layers, training);
    created.load(initial);
    return created;
  }

  private static NeuralNetConfiguration.ListBuilder builder(TrainingSpec training) {
    return new NeuralNetConfiguration.Builder()
        .updater(updater(training))
        .trainingWorkspaceMode(WorkspaceMode.NONE)
        .inferenceWorkspaceMode(WorkspaceMode.NONE)
        .list();
  }

  private static IUpdater updater(TrainingSpec training) {
    return training.optimizer() == Optimizer.SGD
        ? new Sgd(training.learningRate())
        : new Adam(training.learningRate());
  }

  /** Lets passes of training leave out what {@code dropout} says, or nothing. */
  public void leaveOut(Optional<Dropout> dropout, int images) {
    for (GivenDropout given : dropouts) {
      dropout.ifPresentOrElse(asked -> given.start(asked, images), given::stop);
    }
  }

  /** Deeplearning4j's model itself. */
  public MultiLayerNetwork model() {
    return model;
  }

  /**
   * The outputs of hidden layer {@code layer}, from 0, for a batch: one row an image, unit by unit,
   * those of a channel map by map.
   *
   * @param activations as {@link MultiLayerNetwork#feedForward} gives them, the images first
   */
  public INDArray outputs(List<INDArray> activations, int layer) {
    return activations.get(places.get(layer) + 1);
  }

  /**
   * The values that layer {@code layer}, from 0, takes from a batch: one row an image and place, in
   * the order of its kernel's rows.
   *
   * @param activations as {@link MultiLayerNetwork#feedForward} gives them, the images first
   */
  public INDArray inputs(List<INDArray> activations, int layer) {
    INDArray below = activations.get(places.get(layer));
    return layers.get(layer) instanceof Layer.Convolution convolution
        ? new Windows(convolution).of(below)
        : below;
  }

  /** The gradients of all kernels that the model has computed last: sums over its batch. */
  public List<Kernel> gradients() {
    return flat.parameters(model.gradient().gradient().toFloatVector(), 0).kernels();
  }

  /** Replaces all parameters. */
  public void load(Parameters parameters) {
    model.setParams(vector(flat.of(parameters)));
  }

  /** A copy of all parameters. */
  public Parameters parameters() {
    return flat.parameters(model.params().toFloatVector(), 0);
  }

  /**
   * A copy of what the update remembers: one vector after the other. Plain gradient descent has
   * none.
   */
  public List<Parameters> moments() {
    return update.memories().stream()
        .map(memory -> flat.parameters(memory.toFloatVector(), 0))
        .toList();
  }

  /** Makes the update remember {@code moments}; none leave it as it is. */
  public void loadMoments(List<Parameters> moments) {
    List<INDArray> memories = update.memories();
    for (int index = 0; index < moments.size(); index++) {
      INDArray memory = memories.get(index);
      memory.assign(vector(flat.of(moments.get(index))).reshape(memory.shape()));
    }
  }

  /** Turns the gradient of a step into what is to be taken off the parameters. */
  public ModelUpdate update() {
    return update;
  }

  /** One factor a parameter, in the model's order: 0 where {@code mask} keeps nothing, else 1. */
  public INDArray factors(Mask mask) {
    return vector(flat.factors(mask));
  }

  private INDArray vector(float[] values) {
    return Nd4j.createFromArray(values).reshape(model.params().shape());
  }
}
