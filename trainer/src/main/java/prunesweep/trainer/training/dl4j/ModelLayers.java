package prunesweep.trainer.training.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
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
  private final double dropout;
  private final List<Integer> places = new ArrayList<>();
  private final List<GivenDropout> dropouts = new ArrayList<>();
  private int count;
  private boolean isAboveUnits;

  /**
   * The layers of {@code network}, on top of {@code model}, which has none yet.
   *
   * @param dropout the share of the outputs of hidden units that steps leave out
   */
  ModelLayers(Architecture network, ListBuilder model, double dropout) {
    this.model = model;
    this.dropout = dropout;
    this.bias = network.bias();
    if (network.layers().get(0) instanceof Layer.Convolution first) {
      FeatureMaps image = first.below();
      model.setInputType(
          InputType.convolutionalFlat(image.height(), image.width(), image.channels()));
    }
    network.hidden().forEach(this::addHidden);
    Layer output = network.layers().get(network.hidden().size());
    places.add(count);
    add(behindDropout(output(output), output.inputs()));
  }

  /** {@code layer}, whose {@code inputs} may be outputs of a hidden layer of units. */
  private FeedForwardLayer behindDropout(FeedForwardLayer layer, int inputs) {
    if (dropout > 0 && isAboveUnits) {
      GivenDropout given = new GivenDropout(places.size() - 2, inputs);
      layer.setIDropout(given);
      dropouts.add(given);
    }
    isAboveUnits = true;
    return layer;
  }

  private void addHidden(Layer layer) {
    places.add(count);
    if (layer instanceof Layer.Convolution convolution) {
      addConvolution(convolution);
    } else {
      add(behindDropout(dense(layer), layer.inputs()));
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

  /** The dropouts of the model, one a hidden layer of units where there is a dropout. */
  List<GivenDropout> dropouts() {
    return List.copyOf(dropouts);
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
