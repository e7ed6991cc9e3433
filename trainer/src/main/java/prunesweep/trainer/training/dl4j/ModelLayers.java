package prunesweep.trainer.training.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Layer;

/** The layers of a network as Deeplearning4j has them, where pooling is a layer of its own. */
final class ModelLayers {

  private final ListBuilder model;
  private final boolean bias;
  private final List<Integer> places = new ArrayList<>();
  private int count;

  /** The layers of {@code network}, on top of {@code model}, which has none yet. */
  ModelLayers(Architecture network, ListBuilder model) {
    this.model = model;
    this.bias = network.bias();
    if (network.layers().get(0) instanceof Layer.Convolution first) {
      FeatureMaps image = first.below();
      model.setInputType(
          InputType.convolutionalFlat(image.height(), image.width(), image.channels()));
    }
    network.hidden().forEach(this::addHidden);
    places.add(count);
    add(output(network.layers().get(network.hidden().size())));
  }

  private void addHidden(Layer layer) {
    places.add(count);
    if (layer instanceof Layer.Convolution convolution) {
      addConvolution(convolution);
    } else {
      add(dense(layer));
    }
  }

  private void addConvolution(Layer.Convolution convolution) {
    add(ColumnConvolutionConfiguration.of(convolution, bias));
    int side = convolution.spec().pooling();
    if (side > 1) {
      add(new SubsamplingLayer.Builder().kernelSize(side, side).stride(side, side).build());
    }
  }

  private void add(org.deeplearning4j.nn.conf.layers.Layer layer) {
    model.layer(layer);
    count++;
  }

  private DenseLayer dense(Layer layer) {
    return new DenseLayer.Builder()
        .nIn(layer.inputs())
        .nOut(layer.units())
        .hasBias(bias)
        .activation(Activation.RELU)
        .build();
  }

  private OutputLayer output(Layer layer) {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
        .nIn(layer.inputs())
        .nOut(layer.units())
        .hasBias(bias)
        .activation(Activation.SOFTMAX)
        .build();
  }

  /** The whole model. */
  MultiLayerConfiguration configuration() {
    return model.build();
  }

  /**
   * The place of each layer in the model, from 0; the output layer's is the last. A hidden layer's
   * ReLU is there too, but not its pooling.
   */
  List<Integer> places() {
    return List.copyOf(places);
  }
}
