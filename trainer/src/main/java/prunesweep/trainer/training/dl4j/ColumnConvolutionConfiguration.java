package prunesweep.trainer.training.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import prunesweep.trainer.network.Layer.Convolution;

/** Makes Deeplearning4j build a {@link ColumnConvolution} where it builds a convolution. */
final class ColumnConvolutionConfiguration extends ConvolutionLayer {

  private final Convolution layer;

  private ColumnConvolutionConfiguration(Builder builder, Convolution layer) {
    super(builder);
    this.layer = layer;
  }

  /** The convolution {@code layer} with ReLU, without its pooling. */
  static ColumnConvolutionConfiguration of(Convolution layer, boolean bias) {
    int side = layer.spec().kernel();
    int padding = layer.spec().padding();
    Builder builder =
        new Builder()
            .nIn(layer.below().channels())
            .nOut(layer.units())
            .kernelSize(side, side)
            .padding(padding, padding)
            .hasBias(bias)
            .activation(Activation.RELU);
    return new ColumnConvolutionConfiguration(builder, layer);
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean isInitialised,
      DataType type) {
    ColumnConvolution made = new ColumnConvolution(configuration, type, layer);
    made.setListeners(listeners);
    made.setIndex(index);
    made.setParamsViewArray(parameters);
    made.setParamTable(initializer().init(configuration, parameters, isInitialised));
    made.setConf(configuration);
    return made;
  }
}
