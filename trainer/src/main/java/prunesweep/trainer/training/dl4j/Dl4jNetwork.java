package prunesweep.trainer.training.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Mask;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.spec.NetworkSpec;
import prunesweep.trainer.spec.Optimizer;
import prunesweep.trainer.spec.TrainingSpec;

/**
 * A multi-layer perceptron as Deeplearning4j's {@link MultiLayerNetwork}, and its parameters in and
 * out.
 *
 * <p>Deeplearning4j keeps all parameters in one vector: layer by layer the kernel column by column,
 * then the biases.
 */
final class Dl4jNetwork {

  private final MultiLayerNetwork model;
  private final Parameters shape;

  private Dl4jNetwork(MultiLayerNetwork model, Parameters shape) {
    this.model = model;
    this.shape = shape;
  }

  /** The network {@code network} with the parameters {@code initial}, updated as training says. */
  public static Dl4jNetwork create(NetworkSpec network, TrainingSpec training, Parameters initial) {
    MultiLayerNetwork model = new MultiLayerNetwork(configuration(network, training, initial));
    model.init();
    Dl4jNetwork created = new Dl4jNetwork(model, initial);
    created.load(initial);
    return created;
  }

  private static MultiLayerConfiguration configuration(
      NetworkSpec network, TrainingSpec training, Parameters initial) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .updater(updater(training))
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (Kernel kernel : initial.hidden()) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(kernel.inputs())
              .nOut(kernel.units())
              .hasBias(network.bias())
              .activation(Activation.RELU)
              .build());
    }
    Kernel output = initial.kernels().get(initial.hidden().size());
    layers.layer(
        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nIn(output.inputs())
            .nOut(output.units())
            .hasBias(network.bias())
            .activation(Activation.SOFTMAX)
            .build());
    return layers.build();
  }

  private static IUpdater updater(TrainingSpec training) {
    return training.optimizer() == Optimizer.ADAM
        ? new Adam(training.learningRate())
        : new Sgd(training.learningRate());
  }

  /** Deeplearning4j's model itself. */
  public MultiLayerNetwork model() {
    return model;
  }

  /** Replaces all parameters. */
  public void load(Parameters parameters) {
    model.setParams(vector(flat(parameters)));
  }

  private float[] flat(Parameters parameters) {
    float[] flat = new float[Math.toIntExact(model.numParams())];
    int offset = 0;
    for (int layer = 0; layer < parameters.kernels().size(); layer++) {
      Kernel kernel = parameters.kernels().get(layer);
      float[] bias = parameters.biases().get(layer);
      transpose(kernel.weights(), 0, flat, offset, kernel.inputs(), kernel.units());
      offset += kernel.size();
      System.arraycopy(bias, 0, flat, offset, bias.length);
      offset += bias.length;
    }
    return flat;
  }

  /** A copy of all parameters. */
  public Parameters parameters() {
    return parameters(model.params().toFloatVector(), 0);
  }

  /** The number a parameter that {@code flat} holds from {@code first} on. */
  private Parameters parameters(float[] flat, int first) {
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    int offset = first;
    for (int layer = 0; layer < shape.kernels().size(); layer++) {
      Kernel kernel = shape.kernels().get(layer);
      float[] weights = new float[kernel.size()];
      transpose(flat, offset, weights, 0, kernel.units(), kernel.inputs());
      kernels.add(new Kernel(kernel.inputs(), kernel.units(), weights));
      offset += kernel.size();
      float[] bias = new float[shape.biases().get(layer).length];
      System.arraycopy(flat, offset, bias, 0, bias.length);
      biases.add(bias);
      offset += bias.length;
    }
    return new Parameters(kernels, biases);
  }

  /**
   * A copy of what the updater remembers: one vector after the other, each in the order of the
   * parameters. Plain gradient descent has none.
   */
  public List<Parameters> moments() {
    INDArray state = model.updaterState();
    List<Parameters> moments = new ArrayList<>();
    if (state != null) {
      float[] flat = state.toFloatVector();
      int parameters = Math.toIntExact(model.numParams());
      for (int first = 0; first < flat.length; first += parameters) {
        moments.add(parameters(flat, first));
      }
    }
    return moments;
  }

  /** Makes the updater remember {@code moments}; none leave it as it is. */
  public void loadMoments(List<Parameters> moments) {
    if (!moments.isEmpty()) {
      INDArray[] vectors =
          moments.stream().map(moment -> vector(flat(moment))).toArray(INDArray[]::new);
      ((MultiLayerUpdater) model.getUpdater()).setStateViewArray(Nd4j.hstack(vectors));
    }
  }

  /** One factor a parameter, in the model's order: 0 where {@code mask} keeps nothing, else 1. */
  public INDArray factors(Mask mask) {
    float[] flat = new float[Math.toIntExact(model.numParams())];
    Arrays.fill(flat, 1);
    int offset = 0;
    for (int layer = 0; layer < mask.kept().size(); layer++) {
      Kernel kernel = shape.kernels().get(layer);
      boolean[] kept = mask.kept().get(layer);
      for (int index = 0; index < kept.length; index++) {
        int row = index / kernel.units();
        int column = index % kernel.units();
        flat[offset + column * kernel.inputs() + row] = kept[index] ? 1 : 0;
      }
      offset += kernel.size() + shape.biases().get(layer).length;
    }
    return vector(flat);
  }

  private INDArray vector(float[] flat) {
    return Nd4j.createFromArray(flat).reshape(model.params().shape());
  }

  private static void transpose(
      float[] from, int fromOffset, float[] to, int toOffset, int rows, int columns) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[toOffset + column * rows + row] = from[fromOffset + row * columns + column];
      }
    }
  }
}
