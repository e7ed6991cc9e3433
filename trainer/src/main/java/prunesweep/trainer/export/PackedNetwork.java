package prunesweep.trainer.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import prunesweep.trainer.data.Encoding;
import prunesweep.trainer.network.Architecture;
import prunesweep.trainer.network.Kernel;
import prunesweep.trainer.network.Layer;
import prunesweep.trainer.network.Parameters;
import prunesweep.trainer.result.KeptNetwork;
import prunesweep.trainer.result.KeptNetwork.Packed;
import prunesweep.trainer.spec.NetworkSpec;

/** Networks as they are kept: as one word, a pattern and the numbers that are not zero. */
public final class PackedNetwork {

  private PackedNetwork() {}

  /** The network {@code network} with {@code parameters} at the end of {@code stage}. */
  public static KeptNetwork of(
      String stage, NetworkSpec network, Encoding encoding, Parameters parameters) {
    return new KeptNetwork(stage, network.label(), encoding, packed(parameters));
  }

  private static Packed packed(Parameters parameters) {
    BitSet pattern = new BitSet();
    float[] weights = new float[Math.toIntExact(parameters.nonZeroWeights())];
    int place = 0;
    int next = 0;
    for (Kernel kernel : parameters.kernels()) {
      for (float weight : kernel.weights()) {
        if (weight != 0) {
          pattern.set(place);
          weights[next++] = weight;
        }
        place++;
      }
    }
    return new Packed(pattern.toByteArray(), weights, joined(parameters.biases()));
  }

  private static float[] joined(List<float[]> biases) {
    float[] joined = new float[biases.stream().mapToInt(layer -> layer.length).sum()];
    int at = 0;
    for (float[] layer : biases) {
      System.arraycopy(layer, 0, joined, at, layer.length);
      at += layer.length;
    }
    return joined;
  }

  /**
   * The network that was kept as {@code kept}.
   *
   * @throws IllegalArgumentException if its parts do not go together
   */
  public static TrainedNetwork unpacked(KeptNetwork kept) {
    Encoding encoding = kept.encoding();
    int inputs = encoding.scaling().shifts().length;
    NetworkSpec network = NetworkSpec.ofLabel(kept.network());
    Architecture architecture = Architecture.of(network, inputs, encoding.classNames().size());
    return new TrainedNetwork(
        architecture,
        parameters(architecture, kept.weights()),
        encoding,
        IntStream.range(0, inputs).boxed().toList());
  }

  private static Parameters parameters(Architecture architecture, Packed packed) {
    BitSet pattern = BitSet.valueOf(packed.pattern());
    List<Kernel> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    int place = 0;
    int next = 0;
    int bias = 0;
    for (Layer layer : architecture.layers()) {
      float[] weights = new float[Math.toIntExact(layer.weights())];
      for (int index = 0; index < weights.length; index++) {
        weights[index] = pattern.get(place++) ? packed.weights()[next++] : 0;
      }
      float[] own = new float[architecture.bias() ? layer.units() : 0];
      System.arraycopy(packed.biases(), bias, own, 0, own.length);
      bias += own.length;
      kernels.add(new Kernel(layer.inputs(), layer.units(), weights));
      biases.add(own);
    }
    return new Parameters(kernels, biases);
  }
}
