package prunesweep.trainer.training.dl4j;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import prunesweep.trainer.network.FeatureMaps;
import prunesweep.trainer.network.Layer;

/**
 * Deeplearning4j's convolution with another layout of the values under the kernel: its own took
 * most of a step, and twice. The products, the gradients and the rest are Deeplearning4j's.
 */
final class ColumnConvolution extends ConvolutionLayer {

  private final Layer.Convolution layer;
  private final Windows windows;
  private @Nullable Pair<INDArray, INDArray> forward;

  ColumnConvolution(NeuralNetConfiguration configuration, DataType type, Layer.Convolution layer) {
    super(configuration, type);
    this.layer = layer;
    this.windows = new Windows(layer);
  }

  /**
   * The outputs before ReLU (image, channel, row, column) and the values under the kernel. The
   * backward pass gets those of the forward pass: ReLU has changed the outputs in place since, but
   * not which of them are positive, and that is all that its gradient asks.
   */
  @Override
  protected Pair<INDArray, INDArray> preOutput(
      boolean training, boolean isBackward, LayerWorkspaceMgr workspaces) {
    if (forward == null || !isBackward) {
      forward = forward();
    }
    return forward;
  }

  private Pair<INDArray, INDArray> forward() {
    INDArray values = windows.of(input);
    INDArray weights = getParam(ConvolutionParamInitializer.WEIGHT_KEY);
    INDArray kernel = weights.reshape('c', layer.units(), layer.inputs()).transpose();
    INDArray outputs = Nd4j.createUninitialized(new long[] {values.size(0), layer.units()}, 'f');
    values.mmuli(kernel, outputs);
    if (hasBias()) {
      outputs.addiRowVector(getParam(ConvolutionParamInitializer.BIAS_KEY));
    }
    return new Pair<>(byImage(outputs), values);
  }

  /**
   * From channel, image, place to image, channel, place: what the layers behind it read fastest.
   */
  private INDArray byImage(INDArray outputs) {
    FeatureMaps made = layer.maps();
    int places = made.places();
    int images = Math.toIntExact(input.size(0));
    float[] byChannel = new float[Math.toIntExact(outputs.length())];
    float[] byImage = new float[byChannel.length];
    new FloatPointer(outputs.data().pointer()).get(byChannel);
    // Nobody else holds it: without this its memory could be given back before it is read.
    Reference.reachabilityFence(outputs);
    for (int map = 0; map < images * made.channels(); map++) {
      int from = map % made.channels() * images + map / made.channels();
      System.arraycopy(byChannel, from * places, byImage, map * places, places);
    }
    return Nd4j.createFromArray(byImage)
        .reshape(images, made.channels(), made.height(), made.width());
  }
}
