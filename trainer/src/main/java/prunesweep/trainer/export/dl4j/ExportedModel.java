package prunesweep.trainer.export.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import prunesweep.trainer.data.Scaling;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;

/** A network as a model of Deeplearning4j's own layers, scaling first. */
final class ExportedModel {

  private final TrainedNetwork network;
  private final ListBuilder model;
  private final List<Integer> places = new ArrayList<>();
  private int count;

  private ExportedModel(TrainedNetwork network) {
    this.network = network;
    this.model =
        new NeuralNetConfiguration.Builder()
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
  }

  /** The model of {@code network}. */
  static MultiLayerNetwork of(TrainedNetwork network) {
    ExportedModel exported = new ExportedModel(network);
    exported.addLayers();
    MultiLayerNetwork model = new MultiLayerNetwork(exported.model.build());
    model.init();
    exported.setScaling(model);
    for (int layer = 0; layer < network.architecture().layers().size(); layer++) {
      exported.setLayer(model, layer);
    }
    return model;
  }

  private void addLayers() {
    model.setInputType(InputType.feedForward(network.inputs()));
    add(
        new ElementWiseMultiplicationLayer.Builder()
            .nIn(network.inputs())
            .nOut(network.inputs())
            .activation(Activation.IDENTITY)
            .build());
    List<Layer> layers = network.architecture().layers();
    for (int layer = 0; layer < layers.size(); layer++) {
      addLayer(layers, layer);
    }
  }

  private void addLayer(List<Layer> layers, int index) {
    if (layers.get(index) instanceof Layer.Convolution convolution) {
      addConvolution(convolution, index);
      return;
    }
    if (index > 0 && layers.get(index - 1) instanceof Layer.Convolution below) {
      FeatureMaps maps = below.pooled();
      model.inputPreProcessor(
          count, new CnnToFeedForwardPreProcessor(maps.height(), maps.width(), maps.channels()));
    }
    places.add(count);
    add(index < layers.size() - 1 ? hidden(layers.get(index)) : output(layers.get(index)));
  }

  private void addConvolution(Layer.Convolution convolution, int index) {
    FeatureMaps below = convolution.below();
    if (index == 0) {
      model.inputPreProcessor(
          count, new FeedForwardToCnnPreProcessor(below.height(), below.width(), below.channels()));
    }
    int side = convolution.spec().kernel();
    int padding = convolution.spec().padding();
    places.add(count);
    add(
        new ConvolutionLayer.Builder()
            .nIn(below.channels())
            .nOut(convolution.units())
            .kernelSize(side, side)
            .padding(padding, padding)
            .hasBias(network.architecture().bias())
            .activation(Activation.RELU)
            .build());
    int pooling = convolution.spec().pooling();
    if (pooling > 1) {
      add(
          new SubsamplingLayer.Builder()
              .kernelSize(pooling, pooling)
              .stride(pooling, pooling)
              .build());
    }
  }

  private void add(org.deeplearning4j.nn.conf.layers.Layer layer) {
    model.layer(layer);
    count++;
  }

  private DenseLayer hidden(Layer layer) {
    return new DenseLayer.Builder()
        .nIn(inputs(layer))
        .nOut(layer.units())
        .hasBias(network.architecture().bias())
        .activation(Activation.RELU)
        .build();
  }

  private OutputLayer output(Layer layer) {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nIn(inputs(layer))
        .nOut(layer.units())
        .hasBias(network.architecture().bias())
        .activation(Activation.SOFTMAX)
        .build();
  }

  /** All features go into the first layer: the model has no layer that leaves some out. */
  private int inputs(Layer layer) {
    return count == 1 ? network.inputs() : layer.inputs();
  }

  /** As x / spread - shift / spread, for which there is a layer. */
  private void setScaling(MultiLayerNetwork model) {
    Scaling scaling = network.encoding().scaling();
    float[] factors = new float[network.inputs()];
    float[] offsets = new float[network.inputs()];
    for (int feature = 0; feature < factors.length; feature++) {
      double spread = scaling.spreads()[feature];
      factors[feature] = spread == 0 ? 0 : (float) (1 / spread);
      offsets[feature] = spread == 0 ? 0 : (float) (-scaling.shifts()[feature] / spread);
    }
    set(model, "0_W", factors);
    set(model, "0_b", offsets);
  }

  private void setLayer(MultiLayerNetwork model, int layer) {
    Kernel kernel = network.parameters().kernels().get(layer);
    boolean isConvolution = network.architecture().layers().get(layer) instanceof Layer.Convolution;
    float[] weights =
        isConvolution ? byUnit(kernel) : layer == 0 ? ofAll(kernel) : kernel.weights();
    set(model, places.get(layer) + "_W", weights);
    if (network.architecture().bias()) {
      set(model, places.get(layer) + "_b", network.parameters().biases().get(layer));
    }
  }

  private static float[] byUnit(Kernel kernel) {
    float[] weights = new float[kernel.size()];
    for (int index = 0; index < weights.length; index++) {
      weights[index % kernel.units() * kernel.inputs() + index / kernel.units()] =
          kernel.weights()[index];
    }
    return weights;
  }

  /** The first kernel with rows of zeros for the features that do not go in. */
  private float[] ofAll(Kernel kernel) {
    float[] weights = new float[network.inputs() * kernel.units()];
    for (int row = 0; row < kernel.inputs(); row++) {
      int feature = network.features().get(row);
      System.arraycopy(
          kernel.weights(),
          row * kernel.units(),
          weights,
          feature * kernel.units(),
          kernel.units());
    }
    return weights;
  }

  /** The values stand in the order of the last index of the parameter, fastest. */
  private static void set(MultiLayerNetwork model, String name, float[] values) {
    INDArray parameter = model.getParam(name);
    parameter.assign(Nd4j.create(values, parameter.shape(), 'c'));
  }
}
