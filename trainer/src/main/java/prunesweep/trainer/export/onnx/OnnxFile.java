package prunesweep.trainer.export.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.ModelProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import prunesweep.trainer.export.ArraySink;
import prunesweep.trainer.export.ArraySource;
import prunesweep.trainer.export.NetworkArrays;
import prunesweep.trainer.export.TrainedNetwork;
import prunesweep.trainer.export.UnreadableNetworkException;

/**
 * Networks as ONNX: the input {@code rows} takes raw numbers, the outputs are {@code probabilities}
 * and {@code class}; what the classes are called stands in the metadata as {@code classes.0},
 * {@code classes.1}, ...
 */
public final class OnnxFile {

  /** A set of operators that has all that is used here; older programs read it too. */
  private static final int OPERATORS = 13;

  private static final int FORMAT = 7;

  private OnnxFile() {}

  /** The bytes of a file with {@code network}. */
  public static byte[] of(TrainedNetwork network) {
    ModelProto.Builder model =
        ModelProto.newBuilder().setIrVersion(FORMAT).setProducerName("prunesweep");
    model.addOpsetImportBuilder().setVersion(OPERATORS);
    NetworkArrays.write(network, new Sink(model));
    OnnxGraph.add(network, model.getGraphBuilder());
    return model.build().toByteArray();
  }

  /**
   * The network in {@code file}, which has the bytes of {@link #of}.
   *
   * @throws UnreadableNetworkException if it holds something else
   */
  public static TrainedNetwork read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      return NetworkArrays.read(new Source(ModelProto.parseFrom(bytes)))
          .orElseThrow(() -> new IOException("parts are missing"));
    } catch (IOException | RuntimeException e) {
      throw UnreadableNetworkException.foreign(file, "ONNX", e);
    }
  }

  /** Numbers become initial values of the graph, texts metadata. */
  private record Sink(ModelProto.Builder model) implements ArraySink {

    private TensorProto.Builder array(String name, DataType type) {
      return model
          .getGraphBuilder()
          .addInitializerBuilder()
          .setName(name)
          .setDataType(type.getNumber());
    }

    @Override
    public void floats(String name, float[] values, int... shape) {
      TensorProto.Builder array = array(name, DataType.FLOAT);
      for (int size : shape) {
        array.addDims(size);
      }
      for (float value : values) {
        array.addFloatData(value);
      }
    }

    @Override
    public void doubles(String name, double[] values) {
      TensorProto.Builder array = array(name, DataType.DOUBLE).addDims(values.length);
      for (double value : values) {
        array.addDoubleData(value);
      }
    }

    @Override
    public void integers(String name, List<Integer> values) {
      TensorProto.Builder array = array(name, DataType.INT64).addDims(values.size());
      values.forEach(value -> array.addInt64Data(value));
    }

    @Override
    public void texts(String name, List<String> values) {
      for (int index = 0; index < values.size(); index++) {
        model
            .addMetadataPropsBuilder()
            .setKey("%s.%d".formatted(name, index))
            .setValue(values.get(index));
      }
    }
  }

  private record Source(ModelProto model) implements ArraySource {

    private Optional<TensorProto> array(String name) {
      return model.getGraph().getInitializerList().stream()
          .filter(array -> array.getName().equals(name))
          .findFirst();
    }

    @Override
    public Optional<float[]> floats(String name) {
      return array(name).map(Source::floats);
    }

    private static float[] floats(TensorProto array) {
      float[] values = new float[array.getFloatDataCount()];
      for (int index = 0; index < values.length; index++) {
        values[index] = array.getFloatData(index);
      }
      return values;
    }

    @Override
    public Optional<double[]> doubles(String name) {
      return array(name)
          .map(array -> array.getDoubleDataList().stream().mapToDouble(value -> value).toArray());
    }

    @Override
    public Optional<List<Integer>> integers(String name) {
      return array(name)
          .map(array -> array.getInt64DataList().stream().map(Math::toIntExact).toList());
    }

    @Override
    public Optional<List<String>> texts(String name) {
      List<String> texts = new ArrayList<>();
      for (StringStringEntryProto entry : model.getMetadataPropsList()) {
        if (entry.getKey().equals("%s.%d".formatted(name, texts.size()))) {
          texts.add(entry.getValue());
        }
      }
      return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }
  }
}
